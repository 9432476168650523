package plots

import (
	"bytes"
	"math"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
)

// A page is what all charts have in common: title, subtitle and key above,
// source below. Every place is settled before anything is drawn, so that SVG
// and PNG agree and nothing can fall off the canvas. Depths run downwards from
// the top until the height is known.
type page struct {
	kind          string // figure or waterfall
	name, alt     string
	setter        typesetter
	width, height vg.Length
	texts         []placedText
	key           []keyRow
	keyTop        vg.Length
	body          func(vg.CanvasSizer) // draws what stands between key and source
}

// placedText is one line of text; at is the left end of its baseline.
type placedText struct {
	part  string // of the chart
	words string
	style textStyle
	at    vg.Point
}

// newPage returns a page that has nothing on it yet.
func newPage(kind, title, alt string) page {
	return page{kind: kind, name: plainText(title), alt: plainText(alt), setter: newTypesetter(), width: canvasWidth}
}

// column is the length of the longest line that fits between the margins.
const column = canvasWidth - 2*canvasMargin

// head places title, subtitle and key, and returns the depth below them.
func (p *page) head(title, subtitle string, key []keyRow) vg.Length {
	y := p.stack("title", canvasMargin, title, titleText) + gapUnderTitle
	y = p.stack("subtitle", y, subtitle, subtitleText)
	if p.key = key; len(key) > 0 {
		y += gapAboveKey
		p.keyTop = y
		y += vg.Length(len(key)) * keyText.spacing()
	}
	return y + gapAbovePlot
}

// foot places the source below the given depth. From then on the height is
// known, and the places of all texts are heights above the foot of the page.
func (p *page) foot(depth vg.Length, source string) {
	depth = p.stack("source", depth+gapAboveSource, sourceLine(source), sourceText)
	p.height = vg.Length(math.Ceil(float64(depth + canvasMargin)))
	for i := range p.texts {
		p.texts[i].at.Y = p.height - p.texts[i].at.Y
	}
	p.keyTop = p.height - p.keyTop
}

// stack wraps text into the column, places its lines from the given depth
// down, and returns the depth below them.
func (p *page) stack(part string, depth vg.Length, words string, style textStyle) vg.Length {
	face := p.setter.face(style)
	ascent := face.Extents().Ascent
	for _, line := range p.setter.wrap(plainText(words), style, column) {
		p.texts = append(p.texts, placedText{part, line, style, vg.Point{X: canvasMargin, Y: depth + ascent}})
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

// svg draws the page with live text.
func (p *page) svg() ([]byte, error) {
	canvas := newSVGCanvas(p.width, p.height)
	p.draw(canvas)
	body, err := canvas.finish()
	if err != nil {
		return nil, err
	}
	return accessible(body, p.kind, p.width, p.height, p.name, p.alt), nil
}

// png draws the page as a picture.
func (p *page) png() ([]byte, error) {
	canvas := vgimg.PngCanvas{Canvas: vgimg.NewWith(
		vgimg.UseWH(p.width, p.height), vgimg.UseDPI(pngDotsPerInch))}
	p.draw(canvas)
	var picture bytes.Buffer
	if _, err := canvas.WriteTo(&picture); err != nil {
		return nil, err
	}
	return picture.Bytes(), nil
}

// draw puts everything on a canvas, from the ground up.
func (p *page) draw(canvas vg.CanvasSizer) {
	ground := draw.New(canvas)
	ground.SetColor(white)
	ground.Fill(ground.Rectangle.Path())
	p.drawTexts(canvas, p.texts)
	p.drawKey(canvas)
	p.body(canvas)
}

// drawTexts writes lines, those of one part that follow one another together.
func (p *page) drawTexts(canvas vg.Canvas, texts []placedText) {
	for len(texts) > 0 {
		next := 1
		for next < len(texts) && texts[next].part == texts[0].part {
			next++
		}
		lines := texts[:next]
		group(canvas, lines[0].part, nil, func() {
			for _, line := range lines {
				p.write(canvas, line)
			}
		})
		texts = texts[next:]
	}
}

func (p *page) write(canvas vg.Canvas, text placedText) {
	canvas.SetColor(text.style.color)
	canvas.FillString(p.setter.face(text.style), text.at, text.words)
}
