package main

import (
	"context"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"skillmix/sim"
	"skillmix/sim/store"
)

// vague is a comparison that looks after 6, 12, 18 and 24 replicates of two runs: three
// replicates are a part, and four, two parts, are the first stage.
var vague = strings.Fields("run new-money budget-transfer --set population.preset=classroom --set time.months=24 --fixed --detail year --reps 4 --max-reps 24")

// design reads how a result was made.
func (w place) design(name string) store.Design {
	w.t.Helper()
	manifest, err := store.ReadManifest(w.path(name))
	if err != nil {
		w.t.Fatal(err)
	}
	if runs := 2 * manifest.Design.Replicates; manifest.Runs.Planned != runs {
		w.t.Errorf("%s: %d runs of %d replicates in two worlds", name, manifest.Runs.Planned, manifest.Design.Replicates)
	}
	return manifest.Design
}

func TestRunsGoOnUntilTheDifferenceIsPrecise(t *testing.T) {
	at := newPlace(t)
	args := with(vague, "--precision", "0.15", "--out", "./result")
	reached := at.run(args...)
	reached.ends(exitDone, "12 paired runs")
	design := at.design("result")
	if p := design.Precision; design.Replicates != 12 || p == nil || !p.Reached || p.HalfWidth > 0.15 || p.HalfWidth < 0.05 || p.Asked != 0.15 || p.Begin != 4 || p.MostReplicates != 24 {
		t.Errorf("design %+v, precision %+v; want it reached at the second look", design, design.Precision)
	}
	if parts, err := os.ReadDir(at.path("result/runs.parquet")); err != nil || len(parts) != 4 {
		t.Errorf("%d parts, %v; want those of twelve replicates", len(parts), err)
	}
	again := at.run(args...)
	again.ends(exitDone, "is there already")
	if diff := cmp.Diff(reached.stdout, again.stdout); diff != "" {
		t.Errorf("told again it reads otherwise (-first +again):\n%s", diff)
	}
	at.run("reproduce", "./result").ends(exitDone, "identical: 24 runs")

	// Wherever it is interrupted, it stops at the same look.
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	begun := 0
	interrupted := with(vague, "--precision", "0.15", "--out", "./interrupted", "--jobs", "1")
	at.ran(ctx, func(sim.Run) error {
		if begun++; begun == 15 { // of the second batch
			cancel()
		}
		return nil
	}, interrupted...).ends(exitInterrupted, "12 of 48 runs are kept")
	at.run(interrupted...).ends(exitDone, "going on: 12 of 48 runs are in place")
	at.same("result", "interrupted")
}

func TestAPrecisionThatIsNotReached(t *testing.T) {
	at := newPlace(t)
	args := with(vague, "--precision", "0.05", "--out", "./result")
	missed := at.run(args...)
	const says = "skillmix: the precision of 0.05 was not reached: after 24 replicates, the most allowed, the half-width is 0.0"
	missed.ends(exitTarget, "24 paired runs", "Wrote    ./result/report.html", says)
	if design := at.design("result"); design.Replicates != 24 || design.Precision.Reached || design.Precision.HalfWidth <= 0.05 {
		t.Errorf("design %+v, precision %+v", design, design.Precision)
	}
	again := at.run(args...)
	again.ends(exitTarget, "is there already", says)
	if diff := cmp.Diff(missed.stdout, again.stdout); diff != "" {
		t.Errorf("told again it reads otherwise (-first +again):\n%s", diff)
	}
}

// What failed tells nothing of how the others spread.
func TestFailedPairsAreNoFirstStage(t *testing.T) {
	at := newPlace(t)
	at.ran(context.Background(), func(run sim.Run) error {
		if run.Replicate < 3 { // three of the first look's six are left, and four are to begin with
			return errPlanted
		}
		return nil
	}, with(vague, "--precision", "10", "--on-error", "skip", "--out", "./result")...).ends(exitFailedRuns, "9 paired runs")
	if design := at.design("result"); design.Replicates != 12 || !design.Precision.Reached {
		t.Errorf("design %+v, precision %+v; want the second look", design, design.Precision)
	}
}

func TestPrecisionThatCannotBe(t *testing.T) {
	at := newPlace(t)
	tests := []struct{ flags, says, reason string }{
		{"--precision 0", `"0" is not a number above 0`, "nothing is known exactly"},
		{"--precision -1", `"-1" is not a number above 0`, "no distance"},
		{"--precision NaN", `"NaN" is not a number above 0`, "no number"},
		{"--precision Inf", `"Inf" is not a number above 0`, "anything would do"},
		{"--precision fine", `"fine" is not a number above 0`, "no number"},
		{"--max-reps 100", "--max-reps is the end of --precision", "a fixed number has no end"},
		{"--precision 1 --reps 100 --max-reps 100", "begins with --reps 100 replicates and ends with --max-reps 100", "there is no room between"},
		{"--precision 1 --max-reps 10", "begins with the 64 replicates of the first scenario, and --max-reps is 10", "nor here"},
		{"--precision 1 --reps 1", "a single replicate, which has no spread", "a first stage of one tells nothing"},
		{"--precision 1 --shard 0/4", "--precision needs all runs together", "a shard does not know the others"},
		{"--precision 1 --emit slurm --shards 4", "leave out --shard and --precision", "nor do jobs"},
	}
	for _, test := range tests {
		args := append(strings.Fields("run new-money budget-transfer --set population.preset=classroom --out ./result"), strings.Fields(test.flags)...)
		at.run(args...).ends(exitUsage, test.says)
		at.absent("result")
		at.absent("result.unfinished")
	}
}
