package main

import (
	"bytes"
	"context"
	"encoding/json"
	"math/big"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"skillmix/answer/ledger"
	"skillmix/model"
	"skillmix/sim"
)

// explained reads what an answer tells.
func (w place) explained(name string) *whyDocument {
	w.t.Helper()
	document := &whyDocument{}
	if err := json.Unmarshal([]byte(w.text(name+"/why.json")), document); err != nil {
		w.t.Fatal(err)
	}
	return document
}

// The counts of what was run again are those that the result recorded, gate by gate, if
// the same runs are counted, however much was kept of them; and groups add up.
func TestGatesCountedAgainAreThoseRecorded(t *testing.T) {
	unlessShort(t)
	at := newPlace(t)
	for _, more := range [][]string{
		{"--fixed", "--detail", "year"},
		{"--detail", "month"},
		{"--set", "time.start=2020-01", "--set", "time.months=15"},
		{"--set", "arrs.start=2019-10"},
	} {
		at.run(with(strings.Fields("run new-money budget-transfer --set population.preset=classroom --set time.months=20 --reps 3 --out ./result --force"), more...)...).ends(exitDone)
		at.run("why", "./result", "--force").ends(exitDone)
		counts := map[string][]whyBarriersDocument{}
		for _, c := range at.explained("result.why").Barriers {
			by := c.CountedIn
			c.CountedIn, c.Together = "", nil
			counts[by] = append(counts[by], c)
		}
		if diff := cmp.Diff(counts["result"], counts["rerun"]); diff != "" || len(counts["result"]) != 6 {
			t.Errorf("%v: recorded and counted again (-recorded +again):\n%s", more, diff)
		}
		sums := map[[3]string]*big.Int{}
		for _, row := range at.cells("result.why/barriers.csv") {
			cut, _, _ := strings.Cut(row["group"], ":")
			if row["counted_in"] != "rerun" || row["setting"] != "trust" {
				continue
			}
			n, _ := new(big.Int).SetString(row["failed"], 10)
			key := [3]string{row["scenario"], row["gate"], cut}
			if sums[key] == nil {
				sums[key] = new(big.Int)
			}
			sums[key].Add(sums[key], n)
		}
		for key, sum := range sums {
			if whole := sums[[3]string{key[0], key[1], "all"}]; sum.Cmp(whole) != 0 {
				t.Errorf("%v: failures at %s under %s add up to %v over %s, of %v", more, key[1], key[0], sum, key[2], whole)
			}
		}
	}
}

// What is written adds up to the gap of its pairs in every digit, and that gap is the
// one of the result's own table where all pairs are run again.
func TestTheLedgerAddsUpToTheGapOfTheResult(t *testing.T) {
	unlessShort(t)
	at := newPlace(t)
	at.run(strings.Fields("run new-money budget-transfer --set population.preset=classroom --set time.months=24 --reps 5 --out ./result")...).ends(exitDone)
	at.run("why", "./result").ends(exitDone)
	sum, gap := new(big.Rat), ""
	for _, row := range at.cells("result.why/ledger.csv") {
		amount, ok := new(big.Rat).SetString(row["amount"])
		if !ok {
			t.Fatalf("the amount %q", row["amount"])
		}
		if row["part"] == "gap" {
			gap = row["amount"]
			continue
		}
		sum.Add(sum, amount)
	}
	if whole, _ := new(big.Rat).SetString(gap); whole == nil || sum.Cmp(whole) != 0 {
		t.Errorf("parts add up to %s, and the gap is %q", sum.FloatString(12), gap)
	}
	found := false
	for _, row := range at.cells("result/comparison.csv") {
		if row["month"] == "2021-03" && row["setting"] == "trust" && row["group"] == "all" && row["measure"] == "posts_per_1000_staff" {
			found = true
			if !strings.HasPrefix(row["mean_diff"], gap[:6]) && !strings.HasPrefix(strings.TrimPrefix(row["mean_diff"], "-"), gap[:6]) {
				t.Errorf("the gap is %s, and the result says %s", gap, row["mean_diff"])
			}
		}
	}
	if !found {
		t.Error("comparison.csv has no such row")
	}
}

// A run that fails with gates held open ends the answer, which says which it was, and
// nothing of it is left.
func TestAFailedCounterfactualLeavesNothing(t *testing.T) {
	unlessShort(t)
	at := newPlace(t)
	at.run(with(small, "--out", "./result")...).ends(exitDone)
	failing := func(run sim.Run) error {
		if run == (sim.Run{Point: 2*5 + 1, Replicate: 3}) { // clarity and consent
			return errPlanted
		}
		return nil
	}
	ended := at.ran(context.Background(), failing, "why", "./result", "--jobs", "1")
	ended.ends(exitFailedRuns, "a run failed: budget-transfer with clarity, consent held open, judged values held, replicate 3: pay bands do not add up")
	if ended.stdout != "" {
		t.Errorf("stdout %q", ended.stdout)
	}
	at.absent("result.why")
	always := func(sim.Run) error { return errPlanted }
	for _, asks := range [][]string{{"--flips"}, {"--unit", "RIV-A01"}, {"--unit", "RIV-P001"}} {
		at.ran(context.Background(), always, with([]string{"why", "./result", "--jobs", "1", "--replicate", "2"}, asks...)...).
			ends(exitFailedRuns, "a run failed: new-money, judged values held, replicate 2: pay bands do not add up")
		at.absent("result.why")
	}
}

// Whatever is asked, the document begins alike, and its inputs are those of the question.
func TestDocumentsOfWhyBeginAlike(t *testing.T) {
	unlessShort(t)
	at := newPlace(t)
	at.run(with(small, "--out", "./result")...).ends(exitDone)
	seen := map[string]string{}
	for _, c := range []struct {
		asks       []string
		about      string
		replicates []int
		files      int
	}{
		{nil, "ledger", []int{0, 1, 2, 3}, 6},
		{[]string{"--reps", "2", "--force"}, "ledger", []int{0, 1}, 6},
		{[]string{"--flips"}, "flips", []int{0}, 2},
		{[]string{"--flips", "--replicate", "1"}, "flips", []int{1}, 2},
		{[]string{"--unit", "RIV-P001"}, "unit", []int{0}, 2},
		{[]string{"--unit", "RIV-P002"}, "unit", []int{0}, 2},
		{[]string{"--unit", "RIV-A01"}, "trust", []int{0}, 0},
		{[]string{"--unit", "RIV-A02"}, "trust", []int{0}, 0},
	} {
		got := at.run(with([]string{"why", "./result", "--json"}, c.asks...)...)
		got.ends(exitDone)
		var head whyHead
		if err := json.Unmarshal([]byte(got.stdout), &head); err != nil {
			t.Fatal(err)
		}
		begin, _ := encodeJSON(head)
		if text := strings.TrimSuffix(string(begin), "\n}\n"); !strings.HasPrefix(got.stdout, text) {
			t.Errorf("%v: the document begins %.600s, want %s", c.asks, got.stdout, text)
		}
		want := whyHead{Version: jsonVersion, Verb: "why", About: c.about, Seed: 1, Judged: "held", Scenarios: []string{"new-money", "budget-transfer"}, Replicates: c.replicates}
		inputs, result, files := head.Inputs, head.Result, head.Files
		head.Inputs, head.Result, head.Files = "", "", nil
		if diff := cmp.Diff(want, head); diff != "" || len(files) != c.files || result == "" {
			t.Errorf("%v: %d files, result %q (-want +got):\n%s", c.asks, len(files), result, diff)
		}
		if other := seen[inputs]; other != "" || inputs == "" {
			t.Errorf("%v has the inputs of %s", c.asks, other)
		}
		seen[inputs] = strings.Join(c.asks, " ") + "."
	}
}

func TestAnInterruptedAnswerLeavesNothing(t *testing.T) {
	at := newPlace(t)
	at.run(with(small, "--out", "./result")...).ends(exitDone)
	at.run("why", "./result", "--out", "./there").ends(exitDone)
	want, err := resultOf(at.path("there"))
	if err != nil {
		t.Fatal(err)
	}
	for _, out := range []string{"new/answer", "there"} {
		ctx, cancel := context.WithCancel(context.Background())
		defer cancel()
		begun := 0
		ended := at.ran(ctx, func(sim.Run) error {
			if begun++; begun == 5 {
				cancel()
			}
			return nil
		}, "why", "./result", "--jobs", "1", "--out", "./"+out)
		ended.ends(exitInterrupted, "skillmix: interrupted; nothing was written. The same command starts again.")
		if ended.stdout != "" || begun != 5 {
			t.Errorf("stdout %q after %d runs", ended.stdout, begun)
		}
	}
	at.absent("new")
	got, err := resultOf(at.path("there"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the answer that was there has changed:\n%s", diff)
	}
}

// shifted gives every run another's luck, as another build would.
type shifted struct{ sim.Worker }

func (s shifted) Start(run sim.Run) (sim.Model, error) {
	run.Replicate++
	return s.Worker.Start(run)
}

func TestAResultOfAnotherBuildIsRefused(t *testing.T) {
	unlessShort(t)
	at := newPlace(t)
	var stdout, stderr bytes.Buffer
	other := &program{
		args: with(small, "--out", at.path("result")), stdout: &stdout, stderr: &stderr,
		getenv: func(string) string { return "" },
		wrap:   func(inner sim.Worker) sim.Worker { return shifted{inner} },
	}
	if code := other.runIn(context.Background()); code != exitDone {
		t.Fatalf("exit code %d: %s", code, stderr.String())
	}
	at.run("why", "./result").ends(exitDiffers, "./result does not hold the runs that this build makes: in replicate 0 posts_per_1000_staff of new-money ends at ", ", and recorded is ", "ask the build that made it, or run the scenarios again")
	at.absent("result.why")
}

// Pairs of which a run failed are passed over, and the others keep their luck.
func TestPairsThatFailedAreNotRunAgain(t *testing.T) {
	unlessShort(t)
	at := newPlace(t)
	at.ran(context.Background(), storm, with(small, "--out", "./result", "--on-error", "skip")...).ends(exitFailedRuns)
	at.run("why", "./result").ends(exitDone, "all 3 pairs of the result, run again")
	document := at.explained("result.why")
	if diff := cmp.Diff([]int{0, 1, 3}, document.Replicates); diff != "" || document.Pairs != 3 {
		t.Errorf("%d pairs, run again (-want +got):\n%s", document.Pairs, diff)
	}
	at.run("why", "./result", "--reps", "4", "--force").ends(exitUsage, "give at most 3")
}

// A gate belongs to one barrier at most, each is one of the model's, and only crowding
// is in none.
func TestBarriersAreGatesOfTheModel(t *testing.T) {
	gates := gatesOfSets()
	everything, once := model.Gates(0), model.Gates(0)
	for i := range ledger.Barriers {
		if own := gates[1<<i]; own == 0 || once&own != 0 {
			t.Errorf("%s has the gates %b", ledger.Barriers[i].Name, own)
		}
		once |= gates[1<<i]
	}
	for gate := range model.GateCount {
		if model.Gate(gate) != model.GateCrowding {
			everything = everything.With(model.Gate(gate))
		}
	}
	if once != everything || gates[len(gates)-1] != everything || gates[0] != 0 {
		t.Errorf("all barriers are the gates %b, want %b", once, everything)
	}
}

// A disk that takes nothing is found out before anything is run.
func TestAPlaceThatCannotBeWrittenIsRefused(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("nothing is forbidden to this user")
	}
	at := newPlace(t)
	at.run(with(small, "--out", "./result")...).ends(exitDone)
	if err := os.Mkdir(at.path("shut"), 0o555); err != nil {
		t.Fatal(err)
	}
	begun := 0
	for _, asks := range [][]string{nil, {"--flips"}, {"--unit", "RIV-P001"}} {
		for _, out := range []string{"./shut", "./shut/deeper"} {
			at.ran(context.Background(), func(sim.Run) error { begun++; return nil }, with([]string{"why", "./result", "--out", out}, asks...)...).
				ends(exitFiles, "cannot write a result to "+out+": permission denied")
		}
	}
	if begun > 0 {
		t.Errorf("%d runs were begun", begun)
	}
}

// What cannot be put in place is told by the user's name of the place, and the document
// that told of what was there is gone.
func TestAnAnswerThatCannotBeWritten(t *testing.T) {
	unlessShort(t)
	at := newPlace(t)
	at.run(with(small, "--out", "./result")...).ends(exitDone)
	for _, c := range []struct {
		asks     []string
		inTheWay string // made a folder while the runs are made
		document string
	}{
		{[]string{"--flips"}, "units-r000.csv", "flips-r000.json"},
		{[]string{"--unit", "RIV-P001"}, "unit-RIV-P001-r000.png", "unit-RIV-P001-r000.json"},
		{nil, "gaps.csv", "why.json"},
	} {
		asks := with([]string{"why", "./result", "--jobs", "1"}, c.asks...)
		at.run(asks...).ends(exitDone)
		got := at.ran(context.Background(), func(sim.Run) error {
			at.remove("result.why/" + c.inTheWay)
			return os.MkdirAll(at.path("result.why/"+c.inTheWay+"/full"), 0o777)
		}, asks...)
		got.ends(exitFiles, "cannot write a result to ./result.why: "+c.inTheWay+": ")
		if got.stdout != "" || strings.Count(got.stderr, "\n") != 1 {
			t.Errorf("%v: stdout %q, stderr %q", c.asks, got.stdout, got.stderr)
		}
		at.absent("result.why/" + c.document)
		at.remove("result.why")
	}
}
