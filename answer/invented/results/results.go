// Package results makes results of invented records, to be told and drawn. Only tests enter
// it.
package results

import (
	"testing"

	"skillmix/answer"
	"skillmix/answer/invented"
	"skillmix/sim"
)

// Runs are the runs of an invented world.
func Runs(t testing.TB, world invented.World) *answer.Runs {
	t.Helper()
	return runsOf(t, world.Names, world.Records(t))
}

func runsOf(t testing.TB, names []string, records invented.Records) *answer.Runs {
	t.Helper()
	runs, err := answer.NewRuns(names, records.Like.Layout(), records, 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	return runs
}

// Headlines makes a result of one month in which scenario i ends with
// values[i], by replicate.
func Headlines(t testing.TB, measure string, values [][]float64) *answer.Result {
	t.Helper()
	names := []string{"new-money", "budget-transfer", "mixed", "champions", "arrs-england"}[:len(values)]
	result := &answer.Result{
		Headline: measure, Population: "classroom", Seed: 1, Inputs: "0123456789abcdef", Judged: 41, Spread: true,
		Runs: Runs(t, invented.World{Names: names, Replicates: len(values[0]), Start: sim.MonthOf(2029, 3), Months: 1, At: func(scenario, replicate int, _ sim.Month, _ string) float64 {
			return values[scenario][replicate]
		}}),
		Command: "skillmix run scenario.new-money.toml",
	}
	for _, name := range names {
		result.Scenarios = append(result.Scenarios, answer.Scenario{Name: name, Title: "Title of " + name, SHA256: "fedcba9876543210"})
	}
	return result
}

// OverTwoYears is a result with charts: scenario a grows, b does not.
func OverTwoYears(t *testing.T) *answer.Result {
	t.Helper()
	result := Headlines(t, "posts_per_1000_staff", [][]float64{{1}, {1}})
	result.Scenarios[0].Title = `Money <b>& "more"</b>`
	result.Runs = Runs(t, invented.World{Names: []string{"new-money", "budget-transfer"}, Replicates: 5, Start: sim.MonthOf(2019, 4), Months: 22, At: func(scenario, replicate int, month sim.Month, measure string) float64 {
		if measure == "posts_per_1000_staff" && scenario == 0 {
			return float64(month-sim.MonthOf(2019, 4)) / 10 * (1 + float64(replicate)/10)
		}
		return 1
	}})
	result.ChanceAlone, _ = answer.HeadlineValues(result.Runs, result.Headline)
	return result
}
