package plots

import (
	"fmt"
	"math"
	"strings"
)

// A Waterfall parts a total over steps, from the total at the top to what is
// left at the foot: a row each, with its label at the left and its value
// written at its bar.
type Waterfall struct {
	// Title, Subtitle, Source and Alt are as in a Figure, and required.
	Title, Subtitle, Source, Alt string
	// Total is drawn from zero, at the top.
	Total Bar
	// Steps are what is taken from the total one after another, one to twelve.
	Steps []Step
	// Left is what is left after all steps, drawn from zero, at the foot. Its
	// amount is that of the total less those of all steps.
	Left Bar
	// Unit is that of the amounts. It is said after the subtitle, if that does
	// not name it.
	Unit string
}

// Bar is an end of a waterfall.
type Bar struct {
	// Label says what it is, and Value is the text written at the bar.
	Label, Value string
	// Amount is its length.
	Amount float64
}

// Step is one part of the total.
type Step struct {
	// Label says what it is, and Value is the text written at the bar.
	Label, Value string
	// Amount is what it takes from the total. A step of the other sign than the
	// total adds to it.
	Amount float64
	// Error is the half-width of the 95% interval of the amount, drawn as a
	// whisker; 0 for none.
	Error float64
}

// mostSteps is the number of rows that can be taken in at a glance.
const mostSteps = 12

// sumSlack is how far, in parts of the largest amount, the parts may miss the
// total by rounding.
const sumSlack = 1e-6

// SVG draws the chart with live text. The same chart gives the same bytes. It
// returns an error where the chart cannot be drawn honestly: a text that is
// missing, no steps or more than twelve, an amount that is no number, or parts
// that do not sum to the total.
func (w *Waterfall) SVG() ([]byte, error) {
	if err := w.check(); err != nil {
		return nil, err
	}
	return layOutWaterfall(w).svg()
}

// PNG draws the chart as a picture 1,600 pixels wide. It returns the same
// errors as SVG. A PNG carries no text alternative: give Alt beside it.
func (w *Waterfall) PNG() ([]byte, error) {
	if err := w.check(); err != nil {
		return nil, err
	}
	return layOutWaterfall(w).png()
}

// subtitle names the unit too.
func (w *Waterfall) subtitle() string {
	subtitle, unit := plainText(w.Subtitle), plainText(w.Unit)
	if strings.Contains(strings.ToLower(subtitle), strings.ToLower(unit)) {
		return subtitle
	}
	return subtitle + ", " + unit
}

// takes tells whether a step brings the total nearer to zero.
func (w *Waterfall) takes(step Step) bool {
	return step.Amount == 0 || (step.Amount > 0) == (w.Total.Amount >= 0)
}

// check returns the first reason why the chart cannot be drawn.
func (w *Waterfall) check() error {
	if err := checkTexts(w.Title, w.Subtitle, w.Source, w.Alt); err != nil {
		return err
	}
	if plainText(w.Unit) == "" {
		return fmt.Errorf("chart: the unit is empty: nobody would know what the amounts are of")
	}
	if len(w.Steps) == 0 || len(w.Steps) > mostSteps {
		return fmt.Errorf("chart: %d steps: give one to %d", len(w.Steps), mostSteps)
	}
	if err := w.Total.check(0); err != nil {
		return fmt.Errorf("chart: total: %w", err)
	}
	if err := w.Left.check(0); err != nil {
		return fmt.Errorf("chart: what is left: %w", err)
	}
	rest, largest := w.Total.Amount, math.Max(math.Abs(w.Total.Amount), math.Abs(w.Left.Amount))
	for i, step := range w.Steps {
		if err := (Bar{step.Label, step.Value, step.Amount}).check(step.Error); err != nil {
			return fmt.Errorf("chart: step %d (%q): %w", i+1, step.Label, err)
		}
		rest -= step.Amount
		largest = max(largest, math.Abs(step.Amount))
	}
	if math.Abs(rest-w.Left.Amount) > sumSlack*largest {
		return fmt.Errorf("chart: the steps leave %v of the total, and what is left is said to be %v: the parts must sum to the total", rest, w.Left.Amount)
	}
	return nil
}

// check checks a bar whose amount has an error.
func (b Bar) check(err float64) error {
	switch {
	case plainText(b.Label) == "":
		return fmt.Errorf("the label is empty: each bar needs one")
	case plainText(b.Value) == "":
		return fmt.Errorf("the value is empty: it is written at the bar")
	case !(math.Abs(b.Amount) <= largestValue):
		return fmt.Errorf("the amount is %v: it must be a number no further from zero than %v", b.Amount, largestValue)
	case !(err >= 0 && err <= largestValue):
		return fmt.Errorf("the error is %v: it must be a number from zero to %v", err, largestValue)
	}
	return nil
}
