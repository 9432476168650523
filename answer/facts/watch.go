package facts

import (
	"fmt"
	"math"
	"strings"

	"github.com/expr-lang/expr/vm"

	"skillmix/sim"
)

// A Watch takes a fact's statistics in one run of one arm, month by month, so
// that nothing but them is kept.
type Watch struct {
	of      *Prepared
	arm     Arm
	taken   []taken // by statistic
	machine vm.VM
}

// taken is what a statistic has seen so far.
type taken struct {
	in          bool // the arm has it
	first, last int  // months, counted from 0
	value       float64
	months      int // with a value
	rows        rows
	names       map[string]any // scratch: one row's values
}

// Watch begins a run of the named arm.
func (p *Prepared) Watch(arm string) *Watch {
	w := &Watch{of: p, taken: make([]taken, len(p.statistics))}
	for _, known := range p.Arms {
		if known.Name == arm {
			w.arm = known
		}
	}
	for i := range p.statistics {
		s, t := &p.statistics[i], &w.taken[i]
		t.in = s.in(arm)
		t.first, t.last = s.window(w.arm.Start, p.Months)
		if s.TimeTo != nil {
			t.value = float64(p.Months + 1)
		}
	}
	return w
}

// Month looks at a month, counted from 0, when it has ended: at what was
// recorded, and at tables, which it asks for only where it needs them.
func (w *Watch) Month(i int, row *sim.Row, table func(name string) (*Table, error)) error {
	for at := range w.taken {
		t, s := &w.taken[at], &w.of.statistics[at]
		if !t.in || i < t.first || i > t.last {
			continue
		}
		if s.Measure != "" {
			if value, recorded := row.Value(s.group, s.column); recorded {
				t.series(s, i, value)
			}
			continue
		}
		look, err := table(s.Table)
		if err == nil {
			err = w.rows(s, t, look)
		}
		if err != nil {
			return fmt.Errorf("statistic %s: %w", s.Name, err)
		}
	}
	return nil
}

// series takes a month's value of a series.
func (t *taken) series(s *prepared, i int, value float64) {
	switch {
	case s.TimeTo == nil:
		t.value += value
		t.months++
	case t.months == 0 && value >= *s.TimeTo:
		t.value = float64(i + 1)
		t.months++
	}
}

// rows takes the rows of a table that count.
func (w *Watch) rows(s *prepared, t *taken, table *Table) error {
	if t.names == nil {
		t.names = map[string]any{}
	}
	columns := map[string]*Column{}
	for i := range table.Columns {
		columns[table.Columns[i].Name] = &table.Columns[i]
	}
	for row := range table.Rows {
		if s.where != nil {
			counts, err := w.value(s.where, t.names, columns, row)
			if err != nil {
				return err
			}
			if counts == 0 {
				continue
			}
		}
		if len(s.columns) == 0 {
			t.rows.values[0] = append(t.rows.values[0], 1)
		}
		for c, column := range s.columns {
			value, err := w.value(column, t.names, columns, row)
			if err != nil {
				return err
			}
			t.rows.values[c] = append(t.rows.values[c], value)
		}
		if len(s.Within) > 0 {
			t.rows.within = append(t.rows.within, label(s.Within, columns, row))
			t.rows.less = append(t.rows.less, label(s.Less, columns, row))
		}
	}
	return nil
}

// value runs an expression on a row.
func (w *Watch) value(x *expression, names map[string]any, columns map[string]*Column, row int) (float64, error) {
	for _, name := range x.names {
		column, found := columns[name]
		switch {
		case !found:
			return 0, fmt.Errorf("the table of this world has no column %q", name)
		case column.Labels != nil:
			names[name] = column.Labels[row]
		default:
			names[name] = column.Numbers[row]
		}
	}
	return x.value(&w.machine, names)
}

// label joins a row's labels to the name of a group.
func label(names []string, columns map[string]*Column, row int) string {
	parts := make([]string, len(names))
	for i, name := range names {
		parts[i] = columns[name].Labels[row]
	}
	return strings.Join(parts, "\x00")
}

// Values returns the run's statistics in the fact's order: not a number for
// those that the arm does not have, and for those that are not defined.
func (w *Watch) Values() []float64 {
	values := make([]float64, len(w.taken))
	for i := range w.taken {
		t, s := &w.taken[i], &w.of.statistics[i]
		switch {
		case !t.in:
			values[i] = math.NaN()
		case s.Measure == "":
			values[i] = s.making.of(&s.Statistic, &t.rows)
		case s.Of == "mean":
			values[i] = t.value / float64(t.months)
		default:
			values[i] = t.value
		}
	}
	return values
}
