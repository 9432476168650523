package plots

import (
	"image/color"
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"skillmix/sim"
)

// axes are those that all panels of a figure share.
type axes struct {
	first, last       float64 // places
	lowest, highest   float64 // values
	places, valuesAre []plot.Tick
}

// valueAxis returns the axis of values.
func (s *sheet) valueAxis() axes {
	fewest := fewestSteps
	if len(s.panels) > 1 {
		fewest = fewestPanelSteps
	}
	lowest, highest := s.figure.extremes()
	ticks := valueTicks(lowest, highest, fewest, s.figure.unit())
	return axes{lowest: ticks[0].Value, highest: ticks[len(ticks)-1].Value, valuesAre: ticks}
}

// placeAxis settles the axis of months, or of shares, for a given width.
func (s *sheet) placeAxis(width vg.Length) {
	if s.figure.Across != "" {
		s.axes.first, s.axes.last = 0, 1
		s.axes.places = s.shareTicks(plainText(s.figure.Across), width)
		return
	}
	first, last := s.figure.months()
	s.axes.first, s.axes.last = float64(first), float64(last)
	if first == last {
		s.axes.first, s.axes.last = s.axes.first-1, s.axes.last+1
	}
	s.axes.places = s.monthTicks(first, last, width)
}

// newPlot returns the plot of a panel with its axes, labelled or not, grid,
// bands and lines.
func (s *sheet) newPlot(panel *Panel, labelValues, labelPlaces bool) *plot.Plot {
	p := plot.New()
	p.BackgroundColor = nil
	p.TextHandler = s.setter.handler()
	for _, axis := range []*plot.Axis{&p.X, &p.Y} {
		axis.Tick.Label.Handler = s.setter.handler()
		axis.Tick.Label.Font = tickText.font()
		axis.Tick.Label.Color = tickText.color
		axis.Label.TextStyle.Handler = s.setter.handler()
		axis.Label.TextStyle.Font = tickText.font()
		axis.Padding = 0
	}
	p.X.LineStyle = draw.LineStyle{Color: darkGrey, Width: baselineWidth}
	if s.axes.lowest < 0 {
		p.X.LineStyle.Width = 0 // the line of zero is the base, wherever it lies
	}
	p.X.Tick.LineStyle = draw.LineStyle{Color: darkGrey, Width: baselineWidth}
	p.X.Tick.Length = monthTickLength
	p.Y.LineStyle.Width = 0
	p.Y.Tick.LineStyle.Width = 0

	if len(panel.Series) > 0 { // a note is not read through lines
		p.Add(grid{s.axes.valuesAre, s.axes.lowest < 0})
	}
	s.addCurves(p, panel)

	p.X.Min, p.X.Max = s.axes.first, s.axes.last
	p.X.Tick.Marker = ticksOf(s.axes.places, labelPlaces)
	p.Y.Min, p.Y.Max = s.axes.lowest, s.axes.highest
	p.Y.Tick.Marker = ticksOf(s.axes.valuesAre, labelValues)
	return p
}

// ticksOf returns ticks with or without their labels.
func ticksOf(ticks []plot.Tick, labelled bool) plot.ConstantTicks {
	if labelled {
		return ticks
	}
	bare := make([]plot.Tick, len(ticks))
	for i, tick := range ticks {
		bare[i] = plot.Tick{Value: tick.Value}
	}
	return bare
}

// A grid is a horizontal line at each tick of the value axis, and a darker one
// at zero where that is not the foot of the plot.
type grid struct {
	ticks  []plot.Tick
	signed bool
}

// Plot draws the grid.
func (g grid) Plot(c draw.Canvas, p *plot.Plot) {
	_, y := p.Transforms(&c)
	line := func(value float64, color color.Color, width vg.Length) {
		c.StrokeLine2(draw.LineStyle{Color: color, Width: width}, c.Min.X, y(value), c.Max.X, y(value))
	}
	group(c, "grid", nil, func() {
		for _, tick := range g.ticks {
			line(tick.Value, gridGrey, gridWidth)
		}
	})
	if g.signed {
		group(c, "zero", nil, func() { line(0, darkGrey, baselineWidth) })
	}
}

// months returns the first and the last month of all series, or of nothing but
// notes the month zero.
func (f *Figure) months() (first, last sim.Month) {
	seen := false
	for _, panel := range f.Panels {
		for _, series := range panel.Series {
			end := series.month(len(series.Median) - 1)
			if !seen {
				first, last, seen = series.Start, end, true
			}
			first, last = min(first, series.Start), max(last, end)
		}
	}
	return first, last
}

// extremes returns the smallest and the largest value that is drawn, and zero
// if that is smaller or larger.
func (f *Figure) extremes() (lowest, highest float64) {
	take := func(values ...float64) {
		for _, value := range values {
			if !math.IsNaN(value) {
				lowest, highest = min(lowest, value), max(highest, value)
			}
		}
	}
	for _, panel := range f.Panels {
		for _, series := range panel.Series {
			for _, row := range series.rows() {
				take(row...)
			}
		}
		for _, observed := range panel.Observed {
			take(observed.Values...)
		}
		for _, level := range panel.Levels {
			take(level.Value)
		}
	}
	if f.Signed && highest-lowest < smallestScale {
		return -1, 1 // nothing differs: a line at zero, in the middle
	}
	return lowest, highest
}
