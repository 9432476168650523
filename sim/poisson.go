package sim

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// Poisson returns a Poisson number with the given mean by inversion of the
// entity's uniform; it never falls when the mean rises. A mean of zero or
// less gives zero.
func (d Draws) Poisson(entity uint64, mean float64) int {
	if mean <= 0 {
		return 0
	}
	return poissonQuantile(d.Uniform(entity), mean)
}

// poissonQuantile returns the smallest k whose cumulative probability reaches
// u. It adds up the probabilities from zero, or, where the first of them
// would be too small for a float64 or the sum too long, searches around the
// normal quantile.
func poissonQuantile(u, mean float64) int {
	if mean > 500 {
		return searchPoisson(u, mean)
	}
	if mean < 1 && u <= 1-mean*(1-mean/2*(1-mean/3)) {
		return 0 // the series of exp(-mean) to the third power lies below it
	}
	p := math.Exp(-mean)
	k, cumulative := 0, p
	for u > cumulative {
		k++
		p *= mean / float64(k)
		if float64(k) > mean && cumulative+p == cumulative {
			break // rounding keeps the sum below u for good
		}
		cumulative += p
	}
	return k
}

// searchPoisson starts at the normal quantile and walks to the smallest k
// whose cumulative probability, a regularized incomplete gamma function
// (Abramowitz and Stegun 1964, 26.4.21), reaches u.
func searchPoisson(u, mean float64) int {
	k := math.Max(0, math.Round(mean+math.Sqrt(mean)*normalQuantile(u)))
	for mathext.GammaIncRegComp(k+1, mean) < u {
		k++
	}
	for k > 0 && mathext.GammaIncRegComp(k, mean) >= u {
		k--
	}
	return int(k)
}
