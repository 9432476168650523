// Package labour holds the rules of the labour market: matching of seekers
// and posts, working up to a full contribution, and coming and going in whole
// people. It knows no organisation.
package labour

import "math"

// A Market is how many seekers there are for each vacancy, and the root of it.
type Market struct{ ratio, root float64 }

// MarketOf returns the market of seekers and vacancies. Without any of them
// nothing can be filled.
func MarketOf(seekers, vacancies float64) Market {
	if vacancies <= 0 || seekers <= 0 {
		return Market{}
	}
	ratio := seekers / vacancies
	return Market{ratio, math.Sqrt(ratio)}
}

// Fill returns the monthly probability that an open post is filled: Cobb and
// Douglas's matching with equal weights, rate*sqrt(seekers/vacancies), but
// never more than most, and never more than the seekers could fill.
func (m Market) Fill(rate, most float64) float64 { return min(most, rate*m.root, m.ratio) }

// Ramp returns the share of full work that a holder gives after so many
// months: start at first, rising evenly to 1 over length months.
func Ramp(start float64, months, length float64) float64 {
	if months >= length {
		return 1
	}
	return start + (1-start)*months/length
}

// Monthly turns a yearly rate of events into the probability of at least one
// in a month, for a constant hazard.
func Monthly(yearly float64) float64 { return -math.Expm1(-yearly / 12) }

// Whole rounds an expected number of people to a whole one by a uniform
// number u (0 to 1), without bias and never above most.
func Whole(expected, u float64, most int) int {
	whole := math.Floor(expected + u)
	return int(min(whole, float64(most)))
}
