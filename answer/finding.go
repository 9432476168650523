package answer

import (
	"fmt"
	"strings"

	"skillmix/answer/words"
)

// A Finding is the answer in words, made from the runs.
type Finding struct {
	// Lead says where each scenario ends: one sentence.
	Lead string
	// Detail says by how much they differ and how sure that is.
	Detail string
}

// String returns the whole finding.
func (f Finding) String() string { return f.Lead + " " + f.Detail }

// Find words the finding for the headline measure in the last month. Numbers
// are means over replicates; a difference is the mean of the differences
// within pairs of runs that shared their luck; a range holds 95% of the runs
// or of the paired differences. A difference is called unresolved if the 95%
// interval of its mean contains zero. It returns the errors of HeadlineValues.
func Find(result *Result) (Finding, error) {
	headline, err := FindHeadline(result.Runs.Layout, result.Headline)
	if err != nil {
		return Finding{}, err
	}
	values, err := HeadlineValues(result.Runs, result.Headline)
	if err != nil {
		return Finding{}, err
	}
	f := &finder{Result: result, phrase: headline.phrase, values: values}
	finding := f.several
	switch len(values) {
	case 1:
		finding = f.single
	case 2:
		finding = f.pair
	}
	found := finding()
	found.Detail += result.leftOut()
	return found, nil
}

// leftOut says how many pairs are in no figure because a run failed.
func (r *Result) leftOut() string {
	switch failed := r.Runs.Failed(); {
	case failed == 0:
		return ""
	case len(r.Scenarios) == 1:
		return fmt.Sprintf(" %s failed and %s left out.", words.Capital(words.Count(failed, "run")), words.IsOrAre(failed))
	default:
		return fmt.Sprintf(" %s %s left out, since a run failed.", words.Capital(words.Count(failed, "pair")), words.IsOrAre(failed))
	}
}

type finder struct {
	*Result
	phrase phrase
	values [][]float64 // by scenario and replicate
}

// lead says where the scenarios end, in the given order.
func (f *finder) lead(digits words.Rounding, order ...int) string {
	var parts []string
	said := false // what is measured, and when
	for _, scenario := range order {
		form, number := f.phrase.next, digits.Amount(f.summary(f.values, scenario, alone).Mean)
		switch nothing := f.nothing(scenario); {
		case nothing && len(parts) == 0:
			form = f.phrase.none
		case nothing:
			form = f.phrase.nextNone
		case !said:
			form, number, said = f.phrase.first, f.averaged(number), true
		}
		name := words.Label(f.Scenarios[scenario].Name)
		if len(parts) == 0 {
			name = words.Capital(name)
		}
		parts = append(parts, name+" "+f.phrase.say(form, number, f.Runs.Last()))
	}
	return strings.Join(parts, "; ") + "."
}

// averaged says of a number that it is a mean: the chart beneath shows medians.
func (f *finder) averaged(number string) string {
	if f.Runs.Replicates() > 1 {
		return "an average of " + number
	}
	return number
}

// nothing reports whether a scenario ends with nothing in every run, and that is not said as 0.
func (f *finder) nothing(scenario int) bool {
	s := f.summary(f.values, scenario, alone)
	return f.phrase.none != "" && s.Mean == 0 && s.P2_5 == 0 && s.P97_5 == 0
}

// covers says what a range over the runs covers.
func (f *finder) covers() string {
	return "over " + f.Varying()
}

// once says on what a single replicate rests, of which there is no range.
func (f *finder) once() string {
	if !f.Spread {
		return "with judged values at their defaults, so no range can be given"
	}
	return "with " + words.Count(f.Judged, "judged value") + " drawn once, so no range can be given"
}

// single words the finding of one scenario.
func (f *finder) single() Finding {
	s := f.summary(f.values, 0, alone)
	digits := words.RoundingOf(0, s.Mean)
	if s.N == 1 {
		return Finding{f.lead(digits, 0), "A single run, " + f.once() + "."}
	}
	ranges := digits.SpanOf(s) + " " + f.covers()
	if f.ChanceAlone != nil {
		ranges += "; " + digits.SpanOf(f.summary(f.ChanceAlone, 0, alone)) + " " + f.Held()
	}
	return Finding{f.lead(digits, 0), fmt.Sprintf("95%% range %s; mean of %s.", ranges, words.Count(s.N, "run"))}
}
