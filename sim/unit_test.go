package sim

import (
	"math"
	"testing"
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
		for _, mean := range []float64{1e-9, 0.01, 1, 20, 499, 501, 10_000} {
			// Nine standard deviations each way hold all but 2^-53 of a Poisson
			// variable; ten counts more make room for small means.
			k := float64(poissonQuantile(unit(bits), mean))
			if far := 9*math.Sqrt(mean) + 20; math.Abs(k-mean) > far {
				t.Errorf("the Poisson number of mean %v behind %#x is %v", mean, bits, k)
			}
		}
	}
}
