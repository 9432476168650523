package calibration

import "slices"

// AverageTrusts returns the means of figures of several replicates, which
// share their kinds of trusts.
func AverageTrusts(all []TrustFigures) TrustFigures {
	mean := TrustFigures{None: map[string]float64{}}
	weight := 1 / float64(len(all))
	mean.Shares = make([]float64, len(all[0].Shares))
	for _, one := range all {
		for i, share := range one.Shares {
			mean.Shares[i] += weight * share
		}
		mean.Kinds = one.Kinds
		mean.Median += weight * one.Median
		mean.All += weight * one.All
		mean.Supported += weight * one.Supported
		mean.Commonest += weight * one.Commonest
		mean.NoneOverNext += weight * one.NoneOverNext
		for _, kind := range one.Kinds {
			mean.None[kind] += weight * one.None[kind]
		}
	}
	return mean
}

// Median returns the middle of values, 0 without any.
func Median(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(values))
	middle := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return sorted[middle]
	}
	return (sorted[middle-1] + sorted[middle]) / 2
}
