package store

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"skillmix/sim"
)

// faulty is a toy some of whose runs fail: all of part 1, and one world of a pair in
// part 2.
var faulty = toy{points: 1, replicates: 16, units: true, bad: func(place sim.Place) error {
	switch {
	case place.Replicate/2 == 1:
		return errToy
	case place.Replicate == 5 && place.World == 1 && place.Set == 0:
		panic("a storm, \"too\" strong")
	}
	return nil
}}

func TestAFailedRunIsARowWithItsReason(t *testing.T) {
	sweep := faulty.sweep(t)
	target := filepath.Join(t.TempDir(), "result")
	folder := opened(t, target)
	defer folder.Leave()
	failed, told := 0, 0
	j := job(sweep, folder, 2)
	j.Done = func(bad bool) {
		if told++; bad {
			failed++
		}
	}
	must(t, j.Run(context.Background()))
	if told != 64 || failed != 9 {
		t.Errorf("told of %d runs, %d of them failed; want 64 and 9", told, failed)
	}
	r := reader(t, sweep, target)
	if r.Failed() != 9 || r.Pairs() != 16 {
		t.Errorf("%d of %d pairs' runs failed; want 9 of 16", r.Failed(), r.Pairs())
	}
	rows := twin(t, r, RunsTable)
	if len(rows) != 65 {
		t.Fatalf("%d rows; want a head and 64 runs", len(rows))
	}
	seen := map[sim.Place]bool{}
	for _, row := range rows[1:] {
		place := placeOf(t, sweep, row)
		seen[place] = true
		status, reason := "done", ""
		switch {
		case place.Replicate/2 == 1:
			status, reason = "failed", "the walk fell over"
		case place.Replicate == 5 && place.World == 1 && place.Set == 0:
			status, reason = "failed", "panic: a storm, \"too\" strong"
		}
		if row[4] != status || row[5] != reason {
			t.Errorf("%+v is %q because of %q; want %q and %q", place, row[4], row[5], status, reason)
		}
		if row[7] != fmt.Sprint(0.1*float64(place.Replicate)) {
			t.Errorf("%+v: the wind is %q; what was tried is told of failed runs too", place, row[7])
		}
		if (row[8] == "") != (status == "failed") {
			t.Errorf("%+v: the headline is %q", place, row[8])
		}
		if pair := place.Replicate; r.Done(place.Set, place.World, pair) != (status == "done") {
			t.Errorf("%+v: Done is %v", place, r.Done(place.Set, place.World, pair))
		}
	}
	if len(seen) != 64 {
		t.Errorf("%d different runs; want 64", len(seen))
	}
	for set := range 2 {
		into := r.room(len(r.Lines()))
		must(t, r.Read(set, 0, 0, len(r.Lines()), into))
		for i, values := range into {
			for pair, value := range values {
				if done := r.Done(set, i/len(r.Lines()), pair); math.IsNaN(value) == done {
					t.Fatalf("set %d, world %d, pair %d: %v, though done is %v", set, i/len(r.Lines()), pair, value, done)
				}
			}
		}
	}
	for table, want := range map[string]int{SeriesTable: 55 * 15, UnitsTable: 55 * 2} {
		rows := twin(t, r, table)
		if len(rows)-1 != want {
			t.Errorf("%s has %d rows; want %d, none of failed runs", table, len(rows)-1, want)
		}
		for _, row := range rows[1:] {
			if place := placeOf(t, sweep, row); !r.Done(place.Set, place.World, place.Replicate) {
				t.Fatalf("%s has a row of the failed run %+v", table, place)
			}
		}
	}
}

// All parts of a table have the same columns, whatever failed: programs that read a
// folder of parts take those of the first.
func TestPartsOfATableHaveTheSameColumns(t *testing.T) {
	for name, bad := range map[string]func(place sim.Place) error{
		"the first part fails": func(place sim.Place) error {
			if place.Replicate < 2 {
				return errToy
			}
			return nil
		},
		"the last part fails": func(place sim.Place) error {
			if place.Replicate >= 14 {
				return errToy
			}
			return nil
		},
	} {
		t.Run(name, func(t *testing.T) {
			sweep := toy{points: 1, replicates: 16, units: true, bad: bad}.sweep(t)
			r := reader(t, sweep, made(t, sweep, 2))
			for _, table := range []string{RunsTable, SeriesTable, UnitsTable} {
				var want []string
				for part := range sweep.Parts() {
					head := headOfPart(t, r, table, part)
					if want == nil {
						want = head
					}
					if diff := cmp.Diff(want, head); diff != "" {
						t.Errorf("%s: part 0 and part %d have other columns (-0 +%d):\n%s", table, part, part, diff)
					}
				}
			}
			if diff := cmp.Diff([]string{"scenario", "judged", "point", "replicate", "unit", "height"}, twin(t, r, UnitsTable)[0]); diff != "" {
				t.Errorf("columns of units (-want +got):\n%s", diff)
			}
		})
	}
}

func TestAFailedRunCanStopTheSweep(t *testing.T) {
	sweep := toy{points: 3, replicates: 6, bad: func(place sim.Place) error {
		if place == (sim.Place{Replicate: 2, Point: 1, Set: 1, World: 1}) {
			return errToy
		}
		return nil
	}}.sweep(t)
	for _, jobs := range []int{1, 3} {
		target := filepath.Join(t.TempDir(), "result")
		folder := opened(t, target)
		j := job(sweep, folder, jobs)
		j.Stop = true
		err := j.Run(context.Background())
		var failed *FailedRunError
		if !errors.As(err, &failed) || !errors.Is(err, errToy) || failed.Place != (sim.Place{Replicate: 2, Point: 1, Set: 1, World: 1}) {
			t.Fatalf("%d workers: error %v; want a FailedRunError of the run", jobs, err)
		}
		if want := `a run failed: stormy, "wild", judged values held, point 1, replicate 2: the walk fell over`; err.Error() != want {
			t.Errorf("it says %q; want %q", err, want)
		}
		// The failing pair is the eighth, in the fourth part: 0 to 2 are made before it.
		if folder.Has(3) || !folder.Has(0) || !folder.Has(1) || jobs == 1 && folder.Parts() != 3 {
			t.Errorf("%d workers: %d parts are in place, the bad one: %v", jobs, folder.Parts(), folder.Has(3))
		}
		if !folder.Leave() {
			t.Errorf("%d workers: nothing stays", jobs)
		}
		folder = opened(t, target)
		must(t, job(sweep, folder, jobs).Run(context.Background())) // skips it
		if r := reader(t, sweep, target); r.Failed() != 1 || r.Done(1, 1, 7) {
			t.Errorf("%d workers: after going on without it %d runs are failed", jobs, r.Failed())
		}
		folder.Leave()
	}
}

// twin reads a table as CSV.
func twin(t *testing.T, r *Reader, table string) [][]string {
	t.Helper()
	var text bytes.Buffer
	must(t, r.writeTwin(&text, table))
	rows, err := csv.NewReader(&text).ReadAll()
	must(t, err)
	return rows
}

// headOfPart lists the columns of a part.
func headOfPart(t *testing.T, r *Reader, table string, part int) []string {
	t.Helper()
	one := *r
	one.folder, one.parts = filepath.Join(t.TempDir(), "one"), 1
	folder := &Folder{work: one.folder, shown: one.folder}
	_, err := folder.put(partName(table, 0), func(w io.Writer) error {
		_, err := io.WriteString(w, contents(t, r.folder)[partName(table, part)])
		return err
	})
	must(t, err)
	return twin(t, &one, table)[0]
}

// placeOf finds out of which run a row is.
func placeOf(t *testing.T, sweep *Sweep, row []string) (place sim.Place) {
	t.Helper()
	world, set := -1, -1
	for i, name := range sweep.Worlds {
		if row[0] == name {
			world = i
		}
	}
	for i, name := range sweep.Sets {
		if row[1] == name {
			set = i
		}
	}
	if world < 0 || set < 0 {
		t.Fatalf("the row %s is of no world", strings.Join(row, ","))
	}
	place.World, place.Set = world, set
	if _, err := fmt.Sscan(row[2]+" "+row[3], &place.Point, &place.Replicate); err != nil {
		t.Fatalf("the row %s: %v", strings.Join(row, ","), err)
	}
	return place
}
