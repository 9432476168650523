package answer

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"skillmix/answer/words"
)

var update = flag.Bool("update", false, "write the golden file of findings anew")

// TestFindingReadsWell keeps the wording of all kinds of results in one file, to be read as
// prose. Look at every difference before you commit it.
func TestFindingReadsWell(t *testing.T) {
	var page strings.Builder
	page.WriteString("Findings as the program words them, for every kind of result. Made by the tests.\n")
	tell := func(heading string, result *Result) {
		finding, err := Find(result)
		if err != nil {
			t.Fatalf("%s: %v", heading, err)
		}
		fmt.Fprintf(&page, "\n%s\n%s\n%s\n", heading, broken(finding.Lead), broken(finding.Detail))
		for _, bad := range []string{"NaN", "Inf", "-0.0 ", "  ", "%!", "--", ".."} {
			if strings.Contains(finding.String(), bad) {
				t.Errorf("%s holds %q: %s", heading, bad, finding)
			}
		}
	}
	for _, measure := range []struct {
		name, words string
		level       float64
	}{{"posts_per_1000_staff", "trusts", 5}, {"fte_per_pcn", "networks", 23}} {
		for _, runs := range []int{1, 8} {
			for _, fixed := range []bool{false, true} {
				tell(fmt.Sprintf("One scenario, %s, %s%s", measure.words, words.Count(runs, "run"), heldWords(fixed)),
					contrived(t, measure.name, measure.level, "clear", 1, runs, fixed))
			}
		}
		for _, scenarios := range []int{2, 3, 5} {
			for _, kind := range []string{"clear", "reversed", "weak", "weak and reversed", "unresolved", "nil", "nothing at all"} {
				tell(fmt.Sprintf("%d scenarios, %s: %s", scenarios, measure.words, kind), contrived(t, measure.name, measure.level, kind, scenarios, 8, false))
			}
			tell(fmt.Sprintf("%d scenarios, %s: clear%s", scenarios, measure.words, heldWords(true)), contrived(t, measure.name, measure.level, "clear", scenarios, 8, true))
			tell(fmt.Sprintf("%d scenarios, %s: one pair", scenarios, measure.words), contrived(t, measure.name, measure.level, "reversed", scenarios, 1, false))
		}
	}
	swept := contrived(t, "posts_per_1000_staff", 5, "clear", 2, 8, false)
	swept.Spread, swept.ChanceAlone, swept.Varied, swept.Levers = false, nil, []string{"funding.offered", "q0"}, 1
	tell("2 scenarios over a sweep", swept)
	path := filepath.Join("testdata", "findings.txt")
	if *update {
		if err := os.MkdirAll("testdata", 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(page.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.ReplaceAll(string(want), "\r\n", "\n"), page.String()); diff != "" {
		t.Errorf("findings read otherwise: run make golden and look (-want +got):\n%s", diff)
	}
}

func heldWords(fixed bool) string {
	if fixed {
		return ", judged values held"
	}
	return ""
}

// contrived makes a result whose first scenario compares with each of the others as the kind
// says. Values are made of a few sines, so that they look drawn and are always the same.
func contrived(t *testing.T, measure string, level float64, kind string, scenarios, runs int, fixed bool) *Result {
	t.Helper()
	values, held := make([][]float64, scenarios), make([][]float64, scenarios)
	for scenario := range values {
		for run := range runs {
			luck, noise := wave(run, 1), wave(run, 2+scenario)
			shift, spread := 0.0, 0.0
			if scenario > 0 {
				switch size := 0.3 + 0.06*float64(scenario); kind {
				case "clear":
					shift, spread = -size, 0.04
				case "reversed":
					shift, spread = size, 0.04
				case "weak":
					shift, spread = -size/3, 0.2
				case "weak and reversed":
					shift, spread = size/3, 0.2
				case "unresolved":
					shift, spread = size/40, 0.15
				}
			}
			value := level * (1 + 0.15*luck + shift + spread*noise)
			alone := level * (1 + 0.02*luck + shift + 0.3*spread*noise)
			if kind == "nothing at all" {
				value, alone = 0, 0
			}
			values[scenario], held[scenario] = append(values[scenario], value), append(held[scenario], alone)
		}
	}
	result := headlines(t, measure, values)
	if result.Spread = !fixed; !fixed {
		result.ChanceAlone = held
	}
	return result
}

// wave is a number from -1 to 1 that is much like any other.
func wave(run, of int) float64 {
	x := float64(1+run)*0.61803398875*float64(1+of) + 0.1*float64(of*of)
	return 2*(x-float64(int(x))) - 1
}

// broken breaks a text into lines.
func broken(text string) string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && len(line)+1+len(word) > 96 {
			lines, line = append(lines, line), ""
		}
		line = strings.TrimSpace(line + " " + word)
	}
	return strings.Join(append(lines, line), "\n")
}
