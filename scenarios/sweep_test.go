package scenarios

import (
	"math"
	"strings"
	"testing"

	"skillmix/model"
)

func loaded(t testing.TB, text string) *Scenario {
	t.Helper()
	s, err := loader{read: func(string) ([]byte, error) { return []byte(text), nil }}.load("mine.toml", nil)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

const sampled = `extends = "new-money"
[vary]
funding.offered = { low = 10_000, high = 80_000 }
mechanisms.evidence = [true, false]
[sample]
method = "halton"
points = 64
judged = ["q0"]
`

// A sample spreads levers over their ranges and judged values over their priors, and
// the scenario as written gives the same points again.
func TestSampledSweep(t *testing.T) {
	s := loaded(t, sampled)
	other := loaded(t, "extends = \"budget-transfer\"")
	sweep, err := NewSweep([]*Scenario{s, other}, 1)
	if err != nil {
		t.Fatal(err)
	}
	again, err := NewSweep([]*Scenario{loaded(t, string(s.Resolved()))}, 1)
	if err != nil {
		t.Fatal(err)
	}
	if sweep.Len() != 64 || strings.Join(sweep.Keys(), " ") != "funding.offered mechanisms.evidence parameters.q0" || sweep.Levers() != 2 {
		t.Fatalf("%d points of %v", sweep.Len(), sweep.Keys())
	}
	sum, off, below := 0.0, 0, 0
	middle := s.Settings.Quantile(model.Q0, 0.5)
	evidence, _ := model.SwitchNamed("evidence")
	for point := range sweep.Len() {
		settings, err := sweep.At(s, point)
		if err != nil {
			t.Fatal(err)
		}
		repeated, err := again.At(findOnly(again), point)
		if err != nil || repeated.Funding.Offered != settings.Funding.Offered || repeated.Parameters != settings.Parameters {
			t.Fatalf("point %d is another when the resolved scenario is run: %v", point, err)
		}
		if offered := settings.Funding.Offered; offered < 10_000 || offered > 80_000 {
			t.Fatalf("%v offered at point %d", offered, point)
		}
		sum += settings.Funding.Offered
		if settings.Off.Has(evidence) {
			off++
		}
		if prior := settings.Parameters[model.Q0]; !prior.Fixed() {
			t.Fatalf("q0 is still drawn: %+v", prior)
		} else if prior.Default < middle {
			below++
		}
		if kept, err := sweep.At(other, point); err != nil || kept.Funding.Offered != other.Settings.Funding.Offered || kept.Parameters[model.Q0].Fixed() {
			t.Fatalf("the other scenario changes: %v", err)
		}
	}
	// 64 points of a scrambled sequence in bases 2, 3 and 5: halves are hit nearly
	// equally often, and the mean is within a sixty-fourth of the range's middle.
	if mean := sum / 64; math.Abs(mean-45_000) > 70_000.0/64 || off != 32 && off != 31 && off != 33 || below < 30 || below > 34 {
		t.Errorf("mean %v offered, evidence off in %d, q0 below its median in %d of 64", mean, off, below)
	}
}

// findOnly returns the scenario of a sweep of one.
func findOnly(s *Sweep) *Scenario {
	for scenario := range s.bases {
		return scenario
	}
	return nil
}

func TestGridSweep(t *testing.T) {
	s := loaded(t, "extends = \"new-money\"\n[vary]\nfunding.offered = [1, 2, 3]\nfunding.guarantee_return = [true, false]\n")
	sweep, err := NewSweep([]*Scenario{s}, 1)
	if err != nil || sweep.Len() != 6 || s.GridPoints() != 6 {
		t.Fatalf("%d points, %v", sweep.Len(), err)
	}
	seen := map[string]bool{}
	for point := range 6 {
		seen[strings.Join(sweep.Values(s, point), " ")] = true
		if _, err := sweep.At(s, point); err != nil {
			t.Error(err)
		}
	}
	if len(seen) != 6 {
		t.Errorf("combinations %v", seen)
	}
}

func TestSweepsThatDoNotFit(t *testing.T) {
	a := loaded(t, sampled)
	for _, c := range []struct{ text, want, reason string }{
		{strings.Replace(sampled, "80_000", "90_000", 1), "funding.offered is varied in different ways", "one key, two ranges"},
		{strings.Replace(sampled, "halton", "latin-hypercube", 1), "sample differently", "two methods"},
		{strings.Replace(sampled, "points = 64", "points = 32", 1), "sample differently", "two sizes"},
	} {
		b := loaded(t, c.text)
		if _, err := NewSweep([]*Scenario{a, b}, 1); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("error %v, want %q: %s", err, c.want, c.reason)
		}
	}
}
