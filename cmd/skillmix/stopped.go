package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"skillmix/sim/store"
)

// keptRuns is what an unfinished result holds, and how to go on with it.
type keptRuns struct {
	done, of int
	where    string
	command  string
}

// String says it.
func (k keptRuns) String() string {
	if k.done == 0 {
		return "nothing is kept. The same command starts again."
	}
	return fmt.Sprintf("%d of %d runs are kept in %s. To go on:\n  %s", k.done, k.of, k.where, k.command)
}

// stopped is an error that ended a run before it was finished.
type stopped struct {
	cause error
	kept  keptRuns
}

// Error says what ended it, what is kept and what to do.
func (e *stopped) Error() string {
	var failed *store.FailedRunError
	switch {
	case errors.Is(e.cause, context.Canceled):
		return "interrupted; " + e.kept.String()
	case errors.As(e.cause, &failed):
		return fmt.Sprintf("%v\n%s\nWith --on-error skip the others go on without it, and runs.parquet has the reason.", e.cause, capitalized(e.kept.String()))
	}
	return fmt.Sprintf("%v\n%s", e.cause, capitalized(e.kept.String()))
}

// Unwrap returns the cause.
func (e *stopped) Unwrap() error { return e.cause }

// failedRunsError says that a result is there, but some runs of it failed.
type failedRunsError struct{ failed int }

// Error says how many, and where the reasons are.
func (e *failedRunsError) Error() string {
	return fmt.Sprintf("finished, but %d %s failed: runs.parquet has the reasons, and the figures are of the others", e.failed, plural(e.failed, "run"))
}

// imprecise says that --max-reps came before --precision was reached.
type imprecise struct {
	asked, halfWidth float64
	replicates       int
}

// Error says how near it came.
func (e *imprecise) Error() string {
	return fmt.Sprintf("the precision of %g was not reached: after %d replicates, the most allowed, the half-width is %.3g; give a larger --max-reps", e.asked, e.replicates, e.halfWidth)
}

// commandLine writes the words behind the program's name as one would type them.
func commandLine(args []string) string {
	return strings.Join(quotedWords(append([]string{"skillmix"}, args...)), " ")
}

// quotedWords is quotedWord of each.
func quotedWords(words []string) []string {
	quoted := make([]string, len(words))
	for i, word := range words {
		quoted[i] = quotedWord(word)
	}
	return quoted
}

// quotedWord quotes a word for a shell where it needs it.
func quotedWord(word string) string {
	if word != "" && !strings.ContainsAny(word, " \t\n\"'\\$&|<>();*?[]#~`!{}") {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}

func capitalized(text string) string { return strings.ToUpper(text[:1]) + text[1:] }
