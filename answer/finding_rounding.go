package answer

import (
	"math"
	"strconv"
)

// digits chooses how precisely the means of all scenarios and their differences are said: so
// that differences can be seen and, with a decimal more if it takes one, are those of the
// numbers as they are printed. Where they are not even then, exact is false and the sentence
// says that differences were taken before rounding.
func (f *finder) digits(differences ...difference) (digits rounding, exact bool) {
	var means []float64
	apart := 0.0
	for scenario := range f.values {
		means = append(means, f.summary(f.values, scenario, alone).Mean)
	}
	for i := range differences {
		if least := differences[i].apart(); least != 0 && (apart == 0 || least < apart) {
			apart = least
		}
	}
	digits = roundingOf(apart, means...)
	for _, candidate := range []rounding{digits, min(digits+1, mostDecimals)} {
		exact = true
		for _, d := range differences {
			exact = exact && candidate.subtracts(means[d.a], means[d.b], d.Mean)
		}
		if exact {
			return candidate, true
		}
	}
	for _, d := range differences {
		if d.Mean != 0 && digits.printed(d.Mean) == 0 {
			return min(digits+1, mostDecimals), false // little is not nothing
		}
	}
	return digits, false
}

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
