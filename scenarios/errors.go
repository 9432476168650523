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

	source window // the line as it stands in the file, or what is shown of it
	rank   int    // place of the file in the chain of files, for sorting
}

// A window is the part of a line that is shown around a problem.
type window struct {
	text          string
	at, width     int // characters before the problem, and of it
	before, after string
}

// mostShown is how many characters of a line are shown, a quarter of them before
// the problem.
const mostShown = 100

// mark notes where in a text the problem is: its line, its column, and what of
// that line is concerned.
func (e *Error) mark(text string, at span) {
	from := min(max(at.from, 0), len(text))
	first := strings.LastIndexByte(text[:from], '\n') + 1
	last := len(text)
	if end := strings.IndexByte(text[from:], '\n'); end >= 0 {
		last = from + end
	}
	last = max(from, first+len(strings.TrimRight(text[first:last], "\r")))
	e.Line = 1 + strings.Count(text[:first], "\n")
	e.Column = 1 + utf8.RuneCountInString(text[first:from])
	e.source = windowOf(text, first, from, min(max(at.to, from), last), last)
}

// windowOf cuts what is shown out of the line from first to last, of which from
// to to is wrong. A line that is not too long is shown whole.
func windowOf(text string, first, from, to, last int) window {
	w := window{before: "...", after: "..."}
	left, right := mostShown/4, mostShown-mostShown/4
	if utf8.RuneCountInString(text[first:min(last, first+4*mostShown)]) <= mostShown && last-first <= 4*mostShown {
		left, right = mostShown, mostShown
	}
	start, end := from, from
	for before := 0; start > first && before < left; before++ {
		_, size := utf8.DecodeLastRuneInString(text[first:start])
		start -= size
	}
	for shown := 0; end < last && shown < right; shown++ {
		_, size := utf8.DecodeRuneInString(text[end:last])
		end += size
	}
	if start == first {
		w.before = ""
	}
	if end == last {
		w.after = ""
	}
	// The parser can point into the middle of a letter: marks are of whole ones.
	for at := start; at < end; {
		_, size := utf8.DecodeRuneInString(text[at:end])
		if at += size; at <= from {
			w.at++
		} else if at-size < to {
			w.width++
		}
	}
	w.width = max(1, w.width)
	w.text = text[start:end]
	return w
}

// Excerpt returns the line on which the problem is and, below it, marks under
// what is wrong; empty if the place is not known.
func (e Error) Excerpt() string {
	if e.source.text == "" {
		return ""
	}
	shown := strings.Map(func(r rune) rune { // a strange file must not steer the terminal
		if unicode.IsControl(r) && r != '\t' {
			return unicode.ReplacementChar
		}
		return r
	}, e.source.text)
	indent := strings.Map(func(r rune) rune {
		if r == '\t' {
			return r
		}
		return ' '
	}, e.source.before+string([]rune(e.source.text)[:e.source.at]))
	number := strconv.Itoa(e.Line)
	return fmt.Sprintf("  %s | %s%s%s\n  %s | %s%s", number, e.source.before, shown, e.source.after,
		strings.Repeat(" ", len(number)), indent, strings.Repeat("^", e.source.width))
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

// Parts returns what is wrong and, apart from it, what to do or what is allowed: what
// stands in the message behind the first semicolon that is not within quotation marks.
// The second is empty where the message has none.
func (e Error) Parts() (wrong, hint string) {
	quoted := false
	for i, r := range e.Message {
		switch {
		case r == '"':
			quoted = !quoted
		case r == ';' && !quoted && strings.HasPrefix(e.Message[i:], "; "):
			return e.Message[:i], e.Message[i+2:]
		}
	}
	return e.Message, ""
}
