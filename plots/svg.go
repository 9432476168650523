package plots

import (
	"bytes"
	"fmt"
	"hash/fnv"
	"html"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgsvg"
)

// An svgCanvas draws with gonum's SVG canvas.
type svgCanvas struct {
	*vgsvg.Canvas
}

func newSVGCanvas(width, height vg.Length) *svgCanvas {
	return &svgCanvas{vgsvg.New(width, height)}
}

// finish returns the drawing as the content of an <svg> element.
func (c *svgCanvas) finish() ([]byte, error) {
	var drawn bytes.Buffer
	if _, err := c.WriteTo(&drawn); err != nil {
		return nil, err
	}
	root := bytes.Index(drawn.Bytes(), []byte("<svg"))
	if root < 0 {
		return nil, fmt.Errorf("chart: the drawing has no <svg> element")
	}
	body := drawn.Bytes()[root:]
	end := bytes.IndexByte(body, '>')
	if end < 0 {
		return nil, fmt.Errorf("chart: the <svg> element of the drawing has no end")
	}
	return bytes.TrimLeft(body[end+1:], "\n"), nil
}

// accessible gives a drawing that gonum wrote a root which can stand in a web
// page: no XML declaration, a role, a name and a description. The ids depend
// on the texts, so that several charts can stand in one page.
func accessible(body []byte, width, height vg.Length, title, alt string) []byte {
	// A quotation mark within a text is escaped, so that this finds styles only.
	body = bytes.ReplaceAll(body, []byte(`style="font-family:Liberation Sans;`), []byte(`style="`+fontFamily))

	digest := fnv.New32a()
	fmt.Fprintf(digest, "%s\n%s", title, alt)
	id := fmt.Sprintf("chart-%08x", digest.Sum32())
	var out bytes.Buffer
	fmt.Fprintf(&out, `<svg xmlns="http://www.w3.org/2000/svg" width="%[1]gpt" height="%[2]gpt" viewBox="0 0 %[1]g %[2]g"`,
		width.Points(), height.Points())
	fmt.Fprintf(&out, ` role="img" aria-labelledby="%[1]s-title" aria-describedby="%[1]s-desc" stroke-linejoin="round">`+"\n", id)
	fmt.Fprintf(&out, "<title id=\"%s-title\">%s</title>\n", id, html.EscapeString(title))
	fmt.Fprintf(&out, "<desc id=\"%s-desc\">%s</desc>\n", id, html.EscapeString(alt))
	out.Write(body)
	return out.Bytes()
}
