package scenarios

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// ErrNotFound is wrapped by the error for a reference that is neither a
// built-in scenario nor a file.
var ErrNotFound = errors.New("scenario not found")

// setFile stands for a file name in errors caused by a --set option.
const setFile = "--set"

// Error is one problem of a scenario.
type Error struct {
	File    string // the file as the user named it, or "--set"
	Line    int    // counted from 1; 0 if not known
	Key     string // such as funding.offered; empty where no key is concerned
	Message string // what is wrong and what to do

	rank int // place of the file in the chain of files, for sorting
}

// Error writes the problem on one line, with file and line first.
func (e Error) Error() string {
	where := e.File
	if e.Line > 0 {
		where = fmt.Sprintf("%s:%d", e.File, e.Line)
	}
	switch {
	case e.Key == "":
		return where + ": " + e.Message
	case e.File == setFile:
		return setFile + " " + e.Key + ": " + e.Message
	}
	return where + ": " + e.Key + ": " + e.Message
}

// Errors is every problem of a scenario: those of the file itself by line,
// then those of the files it extends, then those of --set options.
type Errors []Error

// Error writes one problem a line.
func (e Errors) Error() string {
	lines := make([]string, len(e))
	for i := range e {
		lines[i] = e[i].Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap gives the single problems to errors.Is and errors.As.
func (e Errors) Unwrap() []error {
	all := make([]error, len(e))
	for i := range e {
		all[i] = e[i]
	}
	return all
}

// sorted orders problems by file and line, so that a person can work from
// the top of a file to its end.
func (e Errors) sorted() Errors {
	slices.SortStableFunc(e, func(a, b Error) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.Line, b.Line))
	})
	return e
}
