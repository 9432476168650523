package answer

import (
	"skillmix/answer/words"
	"skillmix/sim"
)

// A HeadlineNumbers is the headline measure in the last month, in figures: what the
// finding says in words.
type HeadlineNumbers struct {
	Measure, Setting, Quantity, Unit string
	Month                            sim.Month
	Levels                           []Level       // by scenario
	Gaps                             []HeadlineGap // the first scenario and each later one, then the second, and so on

	// Digits is the rounding in which levels are told, so that their differences can be seen.
	Digits words.Rounding
}

// A Level is where a scenario ends.
type Level struct {
	Scenario string
	sim.Summary
	// ChanceAlone is the same over the runs with judged values held, or nil.
	ChanceAlone *sim.Summary
}

// A HeadlineGap is scenario A minus scenario B, paired by replicate.
type HeadlineGap struct {
	A, B string
	sim.Summary
	ChanceAlone *sim.Summary
	Share       float64 // of pairs in which A is higher, ties counting half
	Verdict     Verdict
}

// A Verdict says how sure a difference is.
type Verdict string

// The verdicts. They are part of the shape of JSON.
const (
	SinglePair   Verdict = "single pair"   // one pair of runs: nothing can be said of its range
	NoDifference Verdict = "no difference" // in any pair
	Unresolved   Verdict = "unresolved"    // the 95% interval of the mean contains zero
	Weak         Verdict = "weak"          // the mean is resolved, but 95% of pairs lie on both sides of zero
	Clear        Verdict = "clear"         // 95% of pairs lie on one side of zero
)

var verdicts = [...]Verdict{once: SinglePair, alike: NoDifference, unresolved: Unresolved, weak: Weak, plain: Clear}

// Headlines returns the figures behind the finding. It returns the errors of Find.
func Headlines(result *Result) (*HeadlineNumbers, error) {
	at, err := FindHeadline(result.Runs.Layout, result.Headline)
	if err != nil {
		return nil, err
	}
	values, err := HeadlineValues(result.Runs, result.Headline)
	if err != nil {
		return nil, err
	}
	f := &finder{Result: result, phrase: at.phrase, values: values}
	column := result.Runs.Layout.Columns[at.Column]
	numbers := &HeadlineNumbers{
		Measure: column.Name, Setting: at.Setting, Quantity: at.phrase.quantity, Unit: column.Unit, Month: result.Runs.Last(),
	}
	apart, means := 0.0, make([]float64, len(values))
	for a := range values {
		level := Level{Scenario: result.Scenarios[a].Name, Summary: f.summary(values, a, alone)}
		if result.ChanceAlone != nil {
			held := f.summary(result.ChanceAlone, a, alone)
			level.ChanceAlone = &held
		}
		numbers.Levels, means[a] = append(numbers.Levels, level), level.Mean
		for b := a + 1; b < len(values); b++ {
			d := f.difference(a, b)
			if least := d.apart(); least != 0 && (apart == 0 || least < apart) {
				apart = least
			}
			numbers.Gaps = append(numbers.Gaps, f.gap(&d))
		}
	}
	numbers.Digits = words.RoundingOf(apart, means...)
	return numbers, nil
}

// gap is a difference for others.
func (f *finder) gap(d *difference) HeadlineGap {
	return HeadlineGap{
		A: f.Scenarios[d.a].Name, B: f.Scenarios[d.b].Name,
		Summary: d.Summary, ChanceAlone: d.chance, Share: d.share, Verdict: verdicts[d.verdict],
	}
}

// Lean returns the share of pairs that have the sign of the mean, ties counting half.
func (g *HeadlineGap) Lean() float64 { return lean(g.Mean, g.Share) }

// FromFirst returns the headline of the first scenario minus that of each other one, and
// the rounding in which the finding tells them. It returns the errors of Find.
func FromFirst(result *Result) (gaps []HeadlineGap, digits words.Rounding, err error) {
	at, err := FindHeadline(result.Runs.Layout, result.Headline)
	if err != nil {
		return nil, 0, err
	}
	values, err := HeadlineValues(result.Runs, result.Headline)
	if err != nil {
		return nil, 0, err
	}
	f := &finder{Result: result, phrase: at.phrase, values: values}
	var differences []difference
	for other := 1; other < len(values); other++ {
		differences = append(differences, f.difference(0, other))
		gaps = append(gaps, f.gap(&differences[other-1]))
	}
	digits, _ = f.digits(differences...)
	return gaps, digits, nil
}
