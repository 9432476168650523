package charts

import (
	"fmt"

	"skillmix/answer/words"
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
