package sim_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"skillmix/sim"
)

// Twelve months from June: a monthly and a yearly group, then a yearly alone.
func TestLines(t *testing.T) {
	june := sim.MonthOf(2019, 6)
	both := []sim.Group{{Setting: "a", Cadence: sim.Yearly, Columns: []int{0}}, {Setting: "b", Columns: []int{0}}}
	layout, err := sim.NewLayout(columns, both)
	if err != nil {
		t.Fatal(err)
	}
	lines := layout.Lines(june, 12)
	if len(lines) != 13 {
		t.Fatalf("%d lines, want one a month and one more in March", len(lines))
	}
	march := []sim.Line{{9, sim.MonthOf(2020, 3), 0, 1}, {9, sim.MonthOf(2020, 3), 1, 1}}
	if diff := cmp.Diff(march, lines[9:11]); diff != "" {
		t.Errorf("March (-want +got):\n%s", diff)
	}
	if layout, err = sim.NewLayout(columns, both[:1]); err != nil {
		t.Fatal(err)
	}
	want := []sim.Line{{9, sim.MonthOf(2020, 3), 0, 10}, {11, sim.MonthOf(2020, 5), 0, 2}}
	if diff := cmp.Diff(want, layout.Lines(june, 12)); diff != "" {
		t.Errorf("yearly alone (-want +got):\n%s", diff)
	}
}

// What a layout of yearly groups alone has not is not observed.
func TestYearlyRecordsAreObservedSeldom(t *testing.T) {
	layout, err := sim.NewLayout(columns, []sim.Group{{Setting: "a", Cadence: sim.Yearly, Columns: []int{0}}})
	if err != nil {
		t.Fatal(err)
	}
	record := sim.NewRecord(layout, sim.MonthOf(2019, 6), 12)
	counted := &looks{}
	sim.Simulate(counted, record)
	if counted.steps != 12 || counted.looks != 2 {
		t.Errorf("%d steps and %d looks, want 12 and 2", counted.steps, counted.looks)
	}
	for i := range record.Months() {
		if _, kept := record.Value(i, 0, 0); kept != (i == 9 || i == 11) {
			t.Errorf("month %d is kept: %v", i, kept)
		}
	}
}

type looks struct{ steps, looks int }

func (l *looks) Step(sim.Month)   { l.steps++ }
func (l *looks) Observe(*sim.Row) { l.looks++ }
