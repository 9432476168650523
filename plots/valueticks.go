package plots

import (
	"math"

	"gonum.org/v1/plot"
)

// fewestSteps is the number of grid intervals that a value axis has at least,
// and fewestPanelSteps that in small multiples.
const (
	fewestSteps      = 4
	fewestPanelSteps = 2
)

// smallestScale is the largest value below which everything counts as zero.
const smallestScale = 1e-9

// valueTicks returns round ticks from zero, or the last one that is not above
// the smallest value, to the first one that is not below the largest, with the
// largest step of 1, 2 or 5 times a power of ten that gives enough of them.
func valueTicks(lowest, highest float64, fewest int, unit unit) []plot.Tick {
	if highest-lowest < smallestScale {
		lowest, highest = 0, 1 // nothing was adopted: a scale to one shows a line at zero
	}
	span := highest - lowest
	decimals := int(math.Ceil(-math.Log10(span / float64(fewest))))
	step := 1.0
	for _, digit := range []float64{1, 2, 5} {
		candidate := digit * math.Pow10(-decimals)
		if candidate*float64(fewest) <= span*(1+roundingSlack) {
			step = candidate
		}
	}
	below := int(math.Ceil(-lowest / step * (1 - roundingSlack)))
	above := int(math.Ceil(highest / step * (1 - roundingSlack)))
	write := unit.writer(step, max(-lowest, highest))
	var ticks []plot.Tick
	for i := -below; i <= above; i++ {
		value := float64(i) * step
		ticks = append(ticks, plot.Tick{Value: value, Label: write(value)})
	}
	return ticks
}
