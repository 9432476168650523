package charts

import (
	"fmt"
	"strings"

	"skillmix/answer"
	"skillmix/answer/words"
	"skillmix/plots"
)

// adoption describes the adoption chart of the headline measure: medians, bands
// that hold 80% and 95% of runs, a few single runs, and what was observed. Its title is the lead
// of the finding, its text alternative begins with all of it. It returns the
// errors of answer.Find.
func (d *drawing) adoption() (*plots.Figure, error) {
	result, headline := d.Result, d.headline
	finding, err := answer.Find(result)
	if err != nil {
		return nil, err
	}
	runs := result.Runs
	chart := &plots.Figure{
		Title:    strings.TrimSuffix(finding.Lead, "."),
		Subtitle: subtitle(result, headline.Quantity(), headline.Setting),
		Source:   source(result),
	}
	alt := []string{finding.String(), altIntroduction(result, headline) + d.besideFirst()}
	went, err := courses(runs, headline.Column, []int{headline.Group}, itself)
	if err != nil {
		return nil, err
	}
	course := went[0]
	var panel plots.Panel
	for scenario, name := range runs.Names {
		panel.Series = append(panel.Series, course.line(scenario, words.Capital(words.Label(name)), bandsAndRun))
		alt = append(alt, course.inWords(scenario, words.Capital(words.Label(name))))
	}
	observed, lacks, told := observed(result, headline)
	panel.Observed, alt = observed, append(alt, told...)
	d.setPanel(chart, panel)
	chart.Source = strings.Join(append([]string{chart.Source}, lacks...), ". ")
	chart.Alt = strings.Join(alt, " ")
	return chart, nil
}

// subtitle names what is measured, where and when.
func subtitle(r *answer.Result, quantity, setting string) string {
	return fmt.Sprintf("%s, %s (%s, simulated), %s", quantity, words.Place(setting), words.Label(r.Population), r.Period())
}

// source says what the chart was drawn from.
func source(r *answer.Result) string {
	hashes := make([]string, len(r.Scenarios))
	for i, scenario := range r.Scenarios {
		hashes[i] = scenario.Name + " " + words.Short(scenario.SHA256)
	}
	return fmt.Sprintf("Source: skillmix simulation, %s, seed %d, %s of each, varying %s",
		strings.Join(hashes, ", "), r.Seed, words.Count(r.Runs.Replicates(), "run"), r.Varying())
}

// altIntroduction says what kind of chart it is.
func altIntroduction(r *answer.Result, headline answer.Headline) string {
	bands := ""
	if r.Runs.Replicates() > 1 {
		bands = ", with bands that hold 80% and 95% of runs"
	}
	return fmt.Sprintf("Line chart of %s, %s: the median of %s of each scenario%s.",
		headline.Quantity(), words.Place(headline.Setting), words.Count(r.Runs.Replicates(), "run"), bands)
}
