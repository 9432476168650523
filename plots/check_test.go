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
		refused(t, chart, test.want, test.reason)
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

func TestFiguresThatCannotBeDrawnHonestly(t *testing.T) {
	tests := []struct {
		chart        func() *plots.Figure
		spoil        func(*plots.Figure)
		want, reason string
	}{
		{fourPanels, func(f *plots.Figure) { f.Panels = nil }, "no panels", "an empty figure"},
		{fourPanels, func(f *plots.Figure) { f.Columns = 5 }, "5 columns", "panels too narrow to read"},
		{fourPanels, func(f *plots.Figure) { f.Columns = -1 }, "-1 columns", "no columns"},
		{fourPanels, func(f *plots.Figure) { f.Percent, f.Pounds = true, true }, "both shares and pounds", "two units"},
		{fourPanels, func(f *plots.Figure) { f.Panels[2].Heading = " " }, `panel 3 (" "): the heading is empty`, "a panel that does not say what it is of"},
		{fourPanels, func(f *plots.Figure) { f.Panels[1].Series = nil }, "or a note that says why", "an empty panel without a word"},
		{fourPanels, func(f *plots.Figure) { f.Panels[1].Note = "Nothing." }, "and there are curves", "a note over curves"},
		{fourPanels, func(f *plots.Figure) {
			for i := range f.Panels {
				f.Panels[i] = plots.Panel{Heading: "Empty", Note: "Nothing."}
			}
		}, "no panel has a series", "nothing but notes"},
		{twelvePanels, func(f *plots.Figure) { s := f.Panels[4].Series; s[0], s[1] = s[1], s[0] }, "the same in the same order", "a key that is wrong for one panel"},
		{twelvePanels, func(f *plots.Figure) {
			for i := range f.Panels {
				f.Panels[i].Series[1].Label = f.Panels[i].Series[0].Label
			}
		}, "two series have the label", "a key that cannot tell lines apart"},
		{twelvePanels, func(f *plots.Figure) {
			for i := range f.Panels {
				f.Panels[i].Levels = []plots.Level{{Value: 1, Label: f.Panels[i].Heading}}
			}
		}, "levels of 12 kinds", "more dashes than there are"},
		{fourPanels, func(f *plots.Figure) {
			for i := range f.Panels {
				f.Panels[i].Observed = []plots.Points{{Label: f.Panels[i].Heading, Months: []sim.Month{april2019}, Values: []float64{1}}}
			}
		}, "4 observed sets", "more marks than there are"},
		{sharesWithLevels, func(f *plots.Figure) { f.Panels[0].Levels[0].Label = "" }, "level 1: the label is empty", "a line that stands for nothing"},
		{sharesWithLevels, func(f *plots.Figure) { f.Panels[0].Levels[0].Value = math.NaN() }, "must be a number", "a level nowhere"},
		{sharesWithLevels, func(f *plots.Figure) { f.Panels[0].Levels[0].Value = 1.1 }, "a share is at most 1", "more than all"},
		{sharesWithLevels, func(f *plots.Figure) {
			f.Panels[0].Levels = append(f.Panels[0].Levels, f.Panels[0].Levels...)
		}, "8 levels", "more levels than a reader can take in"},
		{signedDifference, func(f *plots.Figure) { f.Signed = false }, "cannot be negative", "a value below a foot of zero"},
		{poundsWithGaps, func(f *plots.Figure) {
			for i := range f.Panels[0].Series[0].Median {
				f.Panels[0].Series[0].Median[i] = math.NaN()
			}
		}, "say in a note why", "a line of nothing but gaps"},
		{acrossTrusts, func(f *plots.Figure) { f.Across = "" }, "the axis is months", "shares on an axis of months"},
		{acrossTrusts, func(f *plots.Figure) { f.Panels[0].Series[0].At = nil }, "0 places for 101 values", "values without a place"},
		{acrossTrusts, func(f *plots.Figure) { f.Panels[0].Series[0].At[3] = 0 }, "places must rise", "a place twice"},
		{acrossTrusts, func(f *plots.Figure) { f.Panels[0].Series[0].At[100] = 1.5 }, "place 101 is 1.5", "more than all trusts"},
		{acrossTrusts, func(f *plots.Figure) { f.Panels[0].Observed = withObserved().Panels[0].Observed }, "observed sets have months", "months on an axis of shares"},
		{acrossTrusts, func(f *plots.Figure) { f.Panels[0].Series[1].Low80[2] = 9 }, "upside down in place 0.02", "bounds exchanged"},
	}
	for _, test := range tests {
		chart := test.chart()
		test.spoil(chart)
		refused(t, chart, test.want, test.reason)
	}
}

func TestWaterfallsThatCannotBeDrawnHonestly(t *testing.T) {
	tests := []struct {
		spoil        func(*plots.Waterfall)
		want, reason string
	}{
		{func(w *plots.Waterfall) { w.Title = "" }, "title is empty", "no finding"},
		{func(w *plots.Waterfall) { w.Unit = " " }, "unit is empty", "amounts of nothing"},
		{func(w *plots.Waterfall) { w.Steps = nil }, "0 steps", "a total that is not parted"},
		{func(w *plots.Waterfall) { w.Steps = make([]plots.Step, 13) }, "13 steps", "more than fit"},
		{func(w *plots.Waterfall) { w.Total.Label = "" }, "total: the label is empty", "a bar without a name"},
		{func(w *plots.Waterfall) { w.Left.Value = "" }, "what is left: the value is empty", "a bar without a value"},
		{func(w *plots.Waterfall) { w.Steps[1].Amount = math.NaN() }, `step 2 ("Finance"): the amount is NaN`, "a bar without a length"},
		{func(w *plots.Waterfall) { w.Steps[0].Error = -1 }, "the error is -1", "a whisker of less than nothing"},
		{func(w *plots.Waterfall) { w.Steps[0].Error = math.Inf(1) }, "the error is +Inf", "a whisker without an end"},
		{func(w *plots.Waterfall) { w.Steps[0].Amount += 0.01 }, "must sum to the total", "parts that are more than the whole"},
	}
	for _, test := range tests {
		chart := barriers()
		test.spoil(chart)
		refused(t, chart, test.want, test.reason)
	}
}

// refused fails if a chart is drawn, or is refused in other words.
func refused(t *testing.T, chart drawable, want, reason string) {
	t.Helper()
	_, errSVG := chart.SVG()
	_, errPNG := chart.PNG()
	for _, err := range []error{errSVG, errPNG} {
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: got error %v, want one line with %q", reason, err, want)
		}
	}
}
