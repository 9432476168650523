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

	digits words.Rounding // in which levels are told, so that their differences can be seen
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
	at, err := findHeadline(result.Runs.Layout, result.Headline)
	if err != nil {
		return nil, err
	}
	values, err := HeadlineValues(result.Runs, result.Headline)
	if err != nil {
		return nil, err
	}
	f := &finder{Result: result, phrase: at.phrase, values: values}
	column := result.Runs.Layout.Columns[at.column]
	numbers := &HeadlineNumbers{
		Measure: column.Name, Setting: at.setting, Quantity: at.phrase.quantity, Unit: column.Unit, Month: result.Runs.last(),
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
			numbers.Gaps = append(numbers.Gaps, HeadlineGap{
				A: result.Scenarios[a].Name, B: result.Scenarios[b].Name,
				Summary: d.Summary, ChanceAlone: d.chance, Share: d.share, Verdict: verdicts[d.verdict],
			})
		}
	}
	numbers.digits = words.RoundingOf(apart, means...)
	return numbers, nil
}
