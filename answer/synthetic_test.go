package answer

import (
	"testing"

	"skillmix/sim"
)

// synthetic makes records without a model: at says what each measure is.
type synthetic struct {
	names      []string
	replicates int
	start      sim.Month
	months     int
	at         func(scenario, replicate int, month sim.Month, measure string) float64
}

// columns of synthetic records and the groups that keep them.
var syntheticColumns = []sim.Column{
	{Name: "posts_per_1000_staff", Unit: "posts", Kind: sim.Ratio},
	{Name: "fte_per_pcn", Unit: "FTE", Kind: sim.Ratio},
	{Name: "clarity", Kind: sim.Mean},
	{Name: "programme_offered", Unit: "GBP", Kind: sim.Money},
	{Name: "programme_spent", Unit: "GBP", Kind: sim.Money},
	{Name: "programme_transferred", Unit: "GBP", Kind: sim.Money},
	{Name: "programme_unspent", Unit: "GBP", Kind: sim.Money},
	{Name: "proposals", Kind: sim.Flow},
	{Name: "failed_finance", Kind: sim.Flow},
	{Name: "failed_consent", Kind: sim.Flow},
	{Name: "bound_alone_finance", Kind: sim.Flow},
	{Name: "bound_alone_consent", Kind: sim.Flow},
}

func syntheticLayout(t testing.TB) *sim.Layout {
	t.Helper()
	layout, err := sim.NewLayout(syntheticColumns, []sim.Group{
		{Setting: "trust", Name: "all", Columns: []int{0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}},
		{Setting: "pcn", Name: "all", Columns: []int{1, 2, 7}},
		{Setting: "trust", Name: "area:Avon, Severn", Cadence: sim.Yearly, Columns: []int{2}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return layout
}

func (s synthetic) runs(t testing.TB) *Runs {
	t.Helper()
	layout := syntheticLayout(t)
	var all []*sim.Record
	for replicate := range s.replicates {
		for scenario := range s.names {
			record := sim.NewRecord(layout, s.start, s.months)
			sim.Simulate(observer(func(row *sim.Row) {
				for g := range layout.Groups {
					for c, column := range layout.Columns {
						row.Set(g, c, s.at(scenario, replicate, row.Month, column.Name))
					}
				}
			}), record)
			all = append(all, record)
		}
	}
	runs, err := NewRuns(s.names, layout, records{all, len(s.names), all[0]}, 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	return runs
}

// observer is a world that does nothing and looks like what it is told to.
type observer func(row *sim.Row)

func (observer) Step(sim.Month)         {}
func (o observer) Observe(row *sim.Row) { o(row) }

// headlines makes a result of one month in which scenario i ends with
// values[i], by replicate.
func headlines(t testing.TB, measure string, values [][]float64) *Result {
	t.Helper()
	names := []string{"new-money", "budget-transfer", "mixed", "champions", "arrs-england"}[:len(values)]
	result := &Result{
		Headline: measure, Population: "classroom", Seed: 1, Inputs: "0123456789abcdef", Judged: 41, Spread: true,
		Runs: synthetic{names, len(values[0]), sim.MonthOf(2029, 3), 1, func(scenario, replicate int, _ sim.Month, _ string) float64 {
			return values[scenario][replicate]
		}}.runs(t),
		Command: "skillmix run scenario.new-money.toml",
	}
	for _, name := range names {
		result.Scenarios = append(result.Scenarios, Scenario{Name: name, Title: "Title of " + name, SHA256: "fedcba9876543210"})
	}
	return result
}
