package answer

import (
	"fmt"
	"strings"

	"skillmix/plots"
	"skillmix/sim"
)

// mostTrajectories is the number of single runs drawn for each scenario:
// those of the first replicates, so that nobody has picked them.
const mostTrajectories = 3

// Chart describes the adoption chart of the headline measure: medians, bands
// that hold 80% and 95% of runs, a few single runs, and what was observed. Its title is the lead
// of the finding, its text alternative begins with all of it. It returns the
// errors of Find.
func Chart(result *Result) (*plots.Adoption, error) {
	finding, err := Find(result)
	if err != nil {
		return nil, err
	}
	headline, err := findHeadline(result.Runs.layout(), result.Headline)
	if err != nil {
		return nil, err
	}
	runs := result.Runs
	chart := &plots.Adoption{
		Title:    strings.TrimSuffix(finding.Lead, "."),
		Subtitle: result.subtitle(headline),
		Source:   result.source(),
	}
	alt := []string{finding.String(), result.altIntroduction(headline)}
	for scenario, name := range runs.Names {
		summaries := runs.summaries(scenario, headline.group, headline.column)
		chart.Series = append(chart.Series, runs.curve(scenario, headline, summaries, capital(label(name))))
		alt = append(alt, altCurve(capital(label(name)), runs, summaries))
	}
	observed, lacks, told := result.observed(headline)
	chart.Observed, alt = observed, append(alt, told...)
	chart.Source = strings.Join(append([]string{chart.Source}, lacks...), ". ")
	chart.Alt = strings.Join(alt, " ")
	return chart, nil
}

// summaries summarizes a measure in every month.
func (r *Runs) summaries(scenario, group, column int) []sim.Summary {
	var (
		summarizer sim.Summarizer
		values     []float64
	)
	summaries := make([]sim.Summary, r.months())
	for i := range summaries {
		values, _ = r.values(values, scenario, i, group, column)
		values = defined(values)
		summaries[i] = summarizer.Summarize(values)
	}
	return summaries
}

// curve gathers what is drawn of one scenario. A single run has no bands.
func (r *Runs) curve(scenario int, headline headline, summaries []sim.Summary, name string) plots.Series {
	series := plots.Series{Label: name, Start: r.month(0)}
	for _, s := range summaries {
		series.Median = append(series.Median, s.Median)
		if r.Replicates > 1 {
			series.Low80, series.High80 = append(series.Low80, s.P10), append(series.High80, s.P90)
			series.Low95, series.High95 = append(series.Low95, s.P2_5), append(series.High95, s.P97_5)
		}
	}
	for replicate := range min(mostTrajectories, r.Replicates-1) {
		run := make([]float64, r.months())
		for i := range run {
			run[i], _ = r.record(scenario, replicate).Value(i, headline.group, headline.column)
		}
		series.Trajectories = append(series.Trajectories, run)
	}
	return series
}

// subtitle names measure, place and period.
func (r *Result) subtitle(headline headline) string {
	return fmt.Sprintf("%s, %s (%s, simulated), %s to %s", headline.phrase.quantity, place(headline.setting), r.Population,
		monthInWords(r.Runs.month(0)), monthInWords(r.Runs.month(r.Runs.last())))
}

// place words a setting.
func place(setting string) string {
	switch setting {
	case "trust":
		return "NHS trusts"
	case "pcn":
		return "primary care networks"
	}
	return "NHS trusts and primary care networks"
}

// source says what the chart was drawn from.
func (r *Result) source() string {
	hashes := make([]string, len(r.Scenarios))
	for i, scenario := range r.Scenarios {
		hashes[i] = scenario.Name + " " + short(scenario.SHA256)
	}
	return fmt.Sprintf("Source: skillmix simulation, %s, seed %d, %s of each, varying %s",
		strings.Join(hashes, ", "), r.Seed, count(r.Runs.Replicates, "run"), r.varied())
}

// varied says what differs between the runs of a scenario.
func (r *Result) varied() string {
	if !r.Spread {
		return "chance alone"
	}
	return "chance and " + count(r.Judged, "judged value")
}

// short writes as much of a hash as tells it from others.
func short(hash string) string { return hash[:min(12, len(hash))] }

// altIntroduction says what kind of chart it is.
func (r *Result) altIntroduction(headline headline) string {
	bands := ""
	if r.Runs.Replicates > 1 {
		bands = ", with bands that hold 80% and 95% of runs"
	}
	return fmt.Sprintf("Line chart of %s, %s: the median of %s of each scenario%s.",
		headline.phrase.quantity, place(headline.setting), count(r.Runs.Replicates, "run"), bands)
}

// altCurve tells the course of a curve: its start, middle and end, and how
// wide the bands are at the end.
func altCurve(name string, runs *Runs, summaries []sim.Summary) string {
	last := len(summaries) - 1
	end := summaries[last]
	digits := roundingOf(0, end.Median, end.P97_5)
	text := fmt.Sprintf("%s: %s in %s", name, digits.amount(summaries[0].Median), monthInWords(runs.month(0)))
	if last > 1 {
		text += fmt.Sprintf(", %s in %s", digits.amount(summaries[last/2].Median), monthInWords(runs.month(last/2)))
	}
	if last > 0 {
		text += fmt.Sprintf(", %s in %s", digits.amount(end.Median), monthInWords(runs.month(last)))
	}
	if runs.Replicates > 1 {
		text += fmt.Sprintf(" (80%% of runs %s, 95%% %s)", digits.span(end.P10, end.P90), digits.spanOf(end))
	}
	return text + "."
}
