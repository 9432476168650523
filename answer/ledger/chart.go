package ledger

import (
	"fmt"
	"strings"

	"skillmix/answer"
	"skillmix/answer/words"
	"skillmix/plots"
)

// Chart draws the ledger as a waterfall, from the gap at the top to what is left with
// all barriers open. Its title says what the gap rests on. It returns nil where no row
// differs from zero in any pair, since there is nothing to draw.
func (l *Ledger) Chart(result *answer.Result) *plots.Waterfall {
	if !l.moves() {
		return nil
	}
	a, b := l.names()
	chart := &plots.Waterfall{
		Title: strings.TrimSuffix(l.String(), "."),
		Subtitle: fmt.Sprintf("%s minus %s, what each barrier takes from the gap, %s (%s, simulated), %s",
			words.Capital(a), b, words.Place(l.Setting), result.Population, words.Month(l.Month)),
		Source: l.source(result),
		Unit:   l.quantity,
		Total:  plots.Bar{Label: "Gap", Value: l.number(l.Whole.Shown), Amount: l.Whole.Mean},
		Left:   plots.Bar{Label: leftLabel, Value: l.number(l.Left.Shown), Amount: l.Left.Mean},
	}
	for i := range l.Parts {
		part := &l.Parts[i]
		step := plots.Step{Label: words.Capital(part.Name), Value: l.number(part.Shown), Amount: part.Mean}
		if part.N > 1 {
			low, high := part.MeanInterval()
			step.Error = (high - low) / 2
		}
		chart.Steps = append(chart.Steps, step)
	}
	chart.Alt = l.alt()
	return chart
}

// alt tells the chart in words.
func (l *Ledger) alt() string {
	said := []string{l.String(), fmt.Sprintf("Waterfall chart. %s From a gap of %s:", l.Heading(), l.number(l.Whole.Shown))}
	for i := range l.Parts {
		part := &l.Parts[i]
		text := part.Name + " " + l.number(part.Shown)
		if part.N > 1 && part.MCSE > 0 {
			low, high := part.MeanInterval()
			text += fmt.Sprintf(" (95%% interval %s to %s)", l.value(low), l.value(high))
		}
		said = append(said, text+",")
	}
	return strings.Join(append(said, fmt.Sprintf("and %s left with all five open.", l.number(l.Left.Shown))), " ")
}

// source says what the chart was drawn from.
func (l *Ledger) source(result *answer.Result) string {
	var hashes []string
	for _, scenario := range result.Scenarios {
		if scenario.Name == l.A || scenario.Name == l.B {
			hashes = append(hashes, scenario.Name+" "+words.Short(scenario.SHA256))
		}
	}
	text := fmt.Sprintf("Source: skillmix simulation, %s, seed %d, %s run again with barriers held open",
		strings.Join(hashes, ", "), result.Seed, words.Count(len(l.Pairs), "pair"))
	if len(l.Pairs) > 1 {
		text += ". Whiskers are 95% intervals over pairs"
	}
	return text
}
