package plots_test

import (
	"encoding/xml"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	stdfont "golang.org/x/image/font"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/font/liberation"

	"skillmix/plots"
)

// A drawing is an SVG as a reader's program sees it.
type drawing struct {
	ViewBox string `xml:"viewBox,attr"`
	Role    string `xml:"role,attr"`
	Title   string `xml:"title"`
	Desc    string `xml:"desc"`
	Group   struct {
		Texts []struct {
			X     float64 `xml:"x,attr"`
			Y     float64 `xml:"y,attr"`
			Style string  `xml:"style,attr"`
			Words string  `xml:",chardata"`
		} `xml:"text"`
		Paths []struct {
			D string `xml:"d,attr"`
		} `xml:"path"`
	} `xml:"g"`
}

// A box is the room of one line of text, in points from the top left.
type box struct {
	words                    string
	left, right, top, bottom float64
}

const (
	leastFontSize = 10.0
	leastContrast = 4.5 // WCAG 2.2, criterion 1.4.3
)

var (
	sizePattern = regexp.MustCompile(`font-size:([0-9.]+)px`)
	fillPattern = regexp.MustCompile(`fill:#([0-9A-F]{6})`)
	pairPattern = regexp.MustCompile(`[ML](-?[0-9.e+-]+),(-?[0-9.e+-]+)`)
)

// faultsOf returns every chart rule that a drawn chart breaks.
func faultsOf(chart *plots.Figure, svg []byte) []string {
	var faults []string
	fault := func(format string, values ...any) { faults = append(faults, fmt.Sprintf(format, values...)) }

	var d drawing
	if err := xml.Unmarshal(svg, &d); err != nil {
		return []string{err.Error()}
	}
	var x, y, width, height float64
	if n, _ := fmt.Sscan(d.ViewBox, &x, &y, &width, &height); n != 4 {
		fault("the viewBox %q is not four numbers", d.ViewBox)
	}
	if d.Role != "img" {
		fault("the role is %q", d.Role)
	}
	if squeeze(d.Title) != squeeze(chart.Title) {
		fault("the name is %q", d.Title)
	}
	if squeeze(d.Desc) != squeeze(chart.Alt) {
		fault("the description is %q", d.Desc)
	}

	var boxes []box
	fonts := font.NewCache(liberation.Collection())
	for _, text := range d.Group.Texts {
		size := 0.0
		if found := sizePattern.FindStringSubmatch(text.Style); found != nil {
			size, _ = strconv.ParseFloat(found[1], 64)
		}
		if size < leastFontSize {
			fault("%q is set in %v points", text.Words, size)
		}
		if !strings.Contains(text.Style, "sans-serif") {
			fault("%q has no sans-serif font to fall back on", text.Words)
		}
		if found := fillPattern.FindStringSubmatch(text.Style); found == nil || contrastOnWhite(found[1]) < leastContrast {
			fault("%q is too pale on white: %v", text.Words, found)
		}
		weight := stdfont.WeightNormal
		if strings.Contains(text.Style, "font-weight:bold") {
			weight = stdfont.WeightBold
		}
		face := fonts.Lookup(font.Font{Typeface: "Liberation", Variant: "Sans", Weight: weight}, font.Length(size))
		baseline := height + text.Y
		boxes = append(boxes, box{text.Words, text.X, text.X + float64(face.Width(text.Words)), baseline - 0.73*size, baseline + 0.21*size})
	}
	for i, one := range boxes {
		if one.left < 0 || one.right > width || one.top < 0 || one.bottom > height {
			fault("%q leaves the canvas: %+v", one.words, one)
		}
		for _, other := range boxes[:i] {
			if one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom {
				fault("%q lies over %q", one.words, other.words)
			}
		}
	}
	for _, words := range []string{chart.Title, chart.Subtitle, "Source: " + chart.Source} {
		if !readable(boxes, words) {
			fault("not all of %q can be read", words)
		}
	}
	for _, series := range chart.Panels[0].Series {
		if !readable(boxes, series.Label) {
			fault("not all of the label %q can be read", series.Label)
		}
	}
	for _, observed := range chart.Panels[0].Observed {
		if !readable(boxes, observed.Label) {
			fault("not all of the label %q can be read", observed.Label)
		}
	}
	for _, path := range d.Group.Paths {
		for _, pair := range pairPattern.FindAllStringSubmatch(path.D, -1) {
			x, errX := strconv.ParseFloat(pair[1], 64)
			y, errY := strconv.ParseFloat(pair[2], 64)
			if errX != nil || errY != nil || x < 0 || x > width || y < 0 || y > height {
				fault("a line leaves the canvas at %v,%v", pair[1], pair[2])
			}
		}
	}
	return faults
}

// readable tells whether words stand on the chart as whole lines that follow
// one another.
func readable(boxes []box, words string) bool {
	for i := range boxes {
		lines := ""
		for _, line := range boxes[i:] {
			lines += squeeze(line.words)
			if lines == squeeze(words) {
				return true
			}
		}
	}
	return false
}

// squeeze drops all spaces, so that wrapped text compares with its original.
func squeeze(words string) string { return strings.Join(strings.Fields(words), "") }

// contrastOnWhite is the contrast ratio of WCAG 2.2 between white and a colour
// written as six hexadecimal digits.
func contrastOnWhite(hex string) float64 {
	value, err := strconv.ParseUint(hex, 16, 32)
	if err != nil {
		return 0
	}
	luminance := 0.0
	for i, weight := range []float64{0.0722, 0.7152, 0.2126} {
		part := float64(value>>(8*i)&0xFF) / 255
		if part <= 0.04045 {
			part /= 12.92
		} else {
			part = math.Pow((part+0.055)/1.055, 2.4)
		}
		luminance += weight * part
	}
	return 1.05 / (luminance + 0.05)
}

func TestChartsObeyTheRules(t *testing.T) {
	for _, test := range goldens {
		chart := test.chart()
		svg, err := chart.SVG()
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range faultsOf(chart, svg) {
			t.Errorf("%s (%s): %s", test.name, test.reason, fault)
		}
	}
}

// The check itself must be able to fail.
func TestRulesAreNoticedWhenBroken(t *testing.T) {
	chart := twoScenarios()
	svg, err := chart.SVG()
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ old, new, want, reason string }{
		{">New money</text>", ">Old money</text>", "label", "a label that is not the series' own"},
		{">by March 2029; transfer puts 3.4<", "><", "not all of", "a title that is cut off"},
		{"font-size:17px", "font-size:21px", "leaves the canvas", "a title wider than the canvas"},
		{"#0B0C0C", "#28A197", "too pale", "text in a colour of the palette"},
		{`role="img"`, `role="none"`, "role", "a picture that is not announced as one"},
		{`y="-433.61"`, `y="-411.85"`, "lies over", "two lines of text at one place"},
		{"Arial,Helvetica,sans-serif", "serif", "sans-serif", "a serif font"},
	}
	for _, test := range tests {
		broken := strings.ReplaceAll(string(svg), test.old, test.new)
		if broken == string(svg) {
			t.Errorf("%s: nothing was changed: %q is not in the SVG", test.reason, test.old)
		}
		if got := strings.Join(faultsOf(chart, []byte(broken)), "\n"); !strings.Contains(got, test.want) {
			t.Errorf("%s was not noticed; faults: %q", test.reason, got)
		}
	}
}
