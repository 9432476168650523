package scenarios

import (
	"slices"
	"strings"
	"testing"

	"skillmix/model"
	"skillmix/model/population"
	"skillmix/sim"
)

func TestSpellings(t *testing.T) {
	s := load(t, "testdata/good/spelling.toml")
	crisis, _ := population.SpecialtyNamed("crisis")
	funding, support := s.Settings.Funding, s.Settings.Support
	for _, test := range []struct {
		ok     bool
		reason string
	}{
		{s.Name == "spelling", "the name is the file's"},
		{s.Title == `Quotes of the "other" kind`, "literal strings"},
		{s.Summary == "A string of several lines that is one", "lines joined by a backslash"},
		{s.Settings.Start == sim.MonthOf(2020, 4) && s.Settings.Months == 24, "dotted keys"},
		{s.Preset == "classroom", "quoted keys"},
		{slices.Equal(funding.Routes, []model.Route{model.RouteTransfer, model.RouteNewMoney}), "routes keep their order"},
		{funding.Offered == 1000.5, "an underscore in a number"},
		{funding.Start == sim.MonthOf(2020, 4) && funding.End == sim.MonthOf(2022, 3), "the programme lasts as long as the run"},
		{s.Settings.Parameters[model.Q0] == model.Prior{Low: 0.25, Default: 0.25, High: 0.25}, "a number is fixed"},
		{s.Settings.Parameters[model.ConsentLoss] == model.Prior{Low: 1, Default: 2, High: 3}, "a range is spread"},
		{len(support) == 2 && len(support[0].Specialties) == 0, "support of every service"},
		{support[0].From == sim.MonthOf(2020, 4) && support[0].Until == sim.MonthOf(2022, 3), "support lasts as long as the run"},
		{slices.Equal(support[1].Specialties, []int{crisis}) && support[1].Until == sim.MonthOf(2020, 12), "the second block"},
		{s.Settings.Off == model.Switches(0).With(model.RetentionMotive), "true leaves a mechanism on"},
	} {
		if !test.ok {
			t.Errorf("%s: not so in %+v", test.reason, s)
		}
	}
	if windows := load(t, "testdata/good/windows.toml"); windows.Settings.Months != 12 {
		t.Error("a file with a byte order mark and Windows line ends is read wrongly")
	}
}

func TestExtends(t *testing.T) {
	s := load(t, "testdata/good/child.toml").Settings
	title := load(t, "testdata/good/child.toml").Title
	for _, test := range []struct {
		ok     bool
		reason string
	}{
		{s.Funding.Offered == 0, "the child overrules its parent, even with nothing"},
		{slices.Equal(s.Funding.Routes, []model.Route{model.RouteTransfer}), "inherited from the built-in grandparent"},
		{s.Months == 36 && s.Funding.End == sim.MonthOf(2020, 3), "inherited from the parent"},
		{!s.Off.Has(model.Silos), "a mechanism switched on again"},
		{s.Off.Has(model.Evidence), "a mechanism still off"},
		{s.Parameters[model.Q0].Fixed() && s.Parameters[model.Q0].Default == 0.3, "a parameter is replaced whole"},
		{s.Parameters[model.SafeLevel].Default == 0.35, "a parameter is inherited"},
		{len(s.Support) == 1 && s.Support[0].Clarity == 0.1, "blocks of support are inherited"},
		{title == "child", "a title speaks of its own file only"},
	} {
		if !test.ok {
			t.Errorf("%s: not so in %+v", test.reason, s)
		}
	}
}

func TestSets(t *testing.T) {
	const q0 = "parameters.q0"
	for _, test := range []struct {
		sets   []string
		ok     func(*Scenario) bool
		reason string
	}{
		{[]string{"time.months=24"}, func(s *Scenario) bool {
			return s.Settings.Months == 24 && s.Settings.Funding.End == sim.MonthOf(2021, 3)
		},
			"overrules the file; what depends on it follows"},
		{[]string{"funding.offered=1", "funding.offered=20000"}, func(s *Scenario) bool { return s.Settings.Funding.Offered == 20000 },
			"the last of two wins"},
		{[]string{q0 + "=0.2"}, func(s *Scenario) bool {
			return s.Settings.Parameters[model.Q0] == model.Prior{Low: 0.2, Default: 0.2, High: 0.2}
		},
			"a number is fixed"},
		{[]string{q0 + "={low=0.2,default=0.6,high=1.0}"}, func(s *Scenario) bool {
			return s.Settings.Parameters[model.Q0] == model.Prior{Low: 0.2, Default: 0.6, High: 1}
		}, "a range, the first = is the one that counts"},
		{[]string{"mechanisms.evidence=false"}, func(s *Scenario) bool { return s.Settings.Off.Has(model.Evidence) }, "a switch"},
		{[]string{"mechanisms.evidence=false", "mechanisms.evidence=true"}, func(s *Scenario) bool { return s.Settings.Off == 0 }, "and back"},
		{[]string{" time.start = 2020-04 "}, func(s *Scenario) bool { return s.Settings.Start == sim.MonthOf(2020, 4) }, "a month without quotes"},
		{[]string{`time.start="2020-04"`}, func(s *Scenario) bool { return s.Settings.Start == sim.MonthOf(2020, 4) }, "a month with quotes"},
		{[]string{"start.clarity=2000"}, func(s *Scenario) bool { return !s.Settings.StartClear }, "a name that looks like a number"},
		{[]string{"title=3 # of 4"}, func(s *Scenario) bool { return s.Title == "3 # of 4" }, "text is taken as it stands"},
		{[]string{"funding.routes=budget-transfer, new-money"}, func(s *Scenario) bool { return len(s.Settings.Funding.Routes) == 2 }, "a list without brackets"},
		{[]string{`funding.routes=[]`}, func(s *Scenario) bool { return s.Settings.Funding.Routes == nil }, "an empty list"},
		{[]string{`gates.open=["consent"]`}, func(s *Scenario) bool { return s.Settings.Open.Alone(model.GateConsent) }, "a list with brackets"},
		{[]string{"gates.open=consent", "gates.open="}, func(s *Scenario) bool { return s.Settings.Open == 0 }, "a list replaces the one before"},
		{[]string{"parameters={q0=0.1,q_safe=0.3}"}, func(s *Scenario) bool {
			return s.Settings.Parameters[model.Q0].Default == 0.1 && s.Settings.Parameters[model.SafeLevel].Default == 0.3
		}, "several keys of a section"},
	} {
		s, err := Load("new-money", test.sets)
		if err != nil || !test.ok(s) {
			t.Errorf("%q: %v: %s", test.sets, err, test.reason)
		}
	}
}

func TestBadSets(t *testing.T) {
	for _, test := range []struct{ set, want, reason string }{
		{"time.months", `--set: "time.months" is not a setting; write key=value`, "no value"},
		{"=3", "--set: ", "no key"},
		{"[time]\nmonths=3", "--set: ", "a file smuggled into a key"},
		{"time.months=3\n[x]", "--set time.months: the value contains a line break", "a file smuggled into a value"},
		{"time.months=twelve", `--set time.months: "twelve" is text, not a whole number`, "text where a number belongs"},
		{"funding.offered=-5", "--set funding.offered: -5 is below 0", "the same limits as in a file"},
		{"funding.offered=nan", "--set funding.offered: NaN is not a number", "the same values as in a file"},
		{"parameters.qo=1", `--set parameters.qo: there is no parameter "qo"; did you mean "q0"?`, "one letter off"},
		{"mechanisms.evidence=no", `--set mechanisms.evidence: "no" is text; write true or false`, "no is not false"},
		{"extends=baseline", "--set extends: cannot be set", "the chain of files is fixed"},
		{"funding.start=2018-04", "--set funding.start: 2018-04 is outside the run", "checked against the file"},
		{"time=3", "--set time: 3 is a number, not a section", "a section has keys"},
		{"time.start.year=2019", `--set time.start: this is a table; write year and month`, "a key too deep"},
	} {
		_, err := Load("baseline", []string{test.set})
		if err == nil || !strings.HasPrefix(err.Error(), test.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q gave %v, want one line %q...: %s", test.set, err, test.want, test.reason)
		}
	}
}

// A problem between two keys is told where the later document made it.
func TestBlameOfSets(t *testing.T) {
	_, err := Load("testdata/good/parent.toml", []string{"funding.start=2021-04"})
	if err == nil || !strings.HasPrefix(err.Error(), "--set funding.start: the programme would end in 2020-03") {
		t.Errorf("got %v", err)
	}
}
