package model

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// A LawKind is a family of distributions.
type LawKind uint8

// The families that a scenario may name. A triangular law is a Prior.
const (
	NormalLaw    LawKind = iota // A and B are the ends of the interval that holds 80%
	LognormalLaw                // the same; both above 0
	UniformLaw                  // from A to B
	BetaLaw                     // of shapes A and B, from 0 to 1
	DiscreteLaw                 // Values with Weights
	LawCount     int     = iota
)

// LawNames are the families as scenario files write them.
var LawNames = [LawCount]string{"normal", "lognormal", "uniform", "beta", "discrete"}

// A Law is a distribution other than a triangular one, of which a parameter's
// value is drawn. It is cut off at the parameter's limits.
type Law struct {
	Parameter Parameter
	Kind      LawKind
	A, B      float64
	Values    []float64 // of a discrete law
	Weights   []float64 // as many, above 0; they need not sum to 1
}

// tenth is the standard normal number above which a tenth lies: an interval that
// holds 80% is as far to either side.
var tenth = mathext.NormalQuantile(0.9)

// Quantile returns the value below which the law, cut off at the parameter's
// limits, has the share u (0 to 1, both excluded).
func (l *Law) Quantile(u float64) float64 {
	least, most := Catalogue[l.Parameter].Least, Catalogue[l.Parameter].Most
	value := 0.0
	switch l.Kind {
	case NormalLaw:
		mean, deviation := (l.A+l.B)/2, (l.B-l.A)/2/tenth
		below := func(x float64) float64 { return normalShare((x - mean) / deviation) }
		value = mean + deviation*mathext.NormalQuantile(between(u, below(least), below(most)))
	case LognormalLaw:
		mean, deviation := (math.Log(l.A)+math.Log(l.B))/2, (math.Log(l.B)-math.Log(l.A))/2/tenth
		below := func(x float64) float64 {
			if x <= 0 {
				return 0
			}
			return normalShare((math.Log(x) - mean) / deviation)
		}
		value = math.Exp(mean + deviation*mathext.NormalQuantile(between(u, below(least), below(most))))
	case UniformLaw:
		value = l.A + u*(l.B-l.A)
	case BetaLaw:
		below := func(x float64) float64 { return mathext.RegIncBeta(l.A, l.B, min(max(x, 0), 1)) }
		value = mathext.InvRegIncBeta(l.A, l.B, between(u, below(least), below(most)))
	case DiscreteLaw:
		return l.discrete(u)
	}
	return min(max(value, least), most) // rounding must not carry a value over a limit
}

// discrete returns the value at which the weights so far pass the share u.
func (l *Law) discrete(u float64) float64 {
	total := 0.0
	for _, weight := range l.Weights {
		total += weight
	}
	left := u * total
	for i, weight := range l.Weights {
		if left < weight {
			return l.Values[i]
		}
		left -= weight
	}
	return l.Values[len(l.Values)-1]
}

// between places a share of the whole within the shares below two limits.
func between(u, low, high float64) float64 { return low + u*(high-low) }

// normalShare returns the share of a standard normal distribution below z.
func normalShare(z float64) float64 { return 0.5 * math.Erfc(-z/math.Sqrt2) }

// Prior returns the law's middle and the interval that holds 80% of it, for
// tables: a discrete law's middle is its weightiest value.
func (l *Law) Prior() Prior {
	if l.Kind == DiscreteLaw {
		p, most := Prior{math.Inf(1), 0, math.Inf(-1)}, 0.0
		for i, value := range l.Values {
			p.Low, p.High = min(p.Low, value), max(p.High, value)
			if l.Weights[i] > most {
				most, p.Default = l.Weights[i], value
			}
		}
		return p
	}
	return Prior{l.Quantile(0.1), l.Quantile(0.5), l.Quantile(0.9)}
}

// Cut returns the share of the law that lies beyond the parameter's limits.
func (l *Law) Cut() float64 {
	least, most := Catalogue[l.Parameter].Least, Catalogue[l.Parameter].Most
	switch l.Kind {
	case NormalLaw:
		mean, deviation := (l.A+l.B)/2, (l.B-l.A)/2/tenth
		return 1 - normalShare((most-mean)/deviation) + normalShare((least-mean)/deviation)
	case LognormalLaw:
		mean, deviation := (math.Log(l.A)+math.Log(l.B))/2, (math.Log(l.B)-math.Log(l.A))/2/tenth
		cut := 1 - normalShare((math.Log(most)-mean)/deviation)
		if least > 0 {
			cut += normalShare((math.Log(least) - mean) / deviation)
		}
		return cut
	}
	return 0
}
