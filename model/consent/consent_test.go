package consent

import (
	"math"
	"testing"
)

// trial are coefficients of round numbers.
var trial = Coefficients{Constant: 1.6, Hostility: 4, Closeness: 1.2, Loss: 3.2, Doubt: 2, Evidence: 5, Tension: 1, Champion: 1.1, Structure: 0.5, Exposure: 0.5}

// Logits by hand.
func TestLogit(t *testing.T) {
	for _, test := range []struct {
		reason string
		q      Question
		loss   float64
		want   float64
	}{
		{"nothing but the constant", Question{Hostility: 0.5, Belief: 0.5}, 0, 1.6},
		{"hostility 0.8: -4*0.3", Question{Hostility: 0.8, Belief: 0.5}, 0, 0.4},
		{"closeness 0.5: -1.2*0.5", Question{Hostility: 0.5, Belief: 0.5, Closeness: 0.5}, 0, 1.0},
		{"a full loss: -3.2", Question{Hostility: 0.5, Belief: 0.5}, 1, -1.6},
		{"doubt 0.35: -2*0.35", Question{Hostility: 0.5, Belief: 0.5, Doubt: 0.35}, 0, 0.9},
		{"belief 0.7: +5*0.2", Question{Hostility: 0.5, Belief: 0.7}, 0, 2.6},
		{"tension 0.3", Question{Hostility: 0.5, Belief: 0.5, Tension: 0.3}, 0, 1.9},
		{"a champion", Question{Hostility: 0.5, Belief: 0.5, Champion: true}, 0, 2.7},
		{"a strategy is half of structure", Question{Hostility: 0.5, Belief: 0.5, Strategy: true}, 0, 1.85},
		{"a lead is the other half", Question{Hostility: 0.5, Belief: 0.5, Strategy: true, Lead: true}, 0, 2.1},
		{"all peers have a holder", Question{Hostility: 0.5, Belief: 0.5, Exposure: 1}, 0, 2.1},
	} {
		if got := trial.Logit(&test.q, test.loss); math.Abs(got-test.want) > 1e-12 {
			t.Errorf("%s: %v, want %v", test.reason, got, test.want)
		}
	}
}

func TestLoss(t *testing.T) {
	for _, test := range []struct {
		reason                         string
		tau, vacancy, turnover, future float64
		irreversibility, want          float64
	}{
		{"no medical money, no loss", 0, 0.1, 0.08, 2, 0.6, 0},
		{"no vacancy: the post would surely be filled", 1, 0, 0.08, 2, 0, 1},
		{"10% vacancy: 0.08*9 a year, two years", 1, 0.1, 0.08, 2, 0, 1 - math.Exp(-1.44)},
		{"a long vacancy weighs less", 1, 0.5, 0.08, 2, 0, 1 - math.Exp(-0.16)},
		{"it never comes back: 60% more", 1, 0.1, 0.08, 2, 0.6, 1.6 * (1 - math.Exp(-1.44))},
		{"half of the money", 0.5, 0.1, 0.08, 2, 0, 0.5 * (1 - math.Exp(-1.44))},
	} {
		got := Loss(test.tau, test.vacancy, test.turnover, test.future, test.irreversibility)
		if math.Abs(got-test.want) > 1e-12 {
			t.Errorf("%s: %v, want %v", test.reason, got, test.want)
		}
	}
}

func TestDelay(t *testing.T) {
	for _, test := range []struct {
		reason                     string
		usual, stretch, p, expects float64
	}{
		{"enthusiasm delays nothing", 5, 1, 1, 5},
		{"an even consent: half as long again", 5, 1, 0.5, 7.5},
		{"the mechanism off", 5, 0, 0.2, 5},
	} {
		if got := Delay(test.usual, test.stretch, test.p); math.Abs(got-test.expects) > 1e-12 {
			t.Errorf("%s: %v, want %v", test.reason, got, test.expects)
		}
	}
}
