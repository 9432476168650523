package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"testing"

	"skillmix/sim"
)

// A toy is a sweep of walks: small, and with all that a sweep can have.
type toy struct {
	points, replicates int
	units              bool
	bad                func(place sim.Place) error // why a run fails, or nil
	nudge              func(place sim.Place, month sim.Month, group, column int) float64
	describe           error
}

const toyMonths = 14 // April 2019 to May 2020: one March

// toyLayout has a group of months and one of years, which share a column.
func toyLayout(t testing.TB) *sim.Layout {
	t.Helper()
	layout, err := sim.NewLayout(
		[]sim.Column{{Name: "posts", Kind: sim.Stock}, {Name: "joy", Kind: sim.Mean}, {Name: "spent", Kind: sim.Money}},
		[]sim.Group{
			{Setting: "trust", Name: "role:acp", Cadence: sim.Yearly, Columns: []int{0, 2}},
			{Setting: "trust", Name: "all", Columns: []int{0, 1}},
		})
	if err != nil {
		t.Fatal(err)
	}
	return layout
}

func (y toy) sweep(t testing.TB) *Sweep {
	t.Helper()
	design := sim.Design{Worlds: 2, Sets: 2, Points: y.points, Replicates: y.replicates}
	sweep := &Sweep{
		Experiment: &sim.Experiment{
			Layout: toyLayout(t), Start: sim.MonthOf(2019, 4), Months: toyMonths,
			Points: design.Points * design.Together(), Replicates: design.Replicates,
			NewWorker: func() sim.Worker { return &toyWorker{toy: y, design: design} },
		},
		Design: design,
		Worlds: []string{"calm", "stormy, \"wild\""},
		Sets:   []string{"drawn", "held"},
		Labels: []string{"weather"}, Values: []string{"wind"},
		Describe: func(place sim.Place, labels []string, values []float64) error {
			if place.Point > 0 {
				labels[0] = fmt.Sprintf("w%d", place.Point)
			}
			values[0] = 0.1 * float64(place.Replicate)
			return y.describe
		},
		Headlines: []Headline{{"last_posts", 1, 0}},
	}
	if y.units {
		sweep.UnitBytes = 100
	}
	return sweep
}

// toyWorker uses one walk for all its runs.
type toyWorker struct {
	toy
	design sim.Design
	walk   toyWalk
}

func (w *toyWorker) Start(run sim.Run) (sim.Model, error) {
	w.walk = toyWalk{toy: &w.toy, place: w.design.Place(run.Replicate*w.design.Points*w.design.Together() + run.Point)}
	w.walk.luck = sim.NewChance(uint64(w.walk.place.Point), run.Replicate)
	if w.bad != nil {
		return &w.walk, w.bad(w.walk.place)
	}
	return &w.walk, nil
}

type toyWalk struct {
	*toy
	place sim.Place
	luck  sim.Chance
	at    float64
}

func (w *toyWalk) Step(month sim.Month) {
	w.at += float64(w.place.World+1) * w.luck.Draws(sim.Purpose(w.place.Set), month).Normal(0)
}

func (w *toyWalk) Observe(row *sim.Row) {
	for group := range 2 {
		for column := range 3 {
			value := w.at + float64(10*group+column)
			if column == 1 && w.at < 0 {
				value = math.NaN() // a walk below zero has no joy
			}
			if w.nudge != nil {
				value += w.nudge(w.place, row.Month, group, column)
			}
			row.Set(group, column, value)
		}
	}
}

func (w *toyWalk) Units() *sim.Units {
	return &sim.Units{Rows: 2, Columns: []sim.UnitColumn{
		{Name: "unit", Texts: []string{"R" + w.luckName(), ""}},
		{Name: "height", Numbers: []float64{w.at, math.NaN()}},
	}}
}

func (w *toyWalk) luckName() string { return fmt.Sprint(w.place.Replicate) }

// record makes the record of a run without the store.
func (y toy) record(t testing.TB, place sim.Place) *sim.Record {
	t.Helper()
	sweep := y.sweep(t)
	e := sweep.Experiment
	model, err := e.NewWorker().Start(e.Run(sweep.Design.Index(place)))
	if err != nil {
		t.Fatal(err)
	}
	record := sim.NewRecord(e.Layout, e.Start, e.Months)
	sim.Simulate(model, record)
	return record
}

// job is all of a sweep.
func job(sweep *Sweep, folder *Folder, jobs int) *Job {
	return &Job{Sweep: sweep, Folder: folder, Jobs: jobs, Last: sweep.Parts(), Stride: 1}
}

// opened opens a folder for a toy's result.
func opened(t testing.TB, target string) *Folder {
	t.Helper()
	folder, err := Open(target, toyIdentity, false)
	if err != nil {
		t.Fatal(err)
	}
	return folder
}

var toyIdentity = Identity{"inputs", "build"}

// made makes all parts of a sweep in a folder of its own, and leaves it.
func made(t testing.TB, sweep *Sweep, jobs int) (target string) {
	t.Helper()
	target = filepath.Join(t.TempDir(), "result")
	folder := opened(t, target)
	if err := job(sweep, folder, jobs).Run(context.Background()); err != nil {
		t.Fatal(err)
	}
	folder.Leave()
	return target
}

// commit gives a folder its name.
func commit(t testing.TB, folder *Folder) {
	t.Helper()
	if err := folder.Write("summary.csv", func(w io.Writer) error { _, err := io.WriteString(w, "a,b\n"); return err }); err != nil {
		t.Fatal(err)
	}
	if err := folder.Commit(manifestOf(folder)); err != nil {
		t.Fatal(err)
	}
}

func manifestOf(folder *Folder) *Manifest {
	manifest := &Manifest{Tool: Tool, Inputs: folder.identity.Inputs, Files: folder.Files()}
	manifest.Execution.Program = folder.identity.Program
	return manifest
}

// contents reads every file of a folder but its lock.
func contents(t testing.TB, root string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || entry.Name() == lockName {
			return err
		}
		text, err := os.ReadFile(path)
		name, _ := filepath.Rel(root, path)
		files[filepath.ToSlash(name)] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// partsIn reads the parts of a folder.
func partsIn(t testing.TB, root string) map[string]string {
	t.Helper()
	files := contents(t, root)
	for name := range files {
		if _, found := partOf(name); !found {
			delete(files, name)
		}
	}
	return files
}

// reader reads an unfinished toy.
func reader(t testing.TB, sweep *Sweep, target string) *Reader {
	t.Helper()
	r, err := NewReader(target+unfinished, sweep, sweep.Parts())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

var errToy = errors.New("the walk fell over")
