package main

import (
	"encoding/csv"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"

	"skillmix/plots/rules"
)

var update = flag.Bool("update", false, "write the golden files of scripts anew")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"skillmix": func() { os.Exit(Run(os.Args[1:], os.Stdout, os.Stderr)) },
	})
}

// TestScripts runs the files of testdata/script, which specify every verb and
// every way in which it can fail. Beside the usual commands they have
//
//	exitcode N VERB...   skillmix VERB... ends with code N
//	oneline FILE         the file (or stderr) is one line of complaint
//	holds FOLDER NAME... the folder holds these names and no others, hidden ones included
//	sameresult A B       two results are equal but for the execution in their manifests
//	change FILE OLD NEW  the file gets another text in one place
//	columns FILE...      no two columns of a table in CSV have one name
//	obey FILE...         the charts obey the chart rules
func TestScripts(t *testing.T) {
	unlessShort(t)
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       *update,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exitcode":   exitcode,
			"oneline":    oneline,
			"holds":      holds,
			"sameresult": sameResult,
			"change":     change,
			"columns":    columns,
			"obey":       obey,
		},
	})
}

// exitcode runs the program and compares its exit code.
func exitcode(ts *testscript.TestScript, negated bool, args []string) {
	if negated || len(args) < 1 {
		ts.Fatalf("usage: exitcode N VERB...")
	}
	code := 0
	if err := ts.Exec("skillmix", args[1:]...); err != nil {
		var ended *exec.ExitError
		if !errors.As(err, &ended) {
			ts.Fatalf("%v", err)
		}
		code = ended.ExitCode()
	}
	if strconv.Itoa(code) != args[0] {
		ts.Fatalf("skillmix %s ended with %d, want %s", strings.Join(args[1:], " "), code, args[0])
	}
}

// excerpt is a line that shows what a complaint is about.
var excerpt = regexp.MustCompile(`(?m)^  [ \d]+ \| .*\n`)

func oneline(ts *testscript.TestScript, negated bool, args []string) {
	if negated || len(args) != 1 {
		ts.Fatalf("usage: oneline FILE")
	}
	text := strings.TrimSuffix(ts.ReadFile(args[0]), "\nTry: skillmix help\n")
	text = strings.TrimSuffix(excerpt.ReplaceAllString(text, ""), "\n")
	if text == "" || strings.Contains(text, "\n") || !strings.HasPrefix(text, "skillmix: ") {
		ts.Fatalf("want one line of complaint, got %q", text)
	}
}

func holds(ts *testscript.TestScript, negated bool, args []string) {
	if negated || len(args) < 1 {
		ts.Fatalf("usage: holds FOLDER NAME...")
	}
	entries, err := os.ReadDir(ts.MkAbs(args[0]))
	ts.Check(err)
	got := []string{}
	for _, entry := range entries {
		got = append(got, entry.Name())
	}
	want := append([]string{}, args[1:]...)
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		ts.Fatalf("%s holds (-want +got):\n%s", args[0], diff)
	}
}

func obey(ts *testscript.TestScript, negated bool, args []string) {
	if negated || len(args) == 0 {
		ts.Fatalf("usage: obey FILE...")
	}
	for _, name := range args {
		if faults := rules.Faults([]byte(ts.ReadFile(name))); len(faults) > 0 {
			ts.Fatalf("%s breaks chart rules:\n%s", name, strings.Join(faults, "\n"))
		}
	}
}

func sameResult(ts *testscript.TestScript, negated bool, args []string) {
	if negated || len(args) != 2 {
		ts.Fatalf("usage: sameresult A B")
	}
	a, err := resultOf(ts.MkAbs(args[0]))
	ts.Check(err)
	b, err := resultOf(ts.MkAbs(args[1]))
	ts.Check(err)
	if diff := cmp.Diff(a, b); diff != "" {
		ts.Fatalf("results differ (-%s +%s):\n%.2000s", args[0], args[1], diff)
	}
}

func change(ts *testscript.TestScript, negated bool, args []string) {
	if negated || len(args) != 3 {
		ts.Fatalf("usage: change FILE OLD NEW")
	}
	text := ts.ReadFile(args[0])
	if strings.Count(text, args[1]) != 1 {
		ts.Fatalf("%s has %d times %s", args[0], strings.Count(text, args[1]), args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(text, args[1], args[2], 1)), 0o666))
}

func columns(ts *testscript.TestScript, negated bool, args []string) {
	if negated || len(args) < 1 {
		ts.Fatalf("usage: columns FILE...")
	}
	for _, name := range args {
		head, err := csv.NewReader(strings.NewReader(ts.ReadFile(name))).Read()
		ts.Check(err)
		slices.Sort(head)
		if unique := slices.Compact(slices.Clone(head)); len(unique) < len(head) || len(head) < 2 {
			ts.Fatalf("%s has the columns %s", name, strings.Join(head, ", "))
		}
	}
}

// unlessShort leaves a test out of a short run, which the race detector makes: it says
// nothing of what happens at the same time, and the detector makes it ten times as long.
func unlessShort(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("it says nothing of what happens at the same time")
	}
}
