package main

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"skillmix/sim"
	"skillmix/sim/store"
)

var errPlanted = errors.New("pay bands do not add up")

// storm lets the run of the second scenario fail in the third replicate.
func storm(run sim.Run) error {
	if run == (sim.Run{Point: 1, Replicate: 2}) {
		return errPlanted
	}
	return nil
}

func TestAFailedRunStopsOrIsSkipped(t *testing.T) {
	at := newPlace(t)
	stop := with(small, "--out", "./result", "--csv")
	skip := with(stop, "--on-error", "skip")
	ctx := context.Background()

	stopped := at.ran(ctx, storm, stop...)
	stopped.ends(exitFailedRuns,
		"a run failed: budget-transfer, judged values held, replicate 2: pay bands do not add up\n4 of 8 runs are kept in ./result.unfinished. To go on:\n  skillmix run new-money",
		"With --on-error skip the others go on without it, and runs.parquet has the reason.")
	if stopped.stdout != "" {
		t.Errorf("a run that stopped has findings: %s", stopped.stdout)
	}
	at.absent("result")

	ended := at.ran(ctx, storm, skip...)
	ended.ends(exitFailedRuns, "going on: 4 of 8 runs are in place", "3 paired runs", "1 pair is left out, since a run failed",
		"skillmix: finished, but 1 run failed: runs.parquet has the reasons, and the figures are of the others")
	manifest, err := store.ReadManifest(at.path("result"))
	if err != nil {
		t.Fatal(err)
	}
	if manifest.Runs != (store.RunCounts{Planned: 8, Done: 7, Failed: 1}) {
		t.Errorf("the manifest counts %+v", manifest.Runs)
	}
	// Each scenario's figures are over its runs, and differences over complete pairs.
	for name, runs := range map[string]map[string]string{
		"result/summary.csv":    {"new-money": "4", "budget-transfer": "3"},
		"result/comparison.csv": {"": "3"},
	} {
		for _, row := range at.cells(name) {
			// Some measures have no value in some runs.
			if row["measure"] == "posts_per_1000_staff" && row["n"] != runs[row["scenario"]] {
				t.Errorf("%s: %v is over %s runs, want %s", name, row, row["n"], runs[row["scenario"]])
			}
		}
	}
	var failed []string
	for _, row := range at.cells("result/runs.csv") {
		if row["status"] == "failed" {
			failed = append(failed, row["scenario"]+" "+row["replicate"]+" "+row["reason"])
		}
	}
	if diff := cmp.Diff([]string{"budget-transfer 2 pay bands do not add up"}, failed); diff != "" {
		t.Errorf("failed runs in runs.csv (-want +got):\n%s", diff)
	}
	if !strings.Contains(at.text("result/report.html"), "left out, since a run failed") {
		t.Error("the report does not say that a pair is left out")
	}

	again := at.ran(ctx, storm, skip...)
	again.ends(exitFailedRuns, "is there already", "finished, but 1 run failed")
	if again.stdout != ended.stdout {
		t.Errorf("told again it reads\n%s\nand not\n%s", again.stdout, ended.stdout)
	}

	at.ran(ctx, storm, "reproduce", "./result").ends(exitDone, "identical: 8 runs")
	at.run("reproduce", "./result").ends(exitDiffers, "./result is not reproduced: budget-transfer, judged values held, replicate 2: failed, and again done")
	at.absent("result.again")

	// In shards each tells how many failed, and the merged result is the same.
	for k, says := range map[string]string{"0/2": "Shard    0/2: 4 runs, of which 1 failed\n", "1/2": "Shard    1/2: 4 runs\n"} {
		at.ran(ctx, storm, with(skip, "--out", "./shared", "--shard", k)...).ends(exitDone, says)
	}
	at.run("status", "./shared").ends(exitDone, "2 of 2 shards whole, 8 runs, of which 1 failed")
	at.run("merge", "./shared.shards").ends(exitFailedRuns, "finished, but 1 run failed")
	at.same("result", "shared")
}

func TestFailedRunsInJSON(t *testing.T) {
	at := newPlace(t)
	stopped := at.ran(context.Background(), storm, with(small, "--out", "./result", "--json")...)
	stopped.ends(exitFailedRuns, "a run failed")
	if stopped.stdout != "" {
		t.Errorf("a run that stopped has a document: %s", stopped.stdout)
	}
	skipped := at.ran(context.Background(), storm, with(small, "--out", "./result", "--json", "--on-error", "skip")...)
	skipped.ends(exitFailedRuns, "finished, but 1 run failed")
	var document jsonRun
	if err := json.Unmarshal([]byte(skipped.stdout), &document); err != nil {
		t.Fatalf("%v in %s", err, skipped.stdout)
	}
	if document.Runs != (jsonRuns{Planned: 8, Done: 7, Failed: 1}) || document.Differences[0].Difference.N != 3 {
		t.Errorf("the document counts %+v and %d pairs, want one failed run of eight and three pairs", document.Runs, document.Differences[0].Difference.N)
	}
}

func TestWhenAllPairsFailThereIsNoResult(t *testing.T) {
	at := newPlace(t)
	for reason, before := range map[string]func(run sim.Run) error{
		"all runs": func(sim.Run) error { panic("it rains") },
		"one of each pair": func(run sim.Run) error {
			if run.Point == 0 {
				return errPlanted
			}
			return nil
		},
	} {
		got := at.ran(context.Background(), before, with(small, "--out", "./deep/result", "--on-error", "skip", "--csv")...)
		got.ends(exitFailedRuns, "no answer: in each of 4 pairs a run failed; runs.parquet has the reasons\n8 of 8 runs are kept in ./deep/result.unfinished")
		if got.stdout != "" {
			t.Errorf("%s: there are findings of nothing: %s", reason, got.stdout)
		}
		at.absent("deep/result")
		at.remove("deep")
	}
}

// cells reads a table in CSV, of which no two columns may have one name.
func (w place) cells(name string) (rows []map[string]string) {
	w.t.Helper()
	all, err := csv.NewReader(strings.NewReader(w.text(name))).ReadAll()
	if err != nil || len(all) < 2 {
		w.t.Fatalf("%s: %d rows, %v", name, len(all), err)
	}
	seen := map[string]bool{}
	for _, column := range all[0] {
		if seen[column] {
			w.t.Errorf("%s has two columns %s", name, column)
		}
		seen[column] = true
	}
	for _, record := range all[1:] {
		row := map[string]string{}
		for i, column := range all[0] {
			row[column] = record[i]
		}
		rows = append(rows, row)
	}
	return rows
}
