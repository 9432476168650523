package plots

import (
	"strings"
	"testing"

	"gonum.org/v1/plot"

	"skillmix/sim"
)

// words returns the labels of the ticks that have one, with / for a new line.
func words(ticks []plot.Tick) string {
	var labels []string
	for _, tick := range ticks {
		if tick.Label != "" {
			labels = append(labels, strings.ReplaceAll(tick.Label, "\n", "/"))
		}
	}
	return strings.Join(labels, " ")
}

func TestValueTicks(t *testing.T) {
	tests := []struct {
		largest      float64
		want, reason string
	}{
		{0, "0.0 0.2 0.4 0.6 0.8 1.0", "nothing adopted still has a scale"},
		{6.8, "0 1 2 3 4 5 6 7", "steps of one"},
		{4, "0 1 2 3 4", "the largest value is itself a tick"},
		{0.3, "0.00 0.05 0.10 0.15 0.20 0.25 0.30", "steps below one, without a further step for rounding"},
		{99, "0 20 40 60 80 100", "steps of twenty"},
		{23456, "0 5,000 10,000 15,000 20,000 25,000", "thousands are parted"},
		{1234567, "0 200,000 400,000 600,000 800,000 1,000,000 1,200,000 1,400,000", "millions too"},
	}
	for _, test := range tests {
		ticks := valueTicks(0, test.largest, fewestSteps, plain)
		if got := words(ticks); got != test.want {
			t.Errorf("%s: ticks up to %v are %s, want %s", test.reason, test.largest, got, test.want)
		}
		if last := ticks[len(ticks)-1].Value; last < test.largest*(1-roundingSlack) {
			t.Errorf("%s: the last tick %v lies below the largest value %v", test.reason, last, test.largest)
		}
	}
}

func TestValueTicksOfUnits(t *testing.T) {
	tests := []struct {
		lowest, highest float64
		fewest          int
		unit            unit
		want, reason    string
	}{
		{-0.7, 4.6, fewestSteps, plain, "−1 0 1 2 3 4 5", "zero is a tick, wherever it lies"},
		{-1, 1, fewestSteps, plain, "−1.0 −0.5 0.0 0.5 1.0", "as far below zero as above"},
		{-3, 0, fewestSteps, plain, "−3.0 −2.5 −2.0 −1.5 −1.0 −0.5 0.0", "nothing above zero"},
		{0, 6.8, fewestPanelSteps, plain, "0 2 4 6 8", "fewer in a small panel"},
		{0, 1, fewestSteps, percent, "0% 20% 40% 60% 80% 100%", "all of them"},
		{0, 0.03, fewestSteps, percent, "0.0% 0.5% 1.0% 1.5% 2.0% 2.5% 3.0%", "few of them"},
		{-0.1, 0.1, fewestPanelSteps, percent, "−10% 0% 10%", "fewer and more of them"},
		{0, 4300, fewestSteps, pounds, "£0 £1,000 £2,000 £3,000 £4,000 £5,000", "pounds"},
		{0, 85000, fewestSteps, pounds, "£0 £20k £40k £60k £80k £100k", "thousands"},
		{-3e6, 1e6, fewestPanelSteps, pounds, "−£4m −£2m £0 £2m", "millions, saved and spent"},
		{0, 2.5e9, fewestSteps, pounds, "£0 £0.5bn £1.0bn £1.5bn £2.0bn £2.5bn", "billions"},
		{0, 1.2, fewestSteps, pounds, "£0 £0.20 £0.40 £0.60 £0.80 £1.00 £1.20", "pence"},
	}
	for _, test := range tests {
		if got := words(valueTicks(test.lowest, test.highest, test.fewest, test.unit)); got != test.want {
			t.Errorf("%s: ticks from %v to %v are %s, want %s", test.reason, test.lowest, test.highest, got, test.want)
		}
	}
}

func TestMonthTicks(t *testing.T) {
	tests := []struct {
		first        sim.Month
		months       int
		want, reason string
	}{
		{sim.MonthOf(2019, 4), 1, "Apr/2019", "a single month"},
		{sim.MonthOf(2019, 4), 3, "Apr/2019 May Jun", "each month of a quarter"},
		{sim.MonthOf(2019, 12), 2, "Dec/2019 Jan/2020", "the year is named where it changes; no April"},
		{sim.MonthOf(2019, 4), 12, "Apr/2019 Jul Oct Jan/2020", "a financial year by its quarters"},
		{sim.MonthOf(2019, 2), 24, "Apr/2019 Jul Oct Jan/2020 Apr Jul Oct Jan/2021", "the first label names its year"},
		{sim.MonthOf(2019, 5), 34, "Oct/2019 Apr/2020 Oct Apr/2021 Oct", "half-years, tied to April"},
		{sim.MonthOf(2019, 4), 120, "2019/April 2021 2023 2025 2027", "ten years"},
		{sim.MonthOf(2000, 1), 228, "2000/April 2005 2010 2015", "a start before April"},
	}
	s := &sheet{page: newPage("", "", "")}
	for _, test := range tests {
		ticks := s.monthTicks(test.first, test.first+sim.Month(test.months)-1, 460)
		if got := words(ticks); got != test.want {
			t.Errorf("%s: %d months from %v have the ticks %s, want %s", test.reason, test.months, test.first, got, test.want)
		}
	}
}
