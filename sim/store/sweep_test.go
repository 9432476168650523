package store

import (
	"slices"
	"testing"

	"skillmix/sim"
)

func TestPartPairs(t *testing.T) {
	cases := []struct {
		design sim.Design
		months int
		units  int
		want   int
		reason string
	}{
		{sim.Design{Worlds: 1, Sets: 1, Points: 1, Replicates: 1}, 12, 0, 1, "a part has at least a pair"},
		{sim.Design{Worlds: 2, Sets: 2, Points: 1, Replicates: 7}, 12, 0, 1, "fewer pairs than parts are wanted"},
		{sim.Design{Worlds: 2, Sets: 2, Points: 1, Replicates: 64}, 12, 0, 8, "an eighth of the pairs, so that even a small sweep can go on"},
		{sim.Design{Worlds: 2, Sets: 2, Points: 1, Replicates: 10_000}, 12, 0, 16, "64 runs of 4 in a pair"},
		{sim.Design{Worlds: 3, Sets: 1, Points: 10, Replicates: 1000}, 12, 0, 21, "64 runs of 3 in a pair, rounded down"},
		{sim.Design{Worlds: 1, Sets: 1, Points: 1_000_000, Replicates: 1_000_000}, 12, 0, 64, "a huge design counts no runs"},
		{sim.Design{Worlds: 2, Sets: 2, Points: 1, Replicates: 10_000}, 12, 1 << 20, 1, "units of a megabyte: one pair of four runs"},
		{sim.Design{Worlds: 1, Sets: 1, Points: 1, Replicates: 10_000}, 12, 1 << 20, 5, "units of a megabyte and a record: five runs in 6 MiB"},
		{sim.Design{Worlds: 1, Sets: 1, Points: 1, Replicates: 10_000}, 12_000, 0, 30, "12,000 months of 2 values and 1,000 Marches of 2 more: 208,000 bytes each, of 6 MiB"},
		{sim.Design{Worlds: 2, Sets: 2, Points: 1, Replicates: 10_000}, 12, 1 << 30, 1, "what fits in no part is a part of one pair"},
	}
	for _, c := range cases {
		sweep := &Sweep{
			Experiment: &sim.Experiment{Layout: toyLayout(t), Start: sim.MonthOf(2019, 4), Months: c.months},
			Design:     c.design, UnitBytes: c.units,
		}
		if got := sweep.PartPairs(); got != c.want {
			t.Errorf("%+v: %d pairs; want %d: %s", c.design, got, c.want, c.reason)
		}
		// Parts cover all pairs, each once.
		parts, next := sweep.Parts(), 0
		for _, part := range []int{0, 1, 2, parts - 2, parts - 1} {
			if part < 0 || part >= parts {
				continue
			}
			first, last := sweep.pairs(part)
			if part <= 2 && first != next && part != parts-2 && part != parts-1 || last <= first || sweep.Runs(part) != (last-first)*c.design.Together() {
				t.Errorf("%s: part %d of %d has pairs %d to %d", c.reason, part, parts, first, last)
			}
			next = last
		}
		if next != c.design.Pairs() {
			t.Errorf("%s: the last part ends with pair %d of %d", c.reason, next, c.design.Pairs())
		}
	}
}

// Where two columns have one name, readers take either, or refuse.
func TestColumnsHaveDifferentNames(t *testing.T) {
	sweep := usual.sweep(t)
	units := (&toyWalk{toy: &usual}).Units()
	for table, columns := range map[string][]column{RunsTable: sweep.runColumns(), SeriesTable: sweep.seriesColumns(), UnitsTable: unitColumns(units)} {
		var names []string
		for _, column := range columns {
			names = append(names, column.name)
		}
		slices.Sort(names)
		if unique := slices.Compact(slices.Clone(names)); len(unique) != len(names) || len(names) < 6 {
			t.Errorf("%s: %v", table, names)
		}
	}
}
