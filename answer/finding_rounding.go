package answer

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
