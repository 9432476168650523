package main

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"
	"time"
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
