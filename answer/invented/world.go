package invented

import (
	"testing"

	"skillmix/sim"
)

// A World makes records without a model.
type World struct {
	Names      []string // of scenarios
	Replicates int
	Start      sim.Month
	Months     int
	// At says what each measure is in a month.
	At func(scenario, replicate int, month sim.Month, measure string) float64
}

// columns of a world's records.
var columns = []sim.Column{
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

// layoutOf is that of a world's records: trusts and networks as a whole, and an area.
func layoutOf(t testing.TB) *sim.Layout {
	t.Helper()
	layout, err := sim.NewLayout(columns, []sim.Group{
		{Setting: "trust", Name: "all", Columns: []int{0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}},
		{Setting: "pcn", Name: "all", Columns: []int{1, 2, 7}},
		{Setting: "trust", Name: "area:Avon, Severn", Cadence: sim.Yearly, Columns: []int{2}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return layout
}

// Records makes the records of all pairs.
func (w World) Records(t testing.TB) Records {
	t.Helper()
	layout := layoutOf(t)
	records := Records{Worlds: len(w.Names)}
	for replicate := range w.Replicates {
		for scenario := range w.Names {
			records.All = append(records.All, Observe(layout, w.Start, w.Months, func(row *sim.Row) {
				for g := range layout.Groups {
					for c, column := range layout.Columns {
						row.Set(g, c, w.At(scenario, replicate, row.Month, column.Name))
					}
				}
			}))
		}
	}
	records.Like = records.All[0]
	return records
}

// Observe makes the record of a run of which each month is what observe sets.
func Observe(layout *sim.Layout, start sim.Month, months int, observe func(row *sim.Row)) *sim.Record {
	record := sim.NewRecord(layout, start, months)
	sim.Simulate(observer(observe), record)
	return record
}

// observer is a world that does nothing and looks like what it is told to.
type observer func(row *sim.Row)

func (observer) Step(sim.Month)         {}
func (o observer) Observe(row *sim.Row) { o(row) }
