package consent

import (
	"math"
	"testing"
)

func TestExactProbability(t *testing.T) {
	for logit, want := range map[float64]float64{0: 0.5, math.Log(3): 0.75, -math.Log(3): 0.25} {
		if got := exactProbability(logit); math.Abs(got-want) > 1e-12 {
			t.Errorf("logit %v: %v, want %v", logit, got, want)
		}
	}
}

// The approximation is within its stated distance, and rises wherever the
// logit rises, over the ends of its grid too.
func TestProbability(t *testing.T) {
	worst, before := 0.0, 0.0
	for logit := -logisticEnd - 2.0; logit < logisticEnd+2; logit += 1.0 / 4099 {
		got := Probability(logit)
		worst = max(worst, math.Abs(got-exactProbability(logit)))
		if got < before {
			t.Fatalf("%v at logit %v, %v just below it", got, logit, before)
		}
		before = got
	}
	t.Logf("worst distance %.2g", worst)
	if worst > 1e-8 {
		t.Errorf("worst distance %.2g, stated 1e-8", worst)
	}
	for logit, want := range map[float64]float64{math.Inf(1): 1, math.Inf(-1): 0, 1000: 1, -1000: 0, 0: 0.5} {
		if got := Probability(logit); got != want {
			t.Errorf("logit %v: %v, want %v", logit, got, want)
		}
	}
	if got := Probability(math.NaN()); !math.IsNaN(got) {
		t.Errorf("of no number: %v", got)
	}
}
