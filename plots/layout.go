package plots

import (
	"math"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A sheet is a chart of which every place is settled before anything is drawn,
// so that SVG and PNG agree and nothing can fall off the canvas.
type sheet struct {
	chart         *Adoption
	setter        typesetter
	width, height vg.Length
	texts         []placedText
	key           []keyRow
	keyTop        vg.Length
	plot          *plot.Plot
	plotArea      vg.Rectangle // axes and curves, without the end labels
	labels        []endLabel
}

// placedText is one line of text; at is the left end of its baseline.
type placedText struct {
	words string
	style textStyle
	at    vg.Point
}

// layOut stacks the parts of the chart from the top: title, subtitle, key,
// plot with end labels, source. Heights run downwards until all are known.
func layOut(chart *Adoption) *sheet {
	s := &sheet{chart: chart, setter: newTypesetter(), width: canvasWidth}
	column := canvasWidth - 2*canvasMargin

	y := s.stack(canvasMargin, chart.Title, titleText, column) + gapUnderTitle
	y = s.stack(y, chart.Subtitle, subtitleText, column)
	if s.key = s.keyOf(chart, column); len(s.key) > 0 {
		y += gapAboveKey
		s.keyTop = y
		y += vg.Length(len(s.key)) * keyText.spacing()
	}
	y += gapAbovePlot

	s.labels = s.labelsOf(chart)
	labelColumn := gapEndLabel
	for _, label := range s.labels {
		labelColumn = max(labelColumn, gapEndLabel+s.setter.widest(label.lines, endText))
	}
	area := vg.Rectangle{
		Min: vg.Point{X: canvasMargin},
		Max: vg.Point{X: canvasWidth - canvasMargin - labelColumn},
	}
	s.plot = s.newPlot(area.Max.X - area.Min.X)
	axisHeight := s.curveArea(vg.Rectangle{Max: vg.Point{X: area.Max.X, Y: plotHeight}}).Min.Y
	top := y
	y += axisHeight + max(plotHeight, heightOf(s.labels))

	bottom := y
	y = s.stack(y+gapAboveSource, sourceLine(chart.Source), sourceText, column)
	s.height = vg.Length(math.Ceil(float64(y + canvasMargin)))

	for i := range s.texts {
		s.texts[i].at.Y = s.height - s.texts[i].at.Y
	}
	s.keyTop = s.height - s.keyTop
	area.Min.Y, area.Max.Y = s.height-bottom, s.height-top
	s.plotArea = area
	s.placeLabels()
	return s
}

// stack wraps text into the column, places its lines from the given depth
// down, and returns the depth below them.
func (s *sheet) stack(depth vg.Length, words string, style textStyle, column vg.Length) vg.Length {
	face := s.setter.face(style)
	ascent := face.Extents().Ascent
	for _, line := range s.setter.wrap(plainText(words), style, column) {
		s.texts = append(s.texts, placedText{line, style, vg.Point{X: canvasMargin, Y: depth + ascent}})
		depth += style.spacing()
	}
	return depth
}

// sourceLine says what the line is, unless its words begin so themselves.
func sourceLine(source string) string {
	if strings.HasPrefix(strings.ToLower(plainText(source)), "source") {
		return source
	}
	return "Source: " + source
}

// curveArea returns the part of an area that lies within the axes.
func (s *sheet) curveArea(area vg.Rectangle) vg.Rectangle {
	return s.plot.DataCanvas(draw.Canvas{Rectangle: area}).Rectangle
}

func (s *sheet) drawGround(canvas vg.CanvasSizer) {
	c := draw.New(canvas)
	c.SetColor(white)
	c.Fill(c.Rectangle.Path())
}

func (s *sheet) drawTexts(canvas vg.Canvas) {
	for _, text := range s.texts {
		s.write(canvas, text)
	}
}

func (s *sheet) write(canvas vg.Canvas, text placedText) {
	canvas.SetColor(text.style.color)
	canvas.FillString(s.setter.face(text.style), text.at, text.words)
}
