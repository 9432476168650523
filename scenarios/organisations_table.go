package scenarios

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// A side is one of the two tables of a user's own organisations.
type side struct {
	name    string // as in population.<name>_file
	one     string // an organisation of it
	columns []Column
	rows    int // the most there may be
}

// sides returns both tables: trusts first.
func sides() [2]side {
	return [2]side{
		{"trusts", "trust", TrustColumns(), 5_000},
		{"pcns", "network", PCNColumns(), 20_000},
	}
}

// maxTableBytes is the largest table that is read.
const maxTableBytes = 4 << 20

// mostProblems is how many problems of a table are told; more do not help.
const mostProblems = 20

// A table is a CSV file being read.
type table struct {
	side
	file    string
	rank    int
	mapping map[string]string // from our names of columns to the file's
	skip    bool              // rows with empty needed cells are left out
	text    string            // of the file
	header  []string
	places  []int32        // of the header's fields, columns counted from 1
	at      map[string]int // our names of columns to fields
	records []record
	leftOut int

	problems Errors
	more     int // problems beyond those told
}

// A record is a row of a table.
type record struct {
	table *table
	line  int
	cells []string
	at    []int32 // columns of the cells, counted from 1
}

// fail reports a problem; what names the column and may be empty.
func (t *table) fail(line int, what, format string, arguments ...any) {
	if len(t.problems) == mostProblems {
		t.more++
		return
	}
	if header, mapped := t.mapping[what]; mapped {
		what += " (" + header + ")"
	}
	t.problems = append(t.problems, Error{File: t.file, Line: line, Key: what, Message: fmt.Sprintf(format, arguments...), rank: t.rank})
}

// point marks in the last problem the cell that it is about.
func (t *table) point(column int32, cell string) {
	if t.more > 0 || len(t.problems) == 0 || column < 1 {
		return
	}
	last := &t.problems[len(t.problems)-1]
	from := lineStart(t.text, last.Line) + int(column) - 1
	last.mark(t.text, span{from, from + len(cell)})
}

// pointAtRow marks in the last problem the whole row that it is about.
func (t *table) pointAtRow(line int) {
	row, _, _ := strings.Cut(t.text[lineStart(t.text, line):], "\n")
	t.point(1, strings.TrimSuffix(row, "\r"))
}

// lineStart returns the offset of a line, counted from 1.
func lineStart(text string, line int) int {
	at := 0
	for ; line > 1; line-- {
		next := strings.IndexByte(text[at:], '\n')
		if next < 0 {
			return len(text)
		}
		at += next + 1
	}
	return at
}

// fieldColumns returns the columns at which the fields last read begin.
func fieldColumns(reader *csv.Reader, count int) []int32 {
	columns := make([]int32, count)
	for i := range columns {
		_, column := reader.FieldPos(i)
		columns[i] = int32(column)
	}
	return columns
}

// told returns the problems, and says how many are not shown.
func (t *table) told() Errors {
	if t.more == 0 {
		return t.problems
	}
	t.problems.sorted()
	return append(t.problems, Error{File: t.file, Message: fmt.Sprintf("%d more problems are not shown; mend these first", t.more), rank: t.rank + 1})
}

// read splits a text into records. Problems of single cells are for those who
// read the records.
func (t *table) read(text []byte) {
	switch {
	case len(text) > maxTableBytes:
		t.fail(0, "", "larger than %d MiB; keep only rows and columns of use", maxTableBytes>>20)
		return
	case !utf8.Valid(text):
		t.fail(1+bytes.Count(text[:invalidAt(text)], []byte("\n")), "", "not UTF-8; save the table as CSV UTF-8")
		return
	case bytes.IndexByte(text, 0) >= 0:
		t.fail(1+bytes.Count(text[:bytes.IndexByte(text, 0)], []byte("\n")), "", "not a text; save the table as CSV UTF-8")
		return
	}
	t.text = strings.TrimPrefix(string(text), "\ufeff")
	reader := csv.NewReader(strings.NewReader(t.text))
	reader.FieldsPerRecord = -1 // counted below, for all rows
	header, err := reader.Read()
	if errors.Is(err, io.EOF) {
		t.fail(0, "", "empty; the first line names the columns: %s", strings.Join(t.needed(), ", "))
		return
	}
	if err != nil {
		t.unreadable(err)
		return
	}
	line, _ := reader.FieldPos(0)
	t.places = fieldColumns(reader, len(header))
	if t.index(header, line); len(t.problems) > 0 {
		return
	}
	for {
		cells, err := reader.Read()
		switch {
		case errors.Is(err, io.EOF):
			if len(t.records) == 0 && t.leftOut == 0 && len(t.problems) == 0 {
				t.fail(0, "", "no rows below the names of the columns; give at least one %s, or leave the file out", t.one)
			}
			return
		case err != nil:
			t.unreadable(err)
			return
		}
		line, _ := reader.FieldPos(0)
		if len(t.records) == t.rows {
			t.fail(line, "", "more than %d rows", t.rows)
			return
		}
		t.take(record{table: t, line: line, cells: cells, at: fieldColumns(reader, len(cells))})
	}
}

// take keeps a record that has a cell for each column.
func (t *table) take(r record) {
	blank := true
	for i := range r.cells {
		r.cells[i] = strings.TrimSpace(r.cells[i])
		blank = blank && r.cells[i] == ""
	}
	switch {
	case blank: // spreadsheets leave such rows at the end
	case len(r.cells) != len(t.header):
		t.fail(r.line, "", "%d fields, where the first line has %d; text with a comma in it stands in quotes", len(r.cells), len(t.header))
		t.pointAtRow(r.line)
	case t.skip && len(r.lacking()) > 0:
		t.leftOut++
	default:
		if lacking := r.lacking(); len(lacking) > 0 {
			t.fail(r.line, "", "nothing stands under %s; every row needs it; population.skip_incomplete = true leaves such rows out", t.heads(lacking))
			t.pointAtRow(r.line)
		}
		t.records = append(t.records, r)
	}
}

// unreadable reports what the CSV library cannot read.
func (t *table) unreadable(err error) {
	var broken *csv.ParseError
	if !errors.As(err, &broken) {
		t.fail(0, "", "%v", err)
		return
	}
	message := "cannot be read as CSV: " + broken.Err.Error()
	if errors.Is(broken.Err, csv.ErrQuote) || errors.Is(broken.Err, csv.ErrBareQuote) {
		message = `a quotation mark that does not close, or stands inside text; double those that belong to text, as "the ""old"" site"`
	}
	t.fail(broken.StartLine, "", "%s; nothing after it was read", message)
}

// invalidAt returns the offset of the first byte that is not UTF-8.
func invalidAt(text []byte) int {
	at := 0
	for at < len(text) {
		r, size := utf8.DecodeRune(text[at:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	return at
}
