package calibration

import "math"

// Tolerances of what is known of trusts: an error of one tolerance counts one.
const (
	noneTolerance      = 0.05 // of the share of mental health trusts without an ACP, below the next kind's
	supportedTolerance = 0.05 // of the share of ACPs in the supported services, below a half
	commonestTolerance = 1.0  // of the commonest number of ACPs, above one
	spreadTolerance    = 0.20 // of a share of services, since only the shape is compared
	neverSpread        = 1.0  // error of a spread that never reaches the first survey's share
)

// Score returns how far the figures are from what is known: squared errors in
// tolerances, summed. The median is at rest in the middle of its range, on a
// logarithmic scale, and one tolerance off at its ends; what is known as a bound
// counts beyond it only.
func (f TrustFigures) Score() float64 {
	middle, end := math.Sqrt(leastMedian*mostMedian), math.Sqrt(mostMedian/leastMedian)
	median := math.Log(max(f.Median, floor)/middle) / math.Log(end)
	spread := f.spreadError()
	if math.IsNaN(spread) {
		spread = neverSpread
	}
	return square(median) + square(max(0, -f.NoneOverNext)/noneTolerance) + square(max(0, 0.5-f.Supported)/supportedTolerance) +
		square(max(0, f.Commonest-1)/commonestTolerance) + square(spread/spreadTolerance)
}

// spreadError returns the root mean square of simulated less surveyed shares,
// after the first survey, where the run reaches so far; not a number if the
// spread never begins.
func (f TrustFigures) spreadError() float64 {
	sum, count := 0.0, 0.0
	for i, survey := range f.Surveys {
		if i > 0 && !math.IsNaN(survey.Simulated) {
			sum += square(survey.Simulated - survey.Observed)
			count++
		}
	}
	if count == 0 {
		return math.NaN()
	}
	return math.Sqrt(sum / count)
}

// The range of ACPs per 1,000 staff in the median trust in 2019.
const (
	leastMedian = 1.0
	mostMedian  = 8.0
)
