package plots

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A keyRow is a line of the key.
type keyRow []keyEntry

// A keyEntry explains one kind of mark. The marks are grey since they mean the
// same in every colour.
type keyEntry struct {
	words string
	draw  func(draw.Canvas)
}

const (
	swatchWidth  vg.Length = 22
	swatchHeight vg.Length = 11
	gapSwatch    vg.Length = 6
	gapKeyEntry  vg.Length = 18
)

// keyOf explains the marks that the chart has, within a width: those of runs
// in one line, observed sets each in a line of its own. A chart of nothing but
// lines needs no key.
func (s *sheet) keyOf(chart *Adoption, width vg.Length) []keyRow {
	var rows []keyRow
	if runs := s.keyOfRuns(chart); len(runs) > 0 {
		rows = append(rows, runs)
	}
	for i, observed := range chart.Observed {
		swatch := swatchObserved(i)
		for _, words := range s.setter.wrap(plainText(observed.Label), keyText, width-swatchWidth-gapSwatch) {
			rows = append(rows, keyRow{{words, swatch}})
			swatch = func(draw.Canvas) {} // a label's later lines stand below its first
		}
	}
	return rows
}

// keyOfRuns explains what is drawn of runs.
func (s *sheet) keyOfRuns(chart *Adoption) keyRow {
	var with80, with95, withRuns bool
	for _, series := range chart.Series {
		with80 = with80 || series.High80 != nil
		with95 = with95 || series.High95 != nil
		withRuns = withRuns || len(series.Trajectories) > 0
	}
	if !with80 && !with95 && !withRuns {
		return nil
	}
	entries := keyRow{{"Median of runs", swatchLine(draw.LineStyle{Color: darkGrey, Width: medianWidth})}}
	of95, of80 := bandOpacity(len(chart.Series))
	if !with95 {
		of95 = 0
	}
	if with80 {
		// In the chart the 80% band lies on the 95% band, so here too.
		entries = append(entries, keyEntry{"80% of runs", swatchBand(of95, of80)})
	}
	if with95 {
		entries = append(entries, keyEntry{"95% of runs", swatchBand(of95, 0)})
	}
	if withRuns {
		style := draw.LineStyle{Color: faded(darkGrey, opacityTrajectory), Width: trajectoryWidth}
		entries = append(entries, keyEntry{"Single runs", swatchLine(style)})
	}
	return entries
}

func swatchLine(style draw.LineStyle) func(draw.Canvas) {
	return func(c draw.Canvas) {
		c.StrokeLine2(style, c.Min.X, c.Center().Y, c.Max.X, c.Center().Y)
	}
}

// swatchBand fills the swatch once for each opacity that is not zero.
func swatchBand(opacities ...uint8) func(draw.Canvas) {
	return func(c draw.Canvas) {
		for _, opacity := range opacities {
			if opacity > 0 {
				c.SetColor(faded(darkGrey, opacity))
				c.Fill(c.Rectangle.Path())
			}
		}
	}
}

func (s *sheet) drawKey(canvas vg.CanvasSizer) {
	for i, row := range s.key {
		s.drawKeyRow(canvas, row, s.keyTop-vg.Length(i)*keyText.spacing())
	}
}

func (s *sheet) drawKeyRow(canvas vg.CanvasSizer, row keyRow, top vg.Length) {
	face := s.setter.face(keyText)
	baseline := top - face.Extents().Ascent
	middle := baseline + halfCapital*keyText.size
	x := canvasMargin
	for _, entry := range row {
		entry.draw(draw.Canvas{Canvas: canvas, Rectangle: vg.Rectangle{
			Min: vg.Point{X: x, Y: middle - swatchHeight/2},
			Max: vg.Point{X: x + swatchWidth, Y: middle + swatchHeight/2},
		}})
		x += swatchWidth + gapSwatch
		s.write(canvas, placedText{entry.words, keyText, vg.Point{X: x, Y: baseline}})
		x += s.setter.width(entry.words, keyText) + gapKeyEntry
	}
}
