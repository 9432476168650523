// Package plots draws the figures of a result: it knows curves, bands and
// words, and nothing of the model behind them. A figure obeys the chart rules
// of the Government Analysis Function: a title that states the finding, at most
// four lines labelled at their ends, a value axis from zero, no colour that
// must be seen to be understood, and a text alternative.
package plots

import (
	"bytes"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgimg"
	"gonum.org/v1/plot/vg/vgsvg"

	"skillmix/sim"
)

// Series is one scenario's curve.
type Series struct {
	// Label stands at the line's end. Long labels wrap.
	Label string
	// Start is the month of the first value.
	Start sim.Month
	// Months are those of the values, rising from Start on, where there is not one
	// a month; nil where there is.
	Months []sim.Month
	// Median holds one value a month, zero or more, in the unit that the
	// chart's subtitle names.
	Median []float64
	// Low80, High80, Low95 and High95 bound the bands that hold 80% and 95% of
	// the runs in each month. Each is as long as Median; a pair is nil where
	// there is no such band.
	Low80, High80, Low95, High95 []float64
	// Trajectories are a few single runs, each as long as Median.
	Trajectories [][]float64
}

// month returns the month of the i-th value.
func (s *Series) month(i int) sim.Month {
	if s.Months != nil {
		return s.Months[i]
	}
	return s.Start + sim.Month(i)
}

// Adoption describes the adoption chart. All four texts are required.
type Adoption struct {
	// Title states the finding. It wraps over as many lines as it needs.
	Title string
	// Subtitle names measure, place and period.
	Subtitle string
	// Source names the scenarios' hashes, the seed and the number of runs.
	Source string
	// Alt is the text alternative for readers who do not see the chart. It
	// begins with the finding.
	Alt string
	// Series are the curves, one to four.
	Series []Series
	// Observed are values from the world to set beside them, none to three sets.
	Observed []Points
}

// SVG draws the chart with live text, which can be searched, enlarged and read
// aloud. The same chart gives the same bytes. It returns an error where the
// chart cannot be drawn honestly: no series or more than four, more than three
// observed sets, observed months outside of the series', a text that is
// missing, lengths that differ, or a value that is negative or not a number.
func (a *Adoption) SVG() ([]byte, error) {
	if err := a.check(); err != nil {
		return nil, err
	}
	sheet := layOut(a)
	canvas := vgsvg.New(sheet.width, sheet.height)
	sheet.draw(canvas)
	var drawn bytes.Buffer
	if _, err := canvas.WriteTo(&drawn); err != nil {
		return nil, err
	}
	return accessible(drawn.Bytes(), sheet.width, sheet.height, plainText(a.Title), plainText(a.Alt))
}

// PNG draws the chart as a picture 1,600 pixels wide, for documents which
// cannot take SVG. It returns the same errors as SVG. A PNG carries no text
// alternative: give Alt beside it.
func (a *Adoption) PNG() ([]byte, error) {
	if err := a.check(); err != nil {
		return nil, err
	}
	sheet := layOut(a)
	canvas := vgimg.PngCanvas{Canvas: vgimg.NewWith(
		vgimg.UseWH(sheet.width, sheet.height), vgimg.UseDPI(pngDotsPerInch))}
	sheet.draw(canvas)
	var picture bytes.Buffer
	if _, err := canvas.WriteTo(&picture); err != nil {
		return nil, err
	}
	return picture.Bytes(), nil
}

// draw puts everything on a canvas, from the ground up.
func (s *sheet) draw(canvas vg.CanvasSizer) {
	s.drawGround(canvas)
	s.drawTexts(canvas)
	s.drawKey(canvas)
	s.drawCurves(canvas)
	s.drawEndLabels(canvas)
}
