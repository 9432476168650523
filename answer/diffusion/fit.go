package diffusion

import (
	"math"

	"gonum.org/v1/gonum/optimize"
	"gonum.org/v1/gonum/stat"
)

// A Curve is cumulative adoption.
type Curve struct {
	Times  []float64 // in months from the start, above 0 and rising
	Shares []float64 // of all units that have adopted by then, 0 to 1
}

// A Fit is Bass's curve as near as can be to a curve, by least squares.
type Fit struct {
	Bass
	R2   float64 // share of the curve's variance that the fit has, at most 1
	RMSE float64 // root of the mean squared distance, in shares
}

// LeastPoints is the number of points below which a curve is not fitted: it has four
// parameters.
const LeastPoints = 8

// FitBass fits Bass's curve. It is false where there are fewer than LeastPoints points or
// the curve does not move. The two coefficients are searched by the simplex of Nelder and
// Mead from several starts; for each of their values start and ceiling, in which the curve
// is linear, are solved for.
func FitBass(curve Curve) (Fit, bool) {
	n := len(curve.Times)
	if n < LeastPoints || stat.Variance(curve.Shares, nil) == 0 {
		return Fit{}, false
	}
	span := curve.Times[n-1]
	best, least := Bass{}, math.Inf(1)
	f := func(x []float64) float64 {
		// By the time it takes and by the share of imitation in it, which are nearer
		// to independent of each other than p and q.
		rate, imitation := math.Exp(x[0]), 1/(1+math.Exp(-x[1]))
		if rate > mostRate || rate*span < leastTravel || x[1] > mostImitation {
			return math.Inf(1)
		}
		bass := linear(curve, rate*(1-imitation), rate*imitation)
		squares := bass.squares(curve)
		if squares < least {
			best, least = bass, squares
		}
		return squares
	}
	for _, travel := range []float64{0.5, 2, 6, 15} {
		for _, imitation := range []float64{-2, 1, 3, 6} {
			settings := &optimize.Settings{FuncEvaluations: 400, Converger: &optimize.FunctionConverge{Absolute: 1e-13, Relative: 1e-9, Iterations: 40}}
			// It stops for want of evaluations or of progress; the best is kept above.
			optimize.Minimize(optimize.Problem{Func: f}, []float64{math.Log(travel / span), imitation}, settings, &optimize.NelderMead{SimplexSize: 0.5})
		}
	}
	all := stat.PopVariance(curve.Shares, nil) * float64(n)
	return Fit{Bass: best, R2: 1 - least/all, RMSE: math.Sqrt(least / float64(n))}, true
}

// Bounds of the search: adoption that is over within a month or so is a jump, and a curve
// of which a run shows less than a fiftieth of its time is a straight line. Without any
// innovation nobody would begin.
const (
	mostRate      = 5
	leastTravel   = 0.02
	mostImitation = 25 // ln(q/p)
)

// linear finds the start and the ceiling of least squares for given coefficients: 0 <= start
// <= the first share, start <= ceiling <= 1.
func linear(curve Curve, p, q float64) Bass {
	// The curve is start (1 - F) + ceiling F.
	var aa, ab, bb, ay, by float64
	for i, t := range curve.Times {
		b := cumulative(p, q, t)
		a, y := 1-b, curve.Shares[i]
		aa, ab, bb, ay, by = aa+a*a, ab+a*b, bb+b*b, ay+a*y, by+b*y
	}
	most := curve.Shares[0]
	ceilingFor := func(start float64) float64 { return min(max(divide(by-ab*start, bb, start), start), 1) }
	startFor := func(ceiling float64) float64 { return min(max(divide(ay-ab*ceiling, aa, 0), 0), most, ceiling) }
	squares := func(start, ceiling float64) float64 {
		return start*start*aa + 2*start*ceiling*ab + ceiling*ceiling*bb - 2*start*ay - 2*ceiling*by
	}
	start := divide(ay*bb-by*ab, aa*bb-ab*ab, 0)
	ceiling := divide(by*aa-ay*ab, aa*bb-ab*ab, 0)
	if !(start >= 0 && start <= most && ceiling >= start && ceiling <= 1) {
		// The least within the bounds lies on one of them.
		least := math.Inf(1)
		for _, s := range []float64{0, most, startFor(1)} {
			for _, c := range []float64{1, ceilingFor(s)} {
				if value := squares(s, c); value < least {
					start, ceiling, least = s, c, value
				}
			}
		}
	}
	return Bass{Start: start, Ceiling: ceiling, P: p, Q: q}
}

// divide divides, or gives another value where there is nothing to divide by.
func divide(a, b, otherwise float64) float64 {
	if b == 0 {
		return otherwise
	}
	return a / b
}

// squares sums the squared distances from a curve.
func (b Bass) squares(curve Curve) (sum float64) {
	for i, t := range curve.Times {
		d := curve.Shares[i] - b.At(t)
		sum += d * d
	}
	return sum
}
