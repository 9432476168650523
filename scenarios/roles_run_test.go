package scenarios_test

import (
	"strings"
	"testing"

	"skillmix/model"
	"skillmix/scenarios"
	"skillmix/sim"
)

// months is long enough for networks to hire in a role of April 2020.
const months = "time.months=33"

// inPost returns the posts of a role that are filled at the last March of a
// run.
func inPost(t *testing.T, record *sim.Record, role string) float64 {
	t.Helper()
	layout := record.Layout()
	group, column := layout.Group("pcn", "role:"+role), layout.Column("posts_filled")
	if group < 0 || column < 0 {
		t.Fatalf("%s is not reported", role)
	}
	for month := record.Months() - 1; month >= 0; month-- {
		if value, ok := record.Value(month, group, column); ok {
			return value
		}
	}
	t.Fatalf("%s has no values", role)
	return 0
}

// A role that a file adds is hired, unless the scheme leaves it off its list.
func TestAnAddedRoleIsHired(t *testing.T) {
	t.Parallel()
	const role = `role=[{name="nutrition-adviser",closeness=0.1,substitution=0.1,regulated=true,maximum=35000,need=5,pool_start=5,pool_inflow=1,appeal=2}]`
	if posts := inPost(t, runs(t, "arrs-extended", 1, months, role)[0], "nutrition-adviser"); posts == 0 {
		t.Error("nobody was hired")
	}
	off := runs(t, "arrs-extended", 1, months, role, "arrs.without=nutrition-adviser", "parameters.own_rate=0")
	if posts := inPost(t, off[0], "nutrition-adviser"); posts != 0 {
		t.Errorf("%v posts in a role that nobody pays for", posts)
	}
}

// A known role that the scheme leaves off its list is not hired either, and
// its money goes to others.
func TestARoleOffTheList(t *testing.T) {
	t.Parallel()
	const role = "social-prescribing-link-worker"
	usual := runs(t, "arrs-extended", 1, months, "parameters.own_rate=0")[0]
	off := runs(t, "arrs-extended", 1, months, "parameters.own_rate=0", "arrs.without="+role)[0]
	if inPost(t, usual, role) == 0 || inPost(t, off, role) != 0 {
		t.Errorf("%v posts on the list, %v off it", inPost(t, usual, role), inPost(t, off, role))
	}
}

// Nothing is hired where the list is empty, and nothing breaks.
func TestAnEmptyList(t *testing.T) {
	t.Parallel()
	var names []string
	for i := range model.Roles {
		names = append(names, model.Roles[i].Name)
	}
	record := runs(t, "arrs-extended", 1, months, "parameters.own_rate=0", "arrs.without="+strings.Join(names, ","))[0]
	for _, name := range names {
		if posts := inPost(t, record, name); posts != 0 && name != "clinical-pharmacist" { // some were there before the scheme
			t.Errorf("%v posts of %s", posts, name)
		}
	}
}

// Regulation of one role, and nothing else of it, makes it more wanted.
func TestOverrulingRegulation(t *testing.T) {
	t.Parallel()
	const role = "physician-associate"
	usual := runs(t, "arrs-extended", 4, months)
	regulated := runs(t, "arrs-extended", 4, months, `role=[{name="`+role+`",regulated=true}]`)
	less, more := 0.0, 0.0
	for i := range usual {
		less += inPost(t, usual[i], role)
		more += inPost(t, regulated[i], role)
	}
	if more <= less {
		t.Errorf("%v posts when regulated, %v when not", more, less)
	}
	scenario, err := scenarios.Load("arrs-extended", []string{`role=[{name="` + role + `",regulated=false}]`})
	if err != nil || scenario.Settings.Roles != nil {
		t.Errorf("what a role is anyway counts as a change (%v)", err)
	}
}
