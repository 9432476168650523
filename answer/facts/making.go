package facts

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"
)

// A making turns the rows of a table that count into one number.
type making struct {
	name    string
	columns int // expressions it needs
	of      func(s *Statistic, rows *rows) float64
}

// rows are the values kept of the rows that count: one slice for each column,
// and the names of the groups for shares of variance.
type rows struct {
	values       [2][]float64
	within, less []string
}

// makings lists what can be made of rows. What is not defined, such as the
// mean of no rows, is not a number.
var makings = []making{
	{"count", 0, func(_ *Statistic, r *rows) float64 { return sum(r.values[0]) }},
	{"sum", 1, func(_ *Statistic, r *rows) float64 { return sum(r.values[0]) }},
	{"mean", 1, func(_ *Statistic, r *rows) float64 { return stat.Mean(r.values[0], nil) }},
	{"share", 1, func(_ *Statistic, r *rows) float64 { return stat.Mean(r.values[0], nil) }},
	{"median", 1, func(_ *Statistic, r *rows) float64 { return quantile(r.values[0], 0.5) }},
	{"quantile", 1, func(s *Statistic, r *rows) float64 { return quantile(r.values[0], s.Quantile) }},
	{"mode", 1, func(_ *Statistic, r *rows) float64 { return mode(r.values[0]) }},
	{"correlation", 2, func(_ *Statistic, r *rows) float64 { return correlation(r.values[0], r.values[1]) }},
	{"variance_share", 1, func(_ *Statistic, r *rows) float64 { return varianceShare(r.values[0], r.within, r.less) }},
}

// Makings names what can be made of rows.
func Makings() []string {
	names := make([]string, len(makings))
	for i := range makings {
		names[i] = makings[i].name
	}
	return names
}

func sum(values []float64) (total float64) {
	for _, value := range values {
		total += value
	}
	return total
}

// quantile interpolates linearly between order statistics.
func quantile(values []float64, p float64) float64 {
	if len(values) == 0 {
		return math.NaN()
	}
	sorted := slices.Sorted(slices.Values(values))
	at := p * float64(len(sorted)-1)
	low := int(at)
	if low+1 >= len(sorted) || sorted[low] == sorted[low+1] { // the same, though it be infinite
		return sorted[low]
	}
	return sorted[low] + (at-float64(low))*(sorted[low+1]-sorted[low])
}

// mode returns the commonest value, the least of several equally common.
func mode(values []float64) float64 {
	best, most := math.NaN(), 0
	sorted := slices.Sorted(slices.Values(values))
	for i := 0; i < len(sorted); {
		j := i
		for j < len(sorted) && sorted[j] == sorted[i] {
			j++
		}
		if j-i > most {
			best, most = sorted[i], j-i
		}
		i = max(j, i+1)
	}
	return best
}

// correlation returns Pearson's coefficient, which needs three rows and
// columns that are not constant.
func correlation(x, y []float64) float64 {
	if len(x) < 3 || slices.Max(x) == slices.Min(x) || slices.Max(y) == slices.Min(y) {
		return math.NaN()
	}
	return stat.Correlation(x, y, nil)
}

// varianceShare returns the share of a variance that lies within groups, the
// rest lying between them, once the means of another, coarser grouping have
// been taken away. Only rows whose group has another row can tell. Both
// variances are mean squares, so that the share is 1, and not less, where rows
// of a group are no more alike than any.
func varianceShare(values []float64, within, less []string) float64 {
	var kept []float64
	var inner, outer []string
	size := counts(within)
	for i, group := range within {
		if size[group] > 1 {
			kept, inner, outer = append(kept, values[i]), append(inner, group), append(outer, less[i])
		}
	}
	free := len(kept) - centre(kept, outer)
	total := squares(kept)
	if free < 1 || !(total > 0) {
		return math.NaN()
	}
	freeWithin := len(kept) - centre(kept, inner)
	return squares(kept) / float64(freeWithin) / (total / float64(free))
}

// centre takes the mean of its group away from each value, and returns the
// number of groups.
func centre(values []float64, groups []string) int {
	totals, size := map[string]float64{}, counts(groups)
	for i, group := range groups {
		totals[group] += values[i]
	}
	for i, group := range groups {
		values[i] -= totals[group] / float64(size[group])
	}
	return len(size)
}

func counts(groups []string) map[string]int {
	size := map[string]int{}
	for _, group := range groups {
		size[group]++
	}
	return size
}

// squares returns the sum of squares.
func squares(values []float64) (total float64) {
	for _, value := range values {
		total += value * value
	}
	return total
}
