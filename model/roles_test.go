package model

import (
	"slices"
	"testing"

	"skillmix/sim"
)

// A scenario can add a role: networks choose it, hire it and report it.
func TestAddedRole(t *testing.T) {
	settings := example()
	settings.Start, settings.Months = sim.MonthOf(2019, 7), 45
	added := Roles[pharmacist]
	added.Name, added.Eligible, added.Caps, added.Appeal = "nutrition-adviser", sim.MonthOf(2020, 4), nil, 2
	settings.Roles = append(slices.Clone(Roles), added)
	people := drawn(t, "classroom")
	shape, err := newShape(people, settings.Roles, false)
	if err != nil {
		t.Fatal(err)
	}
	w := &World{}
	chance := sim.NewChance(1, 0)
	w.reset(settings, people, shape, settings.draw(chance, false), chance)
	for i := range settings.Months {
		w.Step(settings.Start + sim.Month(i))
		if err := w.Check(); err != nil {
			t.Fatal(err)
		}
	}
	posts := int32(0)
	for i := range w.networks {
		posts += int32(w.networks[i].filled[len(Roles)])
	}
	if posts == 0 {
		t.Error("nobody hired the added role")
	}
	if shape.layout.Group("pcn", "role:nutrition-adviser") < 0 {
		t.Error("the added role is not reported")
	}
}

// Worlds of one experiment must have the same roles.
func TestRolesMustAgree(t *testing.T) {
	other := example()
	other.Roles = append(slices.Clone(Roles), Role{Name: "another"})
	if _, err := NewExperiment([]*Settings{example(), other}, Population{Preset: "classroom"}, 1, 1, false); err == nil {
		t.Error("worlds of different roles were put into one experiment")
	}
}

// The roles that the code knows by place are where it looks for them.
func TestKnownRoles(t *testing.T) {
	for place, name := range map[int]string{ACP: "acp", pharmacist: "clinical-pharmacist", linkWorker: "social-prescribing-link-worker", digitalLead: "digital-and-transformation-lead", careNavigator: "care-navigator"} {
		if Roles[place].Name != name {
			t.Errorf("role %d is %s, want %s", place, Roles[place].Name, name)
		}
	}
}
