package answer

import (
	"skillmix/answer/words"
)

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
				cells[g] = append(cells[g], cell{c, "," + words.Fields(group.Setting, group.Name, column.Name)})
			}
		}
	}
	return cells
}

// appendError appends a Monte Carlo error behind a comma. That of a single
// run is not zero but unknown, so the field stays empty.
func appendError(line []byte, mcse float64, n int) []byte {
	line = append(line, ',')
	if n < 2 {
		return line
	}
	return words.AppendNumber(line, mcse)
}
