package plots

import (
	"strconv"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A keyRow is a line of the key.
type keyRow []keyEntry

// A keyEntry explains one kind of mark.
type keyEntry struct {
	words      string
	width      vg.Length // of the mark
	draw       func(draw.Canvas)
	attributes []string // whose mark it is, where it is that of a line or set
}

// keyOf explains what no label at a line's end does: which line is whose in a
// figure without such labels, what is drawn of runs, and what was observed. The
// observed sets have lines of their own.
func (s *sheet) keyOf() []keyRow {
	rows := s.flow(s.keyOfLines())
	rows = append(rows, s.flow(s.keyOfRuns())...)
	for i, label := range s.sets {
		rows = append(rows, s.flow([]keyEntry{{label, swatchWidth, swatchObserved(i), []string{"set", strconv.Itoa(i + 1)}}})...)
	}
	return rows
}

// flow sets entries in rows. An entry longer than a row is broken into lines.
func (p *page) flow(entries []keyEntry) []keyRow {
	var rows []keyRow
	room := vg.Length(-1)
	for _, entry := range entries {
		needs := entry.width + gapSwatch + p.setter.width(entry.words, keyText)
		if needs <= room {
			rows[len(rows)-1] = append(rows[len(rows)-1], entry)
			room -= needs + gapKeyEntry
			continue
		}
		mark := entry.draw
		for _, words := range p.setter.wrap(entry.words, keyText, column-entry.width-gapSwatch) {
			rows = append(rows, keyRow{{words, entry.width, mark, entry.attributes}})
			mark = func(draw.Canvas) {} // an entry's later lines stand below its first
			room = column - entry.width - gapSwatch - p.setter.width(words, keyText) - gapKeyEntry
		}
	}
	return rows
}

// keyOfLines tells the lines apart where they have no labels at their ends.
func (s *sheet) keyOfLines() []keyEntry {
	if s.figure.labelledAtEnds() {
		return nil
	}
	var entries []keyEntry
	for i, label := range s.looks {
		entries = append(entries, keyEntry{label, lineSwatchWidth, swatchSeries(looks[i]), []string{"series", strconv.Itoa(i + 1)}})
	}
	for i, label := range s.levels {
		entries = append(entries, keyEntry{label, lineSwatchWidth, swatchLine(levelStyle(levelDashes[i])), []string{"level", strconv.Itoa(i + 1)}})
	}
	return entries
}

// keyOfRuns explains what is drawn of runs. The marks are grey since they mean
// the same in every colour. A figure of nothing but lines needs no such key.
func (s *sheet) keyOfRuns() []keyEntry {
	var with80, with95, withRuns bool
	for _, panel := range s.figure.Panels {
		for _, series := range panel.Series {
			with80 = with80 || series.High80 != nil
			with95 = with95 || series.High95 != nil
			withRuns = withRuns || len(series.Trajectories) > 0
		}
	}
	if !with80 && !with95 && !withRuns {
		return nil
	}
	of := s.figure.of()
	entries := []keyEntry{{"Median of " + of, swatchWidth, swatchLine(draw.LineStyle{Color: darkGrey, Width: medianWidth}), nil}}
	of95, of80 := bandOpacity(s.figure.mostSeriesInPanel())
	if !with95 {
		of95 = 0
	}
	if with80 {
		// In the chart the 80% band lies on the 95% band, so here too.
		entries = append(entries, keyEntry{"80% of " + of, swatchWidth, swatchBand(of95, of80), nil})
	}
	if with95 {
		entries = append(entries, keyEntry{"95% of " + of, swatchWidth, swatchBand(of95, 0), nil})
	}
	if withRuns {
		style := draw.LineStyle{Color: faded(darkGrey, opacityTrajectory), Width: trajectoryWidth}
		entries = append(entries, keyEntry{"Single " + of, swatchWidth, swatchLine(style), nil})
	}
	return entries
}

// swatchSeries shows a series' line with its marker.
func swatchSeries(look lineLook) func(draw.Canvas) {
	return func(c draw.Canvas) {
		swatchLine(medianStyle(look))(c)
		drawMarker(c, look, c.Center())
	}
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

func (p *page) drawKey(canvas vg.CanvasSizer) {
	if len(p.key) == 0 {
		return
	}
	group(canvas, "key", nil, func() {
		for i, row := range p.key {
			p.drawKeyRow(canvas, row, p.keyTop-vg.Length(i)*keyText.spacing())
		}
	})
}

func (p *page) drawKeyRow(canvas vg.CanvasSizer, row keyRow, top vg.Length) {
	face := p.setter.face(keyText)
	baseline := top - face.Extents().Ascent
	middle := baseline + halfCapital*keyText.size
	x := canvasMargin
	for _, entry := range row {
		group(canvas, "entry", entry.attributes, func() {
			entry.draw(draw.Canvas{Canvas: canvas, Rectangle: vg.Rectangle{
				Min: vg.Point{X: x, Y: middle - swatchHeight/2},
				Max: vg.Point{X: x + entry.width, Y: middle + swatchHeight/2},
			}})
			p.write(canvas, placedText{"entry", entry.words, keyText, vg.Point{X: x + entry.width + gapSwatch, Y: baseline}})
		})
		x += entry.width + gapSwatch + p.setter.width(entry.words, keyText) + gapKeyEntry
	}
}
