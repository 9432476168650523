package plots

import (
	"image/color"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// addCurves adds bands below, single runs above them and medians on top, so
// that no series hides the median of another.
func (s *sheet) addCurves(p *plot.Plot) {
	series := s.chart.Series
	of95, of80 := bandOpacity(len(series))
	for i, one := range series {
		p.Add(band{s.placesOf(i), one.Low95, one.High95, faded(looks[i].color, of95)})
	}
	for i, one := range series {
		p.Add(band{s.placesOf(i), one.Low80, one.High80, faded(looks[i].color, of80)})
	}
	for i, one := range series {
		style := draw.LineStyle{Color: faded(looks[i].color, opacityTrajectory), Width: trajectoryWidth}
		for _, run := range one.Trajectories {
			p.Add(curve{s.placesOf(i), run, style})
		}
	}
	for i, one := range series {
		p.Add(curve{s.placesOf(i), one.Median, medianStyle(looks[i])})
	}
	for i, one := range series {
		p.Add(markers{s.placesOf(i), one.Median, looks[i], i, len(series)})
	}
	for i, one := range s.chart.Observed {
		p.Add(observedMarksOf{one, i})
	}
}

// placesOf returns the places of a series' months on the axis. Where the
// whole axis is one month the series stand side by side in it.
func (s *sheet) placesOf(series int) []float64 {
	one := &s.chart.Series[series]
	places := make([]float64, len(one.Median))
	for i := range places {
		places[i] = float64(one.month(i))
	}
	if first, last := s.chart.months(); first == last {
		places[0] += loneMonthApart * (float64(series) - float64(len(s.chart.Series)-1)/2)
	}
	return places
}

func medianStyle(look lineLook) draw.LineStyle {
	return draw.LineStyle{Color: look.color, Width: medianWidth, Dashes: look.dashes}
}

// A band fills the room between two rows of values.
type band struct {
	at        []float64 // places on the axis
	low, high []float64
	color     color.Color
}

// Plot draws the band; a band of one month is a box about that month.
func (b band) Plot(c draw.Canvas, p *plot.Plot) {
	upper := points(c, p, b.at, b.high)
	lower := points(c, p, b.at, b.low)
	if len(upper) == 0 {
		return
	}
	var outline vg.Path
	outline.Move(upper[0])
	for _, point := range upper[1:] {
		outline.Line(point)
	}
	for i := len(lower) - 1; i >= 0; i-- {
		outline.Line(lower[i])
	}
	outline.Close()
	c.SetColor(b.color)
	c.Fill(outline)
}

// A curve is a line through one row of values.
type curve struct {
	at     []float64 // places on the axis
	values []float64
	style  draw.LineStyle
}

// Plot draws the curve; a curve of one month is a short bar at that month.
func (l curve) Plot(c draw.Canvas, p *plot.Plot) {
	c.StrokeLines(l.style, points(c, p, l.at, l.values))
}

// markers are a few marks along a line, at other months than those of the
// other series, so that lines which coincide can still be told apart.
type markers struct {
	at            []float64 // places on the axis
	values        []float64
	look          lineLook
	place, places int
}

// Plot draws the markers.
func (m markers) Plot(c draw.Canvas, p *plot.Plot) {
	line := points(c, p, m.at, m.values)
	if len(m.values) == 1 {
		drawMarker(c, m.look, vg.Point{X: (line[0].X + line[1].X) / 2, Y: line[0].Y})
		return
	}
	// Not in the first and the last month: beside the label stands a marker too.
	inner := len(m.values) - 2
	count := min(mostMarkers, inner/m.places)
	for i := range count {
		share := (float64(i) + (float64(m.place)+0.5)/float64(m.places)) / float64(count)
		drawMarker(c, m.look, line[1+int(share*float64(inner))])
	}
}

func drawMarker(c draw.Canvas, look lineLook, at vg.Point) {
	c.DrawGlyphNoClip(draw.GlyphStyle{Color: white, Radius: look.radius + markerHalo, Shape: look.marker}, at)
	c.DrawGlyphNoClip(draw.GlyphStyle{Color: look.color, Radius: look.radius, Shape: look.marker}, at)
}

// points returns the places of a row of values on the canvas. A single value
// becomes the two ends of a short bar, since a line of one point is unseen.
func points(c draw.Canvas, p *plot.Plot, at, values []float64) []vg.Point {
	x, y := p.Transforms(&c)
	places := make([]vg.Point, len(values))
	for i, value := range values {
		places[i] = vg.Point{X: x(at[i]), Y: y(value)}
	}
	if len(places) == 1 {
		// At the edge of a longer axis half of the bar would fall outside.
		left := max(places[0].X-loneMonthWidth/2, c.Min.X)
		right := min(places[0].X+loneMonthWidth/2, c.Max.X)
		return []vg.Point{{X: left, Y: places[0].Y}, {X: right, Y: places[0].Y}}
	}
	return places
}

func (s *sheet) drawCurves(canvas vg.CanvasSizer) {
	s.plot.Draw(draw.Canvas{Canvas: canvas, Rectangle: s.plotArea})
}
