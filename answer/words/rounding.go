package words

import (
	"math"
	"strconv"
	"strings"

	"skillmix/sim"
)

// Rounding is the number of decimals in which the numbers of a sentence are
// said, so that they can be compared and subtracted by eye.
type Rounding int

// RoundingOf chooses two significant figures for the smallest of the values,
// but no more than three for the largest, and then as many as it takes to
// show what tells them apart (zero if nothing does).
func RoundingOf(apart float64, values ...float64) Rounding {
	smallest, largest := math.Inf(1), 0.0
	for _, value := range values {
		if value = math.Abs(value); value > 0 {
			smallest, largest = min(smallest, value), max(largest, value)
		}
	}
	if largest == 0 {
		return 0
	}
	most := 2 - Magnitude(largest)
	decimals := min(1-Magnitude(smallest), most)
	if apart != 0 {
		decimals = max(decimals, min(1-Magnitude(apart), most+2))
	}
	return Rounding(max(0, min(decimals, MostDecimals)))
}

// Magnitude is the power of ten of a number that is not zero.
func Magnitude(value float64) int { return int(math.Floor(math.Log10(math.Abs(value)))) }

// Number writes a value, without a minus before zero.
func (r Rounding) Number(value float64) string {
	text := strconv.FormatFloat(value, 'f', int(r), 64)
	if strings.Trim(text, "-0.") == "" {
		text = strings.TrimPrefix(text, "-")
	}
	return Grouped(text)
}

// Amount writes a value, but does not call nothing what is only little.
func (r Rounding) Amount(value float64) string {
	if text := r.Number(value); value <= 0 || strings.Trim(text, "0.") != "" {
		if value == 0 {
			return "0"
		}
		return text
	}
	return "less than " + r.Number(math.Pow10(-int(r)))
}

// Span writes a range.
func (r Rounding) Span(low, high float64) string {
	return r.Number(low) + " to " + r.Number(high)
}

// SpanOf writes the range that holds 95% of a summary's runs.
func (r Rounding) SpanOf(s sim.Summary) string { return r.Span(s.P2_5, s.P97_5) }

// MostDecimals is the most that is printed.
const MostDecimals = 6

// Subtracts reports whether the printed difference is that of the printed numbers.
func (r Rounding) Subtracts(a, b, difference float64) bool {
	return math.Abs(r.Printed(a)-r.Printed(b)-r.Printed(difference)) < 0.5*math.Pow10(-int(r))
}

// Printed is a value as it is read back from the page.
func (r Rounding) Printed(value float64) float64 {
	read, err := strconv.ParseFloat(strconv.FormatFloat(value, 'f', int(r), 64), 64)
	if err != nil {
		return value
	}
	return read
}
