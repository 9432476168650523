package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"skillmix/sim"
)

// run of a size that takes far longer than the test waits.
var longRun = []string{"run", "baseline", "--set", "population.preset=classroom", "--reps", "20000", "--jobs", "1", "--out", "deep/result"}

func TestInterruptedRunLeavesNothing(t *testing.T) {
	t.Chdir(t.TempDir())
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var stdout, stderr bytes.Buffer
	code := make(chan int)
	go func() { code <- runIn(ctx, longRun, &stdout, &stderr) }()
	// The folder appears when the inputs have been checked.
	for deadline := time.Now().Add(10 * time.Second); ; time.Sleep(time.Millisecond) {
		if _, err := os.Stat("deep"); err == nil {
			break
		}
		if time.Now().After(deadline) {
			t.Fatal("the run did not begin to write")
		}
	}
	cancel()
	if got := <-code; got != exitInterrupted {
		t.Errorf("exit code %d, want %d; %s", got, exitInterrupted, stderr.String())
	}
	if stdout.Len() > 0 || !strings.HasPrefix(stderr.String(), "skillmix: interrupted; nothing is kept.") {
		t.Errorf("stdout %q, stderr %q", stdout.String(), stderr.String())
	}
	entries, err := os.ReadDir(".")
	if err != nil || len(entries) > 0 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
}

// What is kept of an interrupted run is told with the command that goes on, which ends
// with the bytes of a run that was never interrupted.
func TestAnInterruptedRunGoesOn(t *testing.T) {
	at := newPlace(t)
	at.run(with(small, "--out", "./whole")...).ends(exitDone)
	cases := []struct {
		more        []string
		after, runs int // the run in which it is interrupted, and how many there are
		kept        int // of them: a part is two
		where       string
	}{
		{nil, 5, 8, 4, "./my result.unfinished"},
		{[]string{"--shard", "1/2"}, 3, 4, 2, "./my result.shards/00001-of-00002.unfinished"},
	}
	for _, c := range cases {
		ctx, cancel := context.WithCancel(context.Background())
		defer cancel()
		begun, args := 0, with(with(small, "--out", "./my result"), c.more...)
		first := at.ran(ctx, func(sim.Run) error {
			if begun++; begun == c.after {
				cancel() // this run is still made
			}
			return nil
		}, args...)
		first.ends(exitInterrupted, fmt.Sprintf("skillmix: interrupted; %d of %d runs are kept in %s. To go on:\n  %s\n", c.kept, c.runs, c.where, commandLine(args)))
		if first.stdout != "" || begun != c.after {
			t.Errorf("%d runs were begun, stdout %q", begun, first.stdout)
		}
		at.absent("my result")
		at.run("status", "./my result").ends(exitDone, fmt.Sprintf("unfinished, %d of %d parts made. To go on:\n  %s\n", c.kept/2, c.runs/2, commandLine(args)))
		// Another question is refused, and does not disturb it.
		at.run(with(args, "--seed", "2")...).ends(exitFiles, "made from other inputs")

		begun = 0
		second := at.ran(context.Background(), func(sim.Run) error { begun++; return nil }, args...)
		second.ends(exitDone, fmt.Sprintf("skillmix: going on: %d of %d runs are in place", c.kept, c.runs))
		if begun != c.runs-c.kept {
			t.Errorf("%d runs were made to go on; want the %d that were not in place", begun, c.runs-c.kept)
		}
		if c.more == nil {
			at.same("whole", "my result")
			at.remove("my result")
		}
	}
	// The shard that went on fits to the other one.
	at.run(with(small, "--out", "./my result", "--shard", "0/2")...).ends(exitDone)
	at.run("merge", "./my result.shards").ends(exitDone)
	at.same("whole", "my result")
}

// A second program that makes the same result is sent away, and disturbs nothing.
func TestTwoProgramsAtOneResult(t *testing.T) {
	at := newPlace(t)
	args := with(small, "--out", "./result")
	meanwhile := false
	at.ran(context.Background(), func(sim.Run) error {
		if !meanwhile {
			meanwhile = true
			at.run(args...).ends(exitFiles, "another skillmix is making this result now")
			at.run(with(args, "--force")...).ends(exitFiles, "another skillmix is making this result now")
		}
		return nil
	}, args...).ends(exitDone)
}

// Interrupted as it writes tables, a run keeps all its parts.
func TestInterruptedAtTheEnd(t *testing.T) {
	at := newPlace(t)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	begun, args := 0, with(small, "--out", "./result")
	at.ran(ctx, func(sim.Run) error {
		if begun++; begun == 8 {
			cancel()
		}
		return nil
	}, args...).ends(exitInterrupted, "8 of 8 runs are kept in ./result.unfinished")
	at.ran(context.Background(), func(run sim.Run) error {
		t.Errorf("%+v is made again", run)
		return nil
	}, args...).ends(exitDone, "going on: 8 of 8 runs are in place", "Wrote    ./result/report.html")
}
