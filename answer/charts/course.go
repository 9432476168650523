package charts

import (
	"fmt"

	"skillmix/answer"
	"skillmix/answer/words"
	"skillmix/plots"
	"skillmix/sim"
)

// A course is how a measure went, month by month.
type course struct {
	months       []sim.Month
	summaries    [][]sim.Summary // by scenario and month
	trajectories [][][]float64   // by scenario: a few single runs, by month
	single       bool            // there is one run of each scenario
}

// mostTrajectories is the number of single runs drawn for each scenario:
// the first ones, so that nobody has picked them.
const mostTrajectories = 3

// courseOf reads how a headline went.
func courseOf(r *answer.Runs, headline answer.Headline) (*course, error) {
	c := &course{single: r.Replicates() == 1}
	c.summaries = make([][]sim.Summary, len(r.Names))
	c.trajectories = make([][][]float64, len(r.Names))
	for scenario := range r.Names {
		if !c.single {
			c.trajectories[scenario] = make([][]float64, min(mostTrajectories, r.Replicates()-1))
		}
	}
	var (
		summarizer sim.Summarizer
		scratch    []float64
	)
	complete := r.Complete()
	err := r.Each(headline.Column, answer.InGroup(headline.Group), func(_ int, line sim.Line, values [][]float64) {
		c.months = append(c.months, line.Month)
		for scenario := range r.Names {
			c.summaries[scenario] = append(c.summaries[scenario], r.Summarize(&summarizer, &scratch, values[scenario]))
			for i := range c.trajectories[scenario] {
				c.trajectories[scenario][i] = append(c.trajectories[scenario][i], values[scenario][complete[i]])
			}
		}
	})
	return c, err
}

// curve gathers what is drawn of one scenario. A single run has no bands.
func (c *course) curve(scenario int, name string) plots.Series {
	series := plots.Series{Label: name, Start: c.months[0], Months: c.months, Trajectories: c.trajectories[scenario]}
	for _, s := range c.summaries[scenario] {
		series.Median = append(series.Median, s.Median)
		if !c.single {
			series.Low80, series.High80 = append(series.Low80, s.P10), append(series.High80, s.P90)
			series.Low95, series.High95 = append(series.Low95, s.P2_5), append(series.High95, s.P97_5)
		}
	}
	return series
}

// inWords tells the course of a curve: its start, middle and end, and how
// wide the bands are at the end.
func (c *course) inWords(scenario int, name string) string {
	summaries := c.summaries[scenario]
	last := len(summaries) - 1
	end := summaries[last]
	digits := words.RoundingOf(0, end.Median, end.P97_5)
	text := fmt.Sprintf("%s: %s in %s", name, digits.Amount(summaries[0].Median), words.Month(c.months[0]))
	if last > 1 {
		text += fmt.Sprintf(", %s in %s", digits.Amount(summaries[last/2].Median), words.Month(c.months[last/2]))
	}
	if last > 0 {
		text += fmt.Sprintf(", %s in %s", digits.Amount(end.Median), words.Month(c.months[last]))
	}
	if !c.single {
		text += fmt.Sprintf(" (80%% of runs %s, 95%% %s)", digits.Span(end.P10, end.P90), digits.SpanOf(end))
	}
	return text + "."
}
