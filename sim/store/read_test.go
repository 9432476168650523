package store

import (
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"skillmix/sim"
)

// What is read is what the models left, bit by bit.
func TestWhatIsReadIsWhatWasWritten(t *testing.T) {
	y := toy{points: 3, replicates: 6, bad: func(place sim.Place) error {
		if place.Replicate == 1 && place.Point != 1 || place.World == 0 && place.Set == 1 && place.Replicate == 4 {
			return errToy
		}
		return nil
	}}
	sweep := y.sweep(t)
	r := reader(t, sweep, made(t, sweep, 2))
	sound := y
	sound.bad = nil
	records := map[sim.Place]*sim.Record{}
	for i := range sweep.Design.Len() {
		if place := sweep.Design.Place(i); y.bad(place) == nil {
			records[place] = sound.record(t, place)
		}
	}
	if want := len(sweep.Experiment.Layout.Lines(sweep.Experiment.Start, toyMonths)); len(r.Lines()) != want || want != 15 {
		t.Fatalf("%d lines; want %d: fourteen months and a March", len(r.Lines()), want)
	}
	layout := sweep.Experiment.Layout
	rapid.Check(t, func(t *rapid.T) {
		set, column := rapid.IntRange(0, 1).Draw(t, "set"), rapid.IntRange(0, 2).Draw(t, "column")
		first := rapid.IntRange(0, 14).Draw(t, "first")
		last := rapid.IntRange(first+1, 15).Draw(t, "last")
		into := r.room(last - first)
		for i := range into {
			for pair := range into[i] {
				into[i][pair] = 42 // what was there must go
			}
		}
		if err := r.Read(set, column, first, last, into); err != nil {
			t.Fatal(err)
		}
		for world := range 2 {
			for at := first; at < last; at++ {
				line := r.Lines()[at]
				for pair := range 18 {
					want := math.NaN()
					if record := records[sim.Place{Replicate: pair / 3, Point: pair % 3, Set: set, World: world}]; record != nil && layout.Has(line.Group, column) {
						want, _ = record.Value(line.I, line.Group, column)
					}
					if got := into[world*(last-first)+at-first][pair]; math.Float64bits(got) != math.Float64bits(want) && !(math.IsNaN(got) && math.IsNaN(want)) {
						t.Fatalf("world %d, %v of %s, pair %d: %v; want %v", world, line.Month, layout.Groups[line.Group].Name, pair, got, want)
					}
				}
			}
		}
	})
}

// Long columns are written in several pages and handed on in several pieces.
func TestLongColumnsAreRead(t *testing.T) {
	y := toy{points: 1, replicates: 128}
	sweep := y.sweep(t)
	sweep.Experiment.Months = 400
	r := reader(t, sweep, made(t, sweep, 2))
	if rows := len(r.Lines()) * 64; rows < 4*manyValues || sweep.Runs(0) != 64 {
		t.Fatalf("%d rows in %d runs of a part: nothing is long", rows, sweep.Runs(0))
	}
	e := sweep.Experiment
	into := r.room(len(r.Lines()))
	must(t, r.Read(1, 0, 0, len(r.Lines()), into))
	for _, pair := range []int{0, 15, 16, 127} {
		model, err := e.NewWorker().Start(e.Run(sweep.Design.Index(sim.Place{Replicate: pair, Set: 1, World: 1})))
		must(t, err)
		record := sim.NewRecord(e.Layout, e.Start, e.Months)
		sim.Simulate(model, record)
		for at, line := range r.Lines() {
			if want, _ := record.Value(line.I, line.Group, 0); into[len(r.Lines())+at][pair] != want {
				t.Fatalf("pair %d, %v: %v; want %v", pair, line.Month, into[len(r.Lines())+at][pair], want)
			}
		}
	}
}

func TestWhatCannotBeReadIsNamed(t *testing.T) {
	sweep := toy{points: 1, replicates: 2}.sweep(t)
	sound := made(t, sweep, 1) + unfinished
	for name, damage := range damages {
		if name == "flipped" || name == "longer" {
			continue // only checksums tell
		}
		for _, table := range []string{RunsTable, SeriesTable} {
			folder := filepath.Join(t.TempDir(), "result")
			must(t, os.CopyFS(folder, os.DirFS(sound)))
			bad := partName(table, 1)
			damage(t, filepath.Join(folder, bad))
			r, err := NewReader(folder, sweep, 2)
			if table == SeriesTable {
				must(t, err)
				err = r.Read(0, 0, 0, 1, r.room(1))
			}
			if unreadable := (*ReadError)(nil); !errors.As(err, &unreadable) || !strings.Contains(filepath.ToSlash(err.Error()), bad) {
				t.Errorf("%s %s: error %v; want a ReadError that names it", bad, name, err)
			}
		}
	}
	t.Run("another sweep's part", func(t *testing.T) {
		folder := filepath.Join(t.TempDir(), "result")
		must(t, os.CopyFS(folder, os.DirFS(sound)))
		larger := toy{points: 1, replicates: 16}.sweep(t)
		if _, err := NewReader(folder, larger, 1); err == nil {
			t.Error("a part with fewer runs than the sweep's is read")
		}
	})
}

// The twin of a table has the same rows, and each number with all its digits.
func TestTwins(t *testing.T) {
	y := usual
	sweep := y.sweep(t)
	target := made(t, sweep, 2)
	r := reader(t, sweep, target)
	folder := opened(t, target)
	defer folder.Leave()
	must(t, r.WriteTwins(folder))
	for _, name := range []string{"runs.csv", "series.csv", "units.csv"} {
		if _, err := os.Stat(filepath.Join(folder.Path(), name)); err != nil {
			t.Error(err)
		}
	}
	heads := map[string][]string{
		RunsTable:   {"scenario", "judged", "point", "replicate", "status", "reason", "weather", "wind", "last_posts"},
		SeriesTable: {"scenario", "judged", "point", "replicate", "month", "months", "setting", "group", "posts", "joy", "spent"},
		UnitsTable:  {"scenario", "judged", "point", "replicate", "unit", "height"},
	}
	heights := map[sim.Place]float64{}
	for i := range sweep.Design.Len() {
		model, err := sweep.Experiment.NewWorker().Start(sweep.Experiment.Run(i))
		must(t, err)
		for month := range toyMonths {
			model.Step(sweep.Experiment.Start + sim.Month(month))
		}
		heights[sweep.Design.Place(i)] = model.(*toyWalk).at
	}
	for table, want := range heads {
		rows := twin(t, r, table)
		if diff := cmp.Diff(want, rows[0]); diff != "" {
			t.Errorf("columns of %s (-want +got):\n%s", table, diff)
		}
		records := map[sim.Place]*sim.Record{}
		for _, row := range rows[1:] {
			place := placeOf(t, sweep, row)
			if records[place] == nil {
				records[place] = y.record(t, place)
			}
			record := records[place]
			last, _ := record.Value(toyMonths-1, 1, 0)
			var got, want []string
			switch table {
			case RunsTable:
				weather := ""
				if place.Point > 0 {
					weather = fmt.Sprintf("w%d", place.Point)
				}
				got, want = row[4:], []string{"done", "", weather, digits(0.1 * float64(place.Replicate)), digits(last)}
			case SeriesTable:
				month, err := sim.ParseMonth(row[4])
				must(t, err)
				group := map[string]int{"role:acp": 0, "all": 1}[row[7]]
				want = []string{"1", "trust", row[7]}
				for column := range 3 {
					value, kept := record.Value(int(month-record.Month(0)), group, column)
					if !kept {
						value = math.NaN()
					}
					want = append(want, digits(value))
				}
				got = row[5:]
			case UnitsTable:
				got, want = row[4:], []string{fmt.Sprintf("R%d", place.Replicate), digits(heights[place])}
				if row[4] == "" {
					want = []string{"", ""} // the second unit has no name and no height
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("%s: the row of %+v (-want +got):\n%s", table, place, diff)
			}
		}
		if want := map[string]int{RunsTable: 72, SeriesTable: 72 * 15, UnitsTable: 72 * 2}[table]; len(rows)-1 != want || len(records) != 72 {
			t.Errorf("%s has %d rows of %d runs; want %d of 72", table, len(rows)-1, len(records), want)
		}
	}
	t.Run("a folder in the way", func(t *testing.T) {
		in := filepath.Join(folder.Path(), "series.csv")
		must(t, os.Remove(in))
		must(t, os.MkdirAll(filepath.Join(in, "thesis"), 0o777))
		if err := r.WriteTwins(folder); err == nil || !strings.Contains(err.Error(), "series.csv") {
			t.Errorf("error %v; want one that names it", err)
		}
	})
	t.Run("a disk that is full", func(t *testing.T) {
		full := errors.New("disk full")
		for _, table := range []string{RunsTable, SeriesTable, UnitsTable} {
			if err := r.writeTwin(failing{full}, table); !errors.Is(err, full) {
				t.Errorf("%s: error %v; want that of the writer", table, err)
			}
		}
	})
}

// digits writes a number as a twin does, or nothing.
func digits(value float64) string {
	if math.IsNaN(value) {
		return ""
	}
	return strconv.FormatFloat(value, 'g', -1, 64)
}

// failing is a writer that cannot.
type failing struct{ cause error }

func (f failing) Write([]byte) (int, error) { return 0, f.cause }

// A part's writers tell what their file tells them.
func TestAFullDiskIsTold(t *testing.T) {
	sweep := usual.sweep(t)
	p := sweep.newPart(0)
	for i := range p.outcomes {
		place := sweep.Design.Place(i)
		p.outcomes[i] = sim.Outcome{Record: usual.record(t, place), Units: (&toyWalk{toy: &usual, place: place}).Units()}
	}
	full := errors.New("disk full")
	for table, write := range map[string]func(w io.Writer) error{RunsTable: p.writeRuns, SeriesTable: p.writeSeries, UnitsTable: p.writeUnits} {
		if err := write(failing{full}); !errors.Is(err, full) {
			t.Errorf("%s: error %v; want that of the writer", table, err)
		}
	}
}
