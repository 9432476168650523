package answer

import (
	"fmt"
	"math"

	"skillmix/plots"
	"skillmix/sim"
)

// years are sums of a flow or of money by financial year, April to March.
type years struct {
	ends   []sim.Month // the last month of each year, or of the runs
	covers []int       // months of each year that the runs have
	sums   [][]float64 // by scenario and year, over all runs that did not fail
	totals []float64   // by scenario, over all years
}

// years sums a measure of a group by financial year. The group must keep it.
func (r *Runs) years(group, column int) (*years, error) {
	y := &years{sums: make([][]float64, len(r.Names)), totals: make([]float64, len(r.Names))}
	err := r.each(column, of(group), func(_ int, line sim.Line, values [][]float64) {
		last := len(y.ends) - 1
		if last < 0 || aprilBefore(y.ends[last]) != aprilBefore(line.Month) {
			y.ends, y.covers = append(y.ends, 0), append(y.covers, 0)
			for scenario := range y.sums {
				y.sums[scenario] = append(y.sums[scenario], 0)
			}
			last++
		}
		y.ends[last] = line.Month
		y.covers[last] += line.Covers
		for scenario, of := range values {
			sum := 0.0
			for _, value := range of {
				if !math.IsNaN(value) {
					sum += value
				}
			}
			y.sums[scenario][last] += sum
			y.totals[scenario] += sum
		}
	})
	return y, err
}

// aprilBefore returns the April with which a month's financial year begins.
func aprilBefore(month sim.Month) sim.Month { return month - sim.Month(month.OfFinancialYear()) }

// partial says which years have fewer than twelve months, in a sentence; empty if
// none has.
func (y *years) partial() string {
	const whole = 12
	last := len(y.covers) - 1
	switch first, end := y.covers[0], y.covers[last]; {
	case last == 0 && first < whole:
		return fmt.Sprintf("The year has %s.", count(first, "month"))
	case first < whole && end < whole:
		return fmt.Sprintf("The first year has %s and the last %d.", count(first, "month"), end)
	case first < whole:
		return fmt.Sprintf("The first year has %s.", count(first, "month"))
	case end < whole:
		return fmt.Sprintf("The last year has %s.", count(end, "month"))
	}
	return ""
}

// series is a line of a value for each year.
func (y *years) series(name string, values []float64) plots.Series {
	return plots.Series{Label: name, Start: y.ends[0], Months: y.ends, Median: values}
}
