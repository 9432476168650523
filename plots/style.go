package plots

import (
	"image/color"

	stdfont "golang.org/x/image/font"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Everything that decides how a figure looks stands in this file. Lengths are
// in points (1/72 inch).

const (
	canvasWidth    vg.Length = 640
	canvasMargin   vg.Length = 20
	pngDotsPerInch           = 180 // 640 points become 1,600 pixels

	plotHeight     vg.Length = 260 // grows where the end labels need more
	gapUnderTitle  vg.Length = 7
	gapAboveKey    vg.Length = 11
	gapAbovePlot   vg.Length = 16
	gapAboveSource vg.Length = 14
	gapEndMarker   vg.Length = 13 // from the plot's edge to the end marker
	gapEndLabel    vg.Length = 22 // from the plot's edge to the label's text
	gapEndLabels   vg.Length = 6  // between two labels
	widestEndLabel vg.Length = 150
	leastLineSpace           = 1.28 // line spacing, in font sizes

	swatchWidth     vg.Length = 22 // of marks in the key
	lineSwatchWidth vg.Length = 40 // of lines in the key, long enough for a dash on either side of the marker
	swatchHeight    vg.Length = 11
	gapSwatch       vg.Length = 6
	gapKeyEntry     vg.Length = 18
)

// Small multiples.
const (
	mostColumns           = 4
	mostColumnsWithLabels = 2 // of panels with labels at their lines' ends

	gapColumns          vg.Length = 22 // room for the halves of two labels of months
	gapRows             vg.Length = 20
	gapUnderHeading     vg.Length = 5
	widestPanelEndLabel vg.Length = 92
)

// panelHeights are the heights of panels, by the number of columns.
var panelHeights = [mostColumns]vg.Length{170, 160, 120, 105}

// textStyle is a size, a weight and a colour of Liberation Sans.
type textStyle struct {
	size   vg.Length
	weight stdfont.Weight
	color  color.Color
}

// spacing is the distance between two baselines.
func (s textStyle) spacing() vg.Length { return s.size * leastLineSpace }

func (s textStyle) font() font.Font {
	return font.Font{Typeface: "Liberation", Variant: "Sans", Weight: s.weight, Size: s.size}
}

// The palette's colours are too pale to be read as text on white, so that
// all words are near-black or dark grey (contrast above 7 to 1).
var (
	white     = color.NRGBA{R: 0xFF, G: 0xFF, B: 0xFF, A: 0xFF}
	nearBlack = color.NRGBA{R: 0x0B, G: 0x0C, B: 0x0C, A: 0xFF}
	darkGrey  = color.NRGBA{R: 0x48, G: 0x50, B: 0x54, A: 0xFF}
	midGrey   = color.NRGBA{R: 0x76, G: 0x7F, B: 0x84, A: 0xFF}
	gridGrey  = color.NRGBA{R: 0xD9, G: 0xDB, B: 0xDC, A: 0xFF}

	titleText    = textStyle{17, stdfont.WeightBold, nearBlack}
	subtitleText = textStyle{13, stdfont.WeightNormal, nearBlack}
	keyText      = textStyle{11.5, stdfont.WeightNormal, darkGrey}
	tickText     = textStyle{12, stdfont.WeightNormal, darkGrey}
	endText      = textStyle{13, stdfont.WeightNormal, nearBlack}
	levelText    = textStyle{12, stdfont.WeightNormal, darkGrey}
	headingText  = textStyle{12.5, stdfont.WeightBold, nearBlack}
	sourceText   = textStyle{10, stdfont.WeightNormal, darkGrey}

	panelEndText   = textStyle{11.5, stdfont.WeightNormal, nearBlack}
	panelLevelText = textStyle{11, stdfont.WeightNormal, darkGrey}
)

// lineLook is what tells one series from another: colour, and for readers or
// printers without colour also dash and marker.
type lineLook struct {
	color  color.NRGBA
	dashes []vg.Length
	marker draw.GlyphDrawer
	radius vg.Length // chosen so that all markers look equally large
}

// looks are given to the series in their order. The four colours are those of
// the Analysis Function's palette for categories.
var looks = [mostSeries]lineLook{
	{color.NRGBA{R: 0x12, G: 0x43, B: 0x6D, A: 0xFF}, nil, draw.CircleGlyph{}, 4},
	{color.NRGBA{R: 0x28, G: 0xA1, B: 0x97, A: 0xFF}, []vg.Length{9, 3.5}, draw.BoxGlyph{}, 4.2},
	{color.NRGBA{R: 0x80, G: 0x16, B: 0x50, A: 0xFF}, []vg.Length{2.5, 2.5}, draw.PyramidGlyph{}, 4},
	{color.NRGBA{R: 0xF4, G: 0x6A, B: 0x25, A: 0xFF}, []vg.Length{11, 3, 2.5, 3}, diamond{}, 5},
}

const (
	medianWidth     vg.Length = 2
	trajectoryWidth vg.Length = 0.7
	leaderWidth     vg.Length = 0.8
	gridWidth       vg.Length = 0.7
	baselineWidth   vg.Length = 1
	markerHalo      vg.Length = 1.2 // white ring that parts a marker from its line
	mostMarkers     int       = 4
	levelWidth      vg.Length = 1.1
	monthTickLength vg.Length = 5

	mostPanelMarkers int       = 2    // in small multiples
	denseMarkers     vg.Length = 0.75 // their size in panels without labels at lines' ends

	observedRadius vg.Length = 4
	observedStroke vg.Length = 1.3

	loneMonthWidth vg.Length = 26   // of the band of a series of one month
	loneValueWidth vg.Length = 5    // of a value between two gaps
	loneMonthApart float64   = 0.16 // of a month, where the whole axis is one month

	lonePanelMonthApart float64 = 0.45 // in small multiples

	opacityTrajectory uint8 = 130
)

// levelDashes are those of levels, in their order: shorter and thinner than
// those of any series.
var levelDashes = [mostLevels][]vg.Length{{1.2, 2.2}, {4, 2.2}, {4, 2, 1.2, 2}, {7, 2}, {7, 2, 1.2, 2, 1.2, 2}}

// fontFamily names first the font whose metrics were used, then fonts that
// have the same metrics or nearly so.
const fontFamily = `font-family:'Liberation Sans',Arimo,Arial,Helvetica,sans-serif;`

// halfCapital is half the height of a capital letter or a figure of Liberation
// Sans, in font sizes.
const halfCapital = 0.36

// observedMarks are the shapes of the marks of observed sets, in the order of
// the sets.
var observedMarks = [mostObserved]draw.GlyphDrawer{draw.CircleGlyph{}, draw.BoxGlyph{}, draw.PyramidGlyph{}}

// bandOpacity returns the opacities (of 255) of the two bands. The 80% band
// lies on the 95% band, so that it looks darker than its own opacity. Where
// many bands may overlap each is paler.
func bandOpacity(series int) (of95, of80 uint8) {
	if series > 2 {
		return 26, 40
	}
	return 34, 52
}

// Waterfalls.
const (
	barHeight      vg.Length = 22
	gapBars        vg.Length = 11
	gapBarLabel    vg.Length = 14
	gapBarValue    vg.Length = 7
	gapAxisLabels  vg.Length = 4
	gapTickLabels  vg.Length = 12
	widestBarLabel vg.Length = 190
	widestBarValue vg.Length = 130
	leastBar       vg.Length = 1.5 // what has no length is a line
	hatchApart     vg.Length = 6
	hatchWidth     vg.Length = 1.2
	hatchOutline   vg.Length = 1.6
	whiskerWidth   vg.Length = 1.3
	whiskerCap     vg.Length = 9
)

// The colours of bars. What adds is hatched too.
var (
	totalColor = darkGrey
	takesColor = looks[0].color
	addsColor  = looks[2].color
)

// faded returns a colour with another opacity, 0 to 255.
func faded(c color.NRGBA, opacity uint8) color.NRGBA {
	c.A = opacity
	return c
}

// diamond is a filled square that stands on its corner.
type diamond struct{}

// DrawGlyph draws the diamond with its corners at the style's radius.
func (diamond) DrawGlyph(c *draw.Canvas, style draw.GlyphStyle, at vg.Point) {
	var path vg.Path
	path.Move(vg.Point{X: at.X, Y: at.Y + style.Radius})
	path.Line(vg.Point{X: at.X + style.Radius, Y: at.Y})
	path.Line(vg.Point{X: at.X, Y: at.Y - style.Radius})
	path.Line(vg.Point{X: at.X - style.Radius, Y: at.Y})
	path.Close()
	c.Fill(path)
}
