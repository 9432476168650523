package model

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"skillmix/sim"
)

// Conservation holds every month over random scenarios: random parameters
// inside their stated ranges, random programmes, switches and gates.
func TestConservation(t *testing.T) {
	people := drawn(t, "classroom")
	shape, err := newShape(people, Roles, false)
	if err != nil {
		t.Fatal(err)
	}
	w := &World{}
	rapid.Check(t, func(t *rapid.T) {
		settings := randomSettings(t)
		chance := sim.NewChance(rapid.Uint64().Draw(t, "seed"), 0)
		w.reset(settings, people, shape, settings.draw(chance, true), chance)
		row := sim.NewRow(shape.layout, settings.Start)
		for i := range settings.Months {
			month := settings.Start + sim.Month(i)
			w.Step(month)
			if err := w.Check(); err != nil {
				t.Fatalf("%v: %v", month, err)
			}
			w.Observe(row)
			for g := range shape.layout.Groups {
				for c, column := range shape.layout.Columns {
					if x, ok := row.Value(g, c); ok && (math.IsNaN(x) || math.IsInf(x, 0)) {
						t.Fatalf("%v: %s of %s is %v", month, column.Name, shape.layout.Groups[g].Name, x)
					}
				}
			}
		}
	})
}

// randomSettings draws a scenario.
func randomSettings(t *rapid.T) *Settings {
	settings := example()
	settings.Start = sim.MonthOf(2018, 1) + sim.Month(rapid.IntRange(0, 40).Draw(t, "start"))
	settings.Months = rapid.IntRange(1, 60).Draw(t, "months")
	settings.StartPosts = rapid.Bool().Draw(t, "posts")
	settings.StartClear = rapid.Bool().Draw(t, "clear")
	settings.ARRS.End = settings.Start + sim.Month(rapid.IntRange(0, 80).Draw(t, "end"))
	settings.Funding = Funding{
		Routes:           rapid.SampledFrom([][]Route{nil, {RouteNewMoney}, {RouteTransfer}, {RouteNewMoney, RouteTransfer}, {RouteTransfer, RouteNewMoney}}).Draw(t, "routes"),
		Offered:          rapid.Float64Range(0, 300000).Draw(t, "offered"),
		Start:            settings.Start + sim.Month(rapid.IntRange(0, 30).Draw(t, "from")),
		End:              settings.Start + 60,
		GuaranteedReturn: rapid.Bool().Draw(t, "guarantee"),
	}
	if rapid.Bool().Draw(t, "supported") {
		settings.Support = []Support{{Specialties: []int{0, 1}, From: settings.Start + 3, Until: settings.Start + 30, Clarity: .05, Offered: 50000}}
	}
	for i := range Mechanisms {
		if rapid.IntRange(0, 7).Draw(t, "off "+Mechanisms[i].Name) == 0 {
			settings.Off = settings.Off.With(Switch(i))
		}
	}
	settings.Open = Gates(rapid.Uint16Range(0, 1<<GateCount-1).Draw(t, "open")) & Gates(rapid.Uint16Range(0, 1<<GateCount-1).Draw(t, "open too"))
	for i := range Catalogue {
		p := Catalogue[i].Prior
		x := rapid.Float64Range(p.Low, p.High).Draw(t, Catalogue[i].Name)
		settings.Parameters[i] = Prior{x, x, x}
	}
	return settings
}

// The same holds on a larger world over ten years.
func TestConservationOverTenYears(t *testing.T) {
	settings := example()
	settings.Funding.Routes = []Route{RouteNewMoney, RouteTransfer}
	settings.Funding.GuaranteedReturn = true
	w := newWorld(t, settings, drawn(t, "metropolitan"), 0)
	for i := range settings.Months {
		w.Step(settings.Start + sim.Month(i))
		if err := w.Check(); err != nil {
			t.Fatalf("%v: %v", w.month, err)
		}
	}
}
