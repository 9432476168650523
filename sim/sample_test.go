package sim_test

import (
	"math"
	"testing"

	"skillmix/sim"
)

func TestSamplesAreEven(t *testing.T) {
	const points, dimensions = 256, 5
	for method, name := range sim.Methods {
		sample, err := sim.NewSample(sim.Method(method), points, dimensions, 1)
		if err != nil {
			t.Fatal(err)
		}
		for d := range dimensions {
			sum, slices := 0.0, make([]int, points)
			for p := range points {
				x := sample.At(p, d)
				if !(x > 0 && x < 1) {
					t.Fatalf("%s: %v at point %d", name, x, p)
				}
				sum += x
				slices[int(x*points)]++
			}
			// The mean of 256 independent numbers would have a standard error of
			// 0.018; an even sample's is far smaller.
			if mean := sum / points; math.Abs(mean-0.5) > 0.005 {
				t.Errorf("%s: mean %.4f in dimension %d", name, mean, d)
			}
			for slice, n := range slices {
				if sim.Method(method) == sim.LatinHypercube && n != 1 {
					t.Fatalf("%s: %d points in slice %d of dimension %d, want 1", name, n, slice, d)
				}
			}
		}
	}
}

// The first points of a Halton sequence are those of a longer one, and they
// alone are even too: a sample can be cut short.
func TestHaltonCanBeCutShort(t *testing.T) {
	short, _ := sim.NewSample(sim.Halton, 32, 3, 7)
	long, _ := sim.NewSample(sim.Halton, 64, 3, 7)
	for p := range short.Len() {
		for d := range 3 {
			if short.At(p, d) != long.At(p, d) {
				t.Fatalf("point %d differs in dimension %d", p, d)
			}
		}
	}
}

func TestSampleDependsOnItsSeed(t *testing.T) {
	for method, name := range sim.Methods {
		a, _ := sim.NewSample(sim.Method(method), 8, 2, 1)
		again, _ := sim.NewSample(sim.Method(method), 8, 2, 1)
		other, _ := sim.NewSample(sim.Method(method), 8, 2, 2)
		same, moved := true, false
		for p := range 8 {
			same = same && a.At(p, 1) == again.At(p, 1)
			moved = moved || a.At(p, 1) != other.At(p, 1)
		}
		if !same || !moved {
			t.Errorf("%s: the same with one seed: %v; another with another: %v", name, same, moved)
		}
	}
}

func TestSamplesHaveLimits(t *testing.T) {
	for _, c := range []struct {
		points, dimensions int
		reason             string
	}{
		{0, 1, "no points"}, {1, 0, "no dimensions"}, {1, 1001, "more dimensions than Halton has primes"},
		{sim.MostSampled/10 + 1, 10, "it would not fit in 32 MB"},
	} {
		if _, err := sim.NewSample(sim.Halton, c.points, c.dimensions, 1); err == nil {
			t.Errorf("%d points in %d dimensions: want an error: %s", c.points, c.dimensions, c.reason)
		}
	}
	if _, err := sim.NewSample(sim.Method(9), 1, 1, 1); err == nil {
		t.Error("want an error: there is no such method")
	}
}
