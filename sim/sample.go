package sim

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat/distmv"
	"gonum.org/v1/gonum/stat/samplemv"
)

// A Method is a way to spread points over the unit cube.
type Method uint8

const (
	// LatinHypercube has one point in each of as many equal slices of every
	// dimension as there are points.
	LatinHypercube Method = iota
	// Halton is the Halton sequence, scrambled after Owen (2017), "A randomized
	// Halton algorithm in R": its first points are spread evenly too.
	Halton
)

// Methods are the methods as scenario files write them.
var Methods = []string{"latin-hypercube", "halton"}

// MostSampled is how many numbers a sample may hold: 32 MB.
const MostSampled = 4_000_000

// A Sample is points in the unit cube. It is kept whole: 8 bytes for each point
// and dimension.
type Sample struct{ points *mat.Dense }

// NewSample draws points of the given dimensions (1 to 1,000), MostSampled
// numbers at most. The same method, size and seed give the same points.
func NewSample(method Method, points, dimensions int, seed uint64) (*Sample, error) {
	if points < 1 || dimensions < 1 || dimensions > 1000 || points*dimensions > MostSampled {
		return nil, fmt.Errorf("a sample of %d points in %d dimensions; at least one of each, at most 1000 dimensions and %d numbers", points, dimensions, MostSampled)
	}
	sample := &Sample{mat.NewDense(points, dimensions, nil)}
	unit, bits := distmv.NewUnitUniform(dimensions, nil), source(mix(mix(seed)+uint64(method)*golden))
	switch method {
	case LatinHypercube:
		samplemv.LatinHypercube{Q: unit, Src: bits}.Sample(sample.points)
	case Halton:
		samplemv.Halton{Kind: samplemv.Owen, Q: unit, Src: bits}.Sample(sample.points)
	default:
		return nil, fmt.Errorf("there is no sampling method %d", method)
	}
	return sample, nil
}

// Len returns the number of points.
func (s *Sample) Len() int { points, _ := s.points.Dims(); return points }

// At returns a coordinate of a point, above 0 and below 1: a distribution's
// quantile there is finite.
func (s *Sample) At(point, dimension int) float64 {
	return min(max(s.points.At(point, dimension), least), math.Nextafter(1, 0))
}

// least is the least coordinate: half of the finest cell in which unit places
// numbers.
const least = 0.5 / (1 << 52)

// Grid returns which value each lever takes at a point of a grid: levers[i] is
// the number of values of the i-th, and the last turns fastest. It appends to
// into[:0].
func Grid(into []int, point int, levers []int) []int {
	into = into[:0]
	for range levers {
		into = append(into, 0)
	}
	for i := len(levers) - 1; i >= 0; i-- {
		into[i] = point % levers[i]
		point /= levers[i]
	}
	return into
}
