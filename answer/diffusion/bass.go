package diffusion

import "math"

// Bass is the curve of those who adopt after a start: at time t, counted in months from the
// start, the share that has adopted is
//
//	Start + (Ceiling - Start) F(t),  F(t) = (1 - e^-(P+Q)t) / (1 + (Q/P) e^-(P+Q)t)
//
// (Bass 1969, equation 9). P is the chance in a month, per month, of one of those left at
// the start to adopt; Q is what it has grown by when all have that ever will. Where some have
// adopted before the start, their influence is in P: a curve of Bass's that is looked at from
// a later month on is again one, with P and Q otherwise divided and P+Q the same.
type Bass struct {
	Start   float64 // share of all units that had adopted at the start, 0 to 1
	Ceiling float64 // share that ever will, Start to 1
	P       float64 // coefficient of innovation, a month, above 0
	Q       float64 // coefficient of imitation, a month, 0 or more
}

// At returns the share that has adopted by a time in months.
func (b Bass) At(t float64) float64 {
	return b.Start + (b.Ceiling-b.Start)*cumulative(b.P, b.Q, t)
}

// Inflection returns the time at which adoption is fastest (Bass 1969, equation 11): ln(Q/P)
// / (P+Q) months after the start. Where Q is not above P it is fastest at the start, and
// there is no S-curve: the second result is false.
func (b Bass) Inflection() (t float64, exists bool) {
	if b.Q <= b.P {
		return 0, false
	}
	return math.Log(b.Q/b.P) / (b.P + b.Q), true
}

// cumulative is Bass's F.
func cumulative(p, q, t float64) float64 {
	e := math.Exp(-(p + q) * t)
	return -math.Expm1(-(p+q)*t) / (1 + q/p*e)
}
