package facts

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/mathext"

	"skillmix/sim"
)

// resamples is the number of draws of replicates behind an interval.
const resamples = 2000

// bootstrap returns the interval of a statistic of n replicates: replicates
// are drawn with replacement, whole, so that what shared its luck stays
// together. The same arguments give the same interval. An interval of which
// some draw is not defined is not defined.
//
// Percentile intervals of few replicates are too narrow; they are widened as
// Hesterberg (2015, The American Statistician 69) advises, so that the
// interval of a mean is as wide as Student's.
func bootstrap(n int, confidence float64, statistic func(replicates []int) (float64, error)) (low, high float64, err error) {
	if n < 2 {
		return math.Inf(-1), math.Inf(1), nil
	}
	values, drawn := make([]float64, resamples), make([]int, n)
	for b := range values {
		draws := sim.NewChance(resamplingSeed, b).Draws(0, sim.Always)
		for i := range drawn {
			drawn[i] = int(draws.Uniform(uint64(i)) * float64(n))
		}
		if values[b], err = statistic(drawn); err != nil {
			return math.NaN(), math.NaN(), err
		}
	}
	slices.Sort(values)
	if math.IsNaN(values[0]) { // these sort first
		return math.NaN(), math.NaN(), nil
	}
	tail := widenedTail((1-confidence)/2, n)
	return quantile(values, tail), quantile(values, 1-tail), nil
}

// resamplingSeed is the seed of all intervals.
const resamplingSeed = 1

// widenedTail returns the share of draws to leave out at each end.
func widenedTail(tail float64, n int) float64 {
	degrees := float64(n - 1)
	x := mathext.InvRegIncBeta(degrees/2, 0.5, 2*tail)
	t := math.Sqrt(degrees * (1 - x) / x)
	return 0.5 * math.Erfc(math.Sqrt(float64(n)/degrees)*t/math.Sqrt2)
}
