package answer

import (
	"math"
	"testing"

	"skillmix/sim"
)

// A law draws the n-th difference of a trial, with mean 0 and standard deviation 1.
type law struct {
	name string
	draw func(luck sim.Draws, n uint64) float64
}

var (
	normal = law{"normal", func(luck sim.Draws, n uint64) float64 { return luck.Normal(n) }}
	// skewness 2
	exponential = law{"exponential", func(luck sim.Draws, n uint64) float64 { return luck.Exponential(n) - 1 }}
	// exp(z/2): skewness 1.75, with the longer tail
	lognormal = law{"lognormal", func(luck sim.Draws, n uint64) float64 {
		const variance = 0.25
		mean := math.Exp(variance / 2)
		return (math.Exp(math.Sqrt(variance)*luck.Normal(n)) - mean) / (mean * math.Sqrt(math.Exp(variance)-1))
	}}
)

// A stop says when a trial ends: after so many looks, at an interval of a half-width.
type stop func(differences []float64) (halfWidth float64, enough bool)

// covered runs trials until they stop, looking after every batch of pairs, and returns
// the share in which the interval about the mean holds the true mean, and how many
// looks there were on average.
func covered(trials, batch int, from law, stop stop) (share, looks float64) {
	var differences []float64
	for trial := range trials {
		luck := sim.NewChance(1, trial).Draws(1, sim.Always)
		differences = differences[:0]
		for {
			for range batch {
				differences = append(differences, from.draw(luck, uint64(len(differences))))
			}
			looks++
			if half, enough := stop(differences); enough {
				if mean := sim.Summarize(differences).Mean; math.Abs(mean) <= half {
					share++
				}
				break
			}
		}
	}
	return share / float64(trials), looks / float64(trials)
}

// least is what 95% may look like in so many trials: three standard errors less.
func least(trials int) float64 {
	return 0.95 - 3*math.Sqrt(0.95*0.05/float64(trials))
}

func TestTheStoppingRuleHoldsWhatItSays(t *testing.T) {
	const begin = 16
	cases := []struct {
		target float64 // in standard deviations
		trials int
		looks  [2]float64 // on average, from and to
		reason string
	}{
		{1, 3000, [2]float64{1, 1.01}, "the first look is enough"},
		{0.44, 2500, [2]float64{1.8, 2.2}, "about 24 pairs are needed: the second look"},
		{0.18, 400, [2]float64{8.5, 11}, "about 140 pairs are needed: the tenth"},
	}
	for _, c := range cases {
		rule := Stopping{Target: c.target, Begin: begin}
		stop := func(differences []float64) (float64, bool) {
			return rule.HalfWidth(differences), rule.Reached(differences)
		}
		share, looks := covered(c.trials, begin, normal, stop)
		if looks < c.looks[0] || looks > c.looks[1] {
			t.Errorf("target %v: %.2f looks on average; want %v to %v: %s", c.target, looks, c.looks[0], c.looks[1], c.reason)
		}
		if share < least(c.trials) {
			t.Errorf("target %v: %.2f%% of intervals hold the true mean; want at least %.2f%%: %s", c.target, 100*share, 100*least(c.trials), c.reason)
		}
		// What the comment of Stopping says of skewed differences.
		for _, skewed := range []law{exponential, lognormal} {
			if share, _ := covered(c.trials/3, begin, skewed, stop); share < 0.90 || c.target == 1 && share >= 0.95 {
				t.Errorf("target %v: %.2f%% of intervals of %s differences hold the true mean; want nine in ten or more, and fewer than 95%% where 16 pairs are enough", c.target, 100*share, skewed.name)
			}
		}
	}
}

// The test above can fail: who looks after every pair, and stops as soon as the usual
// interval is narrow, stops when the standard deviation happens to be small.
func TestANaiveRuleDoesNotHoldWhatItSays(t *testing.T) {
	const target, trials = 0.44, 1000
	share, looks := covered(trials, 1, normal, func(differences []float64) (float64, bool) {
		if len(differences) < 2 {
			return 0, false
		}
		low, high := sim.Summarize(differences).MeanInterval()
		return (high - low) / 2, (high-low)/2 <= target
	})
	if share >= least(trials) {
		t.Errorf("%.1f%% of its intervals hold the true mean, after %.0f pairs on average: the test of the rule would let it pass", 100*share, looks)
	}
}

func TestHalfWidth(t *testing.T) {
	rule := Stopping{Target: 1, Begin: 4}
	// Student's t of 3 and 7 degrees of freedom, from tables.
	const t3, t7 = 3.182446, 2.364624
	wide, narrow := []float64{-3, -1, 1, 3}, []float64{-0.1, 0.1, -0.1, 0.1}
	of := func(values ...[]float64) (all []float64) {
		for _, some := range values {
			all = append(all, some...)
		}
		return all
	}
	cases := []struct {
		differences []float64
		want        float64
		reason      string
	}{
		{nil, math.Inf(1), "nothing is known"},
		{[]float64{1}, math.Inf(1), "a single pair has no spread"},
		{wide, t3 * math.Sqrt(20./3) / 2, "after the first stage both are the usual one"},
		{of(wide, narrow), t3 * math.Sqrt(20./3) / math.Sqrt(8), "what the first stage found counts, though the rest is narrow"},
		{of(narrow, wide), t7 * math.Sqrt(20.04/7) / math.Sqrt(8), "a first stage that happened to be narrow does not count"},
		{[]float64{2, 2, 2, 2}, 0, "no pair differs from another"},
	}
	for _, c := range cases {
		if got := rule.HalfWidth(c.differences); !(got == c.want || math.Abs(got-c.want) < 1e-6) {
			t.Errorf("%v: %v; want %v: %s", c.differences, got, c.want, c.reason)
		}
		if got, want := rule.Reached(c.differences), c.want <= 1 && len(c.differences) >= 4; got != want {
			t.Errorf("%v: reached is %v: %s", c.differences, got, c.reason)
		}
	}
	if rule.Reached([]float64{2, 2, 2}) {
		t.Error("three pairs are enough though the first stage is of four")
	}
}

// Of several differences the widest counts, and of a single scenario its mean.
func TestHeadlineHalfWidth(t *testing.T) {
	rule := Stopping{Begin: 2}
	const t1 = 12.706205 // Student's t of 1 degree of freedom
	cases := []struct {
		values [][]float64
		want   float64
		reason string
	}{
		{[][]float64{{1, 3}}, t1 * math.Sqrt2 / math.Sqrt2, "the mean of one: standard deviation sqrt(2), two runs"},
		{[][]float64{{1, 3}, {0, 2}}, 0, "the runs vary and their difference does not"},
		{[][]float64{{1, 3}, {0, 2}, {1, 2}}, t1 / 2, "differences 1, 1 and 0, 1: the second"},
		{[][]float64{{1, 3}, {1, 2}, {0, 2}}, t1 / 2, "in any order"},
	}
	for _, c := range cases {
		result := headlines(t, "fte_per_pcn", c.values)
		got, err := rule.HeadlineHalfWidth(result.Runs, "fte_per_pcn")
		if err != nil || math.Abs(got-c.want) > 1e-5 {
			t.Errorf("%s: %v, %v; want %v", c.reason, got, err, c.want)
		}
	}
	if _, err := rule.HeadlineHalfWidth(headlines(t, "fte_per_pcn", cases[0].values).Runs, "joy"); err == nil {
		t.Error("a measure that is not there has a half-width")
	}
}
