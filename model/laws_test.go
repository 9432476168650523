package model

import (
	"math"
	"testing"

	"skillmix/sim"
)

// Laws have the quantiles that their definition says, and stay inside the
// limits of their parameter.
func TestLaws(t *testing.T) {
	for _, c := range []struct {
		reason string
		law    Law
		u      float64
		want   float64
	}{
		{"the low end of an 80% interval", Law{Parameter: Q0, Kind: NormalLaw, A: 0.4, B: 0.8}, 0.1, 0.4},
		{"the high end", Law{Parameter: Q0, Kind: NormalLaw, A: 0.4, B: 0.8}, 0.9, 0.8},
		{"the middle", Law{Parameter: Q0, Kind: NormalLaw, A: 0.4, B: 0.8}, 0.5, 0.6},
		{"a logarithm's low end", Law{Parameter: CostPost, Kind: LognormalLaw, A: 50000, B: 80000}, 0.1, 50000},
		{"its middle is the geometric mean", Law{Parameter: CostPost, Kind: LognormalLaw, A: 50000, B: 80000}, 0.5, math.Sqrt(50000 * 80000)},
		{"a quarter of the way", Law{Parameter: Q0, Kind: UniformLaw, A: 0, B: 2}, 0.25, 0.5},
		{"one and one is uniform", Law{Parameter: LocumCover, Kind: BetaLaw, A: 1, B: 1}, 0.3, 0.3},
		{"a square root", Law{Parameter: LocumCover, Kind: BetaLaw, A: 2, B: 1}, 0.49, 0.7},
		{"the first quarter", Law{Parameter: Q0, Kind: DiscreteLaw, Values: []float64{1, 2}, Weights: []float64{1, 3}}, 0.2, 1},
		{"the rest", Law{Parameter: Q0, Kind: DiscreteLaw, Values: []float64{1, 2}, Weights: []float64{1, 3}}, 0.3, 2},
	} {
		if got := c.law.Quantile(c.u); math.Abs(got-c.want) > 1e-4*max(1, c.want) {
			t.Errorf("%s: %v, want %v", c.reason, got, c.want)
		}
	}
	// A wide law is cut off at the limits of a share, without a heap there.
	wide := Law{Parameter: LocumCover, Kind: NormalLaw, A: -1, B: 2}
	at := 0
	for i := range 1000 {
		got := wide.Quantile((float64(i) + 0.5) / 1000)
		if got < 0 || got > 1 {
			t.Fatalf("%v of a share", got)
		}
		if got == 0 || got == 1 {
			at++
		}
	}
	if at > 0 {
		t.Errorf("%d of 1,000 values lie on a limit", at)
	}
	if cut := wide.Cut(); cut < 0.6 || cut > 0.8 {
		t.Errorf("%v of the law is cut off", cut)
	}
	if p := (&Law{Parameter: Q0, Kind: DiscreteLaw, Values: []float64{1, 2, 0}, Weights: []float64{1, 3, 1}}).Prior(); p != (Prior{0, 2, 2}) {
		t.Errorf("%+v", p)
	}
}

// A law is drawn in place of the prior where replicates are spread, the same for
// every world, and its middle is used where they are not.
func TestLawsAreDrawn(t *testing.T) {
	settings := example()
	law := Law{Parameter: Q0, Kind: UniformLaw, A: 1, B: 2}
	settings.Laws = []Law{law}
	settings.Parameters[Q0] = law.Prior()
	sum := 0.0
	for replicate := range 500 {
		drawn := settings.Draws(1, replicate, true)[Q0]
		if drawn < 1 || drawn > 2 {
			t.Fatalf("%v drawn", drawn)
		}
		sum += drawn
	}
	if mean := sum / 500; math.Abs(mean-1.5) > 0.05 {
		t.Errorf("mean %v, want 1.5", mean)
	}
	if got := settings.draw(sim.NewChance(1, 0), false)[Q0]; got != 1.5 {
		t.Errorf("held at %v, want the middle", got)
	}
}
