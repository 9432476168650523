package report

import (
	"fmt"

	"skillmix/answer"
	"skillmix/answer/words"
)

// A keyFigure is a number that a reader takes away, with what it is.
type keyFigure struct{ Value, Label, Note string }

// keyFigures are where each scenario ends, how far the first two are apart, how often
// the higher one is higher, and on how many runs all of it rests.
func (r *Report) keyFigures(numbers *answer.HeadlineNumbers) (all []keyFigure) {
	digits := numbers.Digits
	when := numbers.Quantity + ", " + words.Month(numbers.Month)
	for _, level := range numbers.Levels {
		figure := keyFigure{digits.Amount(level.Mean), words.Capital(words.Label(level.Scenario)), when + ", from a single run"}
		if level.N > 1 {
			figure.Note = fmt.Sprintf("%s, mean; 95%% of runs %s", when, digits.SpanOf(level.Summary))
		}
		all = append(all, figure)
	}
	if len(numbers.Gaps) > 0 {
		all = append(all, keyOf(&numbers.Gaps[0], digits, len(numbers.Levels) == 2))
	}
	runs := keyFigure{words.Count(r.Result.Runs.Replicates(), "run"), "Rests on", "varying " + r.Result.Varying()}
	if len(numbers.Levels) > 1 {
		runs = keyFigure{words.Count(r.Result.Runs.Replicates(), "pair"), "Rests on", "of runs that share their luck, varying " + r.Result.Varying()}
	}
	return append(all, runs)
}

// keyOf words the difference of two scenarios: the higher minus the lower.
func keyOf(g *answer.HeadlineGap, digits words.Rounding, only bool) keyFigure {
	high, low, mean, from, to := g.A, g.B, g.Mean, g.P2_5, g.P97_5
	if mean < 0 {
		high, low, mean, from, to = g.B, g.A, -mean, -to, -from
	}
	figure := keyFigure{digits.Amount(mean), fmt.Sprintf("Difference, %s less %s", words.Label(high), words.Label(low)), ""}
	if only {
		figure.Label = "Difference"
	}
	switch g.Verdict {
	case answer.SinglePair:
		figure.Note = "in a single pair of runs, so that no range can be given"
	case answer.NoDifference:
		figure = keyFigure{"None", figure.Label, "the same in every pair of runs"}
	case answer.Unresolved:
		figure = keyFigure{"Unresolved", figure.Label, fmt.Sprintf("too near zero to tell from so many runs; 95%% of pairs %s", digits.Span(g.P2_5, g.P97_5))}
	default:
		figure.Note = fmt.Sprintf("95%% of pairs %s; %s is higher in %s of them", digits.Span(from, to), words.Label(high), words.Percent(g.Lean()))
	}
	return figure
}
