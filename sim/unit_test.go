package sim

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
)

// No key is known that gives these words, so the test reaches inside.
func TestUnitIsOpenAtBothEnds(t *testing.T) {
	tests := []struct {
		bits   uint64
		want   float64
		reason string
	}{
		{0, 1.0 / (1 << 53), "the first cell's middle lies above zero"},
		{math.MaxUint64, 1 - 1.0/(1<<53), "the last cell's middle must not round up to one"},
		{1 << 63, 0.5 + 1.0/(1<<53), "cells have middles, so one half itself is no value"},
	}
	for _, test := range tests {
		if got := unit(test.bits); got != test.want {
			t.Errorf("unit(%#x) is %v; want %v: %s", test.bits, got, test.want, test.reason)
		}
	}
	for _, bits := range []uint64{0, math.MaxUint64} {
		if z := normalQuantile(unit(bits)); math.IsInf(z, 0) || math.IsNaN(z) {
			t.Errorf("the normal number behind %#x is %v", bits, z)
		}
		// Rounding keeps the summed probabilities of many of these means below
		// the last cell for good; the sum must end all the same.
		for mean := 1e-9; mean < 10_000; mean *= 1.1 {
			// Nine standard deviations each way hold all but 2^-53 of a Poisson
			// variable; twenty counts more make room for small means.
			k := float64(poissonQuantile(unit(bits), mean))
			if far := 9*math.Sqrt(mean) + 20; math.Abs(k-mean) > far {
				t.Errorf("the Poisson number of mean %v behind %#x is %v", mean, bits, k)
			}
		}
	}
}

// Large means are searched for from the normal quantile, which lies on either
// side of the answer.
func TestPoissonQuantileOfLargeMeans(t *testing.T) {
	for _, mean := range []float64{501, 750.5, 2000, 40_000} {
		law := distuv.Poisson{Lambda: mean}
		for u := 0.0005; u < 1; u += 0.001 {
			k := float64(poissonQuantile(u, mean))
			if law.CDF(k) < u || law.CDF(k-1) >= u {
				t.Fatalf("share %v of mean %v: %v, but the shares up to %v and %v are %v and %v",
					u, mean, k, k-1, k, law.CDF(k-1), law.CDF(k))
			}
		}
	}
}
