package answer

import (
	"math"

	"skillmix/sim"
)

// A Stopping decides when the mean of paired differences is known well enough. It
// is Stein's two-stage rule (1945) with a second condition. The first Begin pairs
// fix how many are needed: enough that Student's t with their degrees of freedom and
// their standard deviation gives a half-width of at most Target. Since the mean of
// normal numbers does not depend on their standard deviation, an interval of that
// half-width about the mean of as many pairs holds the true mean in at least 95% of
// cases, however often one looked. Beyond that the usual interval of all pairs must
// be as narrow too, so that what tables say of the difference agrees.
//
// That is for normal differences. In simulations with skewed ones (exponential, and
// lognormal of a skewness of 1.75) the interval held the true mean in 91% to 93% of
// cases where a Begin of 16 was enough or nearly so, in 94% to 95% with 64, and in
// 95% where six times 64 were needed: the fault is that of any mean of few skewed
// numbers, and more pairs mend it.
type Stopping struct {
	Target float64 // greatest half-width of the 95% interval, above 0
	Begin  int     // pairs of the first stage, at least 2
}

// HalfWidth returns the half-width of the 95% interval of the mean that the rule
// vouches for: the larger of Stein's and the usual one. With fewer than two pairs it
// is infinite.
func (s Stopping) HalfWidth(differences []float64) float64 {
	if len(differences) < 2 {
		return math.Inf(1)
	}
	first := sim.Summarize(differences[:min(s.Begin, len(differences))])
	all := sim.Summarize(differences)
	low, high := first.MeanInterval()
	stein := (high - low) / 2 * math.Sqrt(float64(first.N)/float64(all.N))
	low, high = all.MeanInterval()
	return max(stein, (high-low)/2)
}

// Reached reports whether there are enough pairs.
func (s Stopping) Reached(differences []float64) bool {
	return len(differences) >= s.Begin && s.HalfWidth(differences) <= s.Target
}

// HeadlineHalfWidth returns the half-width that the rule vouches for of the headline
// difference of the first scenario from each other one, the widest; of a single
// scenario that of its mean.
func (s Stopping) HeadlineHalfWidth(runs *Runs, measure string) (float64, error) {
	values, err := HeadlineValues(runs, measure)
	if err != nil {
		return 0, err
	}
	if len(values) == 1 {
		return s.HalfWidth(values[0]), nil
	}
	widest := 0.0
	for _, other := range values[1:] {
		widest = max(widest, s.HalfWidth(sim.Paired(values[0], other)))
	}
	return widest, nil
}
