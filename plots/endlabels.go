package plots

import (
	"sort"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// An endLabel names a line at its end, right of the plot.
type endLabel struct {
	series  int
	lines   []string
	lineEnd vg.Point // where the line itself ends
	middle  vg.Length
}

func (l endLabel) height() vg.Length { return vg.Length(len(l.lines)) * endText.spacing() }

// heightOf returns the room that all labels need, one above the other.
func heightOf(labels []endLabel) vg.Length {
	total := -gapEndLabels
	for _, label := range labels {
		total += label.height() + gapEndLabels
	}
	return total
}

func (s *sheet) labelsOf(chart *Adoption) []endLabel {
	labels := make([]endLabel, len(chart.Series))
	for i, series := range chart.Series {
		labels[i] = endLabel{series: i, lines: s.setter.wrap(plainText(series.Label), endText, widestEndLabel)}
	}
	return labels
}

// placeLabels puts each label as near to the height of its line's end as the
// others and the plot's edges allow, in the order of the line ends.
func (s *sheet) placeLabels() {
	area := s.curveArea(s.plotArea)
	canvas := draw.Canvas{Rectangle: area}
	for i := range s.labels {
		series := s.chart.Series[s.labels[i].series]
		ends := points(canvas, s.plot, s.placesOf(s.labels[i].series), series.Median)
		s.labels[i].lineEnd = ends[len(ends)-1]
	}
	sort.SliceStable(s.labels, func(i, j int) bool {
		return s.labels[i].lineEnd.Y > s.labels[j].lineEnd.Y
	})
	spread(s.labels, area.Min.Y, area.Max.Y)
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

func (s *sheet) drawEndLabels(canvas vg.CanvasSizer) {
	c := draw.New(canvas)
	edge := s.curveArea(s.plotArea).Max.X
	for _, label := range s.labels {
		marker := vg.Point{X: edge + gapEndMarker, Y: label.middle}
		c.StrokeLines(draw.LineStyle{Color: midGrey, Width: leaderWidth}, []vg.Point{label.lineEnd, marker})
	}
	for _, label := range s.labels {
		drawMarker(c, looks[label.series], vg.Point{X: edge + gapEndMarker, Y: label.middle})
		baseline := label.middle + label.height()/2 - endText.spacing()/2 - halfCapital*endText.size
		for _, line := range label.lines {
			s.write(canvas, placedText{line, endText, vg.Point{X: edge + gapEndLabel, Y: baseline}})
			baseline -= endText.spacing()
		}
	}
}
