package plots

import (
	"fmt"
	"math"

	"skillmix/sim"
)

// mostSeries is the number of lines a reader can still tell apart.
const mostSeries = 4

// largestValue keeps the arithmetic of the axis finite.
const largestValue = 1e15

// roundingSlack is how far, in proportion, a lower bound may lie above its
// upper bound: quantiles of equal values can differ in the last digit.
const roundingSlack = 1e-9

// check returns the first reason why the chart cannot be drawn.
func (a *Adoption) check() error {
	for _, text := range []struct{ name, value string }{
		{"title", a.Title}, {"subtitle", a.Subtitle}, {"source", a.Source}, {"text alternative", a.Alt},
	} {
		if plainText(text.value) == "" {
			return fmt.Errorf("adoption chart: the %s is empty: every chart needs one", text.name)
		}
	}
	if len(a.Series) == 0 {
		return fmt.Errorf("adoption chart: no series: give one to %d", mostSeries)
	}
	if len(a.Series) > mostSeries {
		return fmt.Errorf("adoption chart: %d series: a chart takes at most %d, so draw several charts",
			len(a.Series), mostSeries)
	}
	for i := range a.Series {
		if err := a.Series[i].check(); err != nil {
			return fmt.Errorf("adoption chart: series %d (%q): %w", i+1, a.Series[i].Label, err)
		}
	}
	if len(a.Observed) > mostObserved {
		return fmt.Errorf("adoption chart: %d observed sets: a chart takes at most %d", len(a.Observed), mostObserved)
	}
	first, last := a.months()
	for i := range a.Observed {
		if err := a.Observed[i].check(first, last); err != nil {
			return fmt.Errorf("adoption chart: observed set %d (%q): %w", i+1, a.Observed[i].Label, err)
		}
	}
	return nil
}

func (s *Series) check() error {
	if plainText(s.Label) == "" {
		return fmt.Errorf("the label is empty: each line needs one at its end")
	}
	if len(s.Median) == 0 {
		return fmt.Errorf("the median has no values: give one a month")
	}
	if s.Start < sim.MonthOf(1, 1) || s.Start > sim.MonthOf(9999, 12) {
		return fmt.Errorf("the start, month %d, is not in the years 1 to 9999", s.Start)
	}
	if err := s.checkMonths(); err != nil {
		return err
	}
	if err := s.checkValues("median", s.Median); err != nil {
		return err
	}
	for i, run := range s.Trajectories {
		if err := s.checkValues(fmt.Sprintf("trajectory %d", i+1), run); err != nil {
			return err
		}
	}
	if err := s.checkBand("80%", s.Low80, s.High80); err != nil {
		return err
	}
	return s.checkBand("95%", s.Low95, s.High95)
}

func (s *Series) checkMonths() error {
	if s.Months == nil {
		return nil
	}
	if len(s.Months) != len(s.Median) || len(s.Months) == 0 || s.Months[0] != s.Start {
		return fmt.Errorf("%d months for %d values from %v on: give each value its month", len(s.Months), len(s.Median), s.Start)
	}
	for i, month := range s.Months[1:] {
		if month <= s.Months[i] {
			return fmt.Errorf("%v does not come after %v: months must rise", month, s.Months[i])
		}
	}
	return nil
}

func (s *Series) checkBand(name string, low, high []float64) error {
	if low == nil && high == nil {
		return nil
	}
	if low == nil || high == nil {
		return fmt.Errorf("the %s band has only one of its two bounds: give both or neither", name)
	}
	if err := s.checkValues("lower bound of the "+name+" band", low); err != nil {
		return err
	}
	if err := s.checkValues("upper bound of the "+name+" band", high); err != nil {
		return err
	}
	for i := range low {
		if low[i] > high[i]+roundingSlack*(1+high[i]) {
			return fmt.Errorf("the %s band is upside down in %v: %v to %v",
				name, s.month(i), low[i], high[i])
		}
	}
	return nil
}

func (s *Series) checkValues(name string, values []float64) error {
	if len(values) != len(s.Median) {
		return fmt.Errorf("the %s has %d values and the median %d: they must be equally long",
			name, len(values), len(s.Median))
	}
	for i, value := range values {
		month := s.month(i)
		switch {
		case math.IsNaN(value) || math.IsInf(value, 0):
			return fmt.Errorf("the %s is %v in %v: it must be a number", name, value, month)
		case value < 0:
			return fmt.Errorf("the %s is %v in %v: adoption cannot be negative", name, value, month)
		case value > largestValue:
			return fmt.Errorf("the %s is %v in %v: values above %v cannot be drawn", name, value, month, largestValue)
		}
	}
	return nil
}
