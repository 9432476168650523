package plots

import (
	"bytes"
	"fmt"
	"hash/fnv"
	"html"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgsvg"
)

// An svgCanvas draws with gonum's SVG canvas, and parts of the drawing in groups
// that say what they are, for those who check, restyle or read it by program.
type svgCanvas struct {
	*vgsvg.Canvas // draws what stands between two marks
	width, height vg.Length
	body          bytes.Buffer
	err           error
}

func newSVGCanvas(width, height vg.Length) *svgCanvas {
	return &svgCanvas{Canvas: vgsvg.New(width, height), width: width, height: height}
}

// group draws a part of a chart. Where the canvas is an SVG's it is a group with
// the part's name and further attributes, given as names and values.
func group(canvas vg.Canvas, part string, attributes []string, body func()) {
	for wrapped, ok := canvas.(draw.Canvas); ok; wrapped, ok = canvas.(draw.Canvas) {
		canvas = wrapped.Canvas // gonum wraps a part of a canvas as a canvas
	}
	c, ok := canvas.(*svgCanvas)
	if !ok {
		body()
		return
	}
	c.flush()
	fmt.Fprintf(&c.body, `<g data-part="%s"`, part)
	for i := 0; i < len(attributes); i += 2 {
		fmt.Fprintf(&c.body, ` data-%s="%s"`, attributes[i], html.EscapeString(attributes[i+1]))
	}
	c.body.WriteString(">\n")
	body()
	c.flush()
	c.body.WriteString("</g>\n")
}

// flush moves what was drawn since the last mark to the body. gonum writes it
// as a whole document: an <svg> element, and in it a group that turns the
// drawing upside down.
func (c *svgCanvas) flush() {
	var drawn bytes.Buffer
	if _, err := c.WriteTo(&drawn); err != nil && c.err == nil {
		c.err = err
	}
	c.Canvas = vgsvg.New(c.width, c.height)
	_, rest, found := bytes.Cut(drawn.Bytes(), []byte("<g transform="))
	_, rest, foundBody := bytes.Cut(rest, []byte(">\n"))
	end := bytes.LastIndex(rest, []byte("</g>"))
	if (!found || !foundBody || end < 0) && c.err == nil {
		c.err = fmt.Errorf("chart: the drawing is no group within an <svg> element")
	}
	c.body.Write(rest[:max(end, 0)])
}

// finish returns the drawing as the content of an <svg> element.
func (c *svgCanvas) finish() ([]byte, error) {
	c.flush()
	// The numbers are written as gonum writes those of the drawing.
	return fmt.Appendf(nil, "<g transform=\"scale(1, -1) translate(0, -%.5g)\">\n%s</g>\n</svg>\n", c.height.Points(), c.body.Bytes()), c.err
}

// accessible gives a drawing that gonum wrote a root which can stand in a web
// page: no XML declaration, a role, a name and a description. The ids depend
// on all of the chart, so that several charts can stand in one page.
func accessible(body []byte, kind string, width, height vg.Length, title, alt string) []byte {
	// A quotation mark within a text is escaped, so that this finds styles only.
	body = bytes.ReplaceAll(body, []byte(`style="font-family:Liberation Sans;`), []byte(`style="`+fontFamily))

	digest := fnv.New32a()
	fmt.Fprintf(digest, "%s\n%s\n%s", title, alt, body)
	id := fmt.Sprintf("chart-%08x", digest.Sum32())
	var out bytes.Buffer
	fmt.Fprintf(&out, `<svg xmlns="http://www.w3.org/2000/svg" data-chart="%s" width="%[2]gpt" height="%[3]gpt" viewBox="0 0 %[2]g %[3]g"`,
		kind, width.Points(), height.Points())
	fmt.Fprintf(&out, ` role="img" aria-labelledby="%[1]s-title" aria-describedby="%[1]s-desc" stroke-linejoin="round">`+"\n", id)
	fmt.Fprintf(&out, "<title id=\"%s-title\">%s</title>\n", id, html.EscapeString(title))
	fmt.Fprintf(&out, "<desc id=\"%s-desc\">%s</desc>\n", id, html.EscapeString(alt))
	out.Write(body)
	return out.Bytes()
}
