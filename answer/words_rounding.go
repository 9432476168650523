package answer

import (
	"math"
	"strconv"
	"strings"

	"skillmix/sim"
)

// rounding is the number of decimals in which the numbers of a sentence are
// said, so that they can be compared and subtracted by eye.
type rounding int

// roundingOf chooses two significant figures for the smallest of the values,
// but no more than three for the largest, and then as many as it takes to
// show what tells them apart (zero if nothing does).
func roundingOf(apart float64, values ...float64) rounding {
	smallest, largest := math.Inf(1), 0.0
	for _, value := range values {
		if value = math.Abs(value); value > 0 {
			smallest, largest = min(smallest, value), max(largest, value)
		}
	}
	if largest == 0 {
		return 0
	}
	most := 2 - magnitude(largest)
	decimals := min(1-magnitude(smallest), most)
	if apart != 0 {
		decimals = max(decimals, min(1-magnitude(apart), most+2))
	}
	return rounding(max(0, min(decimals, mostDecimals)))
}

// magnitude is the power of ten of a number that is not zero.
func magnitude(value float64) int { return int(math.Floor(math.Log10(math.Abs(value)))) }

// number writes a value, without a minus before zero.
func (r rounding) number(value float64) string {
	text := strconv.FormatFloat(value, 'f', int(r), 64)
	if strings.Trim(text, "-0.") == "" {
		text = strings.TrimPrefix(text, "-")
	}
	return grouped(text)
}

// amount writes a value, but does not call nothing what is only little.
func (r rounding) amount(value float64) string {
	if text := r.number(value); value <= 0 || strings.Trim(text, "0.") != "" {
		if value == 0 {
			return "0"
		}
		return text
	}
	return "less than " + r.number(math.Pow10(-int(r)))
}

// span writes a range.
func (r rounding) span(low, high float64) string {
	return r.number(low) + " to " + r.number(high)
}

// spanOf writes the range that holds 95% of a summary's runs.
func (r rounding) spanOf(s sim.Summary) string { return r.span(s.P2_5, s.P97_5) }

// mostDecimals is the most that is printed.
const mostDecimals = 6

// subtracts reports whether the printed difference is that of the printed numbers.
func (r rounding) subtracts(a, b, difference float64) bool {
	return math.Abs(r.printed(a)-r.printed(b)-r.printed(difference)) < 0.5*math.Pow10(-int(r))
}

// printed is a value as it is read back from the page.
func (r rounding) printed(value float64) float64 {
	read, err := strconv.ParseFloat(strconv.FormatFloat(value, 'f', int(r), 64), 64)
	if err != nil {
		return value
	}
	return read
}
