package answer

import (
	"fmt"
	"strings"

	"skillmix/answer/words"
)

// several words the finding of three scenarios or more: the first against
// each of the others.
func (f *finder) several() Finding {
	var (
		differences []difference
		order       []int
	)
	for scenario := range f.values {
		order = append(order, scenario)
		if scenario > 0 {
			differences = append(differences, f.difference(0, scenario))
		}
	}
	digits, exact := f.digits(differences...)
	if f.allAlike(differences) {
		return Finding{f.lead(digits, order...), fmt.Sprintf("No scenario differs from another in any of %s, which varied by %s.", words.Count(f.Runs.Replicates(), "paired run"), f.Varying())}
	}
	var sentences []string
	for i, d := range differences {
		subject := "It"
		if i == 0 {
			subject = words.Capital(words.Label(f.Scenarios[0].Name))
		}
		sentences = append(sentences, subject+" "+f.clause(d, digits)+".")
	}
	if !exact {
		sentences = append(sentences, "Differences were taken before rounding.")
	}
	if differences[0].verdict == once {
		sentences = append(sentences, "A single run of each, "+f.once()+".")
		return Finding{f.lead(digits, order...), strings.Join(sentences, " ")}
	}
	unless := ""
	if f.ChanceAlone != nil {
		unless = " unless said otherwise"
	}
	sentences = append(sentences, fmt.Sprintf("Ranges are %s%s; means of %s.", f.covers(), unless, words.Count(f.Runs.Replicates(), "paired run")))
	return Finding{f.lead(digits, order...), strings.Join(sentences, " ")}
}

// allAlike reports whether several pairs and not one showed a difference between any scenarios.
func (f *finder) allAlike(differences []difference) bool {
	for i := range differences {
		if d := &differences[i]; d.verdict != alike || d.chance != nil && (d.chance.Mean != 0 || d.chance.MCSE != 0) {
			return false
		}
	}
	return true
}

// clause says how the first of several scenarios compares with another. Where it is below,
// sizes and ranges are of the other minus the first, so that all of them are of what is said.
func (f *finder) clause(d difference, digits words.Rounding) string {
	other, side := words.Label(f.Scenarios[d.b].Name), "above"
	said := d
	if d.verdict != unresolved && d.Mean < 0 {
		said, side = f.difference(d.b, d.a), "below"
	}
	ranges := "95% range " + digits.SpanOf(said.Summary)
	if said.chance != nil {
		ranges += "; " + digits.SpanOf(*said.chance) + " " + f.Held()
	}
	size := digits.Number(said.Mean)
	switch d.verdict {
	case once:
		if d.Mean == 0 {
			return "is level with " + other
		}
		return fmt.Sprintf("is %s %s by %s", side, other, size)
	case alike:
		return "does not differ from " + other + " in any pair" + f.butHeld(d, digits)
	case unresolved:
		return fmt.Sprintf("cannot be told apart from %s: the difference of %s is unresolved (95%% interval of its mean %s; %s)",
			other, size, digits.Span(d.MeanInterval()), ranges)
	case weak:
		return fmt.Sprintf("is %s %s by %s on average and in %s of pairs (%s)", side, other, size, words.Percent(d.lean()), ranges)
	}
	return fmt.Sprintf("is %s %s by %s (%s)", side, other, size, ranges)
}
