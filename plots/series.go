package plots

import (
	"math"

	"skillmix/sim"
)

// Series is one scenario's curve.
type Series struct {
	// Label stands at the line's end or in the key. Long labels wrap.
	Label string
	// Start is the month of the first value.
	Start sim.Month
	// Months are those of the values, rising from Start on, where there is not one
	// a month; nil where there is.
	Months []sim.Month
	// At are the places of the values on the axis of a figure with Across, as
	// shares from 0 to 1, rising; nil in a figure over months.
	At []float64
	// Median holds one value a month, or one at each place, in the unit that the
	// chart's subtitle names: zero or more, but in a figure that is signed. Where
	// there is no value it holds NaN, and the line has a gap; not all are NaN.
	Median []float64
	// Low80, High80, Low95 and High95 bound the bands that hold 80% and 95% of
	// the runs in each month. Each is as long as Median; a pair is nil where
	// there is no such band, and both of a pair are NaN where it has a gap.
	Low80, High80, Low95, High95 []float64
	// Trajectories are a few single runs, each as long as Median. They may have
	// gaps too.
	Trajectories [][]float64
}

// month returns the month of the i-th value.
func (s *Series) month(i int) sim.Month {
	if s.Months != nil {
		return s.Months[i]
	}
	return s.Start + sim.Month(i)
}

// place returns where on the axis the i-th value stands.
func (s *Series) place(i int) float64 {
	if s.At != nil {
		return s.At[i]
	}
	return float64(s.month(i))
}

// rows are all rows of values that are drawn.
func (s *Series) rows() [][]float64 {
	return append([][]float64{s.Median, s.Low80, s.High80, s.Low95, s.High95}, s.Trajectories...)
}

// stretches returns the runs of indices from, to (exclusive) in which no row has
// a gap.
func stretches(rows ...[]float64) (all [][2]int) {
	length := 0
	for _, row := range rows {
		length = max(length, len(row))
	}
	from := -1
	for i := range length + 1 {
		whole := i < length
		for _, row := range rows {
			whole = whole && i < len(row) && !math.IsNaN(row[i])
		}
		switch {
		case whole && from < 0:
			from = i
		case !whole && from >= 0:
			all = append(all, [2]int{from, i})
			from = -1
		}
	}
	return all
}
