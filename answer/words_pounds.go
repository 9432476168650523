package answer

import "math"

// poundsInWords writes pounds to three figures, or to a tenth of a million: £312, £67,600,
// £40.7 million.
func poundsInWords(value float64) string {
	sign := ""
	if value < 0 {
		sign, value = "-", -value
	}
	switch {
	case value < 0.5:
		return "£0"
	case value >= 999_500:
		millions := value / 1e6
		return sign + "£" + rounding(1).number(millions) + " million"
	}
	return sign + poundsTo(value, math.Pow10(max(0, magnitude(value)-2)))
}

// poundsTo writes pounds to the nearest ten, hundred and so on.
func poundsTo(value, place float64) string {
	text := rounding(0).number(math.Round(math.Abs(value)/place) * place)
	if value < 0 && text != "0" {
		return "-£" + text
	}
	return "£" + text
}
