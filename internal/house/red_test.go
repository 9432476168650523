package house

import (
	"slices"
	"strings"
	"testing"
)

// Every rule is shown sources that break it and sources that come close. An
// empty want means that the rule must stay silent.
func TestRulesComplain(t *testing.T) {
	tests := []struct {
		rule   string
		path   string
		text   string
		want   string // part of the one complaint
		reason string
	}{
		// arrows
		{"arrows", "sim/loop.go", `package sim; import "skillmix/model"`, "sim/loop.go:1: sim may not import model", "the engine knows nothing of the NHS"},
		{"arrows", "sim/loop_test.go", `package sim_test; import "skillmix/model"`, "sim may not import model", "nor do its tests"},
		{"arrows", "sim/loop.go", `package sim; import "skillmix/sim/store"`, "sim may not import sim/store", "the engine runs without a disk"},
		{"arrows", "model/step.go", `package model; import "skillmix/scenarios"`, "model may not import scenarios", "the world does not read files"},
		{"arrows", "model/consent/logit.go", `package consent; import "skillmix/model"`, "model/consent may not import model", "a pure rule knows no World"},
		{"arrows", "model/consent/logit.go", `package consent; import "skillmix/model/money"`, "model/consent may not import model/money", "rules do not know each other"},
		{"arrows", "answer/finding.go", `package answer; import "skillmix/model"`, "answer may not import model", "answers are made from tables"},
		{"arrows", "answer/finding.go", `package answer; import "skillmix/answer/report"`, "answer may not import answer/report", "what is found does not know the page that tells it"},
		{"arrows", "answer/charts/money.go", `package charts; import "skillmix/plots/rules"`, "answer/charts may not import plots/rules", "the checker of charts is for tests"},
		{"arrows", "answer/charts/money_test.go", `package charts; import "skillmix/plots/rules"`, "", "and tests may enter it"},
		{"arrows", "answer/report/why.go", `package report; import "skillmix/answer/invented/results"`, "answer/report may not import answer/invented/results", "no invented result reaches a reader"},
		{"arrows", "plots/figure.go", `package plots; import "skillmix/sim/store"`, "plots may not import sim/store", "figures know tables, not files"},
		{"arrows", "cmd/skillmix/run.go", `package main; import "skillmix/model/money"`, "may not import model/money", "the command line asks the model and not its rules"},
		{"arrows", "internal/house/x_test.go", `package house; import "skillmix/sim"`, "may not import sim", "the rules of the house depend on no room"},
		{"arrows", "attic/box.go", `package attic`, "no room attic", "a new room must be put into the plan"},
		{"arrows", "models/step.go", `package models`, "no room models", "a name that begins like a room's is another room"},
		{"arrows", "answer/charts/money.go", `package charts; import "gonum.org/v1/plot/vg"`, "library gonum.org/v1/plot/vg", "gonum/plot is known in plots only"},
		{"arrows", "cmd/skillmix/show.go", `package main; import t "github.com/BurntSushi/toml"`, "library github.com/BurntSushi/toml", "TOML is known in scenarios only"},
		{"arrows", "model/step.go", `package model; import "github.com/spf13/cobra"`, "library github.com/spf13/cobra", "a library is allowed where it is needed"},
		{"arrows", "sim/loop.go", `package sim; import "pgregory.net/rapid"`, "library pgregory.net/rapid", "test libraries are for tests"},
		{"arrows", "sim/loop_test.go", `package sim_test; import ("testing"; "pgregory.net/rapid"; "skillmix/sim")`, "", "a package's outer tests import it, and test libraries"},
		{"arrows", "model/step.go", `package model; import ("skillmix/sim"; "skillmix/model/money"; "gonum.org/v1/gonum/stat")`, "", "arrows of the plan"},
		{"arrows", "scenarios/read.go", `package scenarios; import ("skillmix/model/population"; "github.com/BurntSushi/toml"; "skillmix/sim")`, "", "arrows of the plan"},
		{"arrows", "cmd/skillmix/main.go", `package main; import ("skillmix/answer"; "skillmix/sim/store"; "os")`, "", "the plan's line for cmd holds for the packages below"},

		// chance
		{"chance", "answer/boot.go", `package answer; import "math/rand"`, "math/rand has a global generator", "version 1, anywhere"},
		{"chance", "answer/boot_test.go", `package answer; import r "math/rand"`, "math/rand has a global generator", "under any name, in tests too"},
		{"chance", "answer/boot.go", "package answer; import \"math/rand/v2\"; var x = rand.Float64()", "math/rand/v2.Float64 draws from a global generator", "a top-level function"},
		{"chance", "answer/boot.go", "package answer; import dice \"math/rand/v2\"; var x = dice.N[int]", "math/rand/v2.N draws", "a generic one, not called, under another name"},
		{"chance", "answer/boot.go", `package answer; import . "math/rand/v2"`, "a dot import hides", "a dot import leaves no name to look for"},
		{"chance", "answer/boot.go", "package answer; import \"math/rand/v2\"; var x = rand.New(rand.NewPCG(1, 2)).Float64()", "", "a generator of its own with a stated seed"},
		{"chance", "model/step.go", `package model; import "math/rand/v2"`, "without a key", "the model's luck is keyed, whatever the generator"},
		{"chance", "model/step.go", `package model; import "hash/maphash"`, "without a key", "a hash with a random seed is a random number"},
		{"chance", "sim/chance.go", `package sim; import "golang.org/x/exp/rand"`, "only sim/generator.go may import golang.org/x/exp/rand", "one file can be replaced in one line"},
		{"chance", "sim/generator.go", "package sim; import \"golang.org/x/exp/rand\"; var x = rand.Float64()", "golang.org/x/exp/rand.Float64 draws from a global generator", "nor may that file use the global generator"},
		{"chance", "sim/generator.go", "package sim; import \"golang.org/x/exp/rand\"; var x rand.PCGSource", "", "what that file is for"},
		{"chance", "model/consent/logit.go", `package consent; import "gonum.org/v1/gonum/stat/distuv"`, "only sim may import", "distributions draw"},
		{"chance", "answer/boot.go", `package answer; import "gonum.org/v1/gonum/stat/sampleuv"`, "only sim may import", "samplers draw"},
		{"chance", "sim/chance.go", "package sim; import \"gonum.org/v1/gonum/stat/distuv\"; var x = distuv.Normal{}.Rand()", "takes unkeyed numbers", "a nil source is the global generator"},
		{"chance", "sim/chance.go", "package sim; import \"gonum.org/v1/gonum/stat/distuv\"; var x = distuv.Normal{}.Quantile(0.5)", "", "a quantile draws nothing"},

		// clock
		{"clock", "model/step.go", "package model; import \"time\"; var x = time.Now()", "model/step.go:1: time.Now looks at the clock", "the clock in the model"},
		{"clock", "model/money/pot.go", "package money; import \"time\"; var x = time.Since", "time.Since looks at the clock", "in a rule, not called"},
		{"clock", "sim/store/folder.go", "package store; import watch \"time\"; func f() { <-watch.After(1) }", "time.After looks at the clock", "under another name"},
		{"clock", "sim/runs_test.go", "package sim; import \"time\"; func f() { time.Sleep(1) }", "time.Sleep looks at the clock", "a test of the engine that waits can fail on a slow machine"},
		{"clock", "answer/report/report.go", "package report; import \"time\"; var x = time.Now()", "time.Now looks at the clock", "a report gets its date from cmd"},
		{"clock", "model/step.go", `package model; import . "time"`, "a dot import hides the clock", "a dot import leaves no name to look for"},
		{"clock", "model/step.go", "package model; import \"time\"; const x = time.April", "", "a month's name is no clock"},
		{"clock", "cmd/skillmix/run.go", "package main; import \"time\"; var x = time.Now()", "", "the command line may tell the time"},

		// comments
		{"comments", "sim/a.go", "package sim\nfunc Draw() {}", "sim/a.go:2: Draw is exported", "a function"},
		{"comments", "sim/a.go", "package sim\n\n//go:noinline\nfunc Draw() {}", "Draw is exported", "a directive explains nothing"},
		{"comments", "sim/a.go", "package sim\ntype t struct{}\n// T is.\ntype T struct{}\nfunc (t) Draw() {}\nfunc (*T) Draw() {}", "sim/a.go:6: Draw is exported", "a method of an exported type; of another it cannot be seen"},
		{"comments", "sim/a.go", "package sim\n// T is.\ntype T[A, B any] struct{}\nfunc (T[A, B]) Draw() {}", "Draw is exported", "a method of a generic type"},
		{"comments", "sim/a.go", "package sim\ntype T struct{}", "T is exported", "a type"},
		{"comments", "sim/a.go", "package sim\n// Types.\ntype (\n\tT struct{}\n)", "T is exported", "a type needs a comment of its own in a group"},
		{"comments", "sim/a.go", "package sim\nconst A, b = 1, 2", "A is exported", "a constant"},
		{"comments", "sim/a.go", "package sim\nvar A = 1", "A is exported", "a variable"},
		{"comments", "sim/a.go", "package sim\n// Three.\nconst (\n\tA = 1\n\tB = 2\n)\nvar C = 3 // C counts.", "", "a group may have one comment, a line may carry its own"},
		{"comments", "sim/a_test.go", "package sim\nfunc TestA() {}", "", "tests are not read as documentation"},

		// places
		{"places", "README.md", "one\nsee " + "/ho" + "me/ann/results", "README.md:2: names a place on one machine", "a home on Linux"},
		{"places", "README.md", "`" + "/Us" + "ers/ann/results`", "a place on one machine", "a home on macOS"},
		{"places", "README.md", `C:\` + `Users\ann`, "a place on one machine", "a home on Windows"},
		{"places", "sim/a.go", `package sim; const x = "C:\` + `\Users\\ann"`, "a place on one machine", "the same in a string of Go"},
		{"places", "README.md", "cd /wo" + "rk/main", "a place on one machine", "the folder of a build machine"},
		{"places", "README.md", "in /srv/build-7/skillmix/results", "a folder of this machine: /srv/build-7/skillmix", "the repository's own folder, wherever it is"},
		{"places", "docs/guide.md", "see " + strings.Repeat("../", 2) + "up", "a file outside the repository", "from docs two steps up is outside"},
		{"places", "docs/guide.md", "see ../README.md", "", "from docs one step up is the top"},
		{"places", "docs/guide.md", "https://example.org/home/page and https://example.org/users/x", "", "an address is no place on a machine"},
		{"places", "docs/chart.png", "\x00" + "/ho" + "me/ann", "", "a picture's bytes are no text"},
	}
	for _, test := range tests {
		complaints := run(t, test.rule, file{test.path, test.text})
		switch {
		case test.want == "" && len(complaints) > 0:
			t.Errorf("%s complains of %q (%s): %q", test.rule, test.text, test.reason, complaints)
		case test.want != "" && (len(complaints) != 1 || !strings.Contains(complaints[0], test.want)):
			t.Errorf("%s says of %q (%s): %q; want one complaint with %q", test.rule, test.text, test.reason, complaints, test.want)
		}
	}
}

// run applies a rule to one file.
func run(t *testing.T, name string, f file) []string {
	t.Helper()
	if name == "places" {
		return places(f, []string{"/srv/build-7/skillmix"})
	}
	s, err := parse(f)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range goRules {
		if r.name == name {
			return r.rule(s)
		}
	}
	t.Fatalf("there is no rule %s", name)
	return nil
}

func TestPackageCommentsComplain(t *testing.T) {
	var sources []source
	for _, f := range []file{
		{"sim/a.go", "package sim"},
		{"sim/doc.go", "// Package sim is the engine.\npackage sim"},
		{"model/a.go", "package model"},
		{"model/a_test.go", "// Package model has its comment in a test.\npackage model"},
		{"plots/a.go", "//go:build !js\n\npackage plots"},
	} {
		s, err := parse(f)
		if err != nil {
			t.Fatal(err)
		}
		sources = append(sources, s)
	}
	want := []string{
		"model/a.go: package model has no package comment",
		"plots/a.go: package plots has no package comment",
	}
	if got := packageComments(sources); !slices.Equal(got, want) {
		t.Errorf("%q; want %q", got, want)
	}
}

// Two lines for one folder, or an arrow to a folder that has none, would make
// the plan say less than it seems to.
func TestPlanIsSound(t *testing.T) {
	seen := make(map[string]bool)
	for _, room := range rooms {
		if seen[room.folder] {
			t.Errorf("%s has two lines", room.folder)
		}
		seen[room.folder] = true
	}
	for _, room := range rooms {
		for _, target := range room.rooms {
			if folder, _ := strings.CutSuffix(target, "/..."); !seen[folder] {
				t.Errorf("%s points to %s, which has no line", room.folder, target)
			}
		}
	}
}

// Where git is missing the files are found by walking; both ways must see
// this file.
func TestFilesAreFound(t *testing.T) {
	top := moduleFolder(t)
	const here = "internal/house/red_test.go"
	if names := walked(t, top); !slices.Contains(names, here) || !slices.Contains(names, "go.mod") {
		t.Errorf("walking finds %d files and not %s", len(names), here)
	}
	if names := tracked(top); names != nil && !slices.Contains(names, here) {
		t.Errorf("git finds %d files and not %s", len(names), here)
	}
}
