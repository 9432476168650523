package gates

import (
	"testing"

	"skillmix/answer/invented"
	"skillmix/answer/invented/results"
	"skillmix/sim"
)

func TestBarriers(t *testing.T) {
	cases := []struct {
		at           map[string]float64
		want, reason string
	}{
		{
			map[string]float64{"proposals": 100, "failed_consent": 58, "bound_alone_consent": 31, "failed_finance": 40, "bound_alone_finance": 12},
			"Under budget transfer 58% of proposals fail at consent (31% at consent alone), 40% at finance (12% alone).",
			"the gates at which most fail come first",
		},
		{
			map[string]float64{"proposals": 1000, "failed_consent": 1000, "bound_alone_consent": 999},
			"Under budget transfer 100% of proposals fail at consent (more than 99% at consent alone).",
			"a gate at which none fails is not named, and nearly all are not all",
		},
		{map[string]float64{"proposals": 5}, "Under budget transfer no proposal fails at any gate.", "all gates open"},
		{nil, "Under budget transfer nobody proposes a post.", "nothing divided by nothing"},
	}
	for _, c := range cases {
		runs := results.Runs(t, invented.World{Names: []string{"budget-transfer"}, Replicates: 2, Start: sim.MonthOf(2019, 4), Months: 3, At: func(_, _ int, _ sim.Month, measure string) float64 {
			return c.at[measure]
		}})
		barriers, err := Meet(runs, "posts_per_1000_staff")
		if err != nil {
			t.Fatal(err)
		}
		if got := barriers[0].String(); got != c.want {
			t.Errorf("got %s, want %s: %s", got, c.want, c.reason)
		}
		if want := 3 * c.at["proposals"]; barriers[0].Proposals != want {
			t.Errorf("%v proposals in a run, want %v", barriers[0].Proposals, want)
		}
	}
}
