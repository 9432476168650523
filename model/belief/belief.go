// Package belief holds what a unit believes about a role: a Beta distribution
// over the rate at which the role's work succeeds, moved by evaluated
// outcomes, which fade. It knows no organisation.
package belief

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// A Belief is a Beta(A, B) distribution over a success rate: A counts
// successes and B failures, both above 0.
type Belief struct{ A, B float64 }

// Outcomes are evaluated outcomes, faded: numbers of successes and failures,
// 0 or more.
type Outcomes struct{ Successes, Failures float64 }

// Plus returns the belief after more outcomes, each counted with a weight.
func (b Belief) Plus(outcomes Outcomes, weight float64) Belief {
	return Belief{b.A + float64(weight*outcomes.Successes), b.B + float64(weight*outcomes.Failures)}
}

// Mean returns the expected success rate, 0 to 1.
func (b Belief) Mean() float64 { return b.A / (b.A + b.B) }

// Deviation returns the standard deviation of the success rate.
func (b Belief) Deviation() float64 {
	sum := b.A + b.B
	return math.Sqrt(b.A * b.B / (sum * sum * (sum + 1)))
}

// Doubt returns the probability that the success rate is below safe (0 to 1):
// the regularized incomplete beta function, by its cube-root normal
// approximation (Abramowitz and Stegun 1964, 26.5.21) for A and B from 1, within
// 0.003 for safe from 0.2 to 0.8 and within 0.01 elsewhere; below 1 exactly.
func (b Belief) Doubt(safe float64) float64 {
	if b.A < 1 || b.B < 1 || (b.A+b.B-1)*(1-safe) < leastForRoots || safe <= 0 {
		return b.exactDoubt(safe)
	}
	q := math.Cbrt(b.B * safe / (b.A * (1 - safe))) // the ratio of the two roots of 26.5.21
	y := (3 - 1/(3*b.A) - float64(q*(3-1/(3*b.B)))) / math.Sqrt(1/b.A+float64(q*q/b.B))
	return 0.5 * math.Erfc(y/math.Sqrt2)
}

// leastForRoots is the number from which the approximation holds (26.5.21).
const leastForRoots = 0.8

// exactDoubt is what Doubt approximates.
func (b Belief) exactDoubt(safe float64) float64 { return mathext.RegIncBeta(b.A, b.B, safe) }

// Retained returns the share of past evidence that is kept from one month to
// the next, for a half-life in months.
func Retained(halfLife float64) float64 { return math.Exp2(-1 / halfLife) }

// Fade returns the outcomes after one month of which a share is retained.
func (o Outcomes) Fade(retained float64) Outcomes {
	return Outcomes{o.Successes * retained, o.Failures * retained}
}

// Plus adds outcomes.
func (o Outcomes) Plus(p Outcomes) Outcomes {
	return Outcomes{o.Successes + p.Successes, o.Failures + p.Failures}
}

// Per returns the mean outcomes of n units; of none, nothing.
func (o Outcomes) Per(n int) Outcomes {
	if n <= 0 {
		return Outcomes{}
	}
	return Outcomes{o.Successes / float64(n), o.Failures / float64(n)}
}

// Without returns the outcomes less those of one unit, never below zero.
func (o Outcomes) Without(p Outcomes) Outcomes {
	return Outcomes{max(0, o.Successes-p.Successes), max(0, o.Failures-p.Failures)}
}
