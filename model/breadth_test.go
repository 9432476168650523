package model

import (
	"flag"
	"fmt"
	"math"
	"strings"
	"testing"

	"skillmix/sim"
)

var breadth = flag.Int("breadth", 20, "number of random parameter sets")

// Over random parameter sets, each parameter uniform in its stated range, no
// value is undefined, no stock is negative and everything is accounted for,
// for ten years. The table tells how headline outputs vary; make breadth
// prints it over 1,000 sets.
func TestBreadth(t *testing.T) {
	people := drawn(t, "classroom")
	shape, err := newShape(people, Roles, false)
	if err != nil {
		t.Fatal(err)
	}
	outputs := []struct{ setting, measure string }{
		{"trust", "posts_per_1000_staff"}, {"trust", "adopter_share"}, {"trust", "medical_posts_converted"}, {"trust", "hostility"},
		{"trust", "clarity"}, {"trust", "tension"}, {"trust", "doctor_fte_released"},
		{"pcn", "fte_per_pcn"}, {"pcn", "maturity"}, {"pcn", "task_fit"}, {"pcn", "tension"}, {"pcn", "posts_of_practices"},
	}
	values := make([][]float64, len(outputs))
	w := &World{}
	for set := range *breadth {
		chance := sim.NewChance(20190401, set)
		settings := example()
		settings.Funding.Routes = []Route{RouteNewMoney, RouteTransfer}
		draws := chance.Draws(DrawPrior, sim.MonthOf(2000, 1))
		for i := range Catalogue {
			p := Catalogue[i].Prior
			x := p.Low + (p.High-p.Low)*draws.Uniform(sim.EntityKey(Catalogue[i].Name))
			settings.Parameters[i] = Prior{x, x, x}
		}
		w.reset(settings, people, shape, settings.draw(chance, false), chance)
		row := sim.NewRow(shape.layout, settings.Start.FinancialYear().End())
		for i := range settings.Months {
			w.Step(settings.Start + sim.Month(i))
			if err := w.Check(); err != nil {
				t.Fatalf("set %d, %v: %v", set, w.month, err)
			}
			row.Month = w.month
			w.Observe(row)
			checkRow(t, shape.layout, row, set)
		}
		for i, output := range outputs {
			value, _ := row.Value(shape.layout.Group(output.setting, "all"), shape.layout.Column(output.measure))
			values[i] = append(values[i], value)
		}
	}
	var table strings.Builder
	fmt.Fprintf(&table, "%d random parameter sets, classroom, March 2029:\n%-32s %10s %10s %10s %10s %10s\n", *breadth, "output", "2.5%", "10%", "median", "90%", "97.5%")
	for i, output := range outputs {
		s := sim.Summarize(values[i])
		fmt.Fprintf(&table, "%-32s %10.3g %10.3g %10.3g %10.3g %10.3g\n", output.setting+" "+output.measure, s.P2_5, s.P10, s.Median, s.P90, s.P97_5)
	}
	t.Log(table.String())
}

// checkRow fails on a value that is undefined, or on a negative stock.
func checkRow(t *testing.T, layout *sim.Layout, row *sim.Row, set int) {
	t.Helper()
	for g := range layout.Groups {
		if !row.Wants(g) {
			continue
		}
		for c, column := range layout.Columns {
			x, ok := row.Value(g, c)
			if !ok {
				continue
			}
			negative := x < 0 && (column.Kind == sim.Stock || column.Kind == sim.Ratio) && column.Name != "doctor_fte_released"
			if math.IsNaN(x) || math.IsInf(x, 0) || negative {
				t.Fatalf("set %d, %v: %s of %s %s is %v", set, row.Month, column.Name, layout.Groups[g].Setting, layout.Groups[g].Name, x)
			}
		}
	}
}
