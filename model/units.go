package model

import (
	"math"

	"skillmix/sim"
)

// Units returns a table of the services and networks at the month's end, with the
// columns of both. A column that only one kind has is empty for the other.
func (w *World) Units() *sim.Units {
	settings := [...]struct {
		name  string
		table *Table
	}{{"trust", w.servicesTable()}, {"pcn", w.networksTable()}}
	units := &sim.Units{Rows: settings[0].table.Rows + settings[1].table.Rows}
	setting := sim.UnitColumn{Name: "setting", Texts: make([]string, units.Rows)}
	place := map[string]int{}
	first := 0
	units.Columns = append(units.Columns, setting)
	for _, one := range settings {
		for row := range one.table.Rows {
			setting.Texts[first+row] = one.name
		}
		for i := range one.table.Columns {
			column := &one.table.Columns[i]
			at, found := place[column.Name]
			if !found {
				at = len(units.Columns)
				place[column.Name] = at
				units.Columns = append(units.Columns, emptyColumn(column, units.Rows))
			}
			copy(units.Columns[at].Numbers[min(first, len(units.Columns[at].Numbers)):], column.Numbers)
			copy(units.Columns[at].Texts[min(first, len(units.Columns[at].Texts)):], column.Labels)
		}
		first += one.table.Rows
	}
	return units
}

// emptyColumn returns a column like a table's, with a value in no row.
func emptyColumn(like *TableColumn, rows int) sim.UnitColumn {
	column := sim.UnitColumn{Name: like.Name}
	if like.Labels != nil {
		column.Texts = make([]string, rows)
		return column
	}
	column.Numbers = make([]float64, rows)
	for i := range column.Numbers {
		column.Numbers[i] = math.NaN()
	}
	return column
}
