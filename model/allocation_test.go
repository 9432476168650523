package model

import (
	"testing"

	"skillmix/sim"
)

// A month after the first allocates nothing.
func TestStepAllocatesNothing(t *testing.T) {
	for _, routes := range [][]Route{{RouteNewMoney}, {RouteTransfer}} {
		settings := example()
		settings.Funding.Routes = routes
		w := newWorld(t, settings, drawn(t, "metropolitan"), 0)
		row := sim.NewRow(w.shape.layout, settings.Start.FinancialYear().End())
		month := settings.Start
		advance := func() {
			w.Step(month)
			row.Month = month
			w.Observe(row)
			month++
		}
		advance()
		for month < settings.Start+sim.Month(settings.Months) {
			// Each call runs a month to warm up and one to count.
			if allocations := testing.AllocsPerRun(1, advance); allocations > 0 {
				t.Errorf("%v: %v allocations in %v", routes, allocations, month-1)
			}
		}
	}
}
