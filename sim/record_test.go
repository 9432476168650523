package sim_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"skillmix/sim"
)

// stamp is a model that writes into every pair a number which tells the
// pair and the month, and stamps pairs that are not kept as well.
type stamp struct{ groups, columns int }

func (s stamp) Step(sim.Month) {}

func (s stamp) Observe(row *sim.Row) {
	for group := range s.groups {
		for column := range s.columns {
			row.Set(group, column, stamped(row.Month, group, column))
		}
	}
}

func stamped(month sim.Month, group, column int) float64 {
	return float64(int(month)*10_000 + group*100 + column)
}

func TestRecordKeepsEveryPairOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cols := make([]sim.Column, rapid.IntRange(1, 6).Draw(t, "columns"))
		for i := range cols {
			cols[i].Name = string(rune('a' + i))
		}
		groups := make([]sim.Group, rapid.IntRange(1, 6).Draw(t, "groups"))
		for g := range groups {
			groups[g] = sim.Group{Setting: "trust", Name: string(rune('a' + g)),
				Cadence: sim.Cadence(rapid.IntRange(0, 1).Draw(t, "cadence"))}
			for column := range cols {
				if rapid.Bool().Draw(t, "kept") {
					groups[g].Columns = append(groups[g].Columns, column)
				}
			}
		}
		layout, err := sim.NewLayout(cols, groups)
		if err != nil {
			t.Fatal(err)
		}
		start := sim.MonthOf(2019, rapid.IntRange(1, 12).Draw(t, "start"))
		record := sim.NewRecord(layout, start, rapid.IntRange(0, 30).Draw(t, "months"))
		sim.Simulate(stamp{len(groups), len(cols)}, record)

		var expected []float64
		for i := range record.Months() {
			month := record.Month(i)
			march := month.OfYear() == 3
			// Yearly groups alone are recorded in the last month too.
			alone := !slices.ContainsFunc(groups, func(g sim.Group) bool { return g.Cadence == sim.Monthly && len(g.Columns) > 0 })
			yearly := march || alone && i == record.Months()-1
			for g, group := range groups {
				for column := range cols {
					value, kept := record.Value(i, g, column)
					want := slices.Contains(group.Columns, column) && (group.Cadence == sim.Monthly || yearly)
					if kept != want {
						t.Fatalf("%s, group %d, column %d: kept is %v", month, g, column, kept)
					}
					if kept && value != stamped(month, g, column) {
						t.Fatalf("%s, group %d, column %d: holds %v", month, g, column, value)
					}
					if kept {
						expected = append(expected, value)
					}
				}
			}
		}
		all := slices.Sorted(slices.Values(record.Values()))
		slices.Sort(expected)
		if !slices.Equal(all, expected) {
			t.Fatalf("the record holds %d values, its pairs hold %d, or they differ", len(all), len(expected))
		}
	})
}

// seasons lays out one monthly and one yearly group.
func seasons(t *testing.T) *sim.Layout {
	t.Helper()
	layout, err := sim.NewLayout(columns, []sim.Group{
		{Setting: "trust", Name: "a yearly group first", Cadence: sim.Yearly, Columns: []int{0, 1}},
		{Setting: "trust", Name: "all", Columns: []int{0, 2}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return layout
}

func TestRow(t *testing.T) {
	const yearly, monthly = 0, 1
	march, may := sim.MonthOf(2020, 3), sim.MonthOf(2020, 5)
	tests := []struct {
		month         sim.Month
		group, column int
		kept          bool
		reason        string
	}{
		{may, monthly, 0, true, "a monthly group has a row in any month"},
		{march, monthly, 2, true, "a monthly group has one in March too"},
		{march, yearly, 1, true, "a yearly group has one in March"},
		{may, yearly, 1, false, "a yearly group has none in May"},
		{may, monthly, 1, false, "the group does not have the column"},
		{march, yearly, 2, false, "nor in March"},
	}
	for _, test := range tests {
		row := sim.NewRow(seasons(t), test.month)
		row.Set(test.group, test.column, 42)
		value, kept := row.Value(test.group, test.column)
		if kept != test.kept || kept && value != 42 || !kept && value != 0 {
			t.Errorf("%s, group %d, column %d: %v, %v; %s", test.month, test.group, test.column, value, kept, test.reason)
		}
		for group := range 2 {
			for column := range columns {
				if value, _ := row.Value(group, column); value != 0 && (group != test.group || column != test.column) {
					t.Errorf("setting group %d, column %d also wrote group %d, column %d", test.group, test.column, group, column)
				}
			}
		}
		if want := test.group == monthly || test.month == march; row.Wants(test.group) != want {
			t.Errorf("%s: the row wants group %d: %v", test.month, test.group, !want)
		}
	}
}

func TestRecordOfNoMonths(t *testing.T) {
	record := sim.NewRecord(seasons(t), april, 0)
	sim.Simulate(stamp{2, 3}, record)
	if record.Months() != 0 || len(record.Values()) != 0 {
		t.Errorf("%d months, %d values", record.Months(), len(record.Values()))
	}
}

// diary notes in which order the engine calls a model.
type diary []string

func (d *diary) Step(month sim.Month) { *d = append(*d, "step "+month.String()) }
func (d *diary) Observe(row *sim.Row) { *d = append(*d, "observe "+row.Month.String()) }

func TestSimulateStepsThenObservesMonthByMonth(t *testing.T) {
	var notes diary
	sim.Simulate(&notes, sim.NewRecord(seasons(t), sim.MonthOf(2019, 12), 2))
	want := []string{"step 2019-12", "observe 2019-12", "step 2020-01", "observe 2020-01"}
	if !slices.Equal(notes, want) {
		t.Errorf("%q; want %q", notes, want)
	}
}

func TestSimulateAllocatesNothing(t *testing.T) {
	record := sim.NewRecord(seasons(t), april, 120)
	var model sim.Model = stamp{2, 3}
	if allocations := testing.AllocsPerRun(10, func() { sim.Simulate(model, record) }); allocations != 0 {
		t.Errorf("120 months allocate %v times", allocations)
	}
}
