package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"

	"skillmix/answer"
	"skillmix/scenarios"
	"skillmix/sim/store"
)

// Exit codes. They are part of the program's contract: scripts rely on them.
const (
	exitDone        = 0
	exitInternal    = 1
	exitUsage       = 2
	exitScenario    = 3
	exitFiles       = 4
	exitFailedRuns  = 5
	exitTarget      = 6
	exitDiffers     = 7
	exitInterrupted = 130
)

const exitCodes = `
Exit codes: 0 done, 1 internal error, 2 wrong use, 3 scenario invalid or not found,
4 cannot read or write, 5 runs failed, 6 a fact does not hold or the precision was not
reached, 7 not reproduced, 130 interrupted (the same command goes on).
`

// A usageError is a command line that cannot be understood.
type usageError struct{ message string }

func (e *usageError) Error() string { return e.message }

func usage(format string, arguments ...any) error {
	return &usageError{fmt.Sprintf(format, arguments...)}
}

// A scenarioError is a scenario, or a set of them, that cannot be run.
type scenarioError struct{ message string }

func (e *scenarioError) Error() string { return e.message }

// exitCode is the only place where errors become exit codes.
func exitCode(err error) int {
	var (
		wrongUse   *usageError
		unfit      *scenarioError
		invalid    scenarios.Errors
		unmeasured *answer.HeadlineError
		target     *store.TargetError
		path       *fs.PathError
		system     syscall.Errno
		unheld     *factsError
		failedRun  *store.FailedRunError
		failedRuns *failedRunsError
		none       *answer.NoRunsError
		vague      *imprecise
		differs    *differsError
		missing    *missingError
		unreadable *store.ReadError
	)
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, context.Canceled):
		return exitInterrupted
	case errors.As(err, &wrongUse):
		return exitUsage
	case errors.As(err, &invalid), errors.Is(err, scenarios.ErrNotFound), errors.Is(err, scenarios.ErrNoFact), errors.As(err, &unfit), errors.As(err, &unmeasured):
		return exitScenario
	case errors.As(err, &failedRun), errors.As(err, &failedRuns), errors.As(err, &none):
		return exitFailedRuns
	case errors.As(err, &target), errors.As(err, &unreadable), errors.As(err, &missing), errors.As(err, &path), errors.As(err, &system):
		return exitFiles
	case errors.As(err, &unheld), errors.As(err, &vague):
		return exitTarget
	case errors.As(err, &differs):
		return exitDiffers
	}
	return exitInternal
}

// complaint words an error for people: one line for each thing that is
// wrong, and what to do next where the error does not say.
func complaint(err error) string {
	switch exitCode(err) {
	case exitInterrupted:
		if kept := (*stopped)(nil); errors.As(err, &kept) {
			return kept.Error()
		}
		return "interrupted; nothing was written. The same command starts again."
	case exitUsage:
		return strings.Join(strings.Fields(err.Error()), " ") + "\nTry: skillmix help"
	case exitInternal:
		return "internal error: " + err.Error() + "\nThis is a fault of the program. Please report it with the command line and skillmix version."
	}
	return err.Error()
}
