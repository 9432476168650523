package plots

import (
	"math"
	"strconv"
	"strings"

	"gonum.org/v1/plot"
)

// fewestSteps is the number of grid intervals that a value axis has at least.
const fewestSteps = 4

// smallestScale is the largest value below which everything counts as zero.
const smallestScale = 1e-9

// valueTicks returns round ticks from zero to the first one that is not below
// the largest value, with the largest step of 1, 2 or 5 times a power of ten
// that gives enough of them.
func valueTicks(largest float64) []plot.Tick {
	if largest < smallestScale {
		largest = 1 // nothing was adopted: a scale to one shows a line at zero
	}
	decimals := int(math.Ceil(-math.Log10(largest / fewestSteps)))
	step := 1.0
	for _, digit := range []float64{1, 2, 5} {
		candidate := digit * math.Pow10(-decimals)
		if candidate*fewestSteps <= largest*(1+roundingSlack) {
			step = candidate
		}
	}
	steps := int(math.Ceil(largest / step * (1 - roundingSlack)))
	ticks := make([]plot.Tick, steps+1)
	for i := range ticks {
		value := float64(i) * step
		ticks[i] = plot.Tick{Value: value, Label: valueLabel(value, max(decimals, 0))}
	}
	return ticks
}

// valueLabel writes a value with a comma between thousands.
func valueLabel(value float64, decimals int) string {
	whole, fraction, _ := strings.Cut(strconv.FormatFloat(value, 'f', decimals, 64), ".")
	for at := len(whole) - 3; at > 0; at -= 3 {
		whole = whole[:at] + "," + whole[at:]
	}
	if fraction == "" {
		return whole
	}
	return whole + "." + fraction
}
