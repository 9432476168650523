package scenarios

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
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
	Column  int    // in characters, counted from 1; 0 if not known
	Key     string // such as funding.offered; empty where no key is concerned
	Message string // what is wrong and what to do

	source string // the line as it stands in the file; empty if not known
	width  int    // characters that are wrong in it
	rank   int    // place of the file in the chain of files, for sorting
}

// mark notes where in a text the problem is: its line, its column, and how many
// characters of that line are concerned.
func (e *Error) mark(text string, at span) {
	from := min(max(at.from, 0), len(text))
	first := strings.LastIndexByte(text[:from], '\n') + 1
	last := len(text)
	if end := strings.IndexByte(text[from:], '\n'); end >= 0 {
		last = from + end
	}
	e.Line = 1 + strings.Count(text[:first], "\n")
	e.Column = 1 + utf8.RuneCountInString(text[first:from])
	e.source = strings.TrimRight(text[first:last], "\r")
	e.width = max(1, utf8.RuneCountInString(text[from:max(from, min(at.to, first+len(e.source)))]))
}

// mostShown is how many characters of a long line are shown around a problem.
const mostShown = 100

// Excerpt returns the line on which the problem is and, below it, marks under
// what is wrong; empty if the place is not known.
func (e Error) Excerpt() string {
	if e.source == "" {
		return ""
	}
	line, column := []rune(e.source), e.Column-1
	before, after := "", ""
	if len(line) > mostShown {
		start := max(0, min(column-mostShown/4, len(line)-mostShown))
		end := min(len(line), start+mostShown)
		if end < len(line) {
			after = "..."
		}
		if start > 0 {
			before = "..."
		}
		line, column = line[start:end], column-start
	}
	column = min(column, len(line))
	width := min(e.width, max(1, len(line)-column))
	shown := strings.Map(func(r rune) rune { // a strange file must not steer the terminal
		if unicode.IsControl(r) && r != '\t' {
			return unicode.ReplacementChar
		}
		return r
	}, string(line))
	indent := strings.Map(func(r rune) rune {
		if r == '\t' {
			return r
		}
		return ' '
	}, before+string(line[:column]))
	number := strconv.Itoa(e.Line)
	return fmt.Sprintf("  %s | %s%s%s\n  %s | %s%s", number, before, shown, after,
		strings.Repeat(" ", len(number)), indent, strings.Repeat("^", width))
}

// Error writes the problem on one line, with file, line and column first.
func (e Error) Error() string {
	where := e.File
	if e.Line > 0 {
		where = fmt.Sprintf("%s:%d", e.File, e.Line)
	}
	if e.Column > 0 {
		where = fmt.Sprintf("%s:%d", where, e.Column)
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

// Error writes each problem on a line, and below it what it is about.
func (e Errors) Error() string {
	var lines []string
	for i := range e {
		lines = append(lines, e[i].Error())
		if excerpt := e[i].Excerpt(); excerpt != "" {
			lines = append(lines, excerpt)
		}
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
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return e
}
