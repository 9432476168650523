package scenarios_test

import (
	"fmt"
	"math"
	"testing"

	"skillmix/model"
	"skillmix/scenarios"
	"skillmix/sim"
)

// runs runs a scenario, with settings of its own, on the classroom population.
func runs(t *testing.T, name string, replicates int, sets ...string) []*sim.Record {
	t.Helper()
	scenario, err := scenarios.Load(name, append([]string{"population.preset=classroom"}, sets...))
	if err != nil {
		t.Fatal(err)
	}
	return records(t, &scenario.Settings, replicates)
}

// records runs a world on the classroom population with every judged value at
// its default.
func records(t *testing.T, settings *model.Settings, replicates int) []*sim.Record {
	t.Helper()
	experiment, err := model.NewExperiment([]*model.Settings{settings}, model.Population{Preset: "classroom"}, 1, replicates, false)
	if err != nil {
		t.Fatal(err)
	}
	all, err := sim.Execute(t.Context(), experiment, 1, nil)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// same reports whether two runs of the same length agree in every value of
// the groups of all units, and finds values that are no numbers.
func same(t *testing.T, a, b *sim.Record) bool {
	t.Helper()
	for month := range a.Months() {
		for _, setting := range []string{"trust", "pcn"} {
			group := a.Layout().Group(setting, "all")
			for column := range a.Layout().Columns {
				x, okX := a.Value(month, group, column)
				y, okY := b.Value(month, group, column)
				if okX && (math.IsNaN(x) || math.IsInf(x, 0)) {
					t.Fatalf("%s is %v in month %d", a.Layout().Columns[column].Name, x, month)
				}
				if okX != okY || okX && x != y {
					return false
				}
			}
		}
	}
	return true
}

// Every built-in runs for a year.
func TestBuiltinsRunForAYear(t *testing.T) {
	t.Parallel()
	start := map[string]string{"apprenticeship-closed": "2025-07"} // its change must lie in the run
	for _, info := range scenarios.List() {
		sets := []string{"time.months=12"}
		if month := start[info.Name]; month != "" {
			sets = append(sets, "time.start="+month)
		}
		record := runs(t, info.Name, 1, sets...)[0]
		if record.Months() != 12 {
			t.Errorf("%s ran for %d months", info.Name, record.Months())
		}
		same(t, record, record)
	}
}

// What a built-in changes has an effect: its history is not its parent's.
func TestBuiltinsGiveOtherHistoriesThanTheirParents(t *testing.T) {
	t.Parallel()
	for _, info := range scenarios.List() {
		scenario, err := scenarios.Load(info.Name, nil)
		if err != nil {
			t.Fatal(err)
		}
		switch info.Name {
		case "baseline", // has no parent
			"arrs-england", "arrs-extended": // their parents, in other months and with other organisations
			continue
		}
		settings := &scenario.Settings
		length := []string{"time.start=" + settings.Start.String(), fmt.Sprintf("time.months=%d", settings.Months)}
		own, parent := runs(t, info.Name, 2, length...), runs(t, info.Extends, 2, length...)
		if same(t, own[0], parent[0]) && same(t, own[1], parent[1]) {
			t.Errorf("%s gives the same history as %s", info.Name, info.Extends)
		}
	}
}

// A parameter that the reader refuses in a [[change]] really does nothing
// there.
func TestParametersRefusedInChangesActOnlyAtTheStart(t *testing.T) {
	t.Parallel()
	var worlds []*model.Settings
	var before []*sim.Record
	for _, name := range []string{"mixed", "pandemic"} {
		scenario, err := scenarios.Load(name, []string{"time.start=2019-07", "time.months=72", "funding.routes=new-money,pilots,budget-transfer", "parameters.peer_threshold_mean=0.1"})
		if err != nil {
			t.Fatal(err)
		}
		worlds = append(worlds, &scenario.Settings)
		before = append(before, records(t, &scenario.Settings, 1)[0])
	}
	for i := range model.Catalogue {
		described := &model.Catalogue[i]
		prior := described.Prior
		value := prior.High
		switch {
		case prior.Fixed() && prior.Default == described.Most:
			value = described.Least
		case prior.Fixed() || prior.High == prior.Default:
			value = prior.Default + 0.1*(described.Most-prior.Default)
		}
		text := fmt.Sprintf(`change=[{from="2019-12",parameters={%s=%v}}]`, described.Name, value)
		_, err := scenarios.Load("baseline", []string{text})
		acts := false
		for j, world := range worlds {
			changed := *world
			changed.Changes = append(changed.Changes[:len(changed.Changes):len(changed.Changes)], model.Change{
				From: sim.MonthOf(2019, 12), Until: sim.MonthOf(2029, 3),
				Values: []model.Assignment{{Parameter: model.Parameter(i), Value: value}},
			})
			acts = acts || !same(t, before[j], records(t, &changed, 1)[0])
		}
		if err != nil && acts {
			t.Errorf("%s is refused in a [[change]], but acts there", described.Name)
		}
	}
}
