package store

import (
	"errors"
	"math"
	"os"
	"path/filepath"
	"testing"

	"skillmix/sim"
)

// The table of runs has what the table of series has of the last month.
func TestHeadlineIsTheLastOfTheSeries(t *testing.T) {
	y := toy{points: 3, replicates: 6, bad: func(place sim.Place) error {
		if place.Replicate == 2 && place.World == 1 {
			return errToy
		}
		return nil
	}}
	sweep := y.sweep(t)
	folder := made(t, sweep, 2)
	r := reader(t, sweep, folder)
	last := -1
	for i, line := range r.Lines() {
		if line.Group == sweep.Headlines[0].Group {
			last = i
		}
	}
	for set := range sweep.Design.Sets {
		values, err := r.Headline(set, 0)
		if err != nil {
			t.Fatal(err)
		}
		into := r.room(1)
		if err := r.Read(set, sweep.Headlines[0].Column, last, last+1, into); err != nil {
			t.Fatal(err)
		}
		for world := range values {
			for pair, value := range values[world] {
				if want := into[world][pair]; value != want && !(math.IsNaN(value) && math.IsNaN(want)) {
					t.Errorf("set %d, world %d, pair %d: %v in the table of runs, %v in that of series", set, world, pair, value, want)
				}
				if failed := pair/3 == 2 && world == 1; failed != math.IsNaN(value) {
					t.Errorf("set %d, world %d, pair %d: the run failed: %v, and it has %v", set, world, pair, failed, value)
				}
			}
		}
	}
	if err := os.Truncate(filepath.Join(r.folder, filepath.FromSlash(partName(RunsTable, 0))), 100); err != nil {
		t.Fatal(err)
	}
	var unreadable *ReadError
	if _, err := r.Headline(0, 0); !errors.As(err, &unreadable) {
		t.Errorf("a damaged part gives %v", err)
	}
}
