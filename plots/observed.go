package plots

import (
	"fmt"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"skillmix/sim"
)

// mostObserved is the number of observed sets that a reader can tell apart by
// their marks.
const mostObserved = 3

// Points are values that were observed in the world, drawn as hollow marks
// without a line over what was simulated.
type Points struct {
	// Label stands in the key. Long labels wrap.
	Label string
	// Months are those of the values, ascending, within the months of the
	// series.
	Months []sim.Month
	// Values are in the unit of the series, and have no gaps.
	Values []float64
}

// check returns the first reason why the points cannot be drawn.
func (p *Points) check(f *Figure, first, last sim.Month) error {
	if plainText(p.Label) == "" {
		return fmt.Errorf("the label is empty: the key needs one")
	}
	if len(p.Months) == 0 || len(p.Months) != len(p.Values) {
		return fmt.Errorf("%d months and %d values: give as many of one as of the other, and at least one", len(p.Months), len(p.Values))
	}
	for i, value := range p.Values {
		month := p.Months[i]
		switch {
		case i > 0 && month <= p.Months[i-1]:
			return fmt.Errorf("%v does not come after %v: give the months in order", month, p.Months[i-1])
		case month < first || month > last:
			return fmt.Errorf("%v is not within the months of the series, %v to %v", month, first, last)
		case f.cannotDraw(value) != "":
			return fmt.Errorf("the value is %v in %v: %s", value, month, f.cannotDraw(value))
		}
	}
	return nil
}

// observedMarksOf draws a set's marks.
type observedMarksOf struct {
	points Points
	set    int
}

// Plot draws the marks.
func (o observedMarksOf) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	for i, month := range o.points.Months {
		drawObserved(c, o.set, vg.Point{X: x(float64(month)), Y: y(o.points.Values[i])})
	}
}

// drawObserved draws one mark: a black outline with white within and about it,
// so that it is seen whatever lies beneath.
func drawObserved(c draw.Canvas, set int, at vg.Point) {
	shape := observedMarks[set]
	c.DrawGlyphNoClip(draw.GlyphStyle{Color: white, Radius: observedRadius + markerHalo, Shape: shape}, at)
	c.DrawGlyphNoClip(draw.GlyphStyle{Color: nearBlack, Radius: observedRadius, Shape: shape}, at)
	c.DrawGlyphNoClip(draw.GlyphStyle{Color: white, Radius: observedRadius - observedStroke, Shape: shape}, at)
}

// swatchObserved shows a set's mark in the key.
func swatchObserved(set int) func(draw.Canvas) {
	return func(c draw.Canvas) { drawObserved(c, set, c.Center()) }
}
