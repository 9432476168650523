package answer

import (
	"fmt"

	"skillmix/answer/words"
)

// pair words the finding of two scenarios. The higher one leads, so that
// the difference is positive; where it is not resolved which is higher, they
// keep the order in which they were given.
func (f *finder) pair() Finding {
	d := f.difference(0, 1)
	if d.verdict != unresolved && d.Mean < 0 {
		d = f.difference(1, 0)
	}
	digits, exact := f.digits(d)
	lead, size := f.lead(digits, d.a, d.b), digits.Number(d.Mean)
	if !exact {
		size += " before rounding"
	}
	ranges := digits.SpanOf(d.Summary) + " " + f.covers()
	if d.chance != nil {
		ranges += "; " + digits.SpanOf(*d.chance) + " " + f.Held()
	}
	pairs := words.Count(d.N, "paired run")
	switch d.verdict {
	case once:
		if d.Mean == 0 {
			return Finding{f.alike(digits), "No difference in a single pair of runs, " + f.once() + "."}
		}
		return Finding{lead, fmt.Sprintf("Difference %s in a single pair of runs, %s.", size, f.once())}
	case alike:
		return Finding{f.alike(digits), fmt.Sprintf("There is no difference in any of %s, which varied by %s%s.", pairs, f.Varying(), f.butHeld(d, digits))}
	case unresolved:
		return Finding{f.tooClose(lead), fmt.Sprintf("The difference of %s is unresolved: the 95%% interval of its mean, %s, contains zero (95%% range %s; %s).",
			size, digits.Span(d.MeanInterval()), ranges, pairs)}
	case weak:
		return Finding{lead, fmt.Sprintf("Difference %s on average; %s is higher in %s of pairs (95%% range %s; means of %s).",
			size, words.Label(f.Scenarios[d.a].Name), words.Percent(d.share), ranges, pairs)}
	}
	return Finding{lead, fmt.Sprintf("Difference %s (95%% range %s; means of %s).", size, ranges, pairs)}
}

// tooClose adds to a lead that it does not say which is higher: it stands alone as a title.
func (f *finder) tooClose(lead string) string { return lead[:len(lead)-1] + ", too close to call." }

// alike says where two scenarios end between which there is no difference.
func (f *finder) alike(digits words.Rounding) string {
	a, b := words.Label(f.Scenarios[0].Name), words.Label(f.Scenarios[1].Name)
	if f.nothing(0) {
		return "Neither " + a + " nor " + b + " " + f.phrase.say(f.phrase.neither, "", f.Runs.Last()) + "."
	}
	number := f.averaged(digits.Amount(f.summary(f.values, 0, alone).Mean))
	return words.Capital(a) + " and " + b + " both " + f.phrase.say(f.phrase.both, number, f.Runs.Last()) + "."
}

// butHeld says of scenarios without a difference that there is one where judged values are
// held, if so.
func (f *finder) butHeld(d difference, digits words.Rounding) string {
	if d.chance == nil || d.chance.Mean == 0 && d.chance.MCSE == 0 {
		return ""
	}
	return fmt.Sprintf("; with judged values held 95%% of differences lie from %s", digits.SpanOf(*d.chance))
}
