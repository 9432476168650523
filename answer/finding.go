package answer

import (
	"fmt"
	"strings"
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
	headline, err := findHeadline(result.Runs.Layout, result.Headline)
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
		return fmt.Sprintf(" %s failed and %s left out.", capital(count(failed, "run")), isOrAre(failed))
	default:
		return fmt.Sprintf(" %s %s left out, since a run failed.", capital(count(failed, "pair")), isOrAre(failed))
	}
}

func isOrAre(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

type finder struct {
	*Result
	phrase phrase
	values [][]float64 // by scenario and replicate
}

// lead says where the scenarios end, in the given order.
func (f *finder) lead(digits rounding, order ...int) string {
	var parts []string
	for _, scenario := range order {
		form, name := f.phrase.next, label(f.Scenarios[scenario].Name)
		number := digits.amount(f.summary(f.values, scenario, alone).Mean)
		if len(parts) == 0 {
			form, name = f.phrase.first, capital(name)
			if f.Runs.Replicates() > 1 {
				number = "an average of " + number // the chart beneath shows medians
			}
		}
		parts = append(parts, name+" "+f.phrase.say(form, number, f.Runs.last()))
	}
	return strings.Join(parts, "; ") + "."
}

// covers says what a range over the runs covers.
func (f *finder) covers() string {
	return "over " + f.varied()
}

// held says what a range covers over the runs in which judged values are held.
func (r *Result) held() string {
	if len(r.Varied) > 0 {
		return "with judged values held"
	}
	return "over chance alone"
}

// once says on what a single replicate rests, of which there is no range.
func (f *finder) once() string {
	if !f.Spread {
		return "judged values at their defaults, so no range can be given"
	}
	return count(f.Judged, "judged value") + " drawn once, so no range can be given"
}

// single words the finding of one scenario.
func (f *finder) single() Finding {
	s := f.summary(f.values, 0, alone)
	digits := roundingOf(0, s.Mean)
	if s.N == 1 {
		return Finding{f.lead(digits, 0), "A single run, " + f.once() + "."}
	}
	detail := fmt.Sprintf("95%% range %s %s;", digits.spanOf(s), f.covers())
	if f.ChanceAlone != nil {
		detail += fmt.Sprintf(" %s %s;", digits.spanOf(f.summary(f.ChanceAlone, 0, alone)), f.held())
	}
	return Finding{f.lead(digits, 0), detail + fmt.Sprintf(" mean of %s.", count(s.N, "run"))}
}

// pair words the finding of two scenarios. The higher one leads, so that
// the difference is positive; where it is not resolved which is higher, they
// keep the order in which they were given.
func (f *finder) pair() Finding {
	d := f.difference(0, 1)
	if d.verdict != unresolved && d.Mean < 0 {
		d = f.difference(1, 0)
	}
	digits := roundingOf(d.apart(), f.summary(f.values, 0, alone).Mean, f.summary(f.values, 1, alone).Mean)
	lead := f.lead(digits, d.a, d.b)
	ranges := digits.spanOf(d.Summary) + " " + f.covers()
	if d.chance != nil {
		ranges += "; " + digits.spanOf(*d.chance) + " " + f.held()
	}
	pairs := count(d.N, "paired run")
	switch d.verdict {
	case once:
		return Finding{lead, fmt.Sprintf("Difference %s in a single pair of runs, %s.", digits.number(d.Mean), f.once())}
	case alike:
		return Finding{lead, fmt.Sprintf("No difference in any of %s %s.", pairs, f.covers())}
	case unresolved:
		return Finding{lead, fmt.Sprintf("The difference of %s is unresolved: the 95%% interval of its mean, %s, contains zero (95%% range %s; %s).",
			digits.number(d.Mean), digits.span(d.MeanInterval()), ranges, pairs)}
	case weak:
		return Finding{lead, fmt.Sprintf("Difference %s on average; %s is higher in %s of pairs (95%% range %s; means of %s).",
			digits.number(d.Mean), label(f.Scenarios[d.a].Name), percent(d.share), ranges, pairs)}
	}
	return Finding{lead, fmt.Sprintf("Difference %s (95%% range %s; means of %s).", digits.number(d.Mean), ranges, pairs)}
}

// several words the finding of three scenarios or more: the first against
// each of the others.
func (f *finder) several() Finding {
	var (
		differences []difference
		order       []int
		means       []float64
		apart       float64
	)
	for scenario := range f.values {
		order = append(order, scenario)
		means = append(means, f.summary(f.values, scenario, alone).Mean)
		if scenario == 0 {
			continue
		}
		d := f.difference(0, scenario)
		differences = append(differences, d)
		if least := d.apart(); least != 0 && (apart == 0 || least < apart) {
			apart = least
		}
	}
	digits := roundingOf(apart, means...)
	var parts []string
	for _, d := range differences {
		parts = append(parts, f.clause(d, digits))
	}
	detail := capital(label(f.Scenarios[0].Name)) + " " + strings.Join(parts, "; ") + "."
	if differences[0].verdict == once {
		return Finding{f.lead(digits, order...), detail + " A single run of each, " + f.once() + "."}
	}
	unless := ""
	if f.ChanceAlone != nil {
		unless = " unless said otherwise"
	}
	detail += fmt.Sprintf(" Ranges are %s%s; means of %s.", f.covers(), unless, count(f.Runs.Replicates(), "paired run"))
	return Finding{f.lead(digits, order...), detail}
}

// clause says how the first of several scenarios compares with another.
func (f *finder) clause(d difference, digits rounding) string {
	other, ranges := label(f.Scenarios[d.b].Name), ""
	if d.verdict != once {
		ranges = "95% range " + digits.spanOf(d.Summary)
		if d.chance != nil {
			ranges += ", " + digits.spanOf(*d.chance) + " " + f.held()
		}
	}
	side, size := "above", d.Mean
	if d.Mean < 0 {
		side, size = "below", -d.Mean
	}
	switch d.verdict {
	case once:
		return fmt.Sprintf("differs from %s by %s", other, digits.number(d.Mean))
	case alike:
		return fmt.Sprintf("does not differ from %s in any pair", other)
	case unresolved:
		return fmt.Sprintf("is not told apart from %s (difference %s, unresolved: 95%% interval of the mean %s; %s)",
			other, digits.number(d.Mean), digits.span(d.MeanInterval()), ranges)
	case weak:
		return fmt.Sprintf("is %s %s by %s on average and in %s of pairs (%s)", side, other, digits.number(size), percent(d.lean()), ranges)
	}
	return fmt.Sprintf("is %s %s by %s (%s)", side, other, digits.number(size), ranges)
}
