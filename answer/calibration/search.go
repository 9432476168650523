package calibration

import (
	"errors"
	"math"

	"gonum.org/v1/gonum/optimize"

	"skillmix/sim"
)

// A Dimension is a parameter that is searched, and where.
type Dimension struct {
	Name      string
	Low, High float64
}

// place turns a share of the range into a value.
func (d Dimension) place(share float64) float64 { return d.Low + share*(d.High-d.Low) }

// share turns a value into a share of the range.
func (d Dimension) share(value float64) float64 { return (value - d.Low) / (d.High - d.Low) }

// Spread returns points that fill the ranges evenly: a Latin hypercube, in
// which each of count equal slices of every range holds one point. The same
// seed gives the same points.
func Spread(dimensions []Dimension, count int, seed uint64) [][]float64 {
	points := make([][]float64, count)
	for i := range points {
		points[i] = make([]float64, len(dimensions))
	}
	chance := sim.NewChance(seed, 0)
	for d, dimension := range dimensions {
		draws := chance.Draws(sim.Purpose(d), sim.Always)
		slices := make([]int, count)
		for i := range slices {
			slices[i] = i
		}
		for i := count - 1; i > 0; i-- {
			other := int(draws.Uniform(uint64(i)) * float64(i+1))
			slices[i], slices[other] = slices[other], slices[i]
		}
		for i := range points {
			within := draws.Uniform(uint64(count + i))
			points[i][d] = dimension.place((float64(slices[i]) + within) / float64(count))
		}
	}
	return points
}

// Descend searches for the least value of f from a start, by the simplex of
// Nelder and Mead, within the ranges: outside of them f is taken at the
// nearest point, and worse by the distance. It makes about the given number of
// evaluations, and returns the best point that was evaluated and its value. An
// error of f ends the search.
func Descend(dimensions []Dimension, start []float64, evaluations int, f func(point []float64) (float64, error)) ([]float64, float64, error) {
	if len(start) != len(dimensions) {
		return nil, 0, errors.New("calibration: a start needs a value for every dimension")
	}
	var (
		failure error
		best    []float64
		least   = math.Inf(1)
	)
	inside := func(shares []float64) (point []float64, outside float64) {
		point = make([]float64, len(shares))
		for i, share := range shares {
			kept := min(max(share, 0), 1)
			outside += (share - kept) * (share - kept)
			point[i] = dimensions[i].place(kept)
		}
		return point, outside
	}
	shares := make([]float64, len(start))
	for i := range shares {
		shares[i] = min(max(dimensions[i].share(start[i]), 0), 1)
	}
	problem := optimize.Problem{Func: func(x []float64) float64 {
		point, outside := inside(x)
		if failure != nil {
			return math.Inf(1)
		}
		value, err := f(point)
		if err != nil {
			failure = err
			return math.Inf(1)
		}
		if value < least {
			best, least = point, value
		}
		return value + penalty*outside
	}, Status: func() (optimize.Status, error) {
		if failure != nil {
			return optimize.Failure, failure
		}
		return optimize.NotTerminated, nil
	}}
	settings := &optimize.Settings{
		FuncEvaluations: evaluations,
		Converger:       &optimize.FunctionConverge{Absolute: 1e-4, Iterations: 20},
	}
	_, err := optimize.Minimize(problem, shares, settings, &optimize.NelderMead{SimplexSize: firstSimplex})
	if failure != nil {
		return nil, 0, failure
	}
	if best == nil {
		return nil, 0, err
	}
	return best, least, nil
}

// firstSimplex is the first step of the search, as a share of each range;
// penalty is what leaving a range by its whole width costs.
const (
	firstSimplex = 0.15
	penalty      = 10.0
)

// A Profile tells what data say of one parameter: the objective over its range.
type Profile struct {
	Name       string
	Values     []float64
	Objectives []float64
}

// Within returns the least and the greatest value at which the objective is
// worse than the best by no more than allowed. Between the values that were
// tried the objective is taken as straight.
func (p Profile) Within(best, allowed float64) (low, high float64, some bool) {
	limit := best + allowed
	note := func(value float64) {
		if !some {
			low, high, some = value, value, true
		}
		low, high = min(low, value), max(high, value)
	}
	for i, objective := range p.Objectives {
		if objective <= limit {
			note(p.Values[i])
		}
		if i == 0 {
			continue
		}
		before := p.Objectives[i-1]
		if (before <= limit) != (objective <= limit) {
			note(p.Values[i-1] + (limit-before)/(objective-before)*(p.Values[i]-p.Values[i-1]))
		}
	}
	return low, high, some
}
