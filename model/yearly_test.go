package model

import (
	"math"
	"testing"

	"skillmix/sim"
)

// A record by year tells the same as one by month: stocks and means are those of
// the last month, flows and money are the sum since the last row.
func TestYearlyRecordsSumMonths(t *testing.T) {
	settings := example()
	settings.Months = 30
	settings.Funding.Routes = []Route{RouteNewMoney}
	run := func(yearly bool) *sim.Record {
		sweep := &Sweep{People: Population{Preset: "classroom"}, Seed: 1, Points: 1, Replicates: 1, Yearly: yearly,
			Settings: func(int) (*Settings, error) { return settings, nil }, Spread: func(int) bool { return true }}
		experiment, err := sweep.Experiment()
		if err != nil {
			t.Fatal(err)
		}
		world, err := experiment.NewWorker().Start(sim.Run{})
		if err != nil {
			t.Fatal(err)
		}
		record := sim.NewRecord(experiment.Layout, experiment.Start, experiment.Months)
		sim.Simulate(world, record)
		return record
	}
	months, years := run(false), run(true)
	if len(years.Layout().Groups) != 3 {
		t.Fatalf("%d groups by year, want the three settings", len(years.Layout().Groups))
	}
	compared := 0
	for _, line := range years.Layout().Lines(settings.Start, settings.Months) {
		group := months.Layout().Group(years.Layout().Groups[line.Group].Setting, "all")
		for c, column := range years.Layout().Columns {
			value, kept := years.Value(line.I, line.Group, c)
			want, keptMonthly := months.Value(line.I, group, c)
			if kept != keptMonthly {
				t.Fatalf("%v %s: kept by year %v, by month %v", line.Month, column.Name, kept, keptMonthly)
			}
			if column.Kind == sim.Flow || column.Kind == sim.Money {
				want = 0
				for i := line.I - line.Covers + 1; i <= line.I; i++ {
					value, _ := months.Value(i, group, c)
					want += value
				}
			}
			if math.Abs(value-want) > 1e-6*max(1, math.Abs(want)) {
				t.Errorf("%v %s %s: %v by year, %v by month", line.Month, years.Layout().Groups[line.Group].Setting, column.Name, value, want)
			}
			compared++
		}
	}
	if compared < 300 {
		t.Errorf("only %d values were compared", compared)
	}
}

func TestUnitsAreServicesAndNetworks(t *testing.T) {
	w := newWorld(t, example(), drawn(t, "classroom"), 0)
	w.Step(w.settings.Start)
	units := w.Units()
	if units.Rows != len(w.services)+len(w.networks) || units.Rows == 0 {
		t.Fatalf("%d rows of %d services and %d networks", units.Rows, len(w.services), len(w.networks))
	}
	names := map[string]bool{}
	for _, column := range units.Columns {
		if names[column.Name] || max(len(column.Texts), len(column.Numbers)) != units.Rows {
			t.Errorf("column %s: seen %v, %d values", column.Name, names[column.Name], max(len(column.Texts), len(column.Numbers)))
		}
		names[column.Name] = true
		switch last := units.Rows - 1; column.Name {
		case "code":
			if column.Texts[0] != w.services[0].of.Code || column.Texts[last] != w.networks[len(w.networks)-1].of.Code {
				t.Errorf("codes %s and %s", column.Texts[0], column.Texts[last])
			}
		case "maturity":
			if !math.IsNaN(column.Numbers[0]) || math.IsNaN(column.Numbers[last]) {
				t.Errorf("maturity %v of a service, %v of a network", column.Numbers[0], column.Numbers[last])
			}
		}
	}
}
