package answer

import (
	"math"
	"slices"

	"skillmix/answer/words"
	"skillmix/sim"
)

// figures writes the numbers of one measure in all groups alike.
type figures struct {
	digits words.Rounding
	share  bool // as percentages, and differences in points
}

// figures chooses how precisely a measure is said: by what is usual among the groups, since
// small ones need not set the tone, with a decimal more if a difference needs it.
func (b *Breakdown) figures(measure int) figures {
	if b.Measures[measure].Share {
		return figures{share: true}
	}
	var values []float64
	least := 0.0
	for i := range b.Groups {
		value := &b.Groups[i].Values[measure]
		for _, s := range value.Scenarios {
			values = append(values, s.Mean)
		}
		if d := value.Difference; d != nil && d.N > 1 && d.Resolved() {
			if size := math.Abs(d.Mean); least == 0 || size < least {
				least = size
			}
		}
	}
	slices.Sort(values)
	usual := words.RoundingOf(0, values[len(values)/2:]...)
	return figures{digits: min(max(usual, words.RoundingOf(least)), usual+1)}
}

// value writes a level.
func (f figures) value(value float64) string {
	if f.share {
		return words.Percent(value)
	}
	return f.digits.Amount(value)
}

// difference writes a difference without its unit.
func (f figures) difference(value float64) string {
	if f.share {
		return f.digits.Number(100 * value)
	}
	return f.digits.Number(value)
}

// unit is what is said behind a difference.
func (f figures) unit() string {
	if f.share {
		return " points"
	}
	return ""
}

// level writes a mean and the range of 95% of runs.
func (f figures) level(s sim.Summary) string {
	switch s.N {
	case 0:
		return "no value"
	case 1:
		return f.value(s.Mean)
	}
	return f.value(s.Mean) + " (" + f.value(s.P2_5) + " to " + f.value(s.P97_5) + ")"
}

// apart writes a mean difference, the range of 95% of pairs and whether it is resolved.
func (f figures) apart(d sim.Summary) string {
	switch {
	case d.N == 0:
		return "no value"
	case d.N == 1:
		return f.difference(d.Mean) + f.unit() + " in a single pair"
	case d.Mean == 0 && d.MCSE == 0:
		return "none in any pair"
	}
	text := f.difference(d.Mean) + f.unit() + " (" + f.difference(d.P2_5) + " to " + f.difference(d.P97_5) + ")"
	if !d.Resolved() {
		text += ", unresolved"
	}
	return text
}

// share writes in how many pairs the first is higher.
func share(d sim.Summary, higher float64) string {
	if d.N == 0 {
		return "no value"
	}
	return words.Percent(higher)
}
