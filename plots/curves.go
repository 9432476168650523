package plots

import (
	"image/color"
	"math"
	"slices"
	"strconv"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// addCurves adds bands below, single runs above them, then levels and medians on
// top, so that no series hides the median of another.
func (s *sheet) addCurves(p *plot.Plot, panel *Panel) {
	of95, of80 := bandOpacity(s.figure.mostSeriesInPanel())
	look := func(i int) lineLook {
		look := looks[s.lookOf(panel, i)]
		if !s.figure.labelledAtEnds() {
			look.radius *= denseMarkers
		}
		return look
	}
	add := func(part string, series int, what plot.Plotter) {
		p.Add(panelPart{part, s.seriesAttributes(panel, series), what})
	}
	for i, one := range panel.Series {
		add("band", i, band{s.placesOf(panel, i), one.Low95, one.High95, faded(look(i).color, of95)})
	}
	for i, one := range panel.Series {
		add("band", i, band{s.placesOf(panel, i), one.Low80, one.High80, faded(look(i).color, of80)})
	}
	for i, one := range panel.Series {
		style := draw.LineStyle{Color: faded(look(i).color, opacityTrajectory), Width: trajectoryWidth}
		for _, run := range one.Trajectories {
			add("run", i, curve{s.placesOf(panel, i), run, style})
		}
	}
	for _, level := range panel.Levels {
		p.Add(panelPart{"level", s.levelAttributes(level), levelLine{level.Value, s.dashOf(level)}})
	}
	for i, one := range panel.Series {
		add("line", i, curve{s.placesOf(panel, i), one.Median, medianStyle(look(i))})
	}
	for i, one := range panel.Series {
		add("markers", i, markers{s.placesOf(panel, i), one.Median, look(i), i, len(panel.Series), s.mostMarkers()})
	}
	for _, one := range panel.Observed {
		set := slices.Index(s.sets, plainText(one.Label))
		p.Add(panelPart{"observed", []string{"set", strconv.Itoa(set + 1)}, observedMarksOf{one, set}})
	}
}

func (f *Figure) mostSeriesInPanel() int {
	most := 0
	for i := range f.Panels {
		most = max(most, len(f.Panels[i].Series))
	}
	return most
}

// mostMarkers returns how many marks a line has at most.
func (s *sheet) mostMarkers() int {
	if len(s.panels) == 1 {
		return mostMarkers
	}
	return mostPanelMarkers
}

// placesOf returns the places of a series' values on the axis. Where the whole
// axis is one month the series stand side by side in it.
func (s *sheet) placesOf(panel *Panel, series int) []float64 {
	one := &panel.Series[series]
	places := make([]float64, len(one.Median))
	for i := range places {
		places[i] = one.place(i)
	}
	if first, last := s.figure.months(); first == last && s.figure.Across == "" {
		apart := loneMonthApart
		if len(s.panels) > 1 {
			apart = lonePanelMonthApart
		}
		places[0] += apart * (float64(series) - float64(len(panel.Series)-1)/2)
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
	for _, part := range stretches(b.low, b.high) {
		upper := points(c, p, b.at, b.high, part)
		lower := points(c, p, b.at, b.low, part)
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
}

// A curve is a line through one row of values.
type curve struct {
	at     []float64 // places on the axis
	values []float64
	style  draw.LineStyle
}

// Plot draws the curve; a curve of one month, and a value between two gaps, is
// a short bar.
func (l curve) Plot(c draw.Canvas, p *plot.Plot) {
	for _, part := range stretches(l.values) {
		c.StrokeLines(l.style, points(c, p, l.at, l.values, part))
	}
}

// A levelLine runs through the whole panel.
type levelLine struct {
	value  float64
	dashes []vg.Length
}

// Plot draws the line.
func (l levelLine) Plot(c draw.Canvas, p *plot.Plot) {
	_, y := p.Transforms(&c)
	c.StrokeLine2(levelStyle(l.dashes), c.Min.X, y(l.value), c.Max.X, y(l.value))
}

func levelStyle(dashes []vg.Length) draw.LineStyle {
	return draw.LineStyle{Color: darkGrey, Width: levelWidth, Dashes: dashes}
}

// markers are a few marks along a line, at other months than those of the
// other series, so that lines which coincide can still be told apart.
type markers struct {
	at            []float64 // places on the axis
	values        []float64
	look          lineLook
	place, places int
	most          int
}

// Plot draws the markers.
func (m markers) Plot(c draw.Canvas, p *plot.Plot) {
	if len(m.values) == 1 {
		line := points(c, p, m.at, m.values, [2]int{0, 1})
		drawMarker(c, m.look, vg.Point{X: (line[0].X + line[1].X) / 2, Y: line[0].Y})
		return
	}
	var there []int // values that are no gap
	for i, value := range m.values {
		if !math.IsNaN(value) {
			there = append(there, i)
		}
	}
	x, y := p.Transforms(&c)
	// Not in the first and the last month: beside the label stands a marker too.
	inner := len(there) - 2
	count := min(m.most, inner/m.places)
	for i := range count {
		share := (float64(i) + (float64(m.place)+0.5)/float64(m.places)) / float64(count)
		at := there[1+int(share*float64(inner))]
		drawMarker(c, m.look, vg.Point{X: x(m.at[at]), Y: y(m.values[at])})
	}
}

func drawMarker(c draw.Canvas, look lineLook, at vg.Point) {
	c.DrawGlyphNoClip(draw.GlyphStyle{Color: white, Radius: look.radius + markerHalo, Shape: look.marker}, at)
	c.DrawGlyphNoClip(draw.GlyphStyle{Color: look.color, Radius: look.radius, Shape: look.marker}, at)
}

// points returns the places of a part of a row of values on the canvas. A
// single value becomes the two ends of a short bar, since a line of one point is
// unseen.
func points(c draw.Canvas, p *plot.Plot, at, values []float64, part [2]int) []vg.Point {
	x, y := p.Transforms(&c)
	places := make([]vg.Point, 0, part[1]-part[0])
	for i := part[0]; i < part[1]; i++ {
		places = append(places, vg.Point{X: x(at[i]), Y: y(values[i])})
	}
	if len(places) == 1 {
		width := loneMonthWidth
		if len(values) > 1 {
			width = loneValueWidth
		}
		// At the edge of a longer axis half of the bar would fall outside.
		left := max(places[0].X-width/2, c.Min.X)
		right := min(places[0].X+width/2, c.Max.X)
		return []vg.Point{{X: left, Y: places[0].Y}, {X: right, Y: places[0].Y}}
	}
	return places
}
