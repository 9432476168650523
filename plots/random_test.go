package plots_test

import (
	"testing"

	"pgregory.net/rapid"

	"skillmix/plots"
	"skillmix/sim"
)

// Whatever the words and the data, nothing overlaps and nothing is cut off.
func TestAnyChartObeysTheRules(t *testing.T) {
	words := func(most int) *rapid.Generator[string] {
		return rapid.Custom(func(t *rapid.T) string {
			parts := rapid.SliceOfN(rapid.StringMatching(`[A-Za-z0-9&<>"'£%_;.-]{1,14}`), 1, most).Draw(t, "words")
			text := ""
			for _, part := range parts {
				text += part + " "
			}
			return text
		})
	}
	rapid.Check(t, func(t *rapid.T) {
		chart := &plots.Figure{
			Title:    words(40).Draw(t, "title"),
			Subtitle: words(20).Draw(t, "subtitle"),
			Source:   words(25).Draw(t, "source"),
			Alt:      words(10).Draw(t, "alt"),
			Panels:   []plots.Panel{{}},
		}
		start := sim.MonthOf(rapid.IntRange(1990, 2040).Draw(t, "year"), rapid.IntRange(1, 12).Draw(t, "month"))
		months := rapid.SampledFrom([]int{1, 2, 3, 5, 12, 13, 24, 30, 36, 60, 120, 228, 600}).Draw(t, "months")
		scale := rapid.SampledFrom([]float64{0, 1e-6, 0.03, 1, 7.3, 99, 100, 12345, 4e9}).Draw(t, "scale")
		for range rapid.IntRange(1, 4).Draw(t, "series") {
			length := rapid.SampledFrom([]int{months, (months + 1) / 2}).Draw(t, "length")
			median := make([]float64, length)
			high := make([]float64, length)
			from, to := rapid.Float64Range(0, 1).Draw(t, "from"), rapid.Float64Range(0, 1).Draw(t, "to")
			for i := range median {
				median[i] = scale * (from + (to-from)*float64(i)/float64(length))
				high[i] = 1.2 * median[i]
			}
			chart.Panels[0].Series = append(chart.Panels[0].Series, plots.Series{
				Label: words(8).Draw(t, "label"), Start: start, Median: median,
				Low80: median, High80: high, Trajectories: [][]float64{high},
			})
		}
		for range rapid.IntRange(0, 3).Draw(t, "observed") {
			chart.Panels[0].Observed = append(chart.Panels[0].Observed, plots.Points{
				Label: words(25).Draw(t, "observed label"), Months: []sim.Month{start + sim.Month((months-1)/4)}, Values: []float64{2 * scale},
			})
		}
		svg, err := chart.SVG()
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range faultsOf(chart, svg) {
			t.Error(fault)
		}
	})
}
