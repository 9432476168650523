package plots_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"skillmix/plots"
	"skillmix/plots/rules"
	"skillmix/sim"
)

// anyWords are words of any length. They have no hyphens, which before a zero
// would be the sign of a number gone wrong.
func anyWords(most int) *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		parts := rapid.SliceOfN(rapid.StringMatching(`[A-Za-z0-9&<>"'£%_;.]{1,14}`), 1, most).Draw(t, "words")
		return strings.Join(parts, " ")
	})
}

// sourced is a source with all that it must name.
func sourced(words string) string { return words + " 3f9a61c2, seed 7, 12 paired runs" }

// Whatever the words and the data, nothing overlaps and nothing is cut off.
func TestAnyFigureObeysTheRules(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		figure := anyFigure(t)
		svg, err := figure.SVG()
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range rules.Compare(svg, rules.Figure(figure)) {
			t.Error(fault)
		}
	})
}

func anyFigure(t *rapid.T) *plots.Figure {
	figure := &plots.Figure{
		Title:    anyWords(40).Draw(t, "title"),
		Subtitle: "Of " + anyWords(20).Draw(t, "subtitle"),
		Source:   sourced(anyWords(25).Draw(t, "source")),
		Columns:  rapid.IntRange(0, 4).Draw(t, "columns"),
		Signed:   rapid.Bool().Draw(t, "signed"),
	}
	figure.Alt = figure.Title + " " + anyWords(10).Draw(t, "alt")
	scales := []float64{0, 1e-6, 0.03, 1, 7.3, 99, 100, 12345, 4e9}
	switch rapid.IntRange(0, 3).Draw(t, "unit") {
	case 0:
		figure.Percent, scales = true, []float64{0, 0.0004, 0.03, 0.4}
	case 1:
		figure.Pounds = true
	}
	if rapid.IntRange(0, 3).Draw(t, "across") == 0 {
		figure.Across = anyWords(3).Draw(t, "of")
	}
	if rapid.Bool().Draw(t, "told of what") {
		figure.Of = anyWords(5).Draw(t, "bands of")
	}
	course := anyCourse{
		start:  sim.MonthOf(rapid.IntRange(1990, 2040).Draw(t, "year"), rapid.IntRange(1, 12).Draw(t, "month")),
		months: rapid.SampledFrom([]int{1, 2, 3, 5, 12, 13, 24, 30, 36, 60, 120, 228, 600}).Draw(t, "months"),
		scale:  rapid.SampledFrom(scales).Draw(t, "scale"),
	}
	var labels []string
	for i := range rapid.IntRange(1, 4).Draw(t, "series") {
		labels = append(labels, strconv.Itoa(i)+anyWords(8).Draw(t, "label"))
	}
	panels := rapid.SampledFrom([]int{1, 1, 1, 2, 3, 4, 5, 7, 12, 13}).Draw(t, "panels")
	for i := range panels {
		panel := plots.Panel{}
		if panels > 1 {
			panel.Heading = anyWords(6).Draw(t, "heading")
		}
		if i > 0 && rapid.IntRange(0, 5).Draw(t, "note") == 0 {
			panel.Note = anyWords(30).Draw(t, "words of the note")
			figure.Panels = append(figure.Panels, panel)
			continue
		}
		for _, label := range labels {
			panel.Series = append(panel.Series, course.series(t, figure, label))
		}
		for k := range rapid.IntRange(0, 5).Draw(t, "levels") {
			panel.Levels = append(panel.Levels, plots.Level{
				Value: course.scale * rapid.Float64Range(0, 1).Draw(t, "level"), Label: "Level " + strconv.Itoa(k)})
		}
		figure.Panels = append(figure.Panels, panel)
	}
	if figure.Across == "" {
		for k := range rapid.IntRange(0, 3).Draw(t, "observed") {
			figure.Panels[0].Observed = append(figure.Panels[0].Observed, plots.Points{
				Label:  strconv.Itoa(k) + anyWords(25).Draw(t, "observed label"),
				Months: []sim.Month{course.start}, Values: []float64{2 * course.scale},
			})
		}
	}
	return figure
}

// anyCourse is what all series of a random figure have in common.
type anyCourse struct {
	start  sim.Month
	months int
	scale  float64
}

// series makes a curve with a band, a single run and perhaps gaps.
func (c anyCourse) series(t *rapid.T, figure *plots.Figure, label string) plots.Series {
	length := rapid.SampledFrom([]int{c.months, (c.months + 1) / 2}).Draw(t, "length")
	from, to := rapid.Float64Range(0, 1).Draw(t, "from"), rapid.Float64Range(0, 1).Draw(t, "to")
	if figure.Signed {
		from -= 0.5
	}
	gap := rapid.IntRange(0, 9).Draw(t, "gap")
	s := plots.Series{Label: label, Start: c.start}
	for i := range length {
		value := c.scale * (from + (to-from)*float64(i)/float64(length))
		if i > 0 && i%10 < gap-5 {
			value = math.NaN()
		}
		s.Median = append(s.Median, value)
		s.High80 = append(s.High80, value+0.2*c.scale)
		if figure.Across != "" {
			s.At = append(s.At, float64(i)/float64(length))
		}
	}
	s.Low80, s.Trajectories = s.Median, [][]float64{s.High80}
	return s
}

func TestAnyWaterfallObeysTheRules(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		chart := &plots.Waterfall{
			Title:    anyWords(40).Draw(t, "title"),
			Subtitle: "Of " + anyWords(20).Draw(t, "subtitle"),
			Source:   sourced(anyWords(25).Draw(t, "source")),
			Unit:     anyWords(3).Draw(t, "unit"),
		}
		chart.Alt = chart.Title + " " + anyWords(10).Draw(t, "alt")
		scale := rapid.SampledFrom([]float64{0, 1e-6, 0.03, 1, 7.3, 99, 12345, 4e9}).Draw(t, "scale")
		amount := rapid.Float64Range(-1, 1)
		bar := func(amount float64) plots.Bar {
			return plots.Bar{Label: anyWords(9).Draw(t, "label"), Value: anyWords(3).Draw(t, "value"), Amount: amount}
		}
		chart.Total = bar(scale * amount.Draw(t, "total"))
		rest := chart.Total.Amount
		for range rapid.IntRange(1, 12).Draw(t, "steps") {
			of := bar(scale * amount.Draw(t, "step"))
			chart.Steps = append(chart.Steps, plots.Step{Label: of.Label, Value: of.Value, Amount: of.Amount,
				Error: scale * rapid.SampledFrom([]float64{0, 0.01, 0.5}).Draw(t, "error")})
			rest -= of.Amount
		}
		chart.Left = bar(rest)
		svg, err := chart.SVG()
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range rules.Compare(svg, rules.Waterfall(chart)) {
			t.Error(fault)
		}
	})
}
