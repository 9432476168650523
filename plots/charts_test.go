package plots_test

import (
	"math"

	"skillmix/plots"
	"skillmix/sim"
)

// growth makes the curve of an invented scenario: adoption rises in an S from
// one level to another, with its middle in a given month, and the runs drift
// apart as time passes.
func growth(label string, start sim.Month, months int, from, to, middle, apart float64) plots.Series {
	s := plots.Series{
		Label: label, Start: start,
		Median: make([]float64, months),
		Low80:  make([]float64, months), High80: make([]float64, months),
		Low95: make([]float64, months), High95: make([]float64, months),
		Trajectories: [][]float64{make([]float64, months), make([]float64, months), make([]float64, months)},
	}
	for month := range months {
		t := float64(month)
		median := from + (to-from)/(1+math.Exp((middle-t)/14))
		drift := apart * math.Sqrt(t/120)
		s.Median[month] = median
		s.Low80[month], s.High80[month] = max(median-drift, 0), median+1.1*drift
		s.Low95[month], s.High95[month] = max(median-1.6*drift, 0), median+1.9*drift
		for run, side := range []float64{-0.9, 0.25, 1.2} {
			// Steps, since posts are filled and left one at a time.
			wander := side*drift + 0.12*math.Sin(t/5+3*side) + 0.07*math.Sin(t/1.7+9*side)
			s.Trajectories[run][month] = max(0, math.Round(20*(median+wander))/20)
		}
	}
	return s
}

var april2019 = sim.MonthOf(2019, 4)

const source = "scenarios new-money 3f9a61c2 and budget-transfer b07d55e4; seed 1; 64 paired runs of each."

// retitle gives a chart another finding, with which its text alternative begins
// too.
func retitle(chart *plots.Figure, title, rest string) {
	chart.Title, chart.Alt = title, title+". "+rest
}

func twoScenarios() *plots.Figure {
	return &plots.Figure{
		Title: "New money puts 5.6 advanced clinical practitioners per 1,000 staff in post by March 2029; " +
			"transfer puts 3.4",
		Subtitle: "Advanced clinical practitioners in post per 1,000 staff, trusts in England, April 2019 to March 2029",
		Source:   source,
		Alt: "New money puts 5.6 advanced clinical practitioners per 1,000 staff in post by March 2029; " +
			"transfer puts 3.4. Both begin at 2.0; the curves part from 2022 on.",
		Panels: []plots.Panel{{Series: []plots.Series{
			growth("New money", april2019, 120, 2, 5.7, 52, 0.62),
			growth("Budget transfer", april2019, 120, 2, 3.45, 60, 0.5),
		}}},
	}
}

func fourScenarios() *plots.Figure {
	chart := twoScenarios()
	retitle(chart, "New money leads; a mix of routes comes close to it, and without new funds little changes by March 2038", "All begin at 2.0.")
	chart.Subtitle = "Advanced clinical practitioners in post per 1,000 staff, trusts in England, April 2019 to March 2038"
	chart.Source = "scenarios baseline 77c0d2ab, mixed 9e21f6a0, new-money 3f9a61c2 and budget-transfer b07d55e4; seed 1; 64 paired runs of each."
	chart.Panels[0].Series = []plots.Series{
		growth("New money", april2019, 228, 2, 5.7, 52, 0.42),
		growth("Budget transfer", april2019, 228, 2, 3.45, 60, 0.4),
		growth("Mixed: half new money, half transfer", april2019, 228, 2, 5.5, 90, 0.4),
		growth("Baseline", april2019, 228, 2, 2.4, 60, 0.2),
	}
	return chart
}

func oneScenario() *plots.Figure {
	chart := twoScenarios()
	retitle(chart, "Adoption doubles within ten years under new money", "It begins at 2.0 and ends at 5.6.")
	chart.Source = "scenario new-money 3f9a61c2; seed 1; 64 runs."
	chart.Panels[0].Series = chart.Panels[0].Series[:1]
	return chart
}

// flat makes a series that stays at one value in every run.
func flat(label string, start sim.Month, months int, value float64) plots.Series {
	row := make([]float64, months)
	for i := range row {
		row[i] = value
	}
	return plots.Series{Label: label, Start: start, Median: row,
		Low80: row, High80: row, Low95: row, High95: row, Trajectories: [][]float64{row}}
}

func identicalZeros() *plots.Figure {
	chart := twoScenarios()
	retitle(chart, "Neither scenario puts anybody in post", "All four lines stay at zero.")
	chart.Subtitle = "Advanced clinical practitioners in post per 1,000 staff, classroom, April 2019 to March 2020"
	chart.Panels[0].Series = []plots.Series{
		flat("New money", april2019, 12, 0), flat("Budget transfer", april2019, 12, 0),
		flat("Mixed", april2019, 12, 0), flat("Baseline", april2019, 12, 0),
	}
	return chart
}

func oneMonth() *plots.Figure {
	chart := twoScenarios()
	retitle(chart, "After one month the two scenarios cannot be told apart", "New money has 2.1 and budget transfer 2.2.")
	chart.Subtitle = "Advanced clinical practitioners in post per 1,000 staff, trusts in England, April 2019"
	for i := range chart.Panels[0].Series {
		chart.Panels[0].Series[i] = plots.Series{
			Label: chart.Panels[0].Series[i].Label, Start: april2019,
			Median: []float64{2.1 + 0.1*float64(i)}, Low80: []float64{1.9}, High80: []float64{2.4},
			Low95: []float64{1.7}, High95: []float64{2.7}, Trajectories: [][]float64{{1.8}, {2.3}},
		}
	}
	return chart
}

// withObserved has as many observed sets as there may be, one of them at the
// edges of the axis and one with a label longer than a line.
func withObserved() *plots.Figure {
	chart := oneScenario()
	chart.Panels[0].Observed = []plots.Points{
		{Label: "Reported by 438 networks, divided by 0.7 since reports are incomplete",
			Months: []sim.Month{april2019, april2019 + 14, april2019 + 17, april2019 + 20, april2019 + 23}, Values: []float64{0, 2.2, 2.4, 2.9, 3.1}},
		{Label: "Reported by 707 networks", Months: []sim.Month{april2019 + 20, april2019 + 23, april2019 + 119}, Values: []float64{2.7, 3.4, 9.5}},
		{Label: "Reported by 814 networks in the south, the midlands and the north, as far as they reported any staff at all in " +
			"March 2021, and divided by a factor which was fitted", Months: []sim.Month{april2019 + 23}, Values: []float64{2.9}},
	}
	return chart
}

func longWords() *plots.Figure {
	chart := twoScenarios()
	retitle(chart, "New money puts 5.6 advanced clinical practitioners per 1,000 staff in post by March 2029; transfer "+
		"puts 3.4: a difference of 2.2 (95% range 0.6 to 3.9 over chance and 41 judged values, and 1.9 to 2.5 over "+
		"chance alone), found in 63 of 64 paired runs of the model & <wherever> the same luck was given to both",
		"Four lines lie close together.")
	chart.Source = "scenarios new-money 3f9a61c2d0b84e57a1c69f02be7734d8a05c1e9f6b2d4837c0ea5f1396d8b27e and budget-transfer " +
		"b07d55e41c9a3f6e8d20b7c4a5961e3f0d8c7b2a49e6f51830d7c6ba2e94f150; seed 1; 64 paired runs of each."
	chart.Panels[0].Series = []plots.Series{
		growth("New money for substantive advanced practice posts in every trust from April 2020", april2019, 36, 2, 2.5, 12, 0.4),
		growth("The same pounds, found by converting medical posts in the same trusts", april2019, 36, 2, 2.45, 12, 0.4),
		growth("A_scenario_file_name_without_any_space_in_it.toml", april2019, 36, 2, 2.48, 12, 0.4),
		growth("Baseline", april2019, 36, 2, 2.4, 12, 0.4),
	}
	return chart
}
