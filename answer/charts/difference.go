package charts

import (
	"fmt"

	"skillmix/answer"
	"skillmix/answer/words"
	"skillmix/plots"
	"skillmix/sim"
)

// difference draws the headline of the first scenario minus that of each other one,
// within pairs of runs, through time.
func (d *drawing) difference() (*plots.Figure, string, error) {
	if len(d.names) < 2 {
		return nil, "There is one scenario, so there is no difference between scenarios to draw.", nil
	}
	title, err := d.differenceTitle()
	if err != nil {
		return nil, "", err
	}
	went, err := courses(d.Runs, d.headline.Column, []int{d.headline.Group}, func(values [][]float64) [][]float64 {
		differences := make([][]float64, len(values)-1)
		for i, other := range values[1:] {
			differences[i] = sim.Paired(values[0], other)
		}
		return differences
	})
	if err != nil {
		return nil, "", err
	}
	course := went[0]
	other := "each other scenario"
	if len(d.names) == 2 {
		other = d.names[1]
	}
	quantity := d.headline.Quantity()
	figure := d.figure(title, fmt.Sprintf("%s, %s minus %s, within pairs of runs", quantity, d.names[0], other))
	figure.Signed, figure.Of = true, "pairs"
	var (
		panel plots.Panel
		shown []string
	)
	for i, name := range d.names[1:] {
		of := words.Capital(d.names[0]) + " minus " + name
		line := of
		if len(d.names) > 2 {
			line = "Minus " + name
		}
		panel.Series = append(panel.Series, course.line(i, line, bandsAndRun))
		shown = append(shown, course.differenceInWords(i, of))
	}
	figure.Panels = []plots.Panel{panel}
	if len(panel.Series) > mostLines { // a panel for each
		figure.Panels, figure.Columns = nil, 2
		for _, series := range panel.Series {
			figure.Panels = append(figure.Panels, plots.Panel{Heading: series.Label, Series: []plots.Series{series}})
		}
	}
	what := "Line chart of the difference within pairs of runs, month by month; above zero " + d.names[0] + " is higher."
	if !course.single {
		what += fmt.Sprintf(" Each line is the median of %s, with bands that hold 80%% and 95%% of them.", words.Count(d.Runs.Replicates(), "pair"))
	}
	alt(figure, what, shown...)
	return figure, "", nil
}

// differenceTitle says how the first scenario ends beside the others.
func (d *drawing) differenceTitle() (string, error) {
	differences, digits, err := answer.FromFirst(d.Result)
	if err != nil {
		return "", err
	}
	unit := unitInWords(d.Result.Headline)
	var parts []string
	for i := range differences {
		part, named := differencePart(&differences[i], digits, unit, d.names[i+1])
		if named {
			unit = "" // said once
		}
		parts = append(parts, part)
	}
	said := "is " + words.Listed(parts)
	if differences[0].Verdict == answer.SinglePair {
		return fmt.Sprintf("In a single pair of runs %s %s in %s", d.names[0], said, d.end()), nil
	}
	if len(differences) == 1 && differences[0].Verdict == answer.NoDifference {
		return fmt.Sprintf("%s and %s do not differ in any pair of runs", words.Capital(d.names[0]), d.names[1]), nil
	}
	return fmt.Sprintf("In %s %s %s", d.end(), d.names[0], said), nil
}

// differencePart is what is said of one difference, behind "is". named tells that the
// unit is in it.
func differencePart(one *answer.HeadlineGap, digits words.Rounding, unit, other string) (part string, named bool) {
	side, size, low, high := "above", digits.Number(one.Mean), one.P2_5, one.P97_5
	if one.Mean < 0 {
		side, size, low, high = "below", digits.Number(-one.Mean), -high, -low
	}
	if unit != "" {
		size += " " + unit
	}
	switch {
	case one.Verdict == answer.Unresolved:
		return fmt.Sprintf("not told apart from %s (difference %s, unresolved)", other, digits.Number(one.Mean)), false
	case one.Verdict == answer.NoDifference, one.Mean == 0:
		return "the same as " + other, false
	case one.Verdict == answer.SinglePair:
		return fmt.Sprintf("%s %s %s", size, side, other), true
	case one.Verdict == answer.Weak:
		return fmt.Sprintf("on average %s %s %s, and %s it in %s of pairs", size, side, other, side, words.Percent(one.Lean())), true
	}
	return fmt.Sprintf("%s %s %s (95%% of pairs %s)", size, side, other, digits.Span(low, high)), true
}

// unitInWords is the unit of a measure's differences within a sentence; empty where
// there are no words for it.
func unitInWords(measure string) string {
	switch measure {
	case "posts_per_1000_staff":
		return "ACPs per 1,000 staff"
	case "fte_per_pcn":
		return "direct-care FTE per network"
	}
	return ""
}

// differenceInWords tells the course of a difference. Unlike an amount it can lie on
// either side of zero.
func (c *course) differenceInWords(i int, name string) string {
	summaries := c.summaries[i]
	last := len(summaries) - 1
	end := summaries[last]
	digits := words.RoundingOf(0, end.Median, end.P97_5, end.P2_5)
	text := fmt.Sprintf("%s: %s in %s", name, digits.Number(summaries[0].Median), words.Month(c.months[0]))
	if last > 1 {
		text += fmt.Sprintf(", %s in %s", digits.Number(summaries[last/2].Median), words.Month(c.months[last/2]))
	}
	if last > 0 {
		text += fmt.Sprintf(", %s in %s", digits.Number(end.Median), words.Month(c.months[last]))
	}
	if !c.single {
		text += fmt.Sprintf(" (80%% of pairs %s, 95%% %s)", digits.Span(end.P10, end.P90), digits.SpanOf(end))
	}
	return text + "."
}
