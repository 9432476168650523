package answer

import (
	"encoding/csv"
	"math"
	"strconv"
	"strings"
)

// appendNumber appends a number as all tables write it: six significant
// digits, whole numbers from 100,000 on, an exponent only below 0.0001, a
// point and no separators.
func appendNumber(line []byte, value float64) []byte {
	switch {
	case value == 0:
		return append(line, '0') // also minus zero
	case math.Abs(value) >= 99999.95:
		return strconv.AppendFloat(line, value, 'f', 0, 64)
	}
	return strconv.AppendFloat(line, value, 'g', 6, 64)
}

// appendFields appends numbers, each behind a comma.
func appendFields(line []byte, values ...float64) []byte {
	for _, value := range values {
		line = appendNumber(append(line, ','), value)
	}
	return line
}

// appendError appends a Monte Carlo error behind a comma. That of a single
// run is not zero but unknown, so the field stays empty.
func appendError(line []byte, mcse float64, n int) []byte {
	line = append(line, ',')
	if n < 2 {
		return line
	}
	return appendNumber(line, mcse)
}

// fields writes texts as fields of a table's row, quoted where they need it.
func fields(texts ...string) string {
	var row strings.Builder
	writer := csv.NewWriter(&row)
	writer.Write(texts) // a strings.Builder does not fail
	writer.Flush()
	return strings.TrimSuffix(row.String(), "\n")
}

// A cell is a column that a group keeps, and how a row of a table names both.
type cell struct {
	column int
	text   string // ",setting,group,measure"
}

// cells lists what each group keeps, in the layout's order.
func (r *Runs) cells() [][]cell {
	cells := make([][]cell, len(r.Layout.Groups))
	for g, group := range r.Layout.Groups {
		for c, column := range r.Layout.Columns {
			if r.Layout.Has(g, c) {
				cells[g] = append(cells[g], cell{c, "," + fields(group.Setting, group.Name, column.Name)})
			}
		}
	}
	return cells
}
