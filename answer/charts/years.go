package charts

import (
	"fmt"
	"math"

	"skillmix/answer"
	"skillmix/answer/words"
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

// yearsOf sums a measure of a group by financial year. The group must keep it.
func yearsOf(r *answer.Runs, group, column int) (*years, error) {
	y := &years{sums: make([][]float64, len(r.Names)), totals: make([]float64, len(r.Names))}
	err := r.Each(column, answer.InGroup(group), func(_ int, line sim.Line, values [][]float64) {
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

// wholeYear is the number of months of a year.
const wholeYear = 12

// whole leaves the years at the beginning and at the end out of a line that have fewer
// months than others, unless there are no others: their sums are no match.
func (y *years) whole(line plots.Series) plots.Series {
	from, until := y.wholeYears()
	line.Start, line.Months, line.Median = line.Months[from], line.Months[from:until], line.Median[from:until]
	return line
}

// wholeYears returns the years with all months, or all years if none has.
func (y *years) wholeYears() (from, until int) {
	from, until = 0, len(y.covers)
	for from < until && y.covers[from] < wholeYear {
		from++
	}
	for until > from && y.covers[until-1] < wholeYear {
		until--
	}
	if from == until {
		return 0, len(y.covers)
	}
	return from, until
}

// partial says in a sentence which months whole leaves out, or how many there are if no
// year is whole; empty if there is nothing to say.
func (y *years) partial() string {
	from, until := y.wholeYears()
	var left []string
	for i, months := range y.covers {
		switch {
		case i < from || i >= until:
			left = append(left, fmt.Sprintf("the %s to %s", words.Count(months, "month"), words.Month(y.ends[i])))
		case months < wholeYear:
			return "No financial year is whole: " + y.inMonths() + "."
		}
	}
	if left == nil {
		return ""
	}
	return "Only whole years are drawn, without " + words.Listed(left) + "."
}

// inMonths says of how many months each year is.
func (y *years) inMonths() string {
	var parts []string
	for i, months := range y.covers {
		parts = append(parts, fmt.Sprintf("%s to %s", words.Count(months, "month"), words.Month(y.ends[i])))
	}
	return words.Listed(parts)
}

// series is a line of a value for each year.
func (y *years) series(name string, values []float64) plots.Series {
	return plots.Series{Label: name, Start: y.ends[0], Months: y.ends, Median: values}
}
