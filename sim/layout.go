package sim

import "fmt"

// Kind says how a column's values are to be read.
type Kind uint8

const (
	// Stock is a state at the end of the month.
	Stock Kind = iota
	// Flow is what happened within the month.
	Flow
	// Money is a flow in pounds within the month.
	Money
	// Balance is a sum of pounds at the end of the month.
	Balance
	// Mean is an average over units at the end of the month.
	Mean
	// Ratio is a share or a rate at the end of the month.
	Ratio
)

// String returns the kind's name.
func (k Kind) String() string {
	return [...]string{"stock", "flow", "money", "balance", "mean", "ratio"}[k]
}

// A Column is a measure: a name, its unit, its kind and what it means.
type Column struct {
	Name    string
	Unit    string
	Kind    Kind
	Meaning string
}

// Cadence says in which months a group is recorded.
type Cadence uint8

const (
	// Monthly groups have a row for every month.
	Monthly Cadence = iota
	// Yearly groups have a row for March, the end of the financial year.
	Yearly
)

// A Group is one cut of the model that is recorded: a setting, a name within
// it, how often, and which columns it has (indices into Layout.Columns, in
// rising order).
type Group struct {
	Setting string
	Name    string
	Cadence Cadence
	Columns []int
}

// A Layout is the shape of every record of an experiment, declared once:
// which measures exist and for which groups they are kept.
type Layout struct {
	Columns []Column
	Groups  []Group

	offset  [][]int32 // [group][column] place in a month's values, -1 where absent
	width   int       // values of a month with yearly groups
	monthly int       // values of a month without
}

// NewLayout lays out columns and groups. It fails on a repeated column or
// group and on a column index that is out of range or twice in a group.
func NewLayout(columns []Column, groups []Group) (*Layout, error) {
	layout := &Layout{Columns: columns, Groups: groups}
	names := make(map[string]bool)
	for _, column := range columns {
		if names[column.Name] {
			return nil, fmt.Errorf("sim: column %q is declared twice", column.Name)
		}
		names[column.Name] = true
	}
	layout.offset = make([][]int32, len(groups))
	for _, cadence := range []Cadence{Monthly, Yearly} {
		for g, group := range groups {
			if group.Cadence != cadence {
				continue
			}
			key := group.Setting + "\x00" + group.Name
			if names[key] {
				return nil, fmt.Errorf("sim: group %s %q is declared twice", group.Setting, group.Name)
			}
			names[key] = true
			places := make([]int32, len(columns))
			for i := range places {
				places[i] = -1
			}
			for _, column := range group.Columns {
				if column < 0 || column >= len(columns) {
					return nil, fmt.Errorf("sim: group %s %q names column %d of %d", group.Setting, group.Name, column, len(columns))
				}
				if places[column] >= 0 {
					return nil, fmt.Errorf("sim: group %s %q names column %q twice", group.Setting, group.Name, columns[column].Name)
				}
				places[column] = int32(layout.width)
				layout.width++
			}
			layout.offset[g] = places
		}
		if cadence == Monthly {
			layout.monthly = layout.width
		}
	}
	return layout, nil
}

// Column returns the index of the named column, or -1.
func (l *Layout) Column(name string) int {
	for i := range l.Columns {
		if l.Columns[i].Name == name {
			return i
		}
	}
	return -1
}

// Group returns the index of the group of that setting and name, or -1.
func (l *Layout) Group(setting, name string) int {
	for i := range l.Groups {
		if l.Groups[i].Setting == setting && l.Groups[i].Name == name {
			return i
		}
	}
	return -1
}

// Has reports whether the group keeps the column.
func (l *Layout) Has(group, column int) bool { return l.offset[group][column] >= 0 }
