package answer

import (
	"testing"

	"skillmix/answer/invented"
	"skillmix/sim"
)

// runsOf are the runs of an invented world.
func runsOf(t testing.TB, world invented.World) *Runs {
	t.Helper()
	records := world.Records(t)
	runs, err := NewRuns(world.Names, records.Like.Layout(), records, 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	return runs
}

// headlines makes a result of one month in which scenario i ends with
// values[i], by replicate.
func headlines(t testing.TB, measure string, values [][]float64) *Result {
	t.Helper()
	names := []string{"new-money", "budget-transfer", "mixed", "champions", "arrs-england"}[:len(values)]
	result := &Result{
		Headline: measure, Population: "classroom", Seed: 1, Inputs: "0123456789abcdef", Judged: 41, Spread: true,
		Runs: runsOf(t, invented.World{Names: names, Replicates: len(values[0]), Start: sim.MonthOf(2029, 3), Months: 1, At: func(scenario, replicate int, _ sim.Month, _ string) float64 {
			return values[scenario][replicate]
		}}),
		Command: "skillmix run scenario.new-money.toml",
	}
	for _, name := range names {
		result.Scenarios = append(result.Scenarios, Scenario{Name: name, Title: "Title of " + name, SHA256: "fedcba9876543210"})
	}
	return result
}
