package sim_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"skillmix/sim"
)

// walk is a model with chance: its place moves by a normal step, scaled by
// the design point.
type walk struct {
	luck  sim.Chance
	scale float64
	place float64
}

func (w *walk) Step(month sim.Month) { w.place += w.scale * w.luck.Draws(1, month).Normal(0) }
func (w *walk) Observe(row *sim.Row) { row.Set(0, 0, w.place) }

// walker reuses one model for all its runs, as a worker may.
type walker struct{ model walk }

func (w *walker) Start(run sim.Run) (sim.Model, error) {
	w.model = walk{luck: sim.NewChance(1, run.Replicate), scale: float64(run.Point + 1)}
	return &w.model, nil
}

// starter turns a function into a worker.
type starter func(run sim.Run) (sim.Model, error)

func (s starter) Start(run sim.Run) (sim.Model, error) { return s(run) }

// stepper turns a function into a model that shows nothing.
type stepper func(month sim.Month)

func (s stepper) Step(month sim.Month) { s(month) }
func (s stepper) Observe(*sim.Row)     {}

// walks is an experiment of 3 points and 7 replicates.
func walks(t testing.TB, newWorker func() sim.Worker) *sim.Experiment {
	t.Helper()
	layout, err := sim.NewLayout(columns, []sim.Group{{Setting: "trust", Name: "all", Columns: []int{0}}})
	if err != nil {
		t.Fatal(err)
	}
	return &sim.Experiment{Layout: layout, Start: april, Months: 24, Points: 3, Replicates: 7, NewWorker: newWorker}
}

func TestExecuteGivesTheSameRecordsForAnyNumberOfWorkers(t *testing.T) {
	e := walks(t, func() sim.Worker { return new(walker) })
	// What each run must give does not come from the pool.
	want := make([]*sim.Record, e.Len())
	for i := range want {
		model, err := new(walker).Start(e.Run(i))
		if err != nil {
			t.Fatal(err)
		}
		want[i] = sim.NewRecord(e.Layout, e.Start, e.Months)
		sim.Simulate(model, want[i])
	}
	for _, jobs := range []int{-1, 0, 1, 2, 3, 100} {
		got, err := sim.Execute(context.Background(), e, jobs, nil)
		if err != nil {
			t.Fatalf("%d workers: %v", jobs, err)
		}
		if len(got) != len(want) {
			t.Fatalf("%d workers: %d records; want %d", jobs, len(got), len(want))
		}
		for i := range want {
			if !slices.Equal(got[i].Values(), want[i].Values()) {
				t.Errorf("%d workers: run %d differs", jobs, i)
			}
		}
	}
	if slices.Equal(want[0].Values(), want[3].Values()) || slices.Equal(want[0].Values(), want[1].Values()) {
		t.Error("runs of two replicates, or of two points, are equal: the comparison above shows nothing")
	}
}

func TestRunsOfAReplicateComeTogether(t *testing.T) {
	e := walks(t, nil)
	want := []sim.Run{{Point: 0, Replicate: 0}, {Point: 1, Replicate: 0}, {Point: 2, Replicate: 0}, {Point: 0, Replicate: 1}}
	for i := range want {
		if e.Run(i) != want[i] {
			t.Errorf("run %d is %+v; want %+v", i, e.Run(i), want[i])
		}
	}
	if e.Len() != 21 {
		t.Errorf("3 points and 7 replicates make %d runs", e.Len())
	}
}

func TestExecuteCountsProgress(t *testing.T) {
	for _, jobs := range []int{1, 3} {
		var seen []int // without a lock: calls must not overlap
		_, err := sim.Execute(context.Background(), walks(t, func() sim.Worker { return new(walker) }), jobs,
			func(done int) { seen = append(seen, done) })
		if err != nil {
			t.Fatal(err)
		}
		for i, done := range seen {
			if done != i+1 {
				t.Fatalf("%d workers: call %d says %d done", jobs, i+1, done)
			}
		}
		if len(seen) != 21 {
			t.Errorf("%d workers: %d calls for 21 runs", jobs, len(seen))
		}
	}
}

func TestExecuteMakesOneWorkerForEachJob(t *testing.T) {
	for jobs, want := range map[int]int32{1: 1, 3: 3, 100: 21} {
		var made atomic.Int32
		e := walks(t, func() sim.Worker { made.Add(1); return new(walker) })
		if _, err := sim.Execute(context.Background(), e, jobs, nil); err != nil {
			t.Fatal(err)
		}
		if made.Load() != want {
			t.Errorf("%d jobs made %d workers; want %d", jobs, made.Load(), want)
		}
	}
}

var errBroken = errors.New("no such population")

func TestExecuteNamesTheRunThatFailed(t *testing.T) {
	failing := sim.Run{Point: 1, Replicate: 2}
	tests := []struct {
		fail   func() (sim.Model, error)
		says   string
		cause  error
		reason string
	}{
		{func() (sim.Model, error) { return nil, errBroken }, "no such population", errBroken, "a worker that cannot start a run"},
		{func() (sim.Model, error) { panic("out of cheese") }, "out of cheese", nil, "a worker that panics"},
		{func() (sim.Model, error) {
			return stepper(func(month sim.Month) {
				if month == april+3 {
					var none []int
					_ = none[month]
				}
			}), nil
		}, "index out of range", nil, "a model that panics in its fourth month"},
		{func() (sim.Model, error) { return nil, nil }, "nil pointer", nil, "a worker that starts nothing"},
	}
	for _, test := range tests {
		for _, jobs := range []int{1, 3} {
			e := walks(t, func() sim.Worker {
				return starter(func(run sim.Run) (sim.Model, error) {
					if run == failing {
						return test.fail()
					}
					return new(walker).Start(run)
				})
			})
			records, err := sim.Execute(context.Background(), e, jobs, nil)
			failure, ok := errors.AsType[*sim.RunError](err)
			if !ok || records != nil {
				t.Errorf("%s: %d records, error %v; want none and a RunError", test.reason, len(records), err)
				continue
			}
			if failure.Run != failing {
				t.Errorf("%s: the error names %+v; want %+v", test.reason, failure.Run, failing)
			}
			if !strings.Contains(err.Error(), "point 1, replicate 2") || !strings.Contains(err.Error(), test.says) {
				t.Errorf("%s: the error does not say which run and %q: %v", test.reason, test.says, err)
			}
			if test.cause != nil && !errors.Is(err, test.cause) {
				t.Errorf("%s: the cause is lost in %v", test.reason, err)
			}
		}
	}
}

func TestAFailureStopsThePool(t *testing.T) {
	const jobs = 3
	var started atomic.Int32
	e := walks(t, func() sim.Worker {
		return starter(func(sim.Run) (sim.Model, error) { started.Add(1); return nil, errBroken })
	})
	if _, err := sim.Execute(context.Background(), e, jobs, nil); err == nil {
		t.Fatal("no error")
	}
	// A worker may have taken its run before another's failure was known.
	if started.Load() > jobs {
		t.Errorf("%d runs started on %d workers, all of which failed at once", started.Load(), jobs)
	}
}

func TestExecuteStopsWhenItsContextEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	e := walks(t, func() sim.Worker { return new(walker) })
	last := 0
	records, err := sim.Execute(ctx, e, 1, func(done int) {
		last = done
		if done == 5 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || records != nil {
		t.Errorf("%d records, error %v; want none and context.Canceled", len(records), err)
	}
	if last != 5 {
		t.Errorf("%d runs were done; want the five before the end", last)
	}
	if _, err := sim.Execute(ctx, e, 2, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("a context that ended before the start gives %v", err)
	}
}

func TestExecuteOfNothing(t *testing.T) {
	e := walks(t, func() sim.Worker { return new(walker) })
	e.Replicates = 0
	if records, err := sim.Execute(context.Background(), e, 2, nil); err != nil || len(records) != 0 {
		t.Errorf("%d records, error %v", len(records), err)
	}
}
