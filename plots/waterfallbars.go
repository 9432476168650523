package plots

import (
	"image/color"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// drawBars draws the axis, then bar by bar.
func (s *waterfallSheet) drawBars(canvas vg.CanvasSizer) {
	c := draw.New(canvas)
	s.drawAmounts(c)
	group(c, "connectors", nil, func() {
		for i, row := range s.rows[1:] {
			s.connect(c, s.rows[i], row)
		}
	})
	for _, row := range s.rows {
		group(c, "row", []string{"kind", string(row.kind)}, func() { s.drawRow(c, row) })
	}
}

// drawAmounts draws a line at each tick of the axis, its label below, and a
// darker line at zero.
func (s *waterfallSheet) drawAmounts(c draw.Canvas) {
	group(c, "grid", nil, func() {
		for _, tick := range s.ticks {
			style := draw.LineStyle{Color: gridGrey, Width: gridWidth}
			c.StrokeLine2(style, s.x(tick.Value), s.to, s.x(tick.Value), s.from)
		}
	})
	face := s.setter.face(tickText)
	for _, tick := range s.ticks {
		if tick.Label == "" {
			continue
		}
		left := s.x(tick.Value) - s.setter.width(tick.Label, tickText)/2
		s.write(c, placedText{"tick", tick.Label, tickText, vg.Point{X: left, Y: s.to - gapAxisLabels - face.Extents().Ascent}})
	}
	group(c, "zero", nil, func() {
		c.StrokeLine2(draw.LineStyle{Color: darkGrey, Width: baselineWidth}, s.x(0), s.to, s.x(0), s.from)
	})
}

// connect draws a thin line from where one bar ends to where the next begins.
func (s *waterfallSheet) connect(c draw.Canvas, upper, lower *barRow) {
	x := s.x(upper.to)
	c.StrokeLine2(draw.LineStyle{Color: midGrey, Width: leaderWidth}, x, upper.middle-barHeight/2, x, lower.middle+barHeight/2)
}

// drawRow draws a bar with its whisker, its label and its value.
func (s *waterfallSheet) drawRow(c draw.Canvas, row *barRow) {
	from, to := s.x(min(row.from, row.to)), s.x(max(row.from, row.to))
	group(c, "bar", nil, func() {
		drawBar(c, row.kind, vg.Rectangle{
			Min: vg.Point{X: from, Y: row.middle - barHeight/2},
			Max: vg.Point{X: to, Y: row.middle + barHeight/2},
		})
	})
	if row.error > 0 {
		group(c, "whisker", nil, func() {
			drawWhisker(c, s.x(row.to-row.error), s.x(row.to+row.error), row.middle)
		})
	}
	s.writeLines(c, "label", row.label, canvasMargin, row.middle)

	lowest, highest := row.ends()
	left := s.x(highest) + gapBarValue
	if row.below() {
		left = s.x(lowest) - gapBarValue - row.valueWidth
	}
	// No line of the axis runs through a value.
	height := vg.Length(len(row.value)) * endText.spacing()
	ground := vg.Rectangle{Min: vg.Point{X: left - gapBarValue/2, Y: row.middle - height/2}, Max: vg.Point{X: left + row.valueWidth + gapBarValue/2, Y: row.middle + height/2}}
	c.SetColor(white)
	c.Fill(ground.Path())
	s.writeLines(c, "value", row.value, left, row.middle)
}

// writeLines writes lines about a height.
func (s *waterfallSheet) writeLines(c draw.Canvas, part string, lines []string, left, middle vg.Length) {
	y := middle + vg.Length(len(lines)-1)*endText.spacing()/2 - halfCapital*endText.size
	var texts []placedText
	for _, line := range lines {
		texts = append(texts, placedText{part, line, endText, vg.Point{X: left, Y: y}})
		y -= endText.spacing()
	}
	s.drawTexts(c, texts)
}

// drawBar fills a bar that takes, and strokes and hatches one that adds, so that
// the two differ without colour. A bar without length is a line.
func drawBar(c draw.Canvas, kind barKind, room vg.Rectangle) {
	if room.Size().X < leastBar {
		middle := (room.Min.X + room.Max.X) / 2
		room.Min.X, room.Max.X = middle-leastBar/2, middle+leastBar/2
	}
	switch kind {
	case adds:
		c.SetColor(white)
		c.Fill(room.Path())
		room = within(room, hatchOutline/2)
		hatch(c, within(room, hatchOutline/2))
		c.SetLineStyle(draw.LineStyle{Color: addsColor, Width: hatchOutline})
		c.Stroke(room.Path())
	default:
		c.SetColor(barColor(kind))
		c.Fill(room.Path())
	}
}

// within returns a room less a margin on all sides, as far as it has any.
func within(room vg.Rectangle, margin vg.Length) vg.Rectangle {
	across, down := min(margin, room.Size().X/2), min(margin, room.Size().Y/2)
	room.Min.X, room.Max.X = room.Min.X+across, room.Max.X-across
	room.Min.Y, room.Max.Y = room.Min.Y+down, room.Max.Y-down
	return room
}

func barColor(kind barKind) color.Color {
	if kind == total {
		return totalColor
	}
	return takesColor
}

// hatch draws rising lines through a room.
func hatch(c draw.Canvas, room vg.Rectangle) {
	style := draw.LineStyle{Color: addsColor, Width: hatchWidth}
	size := room.Size()
	for at := hatchApart; at < size.X+size.Y; at += hatchApart {
		// From the left or the lower edge to the upper or the right edge.
		low := vg.Point{X: room.Min.X + max(at-size.Y, 0), Y: room.Max.Y - min(at, size.Y)}
		high := vg.Point{X: room.Min.X + min(at, size.X), Y: room.Max.Y - max(at-size.X, 0)}
		c.StrokeLine2(style, low.X, low.Y, high.X, high.Y)
	}
}

// drawWhisker draws an interval: a line with caps, on white so that it is seen
// on a bar too.
func drawWhisker(c draw.Canvas, from, to, middle vg.Length) {
	for _, style := range []draw.LineStyle{
		{Color: white, Width: whiskerWidth + 2*markerHalo}, {Color: nearBlack, Width: whiskerWidth},
	} {
		c.StrokeLine2(style, from, middle, to, middle)
		c.StrokeLine2(style, from, middle-whiskerCap/2, from, middle+whiskerCap/2)
		c.StrokeLine2(style, to, middle-whiskerCap/2, to, middle+whiskerCap/2)
	}
}

// swatchBar shows a bar in the key.
func swatchBar(kind barKind) func(draw.Canvas) {
	return func(c draw.Canvas) { drawBar(c, kind, c.Rectangle) }
}

// swatchWhisker shows an interval in the key.
func swatchWhisker(c draw.Canvas) {
	drawWhisker(c, c.Min.X+1, c.Max.X-1, c.Center().Y)
}
