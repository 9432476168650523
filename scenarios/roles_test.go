package scenarios

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"skillmix/model"
	"skillmix/sim"
)

func TestRoles(t *testing.T) {
	s := load(t, "testdata/good/roles.toml")
	associate, _ := model.RoleNamed("physician-associate")
	physiotherapist, _ := model.RoleNamed("first-contact-physiotherapist")
	want := slices.Clone(model.Roles)
	want[model.ACP].Eligible, want[model.ACP].Caps = sim.MonthOf(2200, 1), nil
	want[associate].Regulated, want[associate].Need = true, 3
	want = append(want,
		model.Role{Name: "nutrition-adviser", Closeness: 0.1, Substitution: 0.1, RoomTenths: 7, Prescribes: true, Supervision: 0.5, Clarity: 0.2,
			RampMonths: 6, Maximum: 35000, Need: 3, PoolStart: 2, PoolInflow: 0.5, Appeal: 2, BeliefA: 3, BeliefB: 1.5,
			Eligible: sim.MonthOf(2020, 10), Caps: []model.Cap{{From: sim.MonthOf(2020, 10), Until: sim.MonthOf(2021, 4), Usual: 1, Large: 2}}, Upskilled: true},
		model.Role{Name: "wellbeing-nurse", Closeness: 0.2, Substitution: 0.15, RoomTenths: 10, Regulated: true, Supervision: 1, Clarity: 0.3,
			RampMonths: 12, Maximum: 40000, Need: 3, PoolStart: 1, PoolInflow: 0.2, BeliefA: 2, BeliefB: 2, Eligible: sim.MonthOf(2020, 4),
			Caps: []model.Cap{{From: sim.MonthOf(2020, 4), Until: sim.MonthOf(2021, 4), Usual: 1, Large: 2}, {From: sim.MonthOf(2021, 4), Until: sim.MonthOf(2200, 1), Usual: 3, Large: 6}}})
	if difference := cmp.Diff(want, s.Settings.Roles); difference != "" {
		t.Errorf("roles are read otherwise (-want +got):\n%s", difference)
	}
	if without := model.RoleSet(0).With(physiotherapist).With(len(want) - 1); s.Settings.ARRS.Without != without {
		t.Errorf("off the list are %v, want the file's own list and not its parent's", s.RolesOffList())
	}
	changed, added := s.ChangedRoles()
	if !slices.Equal(changed, []string{"acp", "physician-associate"}) || !slices.Equal(added, []string{"nutrition-adviser", "wellbeing-nurse"}) {
		t.Errorf("changed are %v, added %v", changed, added)
	}
}

// Whatever leaves the usual roles as they are leaves Settings without any, so
// that equal worlds are written in equal bytes.
func TestUsualRoles(t *testing.T) {
	for _, test := range []struct {
		scenario, set, reason string
	}{
		{"baseline", "mechanisms.silos=true", "no roles are given"},
		{"baseline", `role=[{name="acp"}]`, "a block without figures"},
		{"baseline", `role=[{name="acp",closeness=0.8,maximum=62700}]`, "the figures it has anyway"},
		{"testdata/good/roles.toml", "role=[]", "an empty list takes back what parents changed and added"},
	} {
		s, err := Load(test.scenario, []string{"arrs.without=", test.set})
		if err != nil || s.Settings.Roles != nil || s.Settings.ARRS.Without != 0 || strings.Contains(string(s.Resolved()), "[[role]]") {
			t.Errorf("%s with %s: %v: %s", test.scenario, test.set, err, test.reason)
		}
	}
}

// Every figure of every role of the model can be written in a file, and is
// read back as it was.
func TestRolesOfTheModelCanBeWritten(t *testing.T) {
	settings := load(t, "baseline")
	settings.Settings.Roles = slices.Clone(model.Roles)
	for i := range settings.Settings.Roles {
		settings.Settings.Roles[i].Appeal += 1.5
	}
	again, err := loader{read: func(string) ([]byte, error) { return settings.Resolved(), nil }}.load("resolved.toml", nil)
	if err != nil {
		t.Fatal(err)
	}
	if difference := cmp.Diff(settings.Settings.Roles, again.Settings.Roles); difference != "" {
		t.Error(difference)
	}
}

// Each key of a block changes the figure of its name and nothing else.
func TestEachKeyOfARoleChangesOneFigure(t *testing.T) {
	values := map[string]string{
		"closeness": "0.11", "substitution": "0.11", "rooms": "0.1", "regulated": "true", "prescribes": "true", "supervision": "11", "clarity": "0.11",
		"ramp_months": "11", "maximum": "11", "need": "11", "pool_start": "11", "pool_inflow": "11", "appeal": "11",
		"belief_successes": "11", "belief_failures": "11", "eligible": `"2011-11"`, "upskilled": "true",
		"caps": `[{ from = "2011-11", until = "2012-11", usual = 11, large = 111 }]`,
	}
	associate, _ := model.RoleNamed("physician-associate")
	for _, key := range RoleKeys()[1:] {
		set := `role=[{name="physician-associate",` + key.Name + "=" + values[key.Name] + "}]"
		got := load(t, "baseline", set)
		var changed []string
		for _, field := range roleFields() {
			if field.write(&got.Settings.Roles[associate]) != field.write(&model.Roles[associate]) {
				changed = append(changed, field.name)
			}
		}
		if !slices.Equal(changed, []string{key.Name}) {
			t.Errorf("%s changes %v", set, changed)
		}
		want := []Difference{{sectionRole, "", "physician-associate: " + key.Name + " = " + values[key.Name]}}
		if difference := cmp.Diff(want, Differences(load(t, "baseline"), got)); difference != "" {
			t.Errorf("%s differs from baseline in\n%s", set, difference)
		}
		got.Settings.Roles = nil
		if !cmp.Equal(got.Settings, load(t, "baseline").Settings) {
			t.Errorf("%s changes more than a role", set)
		}
	}
}

const newRole = `closeness=0.1,substitution=0.1,regulated=true,maximum=35000,need=3,pool_start=2,pool_inflow=0.5`

// The defaults that the manual tells are those that a new role gets.
func TestDefaultsOfARole(t *testing.T) {
	s := load(t, "baseline", `role=[{name="nutrition-adviser",`+newRole+`}]`, "arrs.start=2020-04")
	role := &s.Settings.Roles[len(model.Roles)]
	for _, field := range roleFields() {
		want := field.standard
		switch want {
		case "":
			continue
		case "none":
			want = "[]"
		case "`arrs.start`":
			want = `"2020-04"`
		}
		if got := field.write(role); got != want {
			t.Errorf("%s is %s, the manual says %s", field.name, got, want)
		}
	}
}

func TestRolesMayBeCompleteInSeveralFiles(t *testing.T) {
	half, rest, _ := strings.Cut(newRole, ",maximum")
	block := func(keys string) string { return `role=[{name="nutrition-adviser",` + keys + `}]` }
	if _, err := Load("baseline", []string{block(half), block("maximum" + rest)}); err != nil {
		t.Errorf("two halves of a role are refused: %v", err)
	}
	_, err := Load("baseline", []string{block(half)})
	var all Errors
	if !errors.As(err, &all) || len(all) != 1 || !strings.Contains(all[0].Message, "also needs maximum, need, pool_start, pool_inflow") {
		t.Errorf("half a role gave %v", err)
	}
}

// The order in which files add roles does not count.
func TestAddedRolesHaveOneOrder(t *testing.T) {
	a, b := `role=[{name="adviser",`+newRole+`}]`, `role=[{name="worker",`+newRole+`}]`
	first, second := load(t, "baseline", a, b), load(t, "baseline", b, a)
	if !cmp.Equal(first.Settings, second.Settings) || string(first.Resolved()) != string(second.Resolved()) {
		t.Error("the same roles in another order give another world")
	}
	if difference := first.OtherRoles(second); difference != "" {
		t.Error(difference)
	}
	one := load(t, "baseline", a)
	for _, pair := range [][2]*Scenario{{first, one}, {one, first}} {
		pair[0].Name, pair[1].Name = "mine", "other"
		if difference := pair[0].OtherRoles(pair[1]); !strings.HasPrefix(difference, "the role worker is in ") {
			t.Errorf("told %q of an added role", difference)
		}
	}
	if difference := one.OtherRoles(load(t, "baseline", a, `role=[{name="adviser",need=4},{name="acp",need=3}]`)); difference != "" {
		t.Errorf("other figures of the same roles: %q", difference)
	}
}
