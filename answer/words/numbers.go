package words

import (
	"fmt"
	"strconv"
	"strings"
)

// Count writes a number with its noun, in the plural unless it is one.
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return Whole(n) + " " + noun + "s"
}

// Whole writes a whole number, with commas between its thousands.
func Whole(n int) string { return Grouped(strconv.Itoa(n)) }

// Grouped puts commas between the thousands of a decimal number.
func Grouped(digits string) string {
	whole, fraction, decimal := strings.Cut(digits, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for at := len(whole) - 3; at > 0; at -= 3 {
		whole = whole[:at] + "," + whole[at:]
	}
	if decimal {
		whole += "." + fraction
	}
	return sign + whole
}

// Percent writes a share (0 to 1) as a whole percentage that says neither
// none nor all unless it is so.
func Percent(share float64) string {
	switch {
	case share > 0 && share < 0.005:
		return "less than 1%"
	case share < 1 && share > 0.995:
		return "more than 99%"
	}
	return fmt.Sprintf("%.0f%%", 100*share)
}
