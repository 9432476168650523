package plots

import (
	"fmt"
	"math"

	"skillmix/sim"
)

// checkSeries returns the first reason why a series cannot be drawn.
func (f *Figure) checkSeries(s *Series) error {
	if plainText(s.Label) == "" {
		return fmt.Errorf("the label is empty: each line needs one")
	}
	if len(s.Median) == 0 {
		return fmt.Errorf("the median has no values: give one a month")
	}
	if err := f.checkPlaces(s); err != nil {
		return err
	}
	if len(stretches(s.Median)) == 0 {
		return fmt.Errorf("the median has no value that is a number: say in a note why")
	}
	if err := f.checkValues(s, "median", s.Median); err != nil {
		return err
	}
	for i, run := range s.Trajectories {
		if err := f.checkValues(s, fmt.Sprintf("trajectory %d", i+1), run); err != nil {
			return err
		}
	}
	if err := f.checkBand(s, "80%", s.Low80, s.High80); err != nil {
		return err
	}
	return f.checkBand(s, "95%", s.Low95, s.High95)
}

// checkPlaces checks where values stand on the axis.
func (f *Figure) checkPlaces(s *Series) error {
	if f.Across == "" {
		if s.At != nil {
			return fmt.Errorf("it has shares as places, and the axis is months: say in Across what they are shares of")
		}
		if s.Start < sim.MonthOf(1, 1) || s.Start > sim.MonthOf(9999, 12) {
			return fmt.Errorf("the start, month %d, is not in the years 1 to 9999", s.Start)
		}
		return s.checkMonths()
	}
	if len(s.At) != len(s.Median) || s.Months != nil {
		return fmt.Errorf("%d places for %d values: give each value its share of %s, and no month", len(s.At), len(s.Median), f.Across)
	}
	for i, at := range s.At {
		if !(at >= 0 && at <= 1) || i > 0 && at <= s.At[i-1] {
			return fmt.Errorf("place %d is %v: places must rise from 0 to 1", i+1, at)
		}
	}
	return nil
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

func (f *Figure) checkBand(s *Series, name string, low, high []float64) error {
	if low == nil && high == nil {
		return nil
	}
	if low == nil || high == nil {
		return fmt.Errorf("the %s band has only one of its two bounds: give both or neither", name)
	}
	if err := f.checkValues(s, "lower bound of the "+name+" band", low); err != nil {
		return err
	}
	if err := f.checkValues(s, "upper bound of the "+name+" band", high); err != nil {
		return err
	}
	for i := range low {
		if math.IsNaN(low[i]) != math.IsNaN(high[i]) {
			return fmt.Errorf("the %s band has only one bound in %s: %v to %v", name, s.where(i), low[i], high[i])
		}
		if low[i] > high[i]+roundingSlack*(1+math.Abs(high[i])) {
			return fmt.Errorf("the %s band is upside down in %s: %v to %v", name, s.where(i), low[i], high[i])
		}
	}
	return nil
}

// where words the place of the i-th value.
func (s *Series) where(i int) string {
	if s.At != nil {
		return fmt.Sprintf("place %v", s.At[i])
	}
	return s.month(i).String()
}

func (f *Figure) checkValues(s *Series, name string, values []float64) error {
	if len(values) != len(s.Median) {
		return fmt.Errorf("the %s has %d values and the median %d: they must be equally long",
			name, len(values), len(s.Median))
	}
	for i, value := range values {
		if math.IsNaN(value) {
			continue // a gap
		}
		if why := f.cannotDraw(value); why != "" {
			return fmt.Errorf("the %s is %v in %s: %s", name, value, s.where(i), why)
		}
	}
	return nil
}
