package answer

import (
	"fmt"
	"strings"

	"skillmix/answer/words"
	"skillmix/plots"
)

// Chart describes the adoption chart of the headline measure: medians, bands
// that hold 80% and 95% of runs, a few single runs, and what was observed. Its title is the lead
// of the finding, its text alternative begins with all of it. It returns the
// errors of Find.
func Chart(result *Result) (*plots.Figure, error) {
	finding, err := Find(result)
	if err != nil {
		return nil, err
	}
	headline, err := findHeadline(result.Runs.Layout, result.Headline)
	if err != nil {
		return nil, err
	}
	runs := result.Runs
	chart := &plots.Figure{
		Title:    strings.TrimSuffix(finding.Lead, "."),
		Subtitle: result.subtitle(headline),
		Source:   result.source(),
	}
	alt := []string{finding.String(), result.altIntroduction(headline)}
	course, err := runs.course(headline)
	if err != nil {
		return nil, err
	}
	var panel plots.Panel
	for scenario, name := range runs.Names {
		panel.Series = append(panel.Series, course.curve(scenario, words.Capital(words.Label(name))))
		alt = append(alt, course.inWords(scenario, words.Capital(words.Label(name))))
	}
	observed, lacks, told := result.observed(headline)
	panel.Observed, alt = observed, append(alt, told...)
	chart.Panels = []plots.Panel{panel}
	chart.Source = strings.Join(append([]string{chart.Source}, lacks...), ". ")
	chart.Alt = strings.Join(alt, " ")
	return chart, nil
}

// subtitle names measure, place and period.
func (r *Result) subtitle(headline headline) string {
	return fmt.Sprintf("%s, %s (%s, simulated), %s", headline.phrase.quantity, words.Place(headline.setting), words.Label(r.Population), r.period())
}

// period says of which months there are values.
func (r *Result) period() string {
	first, last := words.Month(r.Runs.first()), words.Month(r.Runs.last())
	if first == last {
		return first
	}
	return first + " to " + last
}

// source says what the chart was drawn from.
func (r *Result) source() string {
	hashes := make([]string, len(r.Scenarios))
	for i, scenario := range r.Scenarios {
		hashes[i] = scenario.Name + " " + words.Short(scenario.SHA256)
	}
	return fmt.Sprintf("Source: skillmix simulation, %s, seed %d, %s of each, varying %s",
		strings.Join(hashes, ", "), r.Seed, words.Count(r.Runs.Replicates(), "run"), r.varied())
}

// varied says what differs between the runs of a scenario.
func (r *Result) varied() string {
	var parts []string
	if r.Spread {
		parts = append(parts, words.Count(r.Judged, "judged value"))
	} else if n := len(r.Varied) - r.Levers; n > 0 {
		parts = append(parts, words.Count(n, "sampled value"))
	}
	if r.Levers > 0 {
		parts = append(parts, words.Count(r.Levers, "lever"))
	}
	switch len(parts) {
	case 0:
		return "chance alone"
	case 1:
		return "chance and " + parts[0]
	}
	return "chance, " + parts[0] + " and " + parts[1]
}

// altIntroduction says what kind of chart it is.
func (r *Result) altIntroduction(headline headline) string {
	bands := ""
	if r.Runs.Replicates() > 1 {
		bands = ", with bands that hold 80% and 95% of runs"
	}
	return fmt.Sprintf("Line chart of %s, %s: the median of %s of each scenario%s.",
		headline.phrase.quantity, words.Place(headline.setting), words.Count(r.Runs.Replicates(), "run"), bands)
}
