package scenarios

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"skillmix/model"
	"skillmix/sim"
)

func TestChanges(t *testing.T) {
	s := load(t, "testdata/good/changes.toml").Settings
	want := []model.Change{
		{From: sim.MonthOf(2018, 1), Until: sim.MonthOf(2020, 3), Values: []model.Assignment{
			{Parameter: model.ClarityCampaign, Value: 0.05}, {Parameter: model.RatePeers, Value: 0.05}}},
		{From: sim.MonthOf(2021, 4), Until: sim.MonthOf(2024, 3), Values: []model.Assignment{
			{Parameter: model.EvaluationProgramme, Value: 1}}},
	}
	if difference := cmp.Diff(want, s.Changes); difference != "" {
		t.Error(difference)
	}
	if s.ARRS.Hiring != sim.MonthOf(2020, 7) || s.ARRS.Announced != sim.MonthOf(2022, 4) {
		t.Errorf("hiring from %s, announced %s", s.ARRS.Hiring, s.ARRS.Announced)
	}
	if routes := s.Funding.Routes; len(routes) != 2 || routes[0] != model.RoutePilot {
		t.Errorf("routes %v", routes)
	}
}

func TestMonthsOfTheSchemeFollow(t *testing.T) {
	for _, test := range []struct {
		sets      []string
		hiring    string
		announced string
		reason    string
	}{
		{nil, "2019-07", "2019-07", "networks may hire from the start, and know the end"},
		{[]string{"arrs.start=2020-04"}, "2020-04", "2020-04", "both follow the start"},
		{[]string{"arrs.start=2020-04", "arrs.announced=2019-01"}, "2020-04", "2019-01", "known before it starts"},
	} {
		arrs := load(t, "baseline", test.sets...).Settings.ARRS
		if arrs.Hiring.String() != test.hiring || arrs.Announced.String() != test.announced {
			t.Errorf("%v: hiring %s, announced %s: %s", test.sets, arrs.Hiring, arrs.Announced, test.reason)
		}
	}
}

func TestBadChangesBySet(t *testing.T) {
	for _, test := range []struct{ scenario, set, key, reason string }{
		{"apprenticeship-closed", "time.months=12", "change.from", "the run ends before the change"},
		{"role-clarity", "time.start=2021-04", "change.until", "the run begins after the change"},
	} {
		_, err := Load(test.scenario, []string{test.set})
		var all Errors
		if !errors.As(err, &all) || all[0].Key != test.key {
			t.Errorf("%s with %s gave %v, want a problem with %s: %s", test.scenario, test.set, err, test.key, test.reason)
		}
	}
	if _, err := Load("apprenticeship-closed", []string{"time.start=2031-04"}); err != nil {
		t.Errorf("a change that holds from before the run to its end was refused: %v", err)
	}
}

// A parameter that the model reads only where it makes a world is refused in
// a [[change]]. The files that do so are start*.go; start_pots.go is left out,
// since it also shares out money anew when a change begins.
func TestParametersOfTheStartAreRefused(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "model", "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	described := regexp.MustCompile(`(?m)^\t\{([A-Z]\w+), "([a-z0-9_]+)"`)
	used := regexp.MustCompile(`\b[A-Z]\w+\b`)
	names, later := map[string]string{}, map[string]bool{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		base := filepath.Base(file)
		switch {
		case strings.HasPrefix(base, "parameters_"):
			for _, match := range described.FindAllStringSubmatch(string(text), -1) {
				names[match[1]] = match[2]
			}
		case base == "parameters.go" || base == "switches.go" || strings.HasSuffix(base, "_test.go"),
			strings.HasPrefix(base, "start") && base != "start_pots.go":
		default:
			for _, word := range used.FindAllString(string(text), -1) {
				later[word] = true
			}
		}
	}
	if len(names) != model.ParameterCount {
		t.Fatalf("%d parameters found in the source, want %d", len(names), model.ParameterCount)
	}
	for identifier, name := range names {
		parameter, _ := model.ParameterNamed(name)
		if !later[identifier] && !onlyAtStart(parameter) {
			t.Errorf("%s acts only at the start; add it to onlyAtStart", name)
		}
	}
}
