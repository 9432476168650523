package facts

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/expr-lang/expr/types"

	"skillmix/sim"
)

// A Prepared is a fact whose every name and expression has been checked
// against what runs record. It is not changed by use.
type Prepared struct {
	Fact
	statistics   []prepared
	expectations []expected
}

// prepared is a statistic with what it needs to be taken.
type prepared struct {
	Statistic
	group, column int // of a series
	where         *expression
	columns       []*expression
	making        *making
}

// expected is an expectation with its expressions.
type expected struct {
	Expectation
	value, direction *expression
}

// Prepare checks a fact against a layout and tables, of which only the names
// and kinds of columns matter. The error joins a Problem for each thing that
// is wrong.
func Prepare(fact Fact, layout *sim.Layout, tables map[string]*Table) (*Prepared, error) {
	p := &Prepared{Fact: fact}
	var problems []error
	complain := func(err error, part ...string) {
		if err != nil {
			problems = append(problems, &Problem{part, err.Error()})
		}
	}
	for _, statistic := range fact.Statistics {
		ready, key, err := fact.prepare(statistic, layout, tables)
		complain(err, "statistics", statistic.Name, key)
		p.statistics = append(p.statistics, ready)
	}
	names := types.Map{}
	for _, arm := range fact.Arms {
		inner := types.Map{}
		for i := range fact.Statistics {
			if fact.Statistics[i].in(arm.Name) {
				inner[fact.Statistics[i].Name] = types.Float64
			}
		}
		names[arm.Name] = inner
	}
	for i, expectation := range fact.Expectations {
		e := expected{Expectation: expectation}
		var err error
		if e.value, err = compile(expectation.Expression, names, false); err != nil {
			complain(fmt.Errorf("%w; statistics are written arm.statistic", err), "expectations", element(i), "expression")
		}
		if expectation.Direction != "" {
			e.direction, err = compile(expectation.Direction, names, true)
			complain(err, "expectations", element(i), "direction")
		}
		p.expectations = append(p.expectations, e)
	}
	return p, errors.Join(problems...)
}

func element(i int) string { return fmt.Sprintf("[%d]", i) }

// in reports whether a statistic is taken in an arm.
func (s *Statistic) in(arm string) bool { return len(s.Arms) == 0 || slices.Contains(s.Arms, arm) }

// prepare checks a statistic. key names the part that an error is about.
func (f *Fact) prepare(s Statistic, layout *sim.Layout, tables map[string]*Table) (ready prepared, key string, err error) {
	ready.Statistic = s
	if key, err = f.checkMonths(&s); err != nil {
		return ready, key, err
	}
	if s.Measure != "" {
		key, err = ready.series(f, layout)
		return ready, key, err
	}
	key, err = ready.table(tables)
	return ready, key, err
}

// checkMonths fails where a month is outside a run.
func (f *Fact) checkMonths(s *Statistic) (key string, err error) {
	for _, arm := range f.Arms {
		if !s.in(arm.Name) {
			continue
		}
		last := arm.Start + sim.Month(f.Months) - 1
		for _, month := range []struct {
			key  string
			when When
		}{{"at", s.At}, {"from", s.From}, {"until", s.Until}} {
			if i := month.when.in(arm.Start); month.when.given() && (i < 0 || i >= f.Months) {
				return month.key, fmt.Errorf("is outside the run of arm %s, which lasts from %v to %v, %d months", arm.Name, arm.Start, last, f.Months)
			}
		}
		if first, last := s.window(arm.Start, f.Months); first > last {
			return "until", errors.New("is before from")
		}
	}
	return "", nil
}

// window returns the first and last month that a statistic looks at, counted
// from 0.
func (s *Statistic) window(start sim.Month, months int) (first, last int) {
	if s.At.given() {
		return s.At.in(start), s.At.in(start)
	}
	first, last = 0, months-1
	if s.From.given() {
		first = s.From.in(start)
	}
	if s.Until.given() {
		last = s.Until.in(start)
	}
	return first, last
}

// series finds the group and the measure.
func (s *prepared) series(f *Fact, layout *sim.Layout) (key string, err error) {
	if s.group = layout.Group(s.Setting, s.Group); s.group < 0 {
		return "group", fmt.Errorf("nothing is recorded for group %q of setting %q in this population", s.Group, s.Setting)
	}
	if s.column = layout.Column(s.Measure); s.column < 0 {
		return "measure", fmt.Errorf("there is no measure %q", s.Measure)
	}
	if !layout.Has(s.group, s.column) {
		return "measure", fmt.Errorf("%s is not recorded for group %q of setting %q", s.Measure, s.Group, s.Setting)
	}
	if s.TimeTo == nil && !s.At.given() && s.Of != "sum" && s.Of != "mean" {
		return "of", fmt.Errorf(`%q cannot be made of a series; "sum" or "mean" can`, s.Of)
	}
	if layout.Groups[s.group].Cadence == sim.Yearly {
		for _, arm := range f.Arms {
			if first, last := s.window(arm.Start, f.Months); s.in(arm.Name) && !hasMarch(arm.Start, first, last) {
				return "at", fmt.Errorf("group %q is recorded in March only, and there is none in arm %s", s.Group, arm.Name)
			}
		}
	}
	return "", nil
}

// hasMarch reports whether a window of a run has the end of a financial year.
func hasMarch(start sim.Month, first, last int) bool {
	for i := first; i <= last; i++ {
		if (start + sim.Month(i)).OfFinancialYear() == 11 {
			return true
		}
	}
	return false
}

// table checks the expressions over a table's columns.
func (s *prepared) table(tables map[string]*Table) (key string, err error) {
	table, found := tables[s.Table]
	if !found {
		names := make([]string, 0, len(tables))
		for name := range tables {
			names = append(names, name)
		}
		slices.Sort(names)
		return "table", fmt.Errorf("there is no table %q; there are %s", s.Table, strings.Join(names, ", "))
	}
	for i := range makings {
		if makings[i].name == s.Of {
			s.making = &makings[i]
		}
	}
	columns, labels := types.Map{}, map[string]bool{}
	for _, column := range table.Columns {
		columns[column.Name] = types.Float64
		if column.Labels != nil {
			columns[column.Name], labels[column.Name] = types.String, true
		}
	}
	switch {
	case s.making == nil:
		return "of", fmt.Errorf("%q cannot be made of rows; there are %s", s.Of, strings.Join(Makings(), ", "))
	case len(s.Columns) != s.making.columns:
		return "column", fmt.Errorf("%s needs %d expressions over columns, not %d", s.Of, s.making.columns, len(s.Columns))
	case s.Of == "variance_share" && (len(s.Within) == 0 || len(s.Less) == 0):
		return "within", errors.New(`variance_share needs within = the columns that name a group, and less = those whose means are taken away first`)
	}
	for _, label := range append(slices.Clone(s.Within), s.Less...) {
		if !labels[label] {
			return "within", fmt.Errorf("table %s has no column of labels %q", s.Table, label)
		}
	}
	if s.Where != "" {
		if s.where, err = compile(s.Where, columns, true); err != nil {
			return "where", fmt.Errorf("%w; see the columns of table %s", err, s.Table)
		}
	}
	for _, text := range s.Columns {
		column, err := compile(text, columns, false)
		if err != nil {
			return "column", fmt.Errorf("%w; see the columns of table %s", err, s.Table)
		}
		s.columns = append(s.columns, column)
	}
	return "", nil
}
