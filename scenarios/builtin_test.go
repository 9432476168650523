package scenarios

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"skillmix/model"
	"skillmix/sim"
)

func load(t *testing.T, reference string, sets ...string) *Scenario {
	t.Helper()
	s, err := Load(reference, sets)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestListHoldsEveryBuiltinInOrder(t *testing.T) {
	var names []string
	for _, info := range List() {
		names = append(names, info.Name)
		if info.Title == "" || info.Summary == "" {
			t.Errorf("%s has no title or no summary", info.Name)
		}
		if len(info.Title) > 24 {
			t.Errorf("%s: title %q is too long for the end of a line in a chart", info.Name, info.Title)
		}
	}
	want := []string{
		"baseline", "new-money", "budget-transfer", "mixed", "pilots", "training-only",
		"evidence-programme", "champions", "return-guarantee", "protected-supervision", "role-clarity",
		"shortage", "declining-trainees", "apprenticeship-closed", "history",
		"arrs-england", "arrs-extended", "arrs-ends-2024", "arrs-70-percent", "formation-first", "pandemic",
		"pure-bass", "threshold",
	}
	if !slices.Equal(names, want) {
		t.Errorf("listed %v, want %v", names, want)
	}
	files, err := fs.Glob(builtinFiles, "builtin/*.toml")
	if err != nil || len(files) != len(want) {
		t.Errorf("embedded %v (%v), want one file for each of %v", files, err, want)
	}
}

func TestBuiltinsExplainThemselves(t *testing.T) {
	for _, info := range List() {
		text, err := Source(info.Name)
		if err != nil {
			t.Fatal(err)
		}
		at := -1
		for _, heading := range []string{"# WHAT IT IS", "# HOW IT WORKS", "# THINGS TO NOTICE", "# THINGS TO TRY"} {
			next := strings.Index(string(text), heading)
			if next <= at {
				t.Errorf("%s: heading %q is missing or out of order", info.Name, heading)
			}
			at = next
		}
	}
}

// Every --set that a built-in recommends must work on it.
func TestThingsToTryCanBeTried(t *testing.T) {
	tried := 0
	for _, info := range List() {
		text, _ := Source(info.Name)
		for line := range strings.Lines(string(text)) {
			if _, rest, found := strings.Cut(line, "--set "); found {
				setting := strings.Fields(rest)[0]
				if _, err := Load(info.Name, []string{setting}); err != nil {
					t.Errorf("%s: %v", info.Name, err)
				}
				tried++
			}
		}
	}
	if tried < 40 {
		t.Errorf("only %d settings found", tried)
	}
}

func TestResolvedRoundTrip(t *testing.T) {
	references := []string{"testdata/good/spelling.toml", "testdata/good/child.toml", "testdata/good/changes.toml", "testdata/good/roles.toml", "testdata/good/roles-parent.toml"}
	for _, info := range List() {
		references = append(references, info.Name)
	}
	for _, reference := range references {
		s := load(t, reference)
		again, err := loader{read: func(string) ([]byte, error) { return s.Resolved(), nil }}.load("resolved.toml", nil)
		if err != nil {
			t.Errorf("%s: %v", reference, err)
			continue
		}
		again.Name = s.Name
		if difference := cmp.Diff(s, again); difference != "" {
			t.Errorf("%s changed (-before +after):\n%s", reference, difference)
		}
		if string(again.Resolved()) != string(s.Resolved()) {
			t.Errorf("%s: resolving twice gives other bytes", reference)
		}
		if strings.Contains(string(s.Resolved()), "extends") {
			t.Errorf("%s: the resolved file extends another", reference)
		}
	}
}

func TestTheTwoWorldsDifferInRoutesOnly(t *testing.T) {
	money, transfer, mixed := load(t, "new-money"), load(t, "budget-transfer"), load(t, "mixed")
	if !slices.Equal(money.Settings.Funding.Routes, []model.Route{model.RouteNewMoney}) ||
		!slices.Equal(transfer.Settings.Funding.Routes, []model.Route{model.RouteTransfer}) ||
		!slices.Equal(mixed.Settings.Funding.Routes, []model.Route{model.RouteNewMoney, model.RouteTransfer}) {
		t.Error("routes are not what the names say")
	}
	if money.Settings.Funding.Offered != 40000 {
		t.Errorf("%v pounds offered, want the 40,000 of definitions", money.Settings.Funding.Offered)
	}
	for _, s := range []*Scenario{money, transfer, mixed} {
		s.Settings.Funding.Routes = nil
		s.Name, s.Title, s.Summary = "", "", ""
	}
	if difference := cmp.Diff(money, transfer); difference != "" {
		t.Errorf("new-money and budget-transfer differ beyond the routes:\n%s", difference)
	}
	if difference := cmp.Diff(money, mixed); difference != "" {
		t.Errorf("new-money and mixed differ beyond the routes:\n%s", difference)
	}
}

func TestFilesOfTheTwoWorldsDifferInFundingOnly(t *testing.T) {
	rest := func(name string) (lines []string) {
		text, err := Source(name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(text), "[funding] block only") {
			t.Errorf("%s does not say that it differs in the funding block only", name)
		}
		section := ""
		for line := range strings.Lines(string(text)) {
			line = strings.TrimSpace(line)
			if strings.HasPrefix(line, "[") {
				section = line
			}
			free := line == "" || strings.HasPrefix(line, "#") || strings.HasPrefix(line, "title") || strings.HasPrefix(line, "summary")
			if !free && section != "[funding]" {
				lines = append(lines, line)
			}
		}
		return lines
	}
	if difference := cmp.Diff(rest("new-money"), rest("budget-transfer")); difference != "" {
		t.Error(difference)
	}
}

func TestAnEmptyFileIsTheBaseline(t *testing.T) {
	empty, baseline := load(t, "testdata/good/empty.toml"), load(t, "baseline")
	if empty.Name != "empty" || empty.Title != "empty" {
		t.Errorf("named %q, titled %q", empty.Name, empty.Title)
	}
	empty.Name, empty.Title, empty.Summary = baseline.Name, baseline.Title, baseline.Summary
	if difference := cmp.Diff(baseline, empty); difference != "" {
		t.Errorf("defaults and baseline differ (-baseline +defaults):\n%s", difference)
	}
}

func TestPeriodsAndSizes(t *testing.T) {
	for _, test := range []struct {
		name, first, last, preset, headline string
		replicates                          int
		reason                              string
	}{
		{"baseline", "2019-04", "2029-03", "metropolitan", HeadlinePosts, 64, "the bare run: ten financial years"},
		{"history", "2000-04", "2019-03", "metropolitan", HeadlinePosts, 64, "up to the month before baseline"},
		{"arrs-england", "2019-07", "2026-03", "england", HeadlineNetworks, 16, "from the scheme's first month"},
		{"arrs-extended", "2019-07", "2026-03", "metropolitan", HeadlineNetworks, 64, "the same in one region"},
		{"arrs-ends-2024", "2019-07", "2026-03", "metropolitan", HeadlineNetworks, 64, "to be compared with arrs-extended"},
		{"arrs-70-percent", "2019-07", "2026-03", "metropolitan", HeadlineNetworks, 64, "to be compared with arrs-extended"},
		{"formation-first", "2019-07", "2026-03", "metropolitan", HeadlineNetworks, 64, "to be compared with arrs-extended"},
		{"pandemic", "2019-07", "2026-03", "metropolitan", HeadlineNetworks, 64, "to be compared with arrs-extended"},
		{"champions", "2019-04", "2029-03", "metropolitan", HeadlinePosts, 64, "to be compared with budget-transfer"},
		{"apprenticeship-closed", "2019-04", "2029-03", "metropolitan", HeadlinePosts, 64, "three years after the closure"},
		{"threshold", "2019-04", "2034-03", "metropolitan", HeadlinePosts, 64, "long enough for the whole curve"},
	} {
		s := load(t, test.name)
		last := s.Settings.Start + sim.Month(s.Settings.Months) - 1
		if s.Settings.Start.String() != test.first || last.String() != test.last || s.Preset != test.preset ||
			s.Headline != test.headline || s.Replicates != test.replicates {
			t.Errorf("%s: %s to %s, %s, %s, %d: %s", test.name, s.Settings.Start, last, s.Preset, s.Headline, s.Replicates, test.reason)
		}
	}
}

func TestHistoryDiffersInSupportAndStartOnly(t *testing.T) {
	history, baseline := load(t, "history").Settings, load(t, "baseline").Settings
	if history.StartPosts || history.StartClear || len(history.Support) != 1 || len(history.Support[0].Specialties) != 4 ||
		history.Support[0].Until != sim.MonthOf(2005, 3) {
		t.Errorf("history starts with posts %t, clear %t, support %+v", history.StartPosts, history.StartClear, history.Support)
	}
	history.StartPosts, history.StartClear, history.Support = true, true, nil
	history.Start, history.Months = baseline.Start, baseline.Months
	history.Funding.Start, history.Funding.End = baseline.Funding.Start, baseline.Funding.End
	if difference := cmp.Diff(baseline, history); difference != "" {
		t.Errorf("beyond that (-baseline +history):\n%s", difference)
	}
}

func TestJudged(t *testing.T) {
	want := 0
	for i := range model.Catalogue {
		if model.Catalogue[i].Judged() {
			want++
		}
	}
	if got := load(t, "baseline").Judged(); got != want || got == 0 {
		t.Errorf("baseline draws %d judged values, the catalogue has %d", got, want)
	}
	if got := load(t, "baseline", "parameters.q0=0.2").Judged(); got != want-1 {
		t.Errorf("%d after one was fixed, want %d", got, want-1)
	}
	if got := load(t, "baseline", "mechanisms.nervousness=false").Judged(); got != want-1 {
		t.Errorf("%d after one mechanism with one judged value was switched off, want %d", got, want-1)
	}
}

func TestARunNeverPassesTheLastMonth(t *testing.T) {
	if last := latestStart + mostMonths - 1; last > latestMonth {
		t.Errorf("a run may last to %s, beyond %s", last, latestMonth)
	}
}
