package plots

import (
	"fmt"
	"strconv"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A sheet is a figure of which every place is settled.
type sheet struct {
	page
	figure  *Figure
	columns int
	looks   []string // labels of series in the order of their looks; nil where the order in the panel decides
	sets    []string // labels of observed sets in the order of their marks
	levels  []string // labels of levels in the order of their dashes
	axes    axes
	panels  []*panelSheet
}

// A panelSheet is a panel with its places.
type panelSheet struct {
	*Panel
	heading  []placedText
	note     []placedText
	labels   []endLabel
	plot     *plot.Plot
	area     vg.Rectangle // of the curves
	withAxes vg.Rectangle // of the curves and the labels of the axes
}

// layOut stacks the parts of the chart from the top: title, subtitle, key,
// rows of panels with their end labels, source.
func layOut(figure *Figure) *sheet {
	s := &sheet{page: newPage("figure", figure.Title, figure.Alt), figure: figure, columns: figure.columns()}
	s.body = s.drawPanels
	s.looks = s.looksByLabel()
	s.sets = figure.distinct((*Panel).observedLabels)
	s.levels = figure.distinct((*Panel).levelLabels)
	y := s.head(figure.Title, figure.Subtitle, s.keyOf())

	labelColumn, labelsHeight := s.makePanels()
	in, cell := s.settleAxes(labelColumn)
	width := cell - in.left - in.right
	height := max(s.plotHeight(), labelsHeight+in.top, s.notesHeight(width)+in.top)
	for from := 0; from < len(s.panels); from += s.columns {
		if from > 0 {
			y += gapRows
		}
		row := s.panels[from:min(from+s.columns, len(s.panels))]
		y = s.layHeadings(row, y, width+in.right+labelColumn)
		left := canvasMargin + in.left
		for _, panel := range row {
			for i := range panel.heading {
				panel.heading[i].at.X = left
			}
			panel.area = vg.Rectangle{Min: vg.Point{X: left, Y: y + height}, Max: vg.Point{X: left + width, Y: y + in.top}}
			left += width + in.right + labelColumn + gapColumns
		}
		y += height
	}
	s.foot(y+in.bottom, figure.Source)
	for i, panel := range s.panels {
		s.settle(i, panel)
	}
	return s
}

// plotHeight returns the height of a panel, which grows where end labels need
// more.
func (s *sheet) plotHeight() vg.Length {
	if len(s.panels) == 1 {
		return plotHeight
	}
	return panelHeights[s.columns-1]
}

// makePanels breaks the words of all panels into lines, and returns the width
// of the column that end labels need beside each and the height of the highest
// pile of them.
func (s *sheet) makePanels() (labelColumn, labelsHeight vg.Length) {
	for i := range s.figure.Panels {
		panel := &panelSheet{Panel: &s.figure.Panels[i]}
		s.panels = append(s.panels, panel)
		if !s.figure.labelledAtEnds() {
			continue
		}
		panel.labels = s.labelsOf(panel.Panel)
		labelColumn = max(labelColumn, gapEndLabel)
		for _, label := range panel.labels {
			labelColumn = max(labelColumn, gapEndLabel+s.setter.widest(label.lines, label.style))
		}
		labelsHeight = max(labelsHeight, heightOf(panel.labels))
	}
	return labelColumn, labelsHeight
}

// layHeadings places the headings of a row of panels, the last lines of all at
// one depth, and returns the depth below them.
func (s *sheet) layHeadings(row []*panelSheet, depth, width vg.Length) vg.Length {
	wrapped := make([][]string, len(row))
	most := 0
	for i, panel := range row {
		if heading := plainText(panel.Heading); heading != "" {
			wrapped[i] = s.setter.wrap(heading, headingText, width)
		}
		most = max(most, len(wrapped[i]))
	}
	if most == 0 {
		return depth
	}
	face := s.setter.face(headingText)
	below := depth + vg.Length(most)*headingText.spacing()
	for i, panel := range row {
		y := below - vg.Length(len(wrapped[i]))*headingText.spacing() + face.Extents().Ascent
		for _, line := range wrapped[i] {
			panel.heading = append(panel.heading, placedText{"heading", line, headingText, vg.Point{Y: y}})
			y += headingText.spacing()
		}
	}
	return below + gapUnderHeading
}

// settle turns a panel's depths into heights, makes its plot, and places what
// stands within and beside it.
func (s *sheet) settle(place int, panel *panelSheet) {
	for i := range panel.heading {
		panel.heading[i].at.Y = s.height - panel.heading[i].at.Y
	}
	panel.area.Min.Y, panel.area.Max.Y = s.height-panel.area.Min.Y, s.height-panel.area.Max.Y
	first := place%s.columns == 0
	nothingBelow := place+s.columns >= len(s.panels)
	panel.plot = s.newPlot(panel.Panel, first, nothingBelow)
	panel.withAxes = around(panel.plot, panel.area)
	s.placeLabels(panel)
	s.placeNote(panel)
}

// noteLines breaks a panel's note into lines for a panel of the given width.
func (s *sheet) noteLines(panel *panelSheet, width vg.Length) []string {
	words := plainText(panel.Note)
	if words == "" {
		return nil
	}
	return s.setter.wrap(words, keyText, width-2*gapSwatch)
}

// notesHeight returns the height of the longest note of all panels.
func (s *sheet) notesHeight(width vg.Length) vg.Length {
	most := 0
	for _, panel := range s.panels {
		most = max(most, len(s.noteLines(panel, width)))
	}
	return vg.Length(most) * keyText.spacing()
}

// placeNote sets a panel's note in the middle of it.
func (s *sheet) placeNote(panel *panelSheet) {
	lines := s.noteLines(panel, panel.area.Size().X)
	room := draw.Canvas{Rectangle: panel.area}
	middle := room.Center()
	y := middle.Y + vg.Length(len(lines)-1)*keyText.spacing()/2 - halfCapital*keyText.size
	for _, line := range lines {
		left := middle.X - s.setter.width(line, keyText)/2
		panel.note = append(panel.note, placedText{"note", line, keyText, vg.Point{X: left, Y: y}})
		y -= keyText.spacing()
	}
}

// drawPanels draws all panels with what belongs to them.
func (s *sheet) drawPanels(canvas vg.CanvasSizer) {
	for i, panel := range s.panels {
		size := panel.area.Size()
		place := []string{"panel", strconv.Itoa(i + 1), "area", fmt.Sprintf("%.5g %.5g %.5g %.5g",
			panel.area.Min.X.Points(), panel.area.Min.Y.Points(), size.X.Points(), size.Y.Points())}
		group(canvas, "panel", place, func() {
			s.drawTexts(canvas, panel.heading)
			panel.plot.Draw(draw.Canvas{Canvas: canvas, Rectangle: panel.withAxes})
			s.drawTexts(canvas, panel.note)
			s.drawEndLabels(canvas, panel)
		})
	}
}
