package plots

import (
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
)

// tickHandler draws the axes' labels. gonum's own handler sets the first of two
// lines lower than a single line, and figures above the middle of their tick.
type tickHandler struct{ text.Plain }

// Draw writes the label's lines one below the other. The point lies one descent
// above the label's top (labels below the month axis) or middle (labels beside
// the value axis), as gonum's axes give it.
func (h tickHandler) Draw(c vg.Canvas, label string, style text.Style, at vg.Point) {
	face := h.Fonts.Lookup(style.Font, style.Font.Size)
	extents := face.Extents()
	c.SetColor(style.Color)
	baseline := at.Y - extents.Descent - extents.Ascent
	if style.YAlign == text.YCenter {
		baseline = at.Y - extents.Descent - halfCapital*style.Font.Size
	}
	for _, line := range h.Lines(label) {
		left := at.X + vg.Length(style.XAlign)*face.Width(line)
		c.FillString(face, vg.Point{X: left, Y: baseline}, line)
		baseline -= extents.Ascent + extents.Descent
	}
}
