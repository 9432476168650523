package answer

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"skillmix/sim"
)

// monthInWords writes a month as March 2029.
func monthInWords(month sim.Month) string {
	return fmt.Sprintf("%s %d", time.Month(month.OfYear()), month.Year())
}

// label writes a scenario's name as words within a sentence: budget-transfer
// as budget transfer, arrs-england as ARRS England.
func label(name string) string {
	words := strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == '_' })
	for i, word := range words {
		switch word {
		case "arrs", "nhs", "acp", "pcn", "icb", "ics":
			words[i] = strings.ToUpper(word)
		case "england":
			words[i] = capital(word)
		}
	}
	return strings.Join(words, " ")
}

// capital gives a text a capital letter to begin with.
func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// count writes a number with its noun, in the plural unless it is one.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return grouped(strconv.Itoa(n)) + " " + noun + "s"
}

// percent writes a share (0 to 1) as a whole percentage that says neither
// none nor all unless it is so.
func percent(share float64) string {
	switch {
	case share > 0 && share < 0.005:
		return "less than 1%"
	case share < 1 && share > 0.995:
		return "more than 99%"
	}
	return fmt.Sprintf("%.0f%%", 100*share)
}

// grouped puts commas between the thousands of a decimal number.
func grouped(digits string) string {
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
