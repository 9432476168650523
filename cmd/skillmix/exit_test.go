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
		{&sim.RunError{Cause: &store.ReadError{Cause: store.ErrForeign}}, 4, "a result that cannot be read, wherever it is told"},
		{&missingError{missing: []int{1}}, 4, "shards that are missing"},
		{&store.FailedRunError{Cause: errors.New("panic")}, 5, "a run that failed and stopped the others"},
		{&failedRunsError{1}, 5, "runs that failed and were skipped"},
		{&answer.NoRunsError{Pairs: 4}, 5, "nothing but failed runs"},
		{&stopped{cause: &store.FailedRunError{Cause: errors.New("panic")}}, 5, "the same, with what is kept"},
		{&stopped{cause: &store.TargetError{Cause: syscall.ENOSPC}}, 4, "a full disk, with what is kept"},
		{&stopped{cause: context.Canceled}, 130, "interrupted, with what is kept"},
		{&imprecise{}, 6, "a precision that was not reached"},
		{&differsError{"x"}, 7, "a result that is not reproduced"},
		{errors.Join(&differsError{"x"}, &fs.PathError{Err: errors.New("gone")}), 4, "and what was made again could not be removed"},
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
