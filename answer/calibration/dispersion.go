package calibration

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/mathext"
	"gonum.org/v1/gonum/stat"

	"skillmix/sim"
)

// Spend adds a month's money to a simulation's financial years.
func (s *Simulation) Spend(year string, entitled, unspent float64) {
	if n := len(s.Years); n == 0 || s.Years[n-1].Name != year {
		s.Years = append(s.Years, Year{Name: year})
	}
	last := &s.Years[len(s.Years)-1]
	last.Entitled += entitled
	last.Unspent += unspent
}

// Share returns the share of the year's entitlement that was not spent, 0
// without an entitlement.
func (y Year) Share() float64 {
	if y.Entitled == 0 {
		return 0
	}
	return y.Unspent / y.Entitled
}

// Variation returns the standard deviation of values over their mean, 0 for
// fewer than two.
func Variation(values []float64) float64 {
	if len(values) < 2 {
		return 0
	}
	mean, deviation := stat.MeanStdDev(values, nil)
	return deviation / mean
}

// FactorSpread returns the standard deviation of a reporting factor over
// networks that makes values vary as reported ones do, for a mean factor; 0
// where they vary as much without. The factor is taken not to depend on how
// many staff there are. The most that a factor between 0 and 1 can spread
// bounds it.
func FactorSpread(values []float64, reported, factor float64) float64 {
	own := Variation(values)
	variance := (reported*reported - own*own) / (1 + own*own) // in units of the mean, squared
	most := mostSpread * math.Sqrt(factor*(1-factor))
	return min(factor*math.Sqrt(max(0, variance)), most)
}

// mostSpread keeps a factor's distribution from being all noughts and ones.
const mostSpread = 0.95

// Reported returns values as networks would report them if the share that each
// reports differed: by a Beta distribution of that mean and standard deviation,
// drawn by keyed chance.
func Reported(values []float64, factor, spread float64, seed uint64) []float64 {
	reported := slices.Clone(values)
	draws := sim.NewChance(seed, 0).Draws(0, sim.Always)
	strength := 0.0
	if spread > 0 {
		strength = factor*(1-factor)/(spread*spread) - 1
	}
	for i := range reported {
		if spread == 0 {
			reported[i] *= factor
			continue
		}
		reported[i] *= mathext.InvRegIncBeta(factor*strength, (1-factor)*strength, draws.Uniform(uint64(i)))
	}
	return reported
}

// Quantiles returns the values below which given shares of all lie.
func Quantiles(values, shares []float64) []float64 {
	sorted := slices.Sorted(slices.Values(values))
	all := make([]float64, len(shares))
	for i, share := range shares {
		all[i] = math.NaN()
		if len(sorted) > 0 {
			all[i] = stat.Quantile(share, stat.LinInterp, sorted, nil)
		}
	}
	return all
}
