package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"syscall"
	"testing"

	"skillmix/answer"
	"skillmix/scenarios"
	"skillmix/sim"
	"skillmix/sim/store"
)

func TestExitCodes(t *testing.T) {
	cases := []struct {
		err    error
		want   int
		reason string
	}{
		{nil, 0, "done"},
		{errors.New("surprise"), 1, "an error that nobody foresaw is a fault of the program"},
		{&sim.RunError{Cause: errors.New("panic")}, 1, "a run that fails is a fault of the model"},
		{usage("what?"), 2, "wrong use"},
		{fmt.Errorf("%w: x", scenarios.ErrNotFound), 3, "no such scenario"},
		{errors.Join(scenarios.Errors{{Message: "wrong"}}), 3, "a scenario with errors, among others"},
		{&scenarioError{"unlike"}, 3, "scenarios that cannot be compared"},
		{&answer.HeadlineError{Measure: "joy"}, 3, "a headline that is not measured"},
		{&store.TargetError{Cause: store.ErrFile}, 4, "a result that cannot be kept"},
		{fmt.Errorf("cannot be read: %w", syscall.EACCES), 4, "an input that cannot be read"},
		{&fs.PathError{Err: errors.New("gone")}, 4, "any other trouble with files"},
		{&factsError{[]string{"champions"}}, 6, "a fact that does not hold"},
		{fmt.Errorf("%w: x", scenarios.ErrNoFact), 3, "no such fact"},
		{fmt.Errorf("stopped: %w", context.Canceled), 130, "interrupted"},
		{&sim.RunError{Cause: context.Canceled}, 130, "interrupted within a run"},
	}
	for _, c := range cases {
		if got := exitCode(c.err); got != c.want {
			t.Errorf("%v ends with %d, want %d: %s", c.err, got, c.want, c.reason)
		}
	}
}
