package plots

import (
	"slices"
	"strconv"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// looksByLabel returns the labels of all series if each can have a look of its
// own in all panels, and otherwise nil.
func (s *sheet) looksByLabel() []string {
	labels := s.figure.distinct((*Panel).seriesLabels)
	for i := range s.figure.Panels {
		in := map[string]bool{}
		for _, label := range s.figure.Panels[i].seriesLabels() {
			if in[label] {
				return nil
			}
			in[label] = true
		}
	}
	if len(labels) > mostSeries {
		return nil
	}
	return labels
}

// lookOf returns the place of a series' look among all looks. A label that
// comes again in another panel has the same look there.
func (s *sheet) lookOf(panel *Panel, series int) int {
	if s.looks == nil {
		return series
	}
	return slices.Index(s.looks, plainText(panel.Series[series].Label))
}

// dashOf returns the dashes of a level's line.
func (s *sheet) dashOf(level Level) []vg.Length {
	return levelDashes[slices.Index(s.levels, plainText(level.Label))%mostLevels]
}

// A panelPart is what is drawn as a part of a panel.
type panelPart struct {
	name       string
	attributes []string
	what       plot.Plotter
}

// Plot draws the part.
func (m panelPart) Plot(c draw.Canvas, p *plot.Plot) {
	group(c, m.name, m.attributes, func() { m.what.Plot(c, p) })
}

// seriesAttributes say which series of all a part belongs to.
func (s *sheet) seriesAttributes(panel *Panel, series int) []string {
	return []string{"series", strconv.Itoa(s.lookOf(panel, series) + 1), "label", plainText(panel.Series[series].Label)}
}

// levelAttributes say which level of all a part belongs to.
func (s *sheet) levelAttributes(level Level) []string {
	label := plainText(level.Label)
	return []string{"level", strconv.Itoa(slices.Index(s.levels, label) + 1), "label", label}
}
