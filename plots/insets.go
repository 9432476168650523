package plots

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// insets are the distances from the edges of a plot with the labels of its
// axes to its curves.
type insets struct{ left, right, bottom, top vg.Length }

// insetsOf returns the insets of a plot of the given width.
func insetsOf(p *plot.Plot, width vg.Length) insets {
	room := vg.Rectangle{Max: vg.Point{X: width, Y: plotHeight}}
	within := curveArea(p, room)
	return insets{
		left: within.Min.X, right: room.Max.X - within.Max.X,
		bottom: within.Min.Y, top: room.Max.Y - within.Max.Y,
	}
}

// curveArea returns the part of a room that lies within the axes.
func curveArea(p *plot.Plot, room vg.Rectangle) vg.Rectangle {
	return p.DataCanvas(draw.Canvas{Rectangle: room}).Rectangle
}

// around returns the room in which a plot must be drawn so that its curves
// fill the given area. What a label reaches over an edge depends a little on
// the room itself, so that the answer is approached.
func around(p *plot.Plot, area vg.Rectangle) vg.Rectangle {
	const steps = 8
	room := area
	for range steps {
		got := curveArea(p, room)
		room.Min.X += area.Min.X - got.Min.X
		room.Min.Y += area.Min.Y - got.Min.Y
		room.Max.X += area.Max.X - got.Max.X
		room.Max.Y += area.Max.Y - got.Max.Y
	}
	return room
}

// settleAxes chooses the axes that all panels share. It returns the insets of
// a panel with the labels of both, and the width of such a panel; beside it,
// and beside each other panel of its row, a column for end labels is left.
func (s *sheet) settleAxes(labelColumn vg.Length) (insets, vg.Length) {
	s.axes = s.valueAxis()
	left := insetsOf(s.newPlot(s.panels[0].Panel, true, false), column).left
	// The value axis has labels in the first column of panels only: what it
	// takes is taken from all columns alike.
	columns := vg.Length(s.columns)
	each := (column-left-(columns-1)*gapColumns)/columns - labelColumn
	s.placeAxis(each)
	in := insetsOf(s.newPlot(s.panels[0].Panel, true, true), left+each)
	return in, left + each
}
