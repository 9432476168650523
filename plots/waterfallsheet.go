package plots

import (
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
)

// A barKind is what a bar of a waterfall stands for.
type barKind string

const (
	total barKind = "total" // and what is left
	takes barKind = "takes"
	adds  barKind = "adds"
)

// A waterfallSheet is a waterfall of which every place is settled.
type waterfallSheet struct {
	page
	chart *Waterfall
	rows  []*barRow
	ticks []plot.Tick
	left  vg.Length // place of the first tick
	right vg.Length // place of the last tick
	from  vg.Length // height at which the lines of the axis begin
	to    vg.Length // height at which they end, at the foot
}

// A barRow is a bar with its words.
type barRow struct {
	kind         barKind
	from, to     float64 // amounts at which the bar begins and ends
	error        float64
	label, value []string
	height       vg.Length
	middle       vg.Length
	valueWidth   vg.Length
}

// layOutWaterfall stacks title, subtitle, key, rows, axis and source.
func layOutWaterfall(chart *Waterfall) *waterfallSheet {
	s := &waterfallSheet{page: newPage("waterfall", chart.Title, chart.Alt), chart: chart}
	s.body = s.drawBars
	y := s.head(chart.Title, chart.subtitle(), s.flow(s.keyOfBars()))
	s.makeRows()
	s.placeAmounts()
	s.from = y
	for i, row := range s.rows {
		if i > 0 {
			y += gapBars
		}
		row.middle = y + row.height/2
		y += row.height
	}
	y += gapBars
	s.to = y
	s.foot(y+gapAxisLabels+tickText.spacing(), chart.Source)
	s.from, s.to = s.height-s.from, s.height-s.to
	for _, row := range s.rows {
		row.middle = s.height - row.middle
	}
	return s
}

// makeRows breaks the words of all rows and finds where each bar begins and
// ends.
func (s *waterfallSheet) makeRows() {
	add := func(kind barKind, label, value string, from, to, error float64) {
		row := &barRow{kind: kind, from: from, to: to, error: error,
			label: s.setter.wrap(plainText(label), endText, widestBarLabel),
			value: s.setter.wrap(plainText(value), endText, widestBarValue)}
		lines := max(len(row.label), len(row.value))
		row.height = max(barHeight, vg.Length(lines)*endText.spacing())
		row.valueWidth = s.setter.widest(row.value, endText)
		s.rows = append(s.rows, row)
	}
	rest := s.chart.Total.Amount
	add(total, s.chart.Total.Label, s.chart.Total.Value, 0, rest, 0)
	for _, step := range s.chart.Steps {
		kind := adds
		if s.chart.takes(step) {
			kind = takes
		}
		add(kind, step.Label, step.Value, rest, rest-step.Amount, step.Error)
		rest -= step.Amount
	}
	add(total, s.chart.Left.Label, s.chart.Left.Value, 0, s.chart.Left.Amount, 0)
}

// ends returns the smallest and the largest amount that a row reaches.
func (r *barRow) ends() (lowest, highest float64) {
	return min(r.from, r.to-r.error), max(r.from, r.to+r.error)
}

// below tells whether a row lies wholly below zero: its value then stands left
// of the bar.
func (r *barRow) below() bool {
	lowest, highest := r.ends()
	return highest <= 0 && lowest < 0
}

// placeAmounts settles the axis of amounts, between the labels at the left and
// the room that values need beside the bars.
func (s *waterfallSheet) placeAmounts() {
	var lowest, highest float64
	var labels, before, after vg.Length
	for _, row := range s.rows {
		low, high := row.ends()
		lowest, highest = min(lowest, low), max(highest, high)
		labels = max(labels, s.setter.widest(row.label, endText))
		if row.below() {
			before = max(before, row.valueWidth+gapBarValue)
		} else {
			after = max(after, row.valueWidth+gapBarValue)
		}
	}
	s.left = canvasMargin + labels + gapBarLabel + before
	s.right = canvasWidth - canvasMargin - after
	for fewest := fewestSteps; fewest > 0; fewest-- {
		s.ticks = valueTicks(lowest, highest, fewest, plain)
		if s.ticksFit() {
			return
		}
	}
	// Amounts with many digits: zero is written, and what else has room.
	zero := slices.IndexFunc(s.ticks, func(t plot.Tick) bool { return t.Value == 0 })
	for _, step := range []int{-1, 1} {
		written := zero
		for i := zero + step; i >= 0 && i < len(s.ticks); i += step {
			apart := vg.Length(max(i, written)-min(i, written)) * (s.right - s.left) / vg.Length(len(s.ticks)-1)
			if (s.tickWidth(i)+s.tickWidth(written))/2+gapTickLabels > apart {
				s.ticks[i].Label = ""
				continue
			}
			written = i
		}
	}
}

// tickWidth returns the length of the label of a tick.
func (s *waterfallSheet) tickWidth(i int) vg.Length {
	return s.setter.width(s.ticks[i].Label, tickText)
}

// ticksFit tells whether the labels of the axis stand apart, and makes room for
// those at its ends.
func (s *waterfallSheet) ticksFit() bool {
	last := len(s.ticks) - 1
	s.right = min(s.right, canvasWidth-canvasMargin-s.tickWidth(last)/2)
	apart := (s.right - s.left) / vg.Length(last)
	for i := 1; i <= last; i++ {
		if (s.tickWidth(i)+s.tickWidth(i-1))/2+gapTickLabels > apart {
			return false
		}
	}
	return true
}

// x returns where an amount stands.
func (s *waterfallSheet) x(amount float64) vg.Length {
	first, last := s.ticks[0].Value, s.ticks[len(s.ticks)-1].Value
	return s.left + vg.Length((amount-first)/(last-first))*(s.right-s.left)
}

// keyOfBars explains the bars that the chart has.
func (s *waterfallSheet) keyOfBars() []keyEntry {
	entries := []keyEntry{{"Total, and what is left", swatchWidth, swatchBar(total), []string{"kind", "total"}}}
	var withAdds, withTakes, withErrors bool
	for _, step := range s.chart.Steps {
		taken := s.chart.takes(step)
		withTakes, withAdds = withTakes || taken, withAdds || !taken
		withErrors = withErrors || step.Error > 0
	}
	if withTakes {
		entries = append(entries, keyEntry{"Takes from the total", swatchWidth, swatchBar(takes), []string{"kind", "takes"}})
	}
	if withAdds {
		entries = append(entries, keyEntry{"Adds to the total", swatchWidth, swatchBar(adds), []string{"kind", "adds"}})
	}
	if withErrors {
		entries = append(entries, keyEntry{"95% interval", swatchWidth, swatchWhisker, []string{"kind", "error"}})
	}
	return entries
}
