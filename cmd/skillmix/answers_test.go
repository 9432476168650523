package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"skillmix/model"
	"skillmix/scenarios"
	"skillmix/sim"
	"skillmix/sim/store"
)

// A few months of any scenarios give a correct sentence, whatever is set: its numbers are
// those of the tables, and nowhere stands anything that is no number.
func TestAnswersOfRandomPairs(t *testing.T) {
	pairs := 10
	if testing.Short() {
		pairs = 2
	}
	luck := sim.NewChance(6, 0)
	for pair := range pairs {
		draws := luck.Draws(sim.Purpose(pair), sim.Always)
		named := slices.DeleteFunc(scenarios.List(), func(info scenarios.Info) bool {
			// What these change comes later than a short run lasts, which is refused.
			return slices.Contains([]string{"apprenticeship-closed", "arrs-70-percent", "pandemic"}, info.Name)
		})
		first := int(draws.Uniform(0) * float64(len(named)))
		second := int(draws.Uniform(1) * float64(len(named)-1))
		if second >= first {
			second++ // another one
		}
		whole := func(key uint64, least, most int) int { return least + int(draws.Uniform(key)*float64(most-least+1)) }
		args := []string{"run", named[first].Name, named[second].Name,
			"--set", "population.preset=classroom", "--set", "time.start=2019-04",
			"--set", fmt.Sprintf("time.months=%d", whole(2, 1, 15)), "--reps", strconv.Itoa(whole(3, 1, 5)), "--seed", strconv.Itoa(whole(4, 1, 1000)),
			"--set", fmt.Sprintf("funding.offered=%d", 1000*whole(5, 0, 80))}
		for i := range 4 {
			if parameter := anyVaried(draws.Uniform(uint64(10 + 2*i))); parameter != nil {
				value := parameter.Prior.Low + draws.Uniform(uint64(11+2*i))*(parameter.Prior.High-parameter.Prior.Low)
				args = append(args, "--set", fmt.Sprintf("parameters.%s=%.6g", parameter.Name, value))
			}
		}
		if draws.Bernoulli(6, 0.5) {
			args = append(args, "--fixed")
		}
		if draws.Bernoulli(7, 0.3) {
			args = append(args, "--detail", "year")
		}
		t.Run(named[first].Name+" "+named[second].Name, func(t *testing.T) { answers(t, args) })
	}
}

// anyVaried returns a parameter that has a range.
func anyVaried(share float64) *model.Description {
	var varied []*model.Description
	for i := range model.Catalogue {
		if !model.Catalogue[i].Prior.Fixed() {
			varied = append(varied, &model.Catalogue[i])
		}
	}
	return varied[int(share*float64(len(varied)))]
}

func TestAnswersOfOtherKinds(t *testing.T) {
	small := strings.Fields("--set population.preset=classroom --set time.months=14 --reps 3 --seed 5")
	nobody := strings.Fields("--set parameters.rate_individuals=0 --set parameters.rate_peers=0 --set time.months=3")
	for name, args := range map[string][]string{
		"one scenario":       with(strings.Fields("run new-money"), small...),
		"three":              with(strings.Fields("run new-money budget-transfer mixed"), small...),
		"four":               with(strings.Fields("run baseline new-money budget-transfer mixed"), small...),
		"five":               with(strings.Fields("run baseline new-money budget-transfer mixed pilots"), small...),
		"eight":              with(strings.Fields("run baseline new-money budget-transfer mixed pilots champions role-clarity training-only"), small...),
		"no adopters":        with(with(strings.Fields("run pure-bass"), small...), nobody...),
		"no adopters in two": with(with(strings.Fields("run pure-bass threshold"), small...), nobody...),
		"one replicate":      with(strings.Fields("run new-money budget-transfer"), with(small, "--reps", "1")...),
		"one month":          with(strings.Fields("run new-money budget-transfer"), with(small, "--set", "time.months=1")...),
		"one month and run":  with(strings.Fields("run new-money budget-transfer --fixed"), with(small, "--set", "time.months=1", "--reps", "1")...),
		"networks":           with(strings.Fields("run arrs-extended arrs-70-percent"), small...),
		"four worlds":        with(strings.Fields("run new-money budget-transfer --set vary.parameters.q0=[0.2,0.8]"), small...),
		"a sweep":            with(strings.Fields("run new-money budget-transfer --set vary.parameters.q0=[0.2,0.4,0.8]"), small...),
	} {
		t.Run(name, func(t *testing.T) { answers(t, args) })
	}
}

// answers makes a result and compares what it says with its tables.
func answers(t *testing.T, args []string) {
	w := newPlace(t)
	session := w.run(with(args, "--out", "./result")...)
	session.ends(exitDone, "Finding  ", "Wrote    ./result/report.html")
	if session.code != exitDone {
		t.Fatalf("skillmix %s", strings.Join(args, " "))
	}
	defer func() {
		if t.Failed() {
			t.Logf("skillmix %s\n%s", strings.Join(args, " "), session.stdout)
		}
	}()
	manifest, err := store.ReadManifest(w.path("result"))
	if err != nil {
		t.Fatal(err)
	}
	several := len(manifest.Scenarios) > 1
	if asks := strings.Contains(session.stdout, "\nNext     skillmix why "); asks != (several && manifest.Design.Points == 1) {
		t.Errorf("it says what to do next: %v", asks)
	}
	onlyNumbers(t, "what is said", session.stdout)
	onlyNumbers(t, "what is noted", session.stderr)
	texts(t, w.path("result"))
	tables := readTables(t, w.path("result"), manifest)
	tables.checkLead(t)
	if len(manifest.Scenarios) == 2 {
		tables.checkPair(t)
	}
}

// texts checks every file of a result that is text.
func texts(t *testing.T, folder string) {
	err := filepath.WalkDir(folder, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		switch filepath.Ext(path) {
		case ".parquet", ".png":
			return nil
		}
		text, err := os.ReadFile(path)
		onlyNumbers(t, filepath.Base(path), string(text))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// noNumber is what Go writes for what is none, and what a template writes for what is not there.
var noNumber = regexp.MustCompile(`\bNaN\b|[+-]Inf\b|\bInf\b|<no value>|%!|(^|[,:>"( ])-0(\.0*)?($|[,<;"%) ])`)

func onlyNumbers(t *testing.T, name, text string) {
	for _, line := range strings.Split(text, "\n") {
		if found := noNumber.FindString(line); found != "" {
			t.Errorf("%s has %q in %.200s", name, found, line)
			return
		}
	}
}

// tables are the figures of the headline in the last month.
type tables struct {
	manifest *store.Manifest
	means    []float64 // by scenario
	low      []float64 // 2.5% quantiles
	first    map[string]float64
}

func readTables(t *testing.T, folder string, manifest *store.Manifest) tables {
	start, err := sim.ParseMonth(manifest.Design.Start)
	if err != nil {
		t.Fatal(err)
	}
	last, headline := (start + sim.Month(manifest.Design.Months-1)).String(), manifest.Design.Headline
	setting := map[string]string{scenarios.HeadlinePosts: "trust", scenarios.HeadlineNetworks: "pcn"}[headline]
	all := tables{manifest: manifest}
	read := func(name string, key ...string) map[string]float64 {
		file, err := os.Open(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		rows, err := csv.NewReader(file).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			if strings.Join(row[:len(key)], ",") == strings.Join(key, ",") {
				values := map[string]float64{}
				for i := len(key); i < len(row); i++ {
					if values[rows[0][i]], err = strconv.ParseFloat(row[i], 64); err != nil && row[i] != "" {
						t.Fatalf("%s: %s", name, strings.Join(row, ","))
					}
				}
				return values
			}
		}
		t.Fatalf("%s has no row %s", name, strings.Join(key, ","))
		return nil
	}
	for _, scenario := range manifest.Scenarios {
		row := read("summary.csv", scenario.Name, last, setting, "all", headline)
		all.means, all.low = append(all.means, row["mean"]), append(all.low, row["p2_5"])
	}
	if len(manifest.Scenarios) > 1 {
		all.first = read("comparison.csv", manifest.Scenarios[0].Name, manifest.Scenarios[1].Name, last, setting, "all", headline)
	}
	return all
}

var (
	said   = regexp.MustCompile(`puts (?:an average of )?(no|none|less than [0-9.,]+|-?[0-9][0-9.,]*[0-9]|[0-9])`)
	number = `(-?[0-9](?:[0-9.,]*[0-9])?)`
)

// checkLead compares the levels of a lead, which stand in the order of scenarios or, of two,
// the higher one first, with those of the summary.
func (all tables) checkLead(t *testing.T) {
	lead := all.manifest.Lead
	if both := regexp.MustCompile(`both put (?:an average of )?` + number).FindStringSubmatch(lead); both != nil {
		agrees(t, lead, both[1], all.means[0])
		agrees(t, lead, both[1], all.means[1])
		return
	}
	if strings.HasPrefix(lead, "Neither ") {
		if all.means[0] != 0 || all.means[1] != 0 {
			t.Errorf("%q, and the means are %v", lead, all.means)
		}
		return
	}
	found := said.FindAllStringSubmatch(lead, -1)
	if len(found) != len(all.means) {
		t.Fatalf("%q tells of %d scenarios, want %d", lead, len(found), len(all.means))
	}
	means := all.means
	if !strings.HasPrefix(strings.ReplaceAll(strings.ToLower(lead), " ", "-"), strings.ToLower(all.manifest.Scenarios[0].Name)+"-puts") {
		if len(means) != 2 || means[1] < means[0] {
			t.Errorf("%q does not begin with the first or the higher of %v", lead, means)
		}
		means = []float64{means[1], means[0]}
	}
	for i, one := range found {
		agrees(t, lead, one[1], means[i])
	}
}

// checkPair compares what is said of the difference with the comparison.
func (all tables) checkPair(t *testing.T) {
	detail := strings.TrimPrefix(all.manifest.Finding, all.manifest.Lead+" ")
	mean, low, high := all.first["mean_diff"], all.first["p2_5"], all.first["p97_5"]
	n := int(all.first["n"])
	independent := n / all.manifest.Design.Points
	resolved := sim.Summary{Mean: mean, MCSE: all.first["mcse"], Independent: independent}.Resolved()
	find := func(pattern string) []string { return regexp.MustCompile(pattern).FindStringSubmatch(detail) }
	switch open := find(`^The difference of ` + number + `( before rounding)? is unresolved: .*\(95% range ` + number + ` to ` + number + ` `); {
	case strings.HasPrefix(detail, "There is no difference in any of "):
		if mean != 0 || low != 0 || high != 0 {
			t.Errorf("%q, and the difference is %v", detail, all.first)
		}
	case n == 1:
		if once := find(`^Difference ` + number + `( before rounding)? in a single pair of runs, `); once != nil {
			agrees(t, detail, once[1], math.Abs(mean))
		} else if mean != 0 || !strings.HasPrefix(detail, "No difference in a single pair of runs, ") {
			t.Errorf("%q, and the difference is %v", detail, mean)
		}
	case open != nil:
		if resolved {
			t.Errorf("%q, and it is: %v", detail, all.first)
		}
		agrees(t, detail, open[1], mean)
		agrees(t, detail, open[3], low)
		agrees(t, detail, open[4], high)
	default:
		if !resolved {
			t.Errorf("%q is not: %v", detail, all.first)
		}
		clear := find(`^Difference ` + number + `( before rounding)?( on average; .* is higher in .* of pairs)? \(95% range ` + number + ` to ` + number + ` `)
		if clear == nil {
			t.Fatalf("%q is not understood", detail)
		}
		if mean < 0 {
			mean, low, high = -mean, -high, -low
		}
		agrees(t, detail, clear[1], mean)
		agrees(t, detail, clear[4], low)
		agrees(t, detail, clear[5], high)
		if weak := clear[3] != ""; weak != (low <= 0 && high >= 0) {
			t.Errorf("%q, and 95%% of pairs lie from %v to %v", detail, low, high)
		}
	}
}

// agrees fails unless a printed number is the rounded value, which is itself of six figures.
func agrees(t *testing.T, text, printed string, value float64) {
	if printed == "no" || printed == "none" {
		if value != 0 {
			t.Errorf("%q says %s of %v", text, printed, value)
		}
		return
	}
	limit, little := strings.CutPrefix(printed, "less than ")
	read, err := strconv.ParseFloat(strings.ReplaceAll(limit, ",", ""), 64)
	if err != nil {
		t.Errorf("%q holds %q", text, printed)
		return
	}
	if little {
		if value <= 0 || value >= read {
			t.Errorf("%q says %s of %v", text, printed, value)
		}
		return
	}
	_, decimals, _ := strings.Cut(limit, ".")
	if off := math.Abs(read - value); off > 0.5*math.Pow10(-len(decimals))+1e-5*math.Abs(value) {
		t.Errorf("%q says %s of %v", text, printed, value)
	}
}

// The manifest, which other programs read, holds the sentence that is printed.
func TestManifestHoldsWhatIsPrinted(t *testing.T) {
	unlessShort(t)
	w := newPlace(t)
	session := w.run(with(small, "--out", "./result")...)
	var manifest struct{ Finding string }
	if err := json.Unmarshal([]byte(w.text("result/manifest.json")), &manifest); err != nil {
		t.Fatal(err)
	}
	session.ends(exitDone, manifest.Finding)
	session.ends(exitDone, "\nNext     skillmix why ./result\n")
}
