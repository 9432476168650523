package answer

import (
	"math"

	"skillmix/sim"
)

// A verdict says how sure a difference is.
type verdict uint8

const (
	once       verdict = iota // a single pair: nothing can be said of its range
	alike                     // no difference in any pair
	unresolved                // the 95% interval of the mean contains zero
	weak                      // the mean is resolved, but 95% of pairs lie on both sides of zero
	plain                     // 95% of pairs lie on one side of zero
)

// A difference is scenario a minus scenario b, paired by replicate.
type difference struct {
	sim.Summary
	a, b    int
	share   float64      // of pairs in which a is higher, ties counting half
	chance  *sim.Summary // of the runs in which judged values were held, if there are such
	verdict verdict
}

// difference compares two scenarios of the result.
func (f *finder) difference(a, b int) difference {
	d := difference{
		Summary: f.summary(f.values, a, b),
		a:       a,
		b:       b,
		share:   sim.ShareHigher(definedPairs(nil, nil, f.values[a], f.values[b])),
	}
	if f.ChanceAlone != nil {
		chance := f.summary(f.ChanceAlone, a, b)
		d.chance = &chance
	}
	d.verdict = d.judge()
	return d
}

// alone stands in the place of a second scenario where there is none.
const alone = -1

// summary summarizes the difference of two scenarios, or the values of one alone. The points of a replicate share its luck, so they are no independent values.
func (f *finder) summary(values [][]float64, a, b int) sim.Summary {
	of := values[a]
	if b != alone {
		of = sim.Paired(of, values[b])
	}
	if f.Runs.Points == 1 {
		return sim.Summarize(of)
	}
	summarizer := sim.Summarizer{}
	return summarizer.SummarizeGroups(of, len(of)/f.Runs.Points)
}

func (d *difference) judge() verdict {
	switch {
	case d.Independent < 2: // of several points of one replicate too
		return once
	case d.Mean == 0 && d.MCSE == 0:
		return alike
	case !d.Resolved():
		return unresolved
	case d.P2_5 <= 0 && d.P97_5 >= 0:
		return weak
	}
	return plain
}

// lean returns the share of pairs that have the sign of the mean.
func (d *difference) lean() float64 { return lean(d.Mean, d.share) }

func lean(mean, share float64) float64 {
	if mean < 0 {
		return 1 - share
	}
	return share
}

// apart returns the size that a reader must be able to see: the difference,
// or where it is not resolved the width of its uncertainty, to one figure.
func (d *difference) apart() float64 {
	if d.verdict == unresolved {
		_, high := d.MeanInterval()
		return 10 * (high - d.Mean)
	}
	return math.Abs(d.Mean)
}
