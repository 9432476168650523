package twins

import (
	"encoding/csv"
	"fmt"
	"io"
)

// whoColumns say which unit a row is about.
var whoColumns = []string{"code", "setting", "organisation", "area", "kind", "service"}

// who are a unit's fields in those columns.
func (u *Unit) who() []string {
	return []string{u.Code, u.Setting(), u.Organisation, u.Area, u.Kind, u.Service}
}

// Setting returns the setting of a unit as tables write it.
func (u *Unit) Setting() string {
	if u.Network {
		return "pcn"
	}
	return "trust"
}

// WriteFlips writes a row for each unit that flips, as CSV.
func (f *Flips) WriteFlips(w io.Writer) error {
	rows := [][]string{append(whoColumns[:len(whoColumns):len(whoColumns)],
		"adopts_in", "adopted", "parted", "parted_kind", "parted_by", "lead", "lead_kind", "lead_by")}
	for i := range f.Rows {
		flip := &f.Rows[i]
		h := f.Worlds[flip.In]
		row := append(h.Units[flip.Unit].who(), h.World, f.monthOf(flip.Adopted),
			f.monthOf(flip.Parted.Month), flip.Parted.Kind, flip.PartedBy)
		if lead := flip.Lead; lead != nil {
			row = append(row, f.monthOf(lead.Month), lead.Kind, flip.LeadBy)
		} else {
			row = append(row, "", "", "")
		}
		rows = append(rows, row)
	}
	return csv.NewWriter(w).WriteAll(rows)
}

// WriteUnits writes a row for each unit, as CSV: when it adopts in each world, its
// cases, those that passed, and the posts that it holds in the end.
func (f *Flips) WriteUnits(w io.Writer) error {
	head := whoColumns[:len(whoColumns):len(whoColumns)]
	for _, h := range f.Worlds {
		for _, what := range [...]string{"adopted", "cases", "passed", "held"} {
			head = append(head, what+"_"+h.World)
		}
	}
	rows := [][]string{head}
	for unit := range f.Worlds[0].Units {
		row := f.Worlds[0].Units[unit].who()
		for world, h := range f.Worlds {
			row = append(row, f.monthOf(f.Adopted[world][unit]), fmt.Sprint(len(h.Cases[unit])), fmt.Sprint(h.passed(unit)),
				fmt.Sprint(h.States[h.Months-1][unit].Held))
		}
		rows = append(rows, row)
	}
	return csv.NewWriter(w).WriteAll(rows)
}

// monthOf writes a month of the run as 2021-06, and nothing for never.
func (f *Flips) monthOf(month int) string {
	if month == Never {
		return ""
	}
	return f.Worlds[0].month(month).String()
}
