package plots_test

import (
	"math"
	"strings"
	"testing"

	"skillmix/plots"
	"skillmix/sim"
)

func TestChartsThatCannotBeDrawnHonestly(t *testing.T) {
	tests := []struct {
		spoil        func(*plots.Figure)
		want, reason string
	}{
		{func(a *plots.Figure) { a.Title = " \n" }, "title is empty", "a title of spaces states no finding"},
		{func(a *plots.Figure) { a.Subtitle = "" }, "subtitle is empty", "nobody would know what is measured"},
		{func(a *plots.Figure) { a.Source = "" }, "source is empty", "nobody could rerun it"},
		{func(a *plots.Figure) { a.Alt = "" }, "text alternative is empty", "some readers would get nothing"},
		{func(a *plots.Figure) { a.Panels[0].Series = nil }, "no series", "an empty chart shows nothing"},
		{func(a *plots.Figure) {
			a.Panels[0].Series = append(fourScenarios().Panels[0].Series, a.Panels[0].Series[0])
		}, "5 series", "five lines cannot be told apart"},
		{func(a *plots.Figure) { a.Panels[0].Series[1].Label = "" }, "series 2 (\"\"): the label is empty", "a line without a name"},
		{func(a *plots.Figure) { a.Panels[0].Series[0].Median = nil }, "no values", "a line without points"},
		{func(a *plots.Figure) { a.Panels[0].Series[0].Start = -5 }, "not in the years", "a month before the calendar"},
		{func(a *plots.Figure) { a.Panels[0].Series[0].Low80[3] = math.NaN() }, "only one bound in 2019-07", "half a band in one month"},
		{func(a *plots.Figure) { a.Panels[0].Series[0].High95[0] = math.Inf(1) }, "+Inf in 2019-04", "no end"},
		{func(a *plots.Figure) { a.Panels[0].Series[0].Trajectories[1][2] = -1 }, "trajectory 2 is -1 in 2019-06", "fewer than no posts"},
		{func(a *plots.Figure) { a.Panels[0].Series[0].Median[0] = 1e300 }, "cannot be drawn", "the axis would overflow"},
		{func(a *plots.Figure) { a.Panels[0].Series[0].Low80 = nil }, "only one of its two bounds", "half a band"},
		{func(a *plots.Figure) { a.Panels[0].Series[0].Low95 = a.Panels[0].Series[0].Low95[1:] }, "119 values and the median 120", "a bound too short"},
		{func(a *plots.Figure) { a.Panels[0].Series[0].Trajectories[0] = nil }, "0 values and the median 120", "a run without months"},
		{func(a *plots.Figure) {
			a.Panels[0].Observed = append(withObserved().Panels[0].Observed, a.Panels[0].Observed...)
		}, "4 observed sets", "marks that cannot be told apart"},
		{func(a *plots.Figure) { a.Panels[0].Observed[0].Label = " " }, "observed set 1 (\" \"): the label is empty", "marks without a meaning"},
		{func(a *plots.Figure) { a.Panels[0].Observed[0].Values = nil }, "1 months and 0 values", "marks without a place"},
		{func(a *plots.Figure) { a.Panels[0].Observed[0].Months[0] = april2019 - 1 }, "2019-03 is not within the months of the series, 2019-04 to 2029-03", "marks off the axis"},
		{func(a *plots.Figure) {
			o := &a.Panels[0].Observed[0]
			o.Months, o.Values = append(o.Months, o.Months[0]), []float64{1, 1}
		}, "does not come after", "one month twice"},
		{func(a *plots.Figure) { a.Panels[0].Observed[0].Values[0] = math.NaN() }, "the value is NaN in 2019-04", "not a number observed"},
		{func(a *plots.Figure) { a.Panels[0].Observed[0].Values[0] = -1 }, "the value is -1 in 2019-04", "fewer than no posts observed"},
		{func(a *plots.Figure) { s := &a.Panels[0].Series[0]; s.Low80, s.High80 = s.High80, s.Low80 }, "upside down", "bounds exchanged"},
	}
	for _, test := range tests {
		chart := twoScenarios()
		chart.Panels[0].Observed = []plots.Points{{Label: "Reported", Months: []sim.Month{april2019}, Values: []float64{2}}}
		test.spoil(chart)
		_, errSVG := chart.SVG()
		_, errPNG := chart.PNG()
		for _, err := range []error{errSVG, errPNG} {
			if err == nil || !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("%s: got error %v, want one line with %q", test.reason, err, test.want)
			}
		}
	}
}

func TestBoundsThatDifferInTheLastDigitAreDrawn(t *testing.T) {
	chart := twoScenarios()
	s := &chart.Panels[0].Series[0]
	s.Low80[0] = math.Nextafter(s.High80[0], math.Inf(1))
	if _, err := chart.SVG(); err != nil {
		t.Errorf("quantiles of equal values may differ by rounding, but: %v", err)
	}
}
