package results

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"skillmix/answer"
	"skillmix/answer/invented"
	"skillmix/sim"
)

// An Imagined result holds what charts show of a setting, without a model.
type Imagined struct {
	Setting    string // trust or pcn
	Names      []string
	Replicates int
	Start      sim.Month
	Months     int
	Yearly     bool // each setting as a whole, at the end of financial years
	At         Measures
}

// Measures say what a measure is; group is all, or service:x and such.
type Measures func(scenario, replicate int, month sim.Month, measure, group string) float64

var measures = map[string][]string{
	"trust": {"posts_per_1000_staff", "posts_filled", "adopted_ever_share", "adopters", "adopter_share", "programme_offered", "programme_spent", "programme_transferred", "programme_unspent",
		"spend_new_money", "spend_transferred", "spend_background", "proposals", "failed_crowding", "failed_clarity", "failed_finance",
		"failed_consent", "failed_supervision", "failed_candidate", "resistance_tau0", "resistance_tau1", "evidence_mean", "doubt", "doctor_fte_released"},
	"pcn": {"fte_per_pcn", "posts_filled", "adopted_ever_share", "adopters", "adopter_share", "arrs_entitlement", "spend_arrs", "arrs_unspent", "spend_practices",
		"proposals", "failed_finance", "failed_rooms", "maturity", "task_fit", "tension", "doctor_fte_released"},
}

// Result makes the runs and what was asked.
func (im Imagined) Result(t testing.TB) *answer.Result {
	t.Helper()
	var (
		columns []sim.Column
		all     []int
		byPart  []int
	)
	for i, measure := range measures[im.Setting] {
		kind := sim.Ratio
		switch {
		case strings.HasPrefix(measure, "failed"), measure == "proposals":
			kind = sim.Flow
		case strings.HasPrefix(measure, "programme"), strings.HasPrefix(measure, "spend"), strings.HasPrefix(measure, "arrs"):
			kind = sim.Money
		}
		columns, all = append(columns, sim.Column{Name: measure, Kind: kind}), append(all, i)
		if measure == "posts_filled" || measure == "posts_per_1000_staff" {
			byPart = append(byPart, i)
		}
	}
	groups := []sim.Group{{Setting: im.Setting, Name: "all", Columns: all}}
	if im.Yearly {
		groups[0].Cadence = sim.Yearly
	} else {
		for _, name := range map[string][]string{
			"trust": {"area:N1", "area:N2", "kind:acute", "kind:combined", "service:critical-care", "service:surgery", "service:frailty"},
			"pcn":   {"area:N1", "area:N2", "role:acp", "role:clinical-pharmacist"},
		}[im.Setting] {
			groups = append(groups, sim.Group{Setting: im.Setting, Name: name, Cadence: sim.Yearly, Columns: byPart})
		}
	}
	layout, err := sim.NewLayout(columns, groups)
	if err != nil {
		t.Fatal(err)
	}
	records := invented.Records{Worlds: len(im.Names)}
	for replicate := range im.Replicates {
		for scenario := range im.Names {
			records.All = append(records.All, invented.Observe(layout, im.Start, im.Months, func(row *sim.Row) {
				for g, group := range layout.Groups {
					for c, column := range layout.Columns {
						row.Set(g, c, im.At(scenario, replicate, row.Month, column.Name, group.Name))
					}
				}
			}))
		}
	}
	records.Like = records.All[0]
	runs := runsOf(t, im.Names, records)
	result := &answer.Result{
		Headline: measures[im.Setting][0], Population: "classroom", Seed: 7, Inputs: "0123456789abcdef", Judged: 41, Spread: true, Runs: runs,
	}
	for i, name := range im.Names {
		result.Scenarios = append(result.Scenarios, answer.Scenario{Name: name, Title: name, SHA256: fmt.Sprintf("%016x", 0xabcdef123456*uint64(i+1))})
	}
	if result.ChanceAlone, err = answer.HeadlineValues(runs, result.Headline); err != nil {
		t.Fatal(err)
	}
	return result
}

// Usual is a world in which new money does better than budget transfer.
func Usual(scenario, replicate int, month sim.Month, measure, group string) float64 {
	year := float64(month-sim.MonthOf(2019, 4)) / 12
	better := []float64{2, 1, 1.5, .5, .6, 1.1, .7, .8}[scenario]
	noise := 1 + float64(replicate%4)/20
	switch {
	case group == "service:frailty":
		return 0
	case group == "service:surgery" || group == "role:acp":
		return better * year / 4
	}
	switch measure {
	case "posts_per_1000_staff", "fte_per_pcn":
		return 1 + better*year*noise
	case "posts_filled":
		return 100 + 50*better*year
	case "adopted_ever_share":
		return .9 / (1 + math.Exp(4-better*year/2))
	case "adopters":
		return 40
	case "adopter_share":
		return .4
	case "maturity":
		return min(1, .1+.1*better*year)
	case "programme_offered", "arrs_entitlement":
		return 1e6
	case "programme_spent", "spend_arrs":
		return []float64{6e5, 0, 3e5, 0}[scenario%4]
	case "programme_transferred":
		return []float64{0, 1e5, 2e5, 0}[scenario%4]
	case "programme_unspent", "arrs_unspent":
		return []float64{4e5, 9e5, 5e5, 1e6}[scenario%4]
	case "proposals":
		return 100
	case "failed_clarity", "failed_rooms":
		return 60 + better
	case "failed_consent":
		return 70 - 20*better
	case "failed_finance":
		return 20
	case "failed_crowding":
		return 10
	case "failed_supervision":
		return 5
	case "failed_candidate":
		return 1
	case "resistance_tau1":
		return .9 - .02*better*year
	}
	return .5
}

// But changes a world in some measures.
func But(change func(scenario int, measure string) (float64, bool)) Measures {
	return func(scenario, replicate int, month sim.Month, measure, group string) float64 {
		if value, changed := change(scenario, measure); changed {
			return value
		}
		return Usual(scenario, replicate, month, measure, group)
	}
}

// Names of scenarios, of which Usual knows the first four.
var (
	TwoNames  = []string{"new-money", "budget-transfer"}
	FourNames = []string{"new-money", "budget-transfer", "mixed", "baseline"}
)

// TenYears is an imagined result of trusts, in eight pairs.
func TenYears(names []string, at Measures) Imagined {
	return Imagined{"trust", names, 8, sim.MonthOf(2019, 4), 120, false, at}
}
