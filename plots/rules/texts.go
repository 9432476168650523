package rules

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	stdfont "golang.org/x/image/font"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/font/liberation"
)

// A box is the room of one line of text, in points from the top left.
type box struct {
	words                    string
	left, right, top, bottom float64
}

// fonts are those in which charts are set.
var fonts = sync.OnceValue(func() *font.Cache { return font.NewCache(liberation.Collection()) })

// How far letters reach above and below the line on which they stand, in font
// sizes.
const (
	ascent  = 0.73
	descent = 0.21
)

// measure finds the room of each line of text.
func (c *chart) measure() {
	for _, text := range c.root.tags("text") {
		size := sizeOf(text)
		weight := stdfont.WeightNormal
		if text.style("font-weight", "") == "bold" {
			weight = stdfont.WeightBold
		}
		face := fonts().Lookup(font.Font{Typeface: "Liberation", Variant: "Sans", Weight: weight}, font.Length(size))
		// The drawing is turned upside down, and each text in it once more.
		left, baseline := number(text.attribute("x")), c.height+number(text.attribute("y"))
		c.boxes = append(c.boxes, box{text.words, left, left + float64(face.Width(text.words)), baseline - ascent*size, baseline + descent*size})
	}
}

func number(words string) float64 {
	value, err := strconv.ParseFloat(words, 64)
	if err != nil {
		return -1
	}
	return value
}

// sizeOf returns the size of a text in points.
func sizeOf(text *node) float64 {
	return number(strings.TrimSuffix(text.style("font-size", "0px"), "px"))
}

var (
	noNumber = regexp.MustCompile(`\b(NaN|Inf|undefined|null|nil)\b|%!`)
	lessZero = regexp.MustCompile(`(^|[\s(£])[-−]£?0(\.0+)?([%km]?)($|[\s,;:)])`)
)

// checkTexts checks every line of text by itself.
func (c *chart) checkTexts() {
	for _, text := range c.root.tags("text") {
		words := text.words
		if strings.TrimSpace(words) == "" {
			c.fault("there is a text without words")
		}
		if size := sizeOf(text); size < leastFontSize {
			c.fault("%q is set in %v points: too small to read, at least %v", words, size, leastFontSize)
		}
		if family := text.style("font-family", ""); !strings.HasSuffix(family, ",sans-serif") {
			c.fault("%q has no sans-serif font to fall back on: %q", words, family)
		}
		if got := contrast(text.style("fill", "#000000"), 1); got < leastTextContrast {
			c.fault("%q is too pale on white: contrast %.1f, at least %v", words, got, leastTextContrast)
		}
	}
	all := append(c.root.tags("text"), c.root.direct("title")...)
	for _, text := range append(all, c.root.direct("desc")...) {
		if noNumber.MatchString(text.words) {
			c.fault("%q holds what is no number", text.words)
		}
		if lessZero.MatchString(text.words) {
			c.fault("%q holds a zero with a sign", text.words)
		}
	}
}

// checkOverlaps checks that all lines of text lie on the canvas and none on
// another.
func (c *chart) checkOverlaps() {
	for i, one := range c.boxes {
		if one.left < 0 || one.right > c.width || one.top < 0 || one.bottom > c.height {
			c.fault("%q is cut off: it leaves the canvas", one.words)
		}
		for _, other := range c.boxes[:i] {
			if one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom {
				c.fault("%q lies over %q", one.words, other.words)
			}
		}
	}
}

// readable tells whether words stand on the chart as whole lines that follow
// one another.
func (c *chart) readable(words string) bool {
	want := squeeze(words)
	for i := range c.boxes {
		lines := ""
		for _, line := range c.boxes[i:] {
			lines += squeeze(line.words)
			if lines == want {
				return true
			}
			if !strings.HasPrefix(want, lines) {
				break
			}
		}
	}
	return false
}
