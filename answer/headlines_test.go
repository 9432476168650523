package answer

import (
	"math"
	"skillmix/sim"
	"testing"
)

func TestHeadlines(t *testing.T) {
	result := headlines(t, "posts_per_1000_staff", [][]float64{{4, 4.2, 4.1, 4.1}, {2, 1.8, 1.9, 1.9}, {5, 3, 4, 4.5}})
	numbers, err := Headlines(result)
	if err != nil {
		t.Fatal(err)
	}
	if numbers.Month != sim.MonthOf(2029, 3) || numbers.Setting != "trust" || numbers.Unit != "posts" {
		t.Errorf("the headline is %+v", numbers)
	}
	for _, c := range []struct {
		gap     int
		a, b    string
		mean    float64
		share   float64
		verdict Verdict
		reason  string
	}{
		{0, "new-money", "budget-transfer", 2.2, 1, Clear, "2, 2.4, 2.2, 2.2"},
		{1, "new-money", "mixed", -0.025, 0.5, Unresolved, "-1, 1.2, 0.1, -0.4"},
		{2, "budget-transfer", "mixed", -2.225, 0, Clear, "-3, -1.2, -2.1, -2.6"},
	} {
		gap := numbers.Gaps[c.gap]
		if gap.A != c.a || gap.B != c.b || math.Abs(gap.Mean-c.mean) > 1e-12 || gap.Share != c.share || gap.Verdict != c.verdict {
			t.Errorf("gap %d is %s less %s, mean %v, share %v, %s; want %s less %s, %v, %v, %s: %s",
				c.gap, gap.A, gap.B, gap.Mean, gap.Share, gap.Verdict, c.a, c.b, c.mean, c.share, c.verdict, c.reason)
		}
	}
}
