package answer

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"skillmix/answer/invented"
	"skillmix/sim"
)

// brokenDown makes runs of trusts of which each service ends as at says.
func brokenDown(t *testing.T, services []string, months, scenarios, replicates int, at func(scenario, replicate int, service string) float64) *Runs {
	t.Helper()
	columns := []sim.Column{{Name: "posts_per_1000_staff", Kind: sim.Ratio}, {Name: "adopter_share", Unit: "share of units", Kind: sim.Ratio}}
	groups := []sim.Group{{Setting: "trust", Name: "all", Columns: []int{0, 1}}}
	for _, service := range services {
		groups = append(groups, sim.Group{Setting: "trust", Name: "service:" + service, Cadence: sim.Yearly, Columns: []int{0, 1}})
	}
	layout, err := sim.NewLayout(columns, groups)
	if err != nil {
		t.Fatal(err)
	}
	var all []*sim.Record
	for replicate := range replicates {
		for scenario := range scenarios {
			all = append(all, invented.Observe(layout, sim.MonthOf(2019, 4), months, func(row *sim.Row) {
				for g, group := range layout.Groups {
					value := at(scenario, replicate, strings.TrimPrefix(group.Name, "service:"))
					row.Set(g, 0, value)
					row.Set(g, 1, value/10)
				}
			}))
		}
	}
	runs, err := NewRuns([]string{"new-money", "budget-transfer"}[:scenarios], layout, invented.Records{All: all, Worlds: scenarios, Like: all[0]}, 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	return runs
}

// byService breaks down, and returns the breakdown by service.
func byService(t *testing.T, runs *Runs) *Breakdown {
	t.Helper()
	all, err := BreakDown(runs)
	if err != nil {
		t.Fatal(err)
	}
	for i := range all {
		if all[i].Dimension == "service" {
			return &all[i]
		}
	}
	t.Fatal("there is no breakdown by service")
	return nil
}

func TestBreakdown(t *testing.T) {
	services := []string{"urgent-emergency", "crisis", "surgery", "frailty"}
	runs := brokenDown(t, services, 30, 2, 4, func(scenario, replicate int, service string) float64 {
		luck := 0.12 * float64(replicate)
		switch {
		case service == "urgent-emergency" && scenario == 0:
			return 6 + 2*luck
		case service == "surgery" && scenario == 1:
			return 3 + 2*luck
		case service == "frailty" && scenario == 1:
			return 2 + 8*luck*float64(replicate%2)
		}
		return 2 + luck
	})
	b := byService(t, runs)
	if b.Month != sim.MonthOf(2021, 3) {
		t.Errorf("it is of %v, want March 2021, the last in thirty months", b.Month)
	}
	want := [][]string{
		{"Urgent and emergency", "6.4 (6.0 to 6.7)", "2.2 (2.0 to 2.4)", "4.2 (4.0 to 4.4)", "100%"},
		{"Mental health crisis", "2.2 (2.0 to 2.4)", "2.2 (2.0 to 2.4)", "none in any pair", "50%"},
		{"Surgery", "2.2 (2.0 to 2.4)", "3.4 (3.0 to 3.7)", "-1.2 (-1.4 to -1.0)", "0%"},
		{"Frailty", "2.2 (2.0 to 2.4)", "3.0 (2.0 to 4.7)", "-0.8 (-2.4 to 0.2), unresolved", "38%"},
	}
	if diff := cmp.Diff(want, b.Rows(0)); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	if got, want := b.Rows(1)[0], []string{"Urgent and emergency", "64% (60% to 67%)", "22% (20% to 24%)", "42 points (40 to 44)", "100%"}; cmp.Diff(want, got) != "" {
		t.Errorf("shares %q, want %q", got, want)
	}
	const says = "NHS trusts, by service (ACPs in post per 1,000 FTE staff): new money is above budget transfer in 1 of 4 services, urgent and emergency (by 4.2), " +
		"and is below it in 1 of 4 services, surgery (by 1.2). In mental health crisis and frailty no difference is resolved."
	if got := b.StandsOut(runs.Names); got != says {
		t.Errorf("it says\n%s\nwant\n%s", got, says)
	}
}

func TestBreakdownStandsOut(t *testing.T) {
	eleven := strings.Fields("a b c d e f g h i j k")
	cases := []struct {
		name                          string
		services                      []string
		months, scenarios, replicates int
		at                            func(scenario, replicate int, service string) float64
		want, reason                  string
	}{
		{"all alike", eleven, 12, 2, 3, func(_, replicate int, _ string) float64 { return float64(replicate) },
			"NHS trusts, by service (ACPs in post per 1,000 FTE staff): new money and budget transfer do not differ in any pair in any of 11 services.", "nothing differs"},
		{"all above", eleven, 12, 2, 3, func(scenario, replicate int, service string) float64 {
			return float64(2 - scenario + int(service[0]-'a')*(1-scenario)/2 + replicate)
		}, "NHS trusts, by service (ACPs in post per 1,000 FTE staff): new money is above budget transfer in all 11 services, most in k (by 6.0) and least in b (by 1.0). If there were no difference anywhere, about one of 11 would still stand out by chance.",
			"an interval without width excludes zero; many comparisons are warned of"},
		{"none resolved", []string{"a", "b"}, 12, 2, 2, func(scenario, replicate int, _ string) float64 { return float64(scenario * (1 - 2*replicate)) },
			"NHS trusts, by service (ACPs in post per 1,000 FTE staff): in none of 2 services is the difference of new money and budget transfer resolved.", "plus and minus one"},
		{"one pair", []string{"a", "b"}, 12, 2, 1, func(scenario, _ int, _ string) float64 { return float64(scenario) },
			"NHS trusts, by service: a single pair of runs cannot tell in which services new money and budget transfer differ.", "of one pair there is no interval"},
		{"one scenario", []string{"a", "b"}, 12, 1, 3, func(int, int, string) float64 { return 1 }, "", "nothing to compare"},
		{"no March", []string{"a"}, 11, 2, 3, func(int, int, string) float64 { return 1 },
			"NHS trusts, by service cannot be told: groups are kept at the end of March, and there is none in the run.", "eleven months from April end in February"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			runs := brokenDown(t, c.services, c.months, c.scenarios, c.replicates, c.at)
			if got := byService(t, runs).StandsOut(runs.Names); got != c.want {
				t.Errorf("%s: it says\n%s\nwant\n%s", c.reason, got, c.want)
			}
		})
	}
}

// A layout of whole settings has no groups to break down by.
func TestBreakdownOfWholeSettings(t *testing.T) {
	all, err := BreakDown(outcomeRuns(t, true, sim.MonthOf(2019, 4), 24, [][]world{{none}}))
	if err != nil || len(all) != 3 {
		t.Fatalf("%d breakdowns, %v; want those of trusts", len(all), err)
	}
	for _, b := range all {
		if b.Lacks == "" || len(b.Groups) > 0 || !strings.HasSuffix(b.StandsOut([]string{"a", "b"}), "--detail month keeps the groups too.") {
			t.Errorf("%s: %q", b.Dimension, b.StandsOut([]string{"a", "b"}))
		}
	}
}
