package gates

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"skillmix/answer/invented"
	"skillmix/answer/invented/results"
	"skillmix/sim"
)

// twoGates has ten proposals: 4 failed at clarity alone, 3 at both, 1 at consent alone
// and 2 nowhere.
func twoGates(scenario, setting, group string) Counts {
	return New(scenario, setting, group, []string{"clarity", "consent"}, 2, []int64{2, 4, 1, 3}, 40, 30)
}

func TestGatesAreCountedBySets(t *testing.T) {
	c := twoGates("mixed", "trust", "all")
	if c.Proposals != 10 {
		t.Errorf("%d proposals", c.Proposals)
	}
	if diff := cmp.Diff([][]int64{{7, 4}, {4, 1}}, [][]int64{c.Failed, c.Alone}); diff != "" {
		t.Errorf("failed, and alone (-want +got):\n%s", diff)
	}
	sets := []Set{{[]string{"clarity"}, 4, 0.4}, {[]string{"clarity", "consent"}, 3, 0.3}, {nil, 2, 0.2}, {[]string{"consent"}, 1, 0.1}}
	if diff := cmp.Diff(sets, c.Sets()); diff != "" {
		t.Errorf("sets (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]Set{{[]string{"clarity", "consent"}, 3, 0.3}}, c.Couples()); diff != "" {
		t.Errorf("couples (-want +got):\n%s", diff)
	}
}

func TestGateFiles(t *testing.T) {
	none := New("mixed", "trust", "kind:acute, large", []string{"clarity"}, 2, []int64{0, 0}, -1, 8)
	counts := []Counts{twoGates("mixed", "trust", "all"), none}
	var barriers, together strings.Builder
	if err := WriteBarriers(&barriers, counts); err != nil {
		t.Fatal(err)
	}
	if err := WriteTogether(&together, counts); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(`scenario,setting,group,counted_in,runs,gate,failed,alone,failed_share,alone_share,proposals,unit_months,unit_months_without_proposal
mixed,trust,all,rerun,2,clarity,7,4,0.7,0.4,10,40,30
mixed,trust,all,rerun,2,consent,4,1,0.4,0.1,10,40,30
mixed,trust,"kind:acute, large",rerun,2,clarity,0,0,,,0,,8
`, barriers.String()); diff != "" {
		t.Errorf("barriers.csv (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(`scenario,setting,group,counted_in,runs,which,gates,proposals,share
mixed,trust,all,rerun,2,exactly,clarity,4,0.4
mixed,trust,all,rerun,2,exactly,clarity+consent,3,0.3
mixed,trust,all,rerun,2,exactly,none,2,0.2
mixed,trust,all,rerun,2,exactly,consent,1,0.1
mixed,trust,all,rerun,2,at_least,clarity+consent,3,0.3
`, together.String()); diff != "" {
		t.Errorf("gates_together.csv (-want +got):\n%s", diff)
	}
}

func TestGateTables(t *testing.T) {
	again := []Counts{twoGates("new-money", "trust", "all"), twoGates("new-money", "trust", "kind:acute"),
		New("mixed", "trust", "all", []string{"clarity", "consent"}, 2, []int64{2, 4, 1, 0}, 40, 30),
		New("baseline", "trust", "all", []string{"clarity", "consent"}, 2, make([]int64, 4), 40, 40)}
	recorded := []Counts{again[0], again[2], again[3], twoGates("new-money", "all", "all")}
	recorded[1].UnitMonths = -1
	want := []Table{{
		Heading: "Of the proposals in trusts, the share that failed at each gate, and at no other (2 runs of each scenario):",
		Head:    []string{"Gate", "New money", "alone", "Mixed", "alone", "Baseline", "alone"},
		Rows: [][]string{
			{"Clarity", "70%", "40%", "57%", "57%", "-", "-"},
			{"Consent", "40%", "10%", "14%", "14%", "-", "-"},
			{"Proposals in a run", "5", "", "4", "", "0", ""},
			{"Unit-months without one", "75%", "", "15 a run", "", "100%", ""},
		},
		Notes: []string{
			"Under new money, in 2 runs made again, these fail together most often: clarity with consent (30% of proposals).",
			"Under mixed, in 2 runs made again, no proposal fails at two gates.",
			"Under baseline, in 2 runs made again, nobody proposes a post.",
		},
	}}
	if diff := cmp.Diff(want, Tables("trust", recorded, again)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestRecordedGates(t *testing.T) {
	runs := results.Runs(t, invented.World{Names: []string{"new-money", "budget-transfer"}, Replicates: 2, Start: sim.MonthOf(2019, 4), Months: 3, At: func(scenario, _ int, _ sim.Month, measure string) float64 {
		return float64(1+scenario) * map[string]float64{"proposals": 10, "failed_consent": 4, "bound_alone_consent": 1}[measure]
	}})
	counts, err := Recorded(runs, []int{1}, func(int, string) int64 { return 70 })
	if err != nil {
		t.Fatal(err)
	}
	// Two runs of three months; networks have proposals but no gate in these records.
	want := []Counts{
		{Scenario: "budget-transfer", Setting: "trust", Group: "all", Gates: []string{"finance", "consent"}, Runs: 2, Recorded: true,
			Proposals: 120, Failed: []int64{0, 48}, Alone: []int64{0, 12}, UnitMonths: 140},
		{Scenario: "budget-transfer", Setting: "pcn", Group: "all", Runs: 2, Recorded: true, Proposals: 120, Failed: []int64{}, Alone: []int64{}, UnitMonths: 140},
	}
	if diff := cmp.Diff(want, counts); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
