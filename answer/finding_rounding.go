package answer

import (
	"skillmix/answer/words"
)

// digits chooses how precisely the means of all scenarios and their differences are said: so
// that differences can be seen and, with a decimal more if it takes one, are those of the
// numbers as they are printed. Where they are not even then, exact is false and the sentence
// says that differences were taken before rounding.
func (f *finder) digits(differences ...difference) (digits words.Rounding, exact bool) {
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
	digits = words.RoundingOf(apart, means...)
	for _, candidate := range []words.Rounding{digits, min(digits+1, words.MostDecimals)} {
		exact = true
		for _, d := range differences {
			exact = exact && candidate.Subtracts(means[d.a], means[d.b], d.Mean)
		}
		if exact {
			return candidate, true
		}
	}
	for _, d := range differences {
		if d.Mean != 0 && digits.Printed(d.Mean) == 0 {
			return min(digits+1, words.MostDecimals), false // little is not nothing
		}
	}
	return digits, false
}
