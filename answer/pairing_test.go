package answer

import (
	"math"
	"testing"

	"skillmix/sim"
)

// correlated makes n pairs of numbers which in the sample itself have exactly the
// given correlation, the standard deviation 1 and the ratio of the second to the first.
func correlated(n int, rho, ratio float64) (a, b []float64) {
	luck := sim.NewChance(1, 0).Draws(1, sim.Always)
	u, v := make([]float64, n), make([]float64, n)
	for i := range n {
		u[i], v[i] = luck.Normal(uint64(i)), luck.Normal(uint64(n+i))
	}
	product := func(x, y []float64) (sum float64) {
		for i := range x {
			sum += x[i] * y[i]
		}
		return sum
	}
	standardize := func(x []float64) {
		mean := sim.Summarize(x).Mean
		for i := range x {
			x[i] -= mean
		}
		size := math.Sqrt(product(x, x) / float64(n-1))
		for i := range x {
			x[i] /= size
		}
	}
	standardize(u)
	standardize(v)
	along := product(u, v) / product(u, u)
	for i := range v {
		v[i] -= along * u[i]
	}
	standardize(v)
	a, b = u, make([]float64, n)
	for i := range b {
		b[i] = ratio * (rho*u[i] + math.Sqrt(1-rho*rho)*v[i])
	}
	return a, b
}

// The variance of the difference of two means of n is (1 + r² - 2 rho r)/n in pairs
// and (1 + r²)/n where runs are independent, if one standard deviation is r times the
// other: for equal ones n pairs are worth n/(1-rho) independent runs of each.
func TestIndependentRuns(t *testing.T) {
	for _, n := range []int{16, 100} {
		for _, rho := range []float64{-0.5, 0, 0.3, 0.9, 0.999} {
			for _, r := range []float64{1, 0.5, 3} {
				a, b := correlated(n, rho, r)
				want := float64(n) * (1 + r*r) / (1 + r*r - 2*rho*r)
				if r == 1 {
					want = float64(n) / (1 - rho)
				}
				if got := independentRuns(a, b); math.Abs(got-want) > 1e-9*want {
					t.Errorf("%d pairs, correlation %v, ratio %v: %v runs; want %v", n, rho, r, got, want)
				}
			}
		}
	}
}

func TestPairingInWords(t *testing.T) {
	pairs := func(n int, rho float64, more ...[]float64) [][]float64 {
		a, b := correlated(n, rho, 1)
		return append([][]float64{a, b}, more...)
	}
	alike, _ := correlated(20, 0, 1)
	shifted := make([]float64, 20)
	for i := range shifted {
		shifted[i] = alike[i] + 2 // rounded
	}
	third, _ := correlated(100, 0, 1)
	cases := []struct {
		values [][]float64
		want   string
		reason string
	}{
		{pairs(100, 0.9), "The 100 pairs tell the difference as well as 1,000 independent runs of each scenario would; pairing saved 1,800 runs.", "n/(1-rho) is 1,000, so 900 more of each of two"},
		{pairs(100, 0.9, third), "Of new money and budget transfer, the 100 pairs tell the difference as well as 1,000 independent runs of each scenario would; pairing saved 1,800 runs.", "of several, the first two"},
		{pairs(100, -0.5), "The 100 pairs tell the difference no better than independent runs would.", "pairing does harm"},
		{pairs(15, 0.9), "", "too few to tell a variance"},
		{pairs(100, 0.9)[:1], "", "one scenario has nothing to be paired with"},
		{[][]float64{alike, alike}, "", "no difference in any pair"},
		{[][]float64{alike, shifted}, "", "the same difference in all pairs, but for rounding"},
		{[][]float64{make([]float64, 20), make([]float64, 20)}, "", "nothing varies"},
	}
	for _, c := range cases {
		got, err := Pairing(headlines(t, "fte_per_pcn", c.values))
		if err != nil || got != c.want {
			t.Errorf("%s: %q, %v; want %q", c.reason, got, err, c.want)
		}
	}
	if _, err := Pairing(headlines(t, "joy", pairs(100, 0.9))); err == nil {
		t.Error("a measure that is not there is told of")
	}
}
