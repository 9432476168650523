package plots

import (
	"sort"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// An endLabel names a line at its end, right of the plot.
type endLabel struct {
	series  int // in the panel; -1 for a level
	level   int // in the panel
	lines   []string
	style   textStyle
	lineEnd vg.Point // where the line itself ends
	middle  vg.Length
}

func (l endLabel) height() vg.Length { return vg.Length(len(l.lines)) * l.style.spacing() }

// heightOf returns the room that all labels need, one above the other.
func heightOf(labels []endLabel) vg.Length {
	total := -gapEndLabels
	for _, label := range labels {
		total += label.height() + gapEndLabels
	}
	return total
}

// labelsOf breaks the labels of a panel's lines.
func (s *sheet) labelsOf(panel *Panel) []endLabel {
	style, ofLevel, widest := endText, levelText, widestEndLabel
	if len(s.figure.Panels) > 1 {
		style, ofLevel = panelEndText, panelLevelText
	}
	if s.columns > 1 {
		widest = widestPanelEndLabel
	}
	var labels []endLabel
	for i, label := range panel.seriesLabels() {
		labels = append(labels, endLabel{series: i, lines: s.setter.wrap(label, style, widest), style: style})
	}
	for i, label := range panel.levelLabels() {
		labels = append(labels, endLabel{series: -1, level: i, lines: s.setter.wrap(label, ofLevel, widest), style: ofLevel})
	}
	return labels
}

// placeLabels puts each label as near to the height of its line's end as the
// others and the plot's edges allow, in the order of the line ends.
func (s *sheet) placeLabels(panel *panelSheet) {
	canvas := draw.Canvas{Rectangle: panel.area}
	for i := range panel.labels {
		panel.labels[i].lineEnd = s.lineEnd(canvas, panel, panel.labels[i])
	}
	sort.SliceStable(panel.labels, func(i, j int) bool {
		return panel.labels[i].lineEnd.Y > panel.labels[j].lineEnd.Y
	})
	spread(panel.labels, panel.area.Min.Y, panel.area.Max.Y)
}

// lineEnd returns where the line of a label ends: at its last value.
func (s *sheet) lineEnd(canvas draw.Canvas, panel *panelSheet, label endLabel) vg.Point {
	if label.series < 0 {
		_, y := panel.plot.Transforms(&canvas)
		return vg.Point{X: canvas.Max.X, Y: y(panel.Levels[label.level].Value)}
	}
	values := panel.Series[label.series].Median
	parts := stretches(values)
	ends := points(canvas, panel.plot, s.placesOf(panel.Panel, label.series), values, parts[len(parts)-1])
	return ends[len(ends)-1]
}

// A pile is a run of labels that touch; its top is what they share.
type pile struct {
	count  int
	height vg.Length
	wish   vg.Length // sum of the tops that each member would wish for the pile
	top    vg.Length
}

// spread moves labels, ordered from the top, apart so that they stay within
// bottom and top and the squares of their moves sum to the least (pooling of
// adjacent violators). The labels together must not be higher than the room.
func spread(labels []endLabel, bottom, top vg.Length) {
	var piles []pile
	for _, label := range labels {
		next := pile{count: 1, height: label.height(), wish: label.lineEnd.Y + label.height()/2}
		for {
			next.top = next.wish / vg.Length(next.count)
			next.top = max(min(next.top, top), bottom+next.height)
			if len(piles) == 0 {
				break
			}
			above := piles[len(piles)-1]
			if above.top-above.height-gapEndLabels >= next.top {
				break
			}
			shift := above.height + gapEndLabels
			next.wish += above.wish + vg.Length(next.count)*shift
			next.count += above.count
			next.height += shift
			piles = piles[:len(piles)-1]
		}
		piles = append(piles, next)
	}
	at := 0
	for _, pile := range piles {
		y := pile.top
		for range pile.count {
			labels[at].middle = y - labels[at].height()/2
			y -= labels[at].height() + gapEndLabels
			at++
		}
	}
}

func (s *sheet) drawEndLabels(canvas vg.CanvasSizer, panel *panelSheet) {
	c := draw.New(canvas)
	edge := panel.area.Max.X
	if len(panel.labels) > 0 {
		group(canvas, "leaders", nil, func() {
			for _, label := range panel.labels {
				end := vg.Point{X: edge + gapEndMarker, Y: label.middle}
				c.StrokeLines(draw.LineStyle{Color: midGrey, Width: leaderWidth}, []vg.Point{label.lineEnd, end})
			}
		})
	}
	for _, label := range panel.labels {
		attributes := s.attributesOf(panel, label)
		group(canvas, "label", attributes, func() { s.drawEndLabel(c, panel, label, edge) })
	}
}

// attributesOf say whose label it is.
func (s *sheet) attributesOf(panel *panelSheet, label endLabel) []string {
	if label.series < 0 {
		return s.levelAttributes(panel.Levels[label.level])
	}
	return s.seriesAttributes(panel.Panel, label.series)
}

// drawEndLabel writes a label with its marker, right of the plot's edge.
func (s *sheet) drawEndLabel(c draw.Canvas, panel *panelSheet, label endLabel, edge vg.Length) {
	if label.series >= 0 {
		look := looks[s.lookOf(panel.Panel, label.series)]
		drawMarker(c, look, vg.Point{X: edge + gapEndMarker, Y: label.middle})
	}
	baseline := label.middle + label.height()/2 - label.style.spacing()/2 - halfCapital*label.style.size
	for _, line := range label.lines {
		s.write(c, placedText{"label", line, label.style, vg.Point{X: edge + gapEndLabel, Y: baseline}})
		baseline -= label.style.spacing()
	}
}
