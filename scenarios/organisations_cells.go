package scenarios

import (
	"math"
	"regexp"
	"strconv"
	"strings"
)

// A cell is what stands in a column of a row, with spaces around it removed.
// cell returns "" if there is no such column.
func (r *record) cell(column string) string {
	if i, found := r.table.at[column]; found {
		return r.cells[i]
	}
	return ""
}

// fail reports a problem of a cell.
func (r *record) fail(column, format string, arguments ...any) {
	r.table.fail(r.line, column, format, arguments...)
	if i, found := r.table.at[column]; found {
		r.table.point(r.at[i], r.cells[i])
	}
}

// lacking lists the needed columns under which nothing stands.
func (r *record) lacking() []string {
	var columns []string
	for _, column := range r.table.columns {
		if column.Needed && r.cell(column.Name) == "" {
			columns = append(columns, column.Name)
		}
	}
	return columns
}

// column returns the description of a column.
func (t *table) column(name string) Column {
	for _, column := range t.columns {
		if column.Name == name || column.Name == postsPrefix+"ROLE" && strings.HasPrefix(name, postsPrefix) {
			return column
		}
	}
	panic("scenarios: no column " + name) // a fault of the program, which its tests exclude
}

// mostCell is the length of text in a cell.
const mostCell = 200

// text reads a cell of text.
func (r *record) text(column string) string {
	text := r.cell(column)
	if text == "" { // told already if the column is needed
		return ""
	}
	if fault := textFault(text, mostCell); fault != "" {
		r.fail(column, "%s; one line of at most %d characters", fault, mostCell)
		return ""
	}
	return text
}

var (
	plainNumber = regexp.MustCompile(`^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$`)
	thousands   = regexp.MustCompile(`^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$`)
)

// number reads a cell that holds a number. It is not ok if the cell is empty
// or wrong.
func (r *record) number(column string, least, most float64) (value float64, ok bool) {
	described, text := r.table.column(column), r.cell(column)
	switch {
	case text == "": // told already if the column is needed
		return 0, false
	case thousands.MatchString(text):
		r.fail(column, "%q has commas; write it without, as %s", text, strings.ReplaceAll(text, ",", ""))
		return 0, false
	case !plainNumber.MatchString(text):
		advice := ""
		if !described.Needed {
			advice = "; leave the cell empty if it is not known"
		}
		r.fail(column, "%s is not a number; %s%s", clipped(text), described.Allowed, advice)
		return 0, false
	}
	value, err := strconv.ParseFloat(text, 64)
	switch {
	case err != nil || math.IsInf(value, 0):
		r.fail(column, "%s is out of range; %s", clipped(text), described.Allowed)
	case value < least:
		r.fail(column, "%s is below %s; %s", text, number(least), described.Allowed)
	case value > most:
		r.fail(column, "%s is above %s; %s", text, number(most), described.Allowed)
	default:
		return value + 0, true // + 0 makes a negative zero positive
	}
	return 0, false
}

// whole reads a cell that holds a whole number; 7.0 is one.
func (r *record) whole(column string, least, most int) (value int, ok bool) {
	exact, ok := r.number(column, float64(least), float64(most))
	if ok && exact != math.Trunc(exact) {
		r.fail(column, "%s is not a whole number; %s", r.cell(column), r.table.column(column).Allowed)
		return 0, false
	}
	return int(exact), ok
}

// clipped quotes what stands in a cell, or its beginning.
func clipped(text string) string {
	if runes := []rune(text); len(runes) > 40 {
		return strconv.Quote(string(runes[:40]) + "...")
	}
	return strconv.Quote(text)
}
