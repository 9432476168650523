package plots_test

import (
	"math"

	"skillmix/plots"
)

// difference is a curve of paired differences about a course that begins at
// zero.
func difference(label string, months int, to, apart float64) plots.Series {
	s := growth(label, april2019, months, 0, to, 50, 0)
	for i := range s.Median {
		drift := apart * math.Sqrt(float64(i)/120)
		s.Median[i] -= s.Median[0]
		s.Low80[i], s.High80[i] = s.Median[i]-drift, s.Median[i]+drift
		s.Low95[i], s.High95[i] = s.Median[i]-1.6*drift, s.Median[i]+1.7*drift
	}
	s.Trajectories = nil
	return s
}

func signedDifference() *plots.Figure {
	return &plots.Figure{
		Title:    "New money puts 2.2 more advanced clinical practitioners per 1,000 staff in post by March 2029 than transfer",
		Subtitle: "Difference in advanced clinical practitioners per 1,000 staff, trusts in England, April 2019 to March 2029",
		Source:   source,
		Alt: "New money puts 2.2 more advanced clinical practitioners per 1,000 staff in post by March 2029 than transfer. " +
			"The difference grows from 2022 on.",
		Signed: true,
		Of:     "paired differences",
		Panels: []plots.Panel{{
			Series: []plots.Series{difference("New money less budget transfer", 120, 2.3, 1.4)},
			Levels: []plots.Level{{Value: 1, Label: "A post in every tenth ward"}},
		}},
	}
}

// noDifference is a difference of nothing.
func noDifference() *plots.Figure {
	figure := signedDifference()
	retitle(figure, "The two scenarios do not differ", "The line stays at zero.")
	figure.Panels = []plots.Panel{{Series: []plots.Series{flat("New money less budget transfer", april2019, 120, 0)}}}
	return figure
}

// fourPanels has labels at the ends of lines in two columns.
func fourPanels() *plots.Figure {
	figure := twoScenarios()
	retitle(figure, "New money puts more people in post than transfer in every kind of trust, most in acute trusts", "Adoption begins low and grows.")
	figure.Panels = nil
	for i, heading := range []string{"Acute", "Mental health and learning disability", "Community", "Ambulance"} {
		top := 5.7 - 1.2*float64(i)
		figure.Panels = append(figure.Panels, plots.Panel{Heading: heading, Series: []plots.Series{
			growth("New money", april2019, 120, 1, top, 52, 0.4), growth("Budget transfer", april2019, 120, 1, 0.7*top, 60, 0.3),
		}})
	}
	return figure
}

// twelvePanels has a key in place of labels at the ends of lines.
func twelvePanels() *plots.Figure {
	figure := fourScenarios()
	retitle(figure, "Posts grow in all twelve services under new money, and in seven of them under transfer", "Adoption begins low and grows.")
	figure.Subtitle = "Advanced clinical practitioners in post per 1,000 staff, trusts in England, April 2019 to March 2029"
	series := []plots.Series{
		growth("New money", april2019, 120, 2, 5.7, 52, 0.42),
		growth("Budget transfer", april2019, 120, 2, 3.45, 60, 0.4),
		growth("Mixed: half new money, half transfer", april2019, 120, 2, 5.5, 90, 0.4),
		growth("Baseline", april2019, 120, 2, 2.4, 60, 0.2),
	}
	for i := range series { // so much would hide itself in a small panel
		series[i].Low95, series[i].High95, series[i].Trajectories = nil, nil, nil
	}
	figure.Panels = nil
	for i, service := range []string{"Urgent and emergency care", "General medicine", "Surgery", "Critical care",
		"Older people", "Cancer", "Cardiology", "Stroke", "Children", "Maternity", "Mental health in the community", "Community"} {
		panel := plots.Panel{Heading: service}
		for _, one := range series {
			panel.Series = append(panel.Series, scaled(one, 1/(1+0.3*float64(i))))
		}
		figure.Panels = append(figure.Panels, panel)
	}
	return figure
}

// scaled multiplies all values of a curve.
func scaled(s plots.Series, by float64) plots.Series {
	times := func(row []float64) []float64 {
		if row == nil {
			return nil
		}
		out := make([]float64, len(row))
		for i, value := range row {
			out[i] = by * value
		}
		return out
	}
	s.Median, s.Low80, s.High80, s.Low95, s.High95 = times(s.Median), times(s.Low80), times(s.High80), times(s.Low95), times(s.High95)
	runs := s.Trajectories
	s.Trajectories = nil
	for _, run := range runs {
		s.Trajectories = append(s.Trajectories, times(run))
	}
	return s
}

// sharesWithLevels has percentages, and levels that say what they stand for.
func sharesWithLevels() *plots.Figure {
	figure := twoScenarios()
	retitle(figure, "Half of all trusts have adopted by May 2023 under new money, and by February 2025 under transfer", "Adoption begins low and grows.")
	figure.Subtitle = "Share of trusts in England that ever adopted, by category of adopter (Rogers), April 2019 to March 2029"
	figure.Percent = true
	figure.Panels = []plots.Panel{{
		Series: []plots.Series{
			scaled(growth("New money", april2019, 120, 0, 19, 48, 0.4), 1.0/20), scaled(growth("Budget transfer", april2019, 120, 0, 16, 66, 0.4), 1.0/20),
		},
		Levels: []plots.Level{{0.025, "Innovators: first 2.5%"}, {0.16, "Early adopters: to 16%"}, {0.5, "Early majority: to 50%"}, {0.84, "Late majority: to 84%"}},
	}}
	return figure
}

// acrossTrusts has shares of organisations as its axis, and gaps.
func acrossTrusts() *plots.Figure {
	figure := twoScenarios()
	retitle(figure, "A tenth of trusts hold half of all posts under transfer", "Adoption begins low and grows.")
	figure.Subtitle = "Advanced clinical practitioners per 1,000 staff in March 2029, trusts in England in the order of their posts"
	figure.Across = "trusts"
	var series []plots.Series
	for i, label := range []string{"New money", "Budget transfer"} {
		s := plots.Series{Label: label}
		for k := range 101 {
			at := float64(k) / 100
			value := 8*math.Pow(at, 2+3*float64(i)) + 1 - float64(i)
			s.At, s.Median = append(s.At, at), append(s.Median, value)
			s.Low80, s.High80 = append(s.Low80, 0.8*value), append(s.High80, 1.15*value)
			s.Low95, s.High95 = append(s.Low95, 0.7*value), append(s.High95, 1.25*value)
		}
		series = append(series, s)
	}
	figure.Panels = []plots.Panel{{Series: series}}
	return figure
}

// poundsWithGaps has pounds, and months without a value.
func poundsWithGaps() *plots.Figure {
	figure := twoScenarios()
	retitle(figure, "A post costs £64,000 under new money and £71,000 under transfer", "Adoption begins low and grows.")
	figure.Subtitle = "Pounds a year per post in place, trusts in England, April 2019 to March 2029"
	figure.Pounds = true
	var series []plots.Series
	for i, label := range []string{"New money", "Budget transfer"} {
		s := scaled(growth(label, april2019, 120, 3, 2+0.4*float64(i), 40, 0.1), 30000)
		for k := range s.Median {
			if k < 14*(i+1) || k > 60 && k < 64 {
				for _, row := range append([][]float64{s.Median, s.Low80, s.High80, s.Low95, s.High95}, s.Trajectories...) {
					row[k] = math.NaN()
				}
			}
		}
		series = append(series, s)
	}
	figure.Panels = []plots.Panel{{Heading: "Trusts", Series: series}, {Heading: "Primary care networks", Note: "No network can transfer a budget, so that there is nothing to compare."}}
	return figure
}

// oneMonthPanels are panels without a length.
func oneMonthPanels() *plots.Figure {
	figure := oneMonth()
	panel := figure.Panels[0]
	figure.Panels = nil
	for _, heading := range []string{"Trusts", "Primary care networks", "Acute", "Community", "Ambulance"} {
		panel.Heading = heading
		figure.Panels = append(figure.Panels, panel)
	}
	return figure
}
