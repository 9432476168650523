package sim_test

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"skillmix/sim"
)

func TestSummarizeSmallSamples(t *testing.T) {
	tests := []struct {
		values []float64
		want   sim.Summary
		reason string
	}{
		{nil, sim.Summary{}, "without values every figure is zero"},
		{[]float64{7}, sim.Summary{N: 1, Independent: 1, Mean: 7, Median: 7, P2_5: 7, P10: 7, P90: 7, P97_5: 7},
			"one replicate is all its quantiles and has no known error"},
		{[]float64{4, 0}, sim.Summary{N: 2, Independent: 2, Mean: 2, Median: 2, P2_5: 0.1, P10: 0.4, P90: 3.6, P97_5: 3.9, MCSE: 2},
			"two values: quantiles on the line between, deviation 2 sqrt 2, error 2 sqrt 2 / sqrt 2"},
		{[]float64{3, 1, 2}, sim.Summary{N: 3, Independent: 3, Mean: 2, Median: 2, P2_5: 1.05, P10: 1.2, P90: 2.8, P97_5: 2.95, MCSE: 1 / math.Sqrt(3)},
			"three values in no order: deviation 1"},
		{[]float64{5, 5, 5, 5}, sim.Summary{N: 4, Independent: 4, Mean: 5, Median: 5, P2_5: 5, P10: 5, P90: 5, P97_5: 5},
			"equal values have no spread"},
		{[]float64{-1, 1, -1, 1}, sim.Summary{N: 4, Independent: 4, Mean: 0, Median: 0, P2_5: -1, P10: -1, P90: 1, P97_5: 1, MCSE: 1 / math.Sqrt(3)},
			"ties: variance 4/3, error sqrt(4/3)/2"},
	}
	for _, test := range tests {
		before := slices.Clone(test.values)
		got := sim.Summarize(test.values)
		if !near(got, test.want) {
			t.Errorf("%v: %+v; want %+v: %s", test.values, got, test.want, test.reason)
		}
		if !slices.Equal(before, test.values) {
			t.Errorf("%v became %v", before, test.values)
		}
	}
}

func near(a, b sim.Summary) bool {
	close := func(x, y float64) bool { return math.Abs(x-y) < 1e-12 }
	return a.N == b.N && close(a.Mean, b.Mean) && close(a.Median, b.Median) && close(a.P2_5, b.P2_5) &&
		close(a.P10, b.P10) && close(a.P90, b.P90) && close(a.P97_5, b.P97_5) && close(a.MCSE, b.MCSE)
}

// The numbers 0 to 1000 have their quantiles as their values.
func TestQuantilesOfARamp(t *testing.T) {
	ramp := make([]float64, 1001)
	for i := range ramp {
		ramp[i] = float64(1000 - i)
	}
	got := sim.Summarize(ramp)
	// The variance of 0 to n-1 is n(n+1)/12 with the divisor n-1.
	want := sim.Summary{N: 1001, Independent: 1001, Mean: 500, Median: 500, P2_5: 25, P10: 100, P90: 900, P97_5: 975, MCSE: math.Sqrt(1002.0 / 12)}
	if !near(got, want) {
		t.Errorf("%+v; want %+v", got, want)
	}
}

func TestSummarizerForgetsEarlierValues(t *testing.T) {
	var summarizer sim.Summarizer
	summarizer.Summarize([]float64{9, 9, 9, 9, 9, 9, 9})
	if got := summarizer.Summarize([]float64{3, 1, 2}); got != sim.Summarize([]float64{3, 1, 2}) {
		t.Errorf("%+v", got)
	}
}

func TestSummaryIsOrdered(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := sim.Summarize(rapid.SliceOfN(rapid.Float64Range(-1e6, 1e6), 1, 40).Draw(t, "values"))
		order := []float64{s.P2_5, s.P10, s.Median, s.P90, s.P97_5}
		if !slices.IsSorted(order) || s.MCSE < 0 {
			t.Fatalf("%+v", s)
		}
	})
}

func TestResolved(t *testing.T) {
	tests := []struct {
		summary sim.Summary
		want    bool
		reason  string
	}{
		{sim.Summary{}, false, "nothing was run"},
		{sim.Summary{N: 1, Independent: 1, Mean: 5}, false, "one replicate has no known error"},
		{sim.Summary{N: 9, Independent: 9, Mean: 2.31, MCSE: 1}, true, "2.31 errors above zero, and the quantile of Student's t with 8 degrees is 2.306"},
		{sim.Summary{N: 9, Independent: 9, Mean: 2.30, MCSE: 1}, false, "2.30 errors are within the 95% interval"},
		{sim.Summary{N: 9, Independent: 9, Mean: -2.31, MCSE: 1}, true, "below zero counts as well"},
		{sim.Summary{N: 9}, false, "no difference at all"},
		{sim.Summary{N: 9, Independent: 9, Mean: 0.1}, true, "the same difference in every pair"},
	}
	for _, test := range tests {
		if test.summary.Resolved() != test.want {
			t.Errorf("%+v is resolved: %v; %s", test.summary, !test.want, test.reason)
		}
	}
}

func TestPairedDifferences(t *testing.T) {
	a, b := []float64{3, 1, 2}, []float64{1, 1, 5}
	if got := sim.Paired(a, b); !slices.Equal(got, []float64{2, 0, -3}) {
		t.Errorf("%v", got)
	}
	if !slices.Equal(a, []float64{3, 1, 2}) || !slices.Equal(b, []float64{1, 1, 5}) {
		t.Error("the inputs changed")
	}
	if got := sim.Paired(nil, nil); len(got) != 0 {
		t.Errorf("no pairs have differences %v", got)
	}
	defer func() {
		if recover() == nil {
			t.Error("three values and two are no pairs, and nothing was said")
		}
	}()
	sim.Paired(a, b[:2])
}

func TestShareHigher(t *testing.T) {
	infinite := math.Inf(1)
	tests := []struct {
		a, b   []float64
		want   float64
		reason string
	}{
		{nil, nil, 0, "no pairs"},
		{[]float64{2, 3, 1, 0}, []float64{1, 1, 5, 0}, 0.625, "two higher, one lower, one tie: 2.5 of 4"},
		{[]float64{1, 1}, []float64{1, 1}, 0.5, "ties only"},
		{[]float64{1, 2}, []float64{0, 0}, 1, "always higher"},
		{[]float64{0, 0}, []float64{1, 2}, 0, "never higher"},
		{[]float64{infinite, infinite}, []float64{infinite, 1}, 0.75, "never reached in both is a tie, though infinity less infinity is no number"},
	}
	for _, test := range tests {
		if got := sim.ShareHigher(test.a, test.b); got != test.want {
			t.Errorf("%v over %v: %v; want %v: %s", test.a, test.b, got, test.want, test.reason)
		}
	}
}

func TestShareHigherOfBothWaysIsOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 20).Draw(t, "pairs")
		a := rapid.SliceOfN(rapid.Float64Range(0, 3), n, n).Draw(t, "a")
		b := rapid.SliceOfN(rapid.Float64Range(0, 3), n, n).Draw(t, "b")
		if sum := sim.ShareHigher(a, b) + sim.ShareHigher(b, a); math.Abs(sum-1) > 1e-12 {
			t.Fatalf("%v", sum)
		}
	})
}
