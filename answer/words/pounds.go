package words

import "math"

// Pounds writes pounds to three figures, or to a tenth of a million: £312, £67,600,
// £40.7 million.
func Pounds(value float64) string {
	sign := ""
	if value < 0 {
		sign, value = "-", -value
	}
	switch {
	case value < 0.5:
		return "£0"
	case value >= 999_500:
		millions := value / 1e6
		return sign + "£" + Rounding(1).Number(millions) + " million"
	}
	return sign + PoundsTo(value, math.Pow10(max(0, Magnitude(value)-2)))
}

// PoundsTo writes pounds to the nearest ten, hundred and so on.
func PoundsTo(value, place float64) string {
	text := Rounding(0).Number(math.Round(math.Abs(value)/place) * place)
	if value < 0 && text != "0" {
		return "-£" + text
	}
	return "£" + text
}
