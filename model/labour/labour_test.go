package labour

import (
	"math"
	"testing"
)

func TestFill(t *testing.T) {
	for _, test := range []struct {
		reason                            string
		rate, most, seekers, vacancies, p float64
	}{
		{"as many seekers as posts", 0.4, 0.7, 5, 5, 0.4},
		{"four times as many: twice the chance, but never above the most", 0.4, 0.7, 20, 5, 0.7},
		{"a quarter as many: half the chance", 0.4, 0.7, 5, 20, 0.2},
		{"never more than the seekers could fill", 0.4, 0.7, 1, 100, 0.01},
		{"nobody seeks", 0.4, 0.7, 0, 5, 0},
		{"nothing is open", 0.4, 0.7, 5, 0, 0},
	} {
		if got := MarketOf(test.seekers, test.vacancies).Fill(test.rate, test.most); math.Abs(got-test.p) > 1e-12 {
			t.Errorf("%s: %v, want %v", test.reason, got, test.p)
		}
	}
}

func TestRamp(t *testing.T) {
	for _, test := range []struct {
		reason       string
		months, want float64
	}{
		{"at first", 0, 0.3}, {"half way", 6, 0.65}, {"at the end", 12, 1}, {"for good", 50, 1},
	} {
		if got := Ramp(0.3, test.months, 12); math.Abs(got-test.want) > 1e-12 {
			t.Errorf("%s: %v, want %v", test.reason, got, test.want)
		}
	}
}

// Twelve months of the monthly chance make the yearly one.
func TestMonthly(t *testing.T) {
	if got, want := math.Pow(1-Monthly(0.1), 12), math.Exp(-0.1); math.Abs(got-want) > 1e-12 {
		t.Errorf("%v stay a year, want %v", got, want)
	}
}

// Rounding is without bias and within bounds.
func TestWhole(t *testing.T) {
	sum := 0
	const n = 1000
	for i := range n {
		sum += Whole(2.3, (float64(i)+0.5)/n, 10)
	}
	if mean := float64(sum) / n; math.Abs(mean-2.3) > 1e-9 {
		t.Errorf("mean %v, want 2.3", mean)
	}
	if got := Whole(5, 0.5, 3); got != 3 {
		t.Errorf("%d of three people", got)
	}
}
