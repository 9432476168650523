package belief

import (
	"math"
	"testing"
)

func TestMoments(t *testing.T) {
	for _, test := range []struct {
		reason          string
		b               Belief
		mean, deviation float64
	}{
		{"a flat belief is uniform", Belief{1, 1}, 0.5, math.Sqrt(1.0 / 12)},
		{"two and two, by hand: 4/(16*5)", Belief{2, 2}, 0.5, math.Sqrt(0.05)},
		{"three of four", Belief{3, 1}, 0.75, math.Sqrt(3.0 / (16 * 5))},
	} {
		if got := test.b.Mean(); math.Abs(got-test.mean) > 1e-12 {
			t.Errorf("%s: mean %v, want %v", test.reason, got, test.mean)
		}
		if got := test.b.Deviation(); math.Abs(got-test.deviation) > 1e-12 {
			t.Errorf("%s: deviation %v, want %v", test.reason, got, test.deviation)
		}
	}
}

func TestExactDoubt(t *testing.T) {
	for _, test := range []struct {
		reason string
		b      Belief
		safe   float64
		want   float64
	}{
		{"uniform: the level itself", Belief{1, 1}, 0.4, 0.4},
		{"two and two: 3x^2 - 2x^3", Belief{2, 2}, 0.4, 3*0.16 - 2*0.064},
		{"only successes: x^a", Belief{5, 1}, 0.4, math.Pow(0.4, 5)},
		{"only failures: 1 - (1-x)^b", Belief{1, 5}, 0.4, 1 - math.Pow(0.6, 5)},
	} {
		if got := test.b.exactDoubt(test.safe); math.Abs(got-test.want) > 1e-12 {
			t.Errorf("%s: %v, want %v", test.reason, got, test.want)
		}
	}
}

// Doubt is within its stated distance of the exact value, at every level of
// what counts as safe, and nowhere outside 0 to 1.
func TestDoubt(t *testing.T) {
	for _, level := range []struct{ safe, within float64 }{
		{0, 0}, {0.05, 0.01}, {0.2, 0.003}, {0.3, 0.002}, {0.4, 0.001}, {0.5, 0.001}, {0.6, 0.001}, {0.8, 0.003}, {0.95, 0.01}, {1, 0},
	} {
		worst := 0.0
		for a := 0.25; a <= 100; a *= 1.1 {
			for b := 0.25; b <= 100; b *= 1.1 {
				belief := Belief{a, b}
				got := belief.Doubt(level.safe)
				if !(got >= 0 && got <= 1) {
					t.Fatalf("doubt of %v below %v is %v", belief, level.safe, got)
				}
				worst = max(worst, math.Abs(got-belief.exactDoubt(level.safe)))
			}
		}
		t.Logf("safe %.2f: worst distance %.5f", level.safe, worst)
		if worst > level.within {
			t.Errorf("safe %.2f: worst distance %.5f, stated %v", level.safe, worst, level.within)
		}
	}
}

func TestFading(t *testing.T) {
	outcomes := Outcomes{8, 4}
	retained := Retained(48)
	for range 48 {
		outcomes = outcomes.Fade(retained)
	}
	if math.Abs(outcomes.Successes-4) > 1e-9 || math.Abs(outcomes.Failures-2) > 1e-9 {
		t.Errorf("after a half-life %v is left of 8 and 4", outcomes)
	}
}

func TestPlus(t *testing.T) {
	got := Belief{2, 2}.Plus(Outcomes{3, 1}, 0.5).Plus(Outcomes{10, 20}.Per(10), 1)
	if want := (Belief{4.5, 4.5}); got != want {
		t.Errorf("got %v, want %v: 2+1.5+1 and 2+0.5+2", got, want)
	}
	if got := (Outcomes{1, 1}).Per(0); got != (Outcomes{}) {
		t.Errorf("the mean of no units is %v", got)
	}
	if got := (Outcomes{3, 1}).Without(Outcomes{1, 2}); got != (Outcomes{2, 0}) {
		t.Errorf("3 and 1 without 1 and 2 is %v", got)
	}
}
