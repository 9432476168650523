package sim_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"skillmix/sim"
)

// picky is a walk that does not hold together in some runs.
type picky struct {
	walk
	fault error
}

func (p *picky) Check() error { return p.fault }

// shower turns a function into a model that only shows something.
type shower func(row *sim.Row)

func (shower) Step(sim.Month)         {}
func (s shower) Observe(row *sim.Row) { s(row) }

// counted is a stream over all runs of an experiment that keeps what they left.
type counted struct {
	sim.Stream
	lock     sync.Mutex
	outcomes map[int]sim.Outcome
}

func newCounted(e *sim.Experiment, jobs int) *counted {
	c := &counted{outcomes: map[int]sim.Outcome{}}
	next := 0
	c.Stream = sim.Stream{
		Experiment: e, Jobs: jobs,
		Next:   func() (int, bool) { next++; return next - 1, next <= e.Len() },
		Record: func() *sim.Record { return sim.NewRecord(e.Layout, e.Start, e.Months) },
		Finish: func(i int, outcome sim.Outcome) error {
			c.lock.Lock()
			defer c.lock.Unlock()
			c.outcomes[i] = outcome
			return nil
		},
	}
	return c
}

var errUnbalanced = errors.New("money does not add up")

func TestAFailedRunIsAnOutcomeAndTheOthersGoOn(t *testing.T) {
	failing := sim.Run{Point: 1, Replicate: 2}
	type secret struct{ at *int } // whose default text tells an address
	tests := []struct {
		fail   func() (sim.Model, error)
		says   string // the whole text
		panics bool
		reason string
	}{
		{func() (sim.Model, error) { return nil, errBroken }, "no such population", false, "a worker that cannot start a run"},
		{func() (sim.Model, error) { return &picky{fault: errUnbalanced}, nil }, "money does not add up", false, "a model that does not hold together at the end"},
		{func() (sim.Model, error) { panic("out of cheese") }, "panic: out of cheese", true, "a text"},
		{func() (sim.Model, error) { panic(errBroken) }, "panic: no such population", true, "an error"},
		{func() (sim.Model, error) { panic(42) }, "panic: 42", true, "a number"},
		{func() (sim.Model, error) { panic(sim.MonthOf(2019, 4)) }, "panic: 2019-04", true, "what has a text of its own"},
		{func() (sim.Model, error) { panic(new(int)) }, "panic: a *int", true, "a pointer is another number each time"},
		{func() (sim.Model, error) { panic(secret{new(int)}) }, "panic: a sim_test.secret", true, "a pointer within"},
		{func() (sim.Model, error) {
			return stepper(func(sim.Month) { _ = []int{}[len(walks(t, nil).Layout.Columns)] }), nil
		}, "panic: runtime error: index out of range [3] with length 0", true, "a slip in a model's step"},
		{func() (sim.Model, error) {
			return shower(func(row *sim.Row) { panic("cannot look") }), nil
		}, "panic: cannot look", true, "a model that cannot be observed"},
		{func() (sim.Model, error) {
			return shower(func(row *sim.Row) {
				if row.Month == april+5 {
					row.Set(0, 0, math.Inf(-1))
				}
			}), nil
		}, "posts of trust all is infinite in 2019-09", false, "no measure may be infinite; the reader must learn which is"},
		{func() (sim.Model, error) {
			return &picky{walk{scale: math.Inf(1)}, errUnbalanced}, nil
		}, "money does not add up", false, "of two reasons the model's own is told"},
	}
	for _, test := range tests {
		for _, jobs := range []int{1, 3} {
			stream := newCounted(walks(t, func() sim.Worker {
				return starter(func(run sim.Run) (sim.Model, error) {
					if run == failing {
						return test.fail()
					}
					return new(walker).Start(run)
				})
			}), jobs)
			if err := stream.Run(context.Background()); err != nil {
				t.Errorf("%s: a failed run ended the stream: %v", test.reason, err)
			}
			for i := range stream.Experiment.Len() {
				outcome, made := stream.outcomes[i]
				if run := stream.Experiment.Run(i); !made || run != failing && outcome.Failure != nil {
					t.Errorf("%s: run %+v: made %v, failure %v", test.reason, run, made, outcome.Failure)
				} else if run == failing {
					thrown := (*sim.PanicError)(nil)
					if outcome.Failure == nil || outcome.Failure.Error() != test.says {
						t.Errorf("%s: the failure is %q; want %q", test.reason, outcome.Failure, test.says)
					}
					if errors.As(outcome.Failure, &thrown) != test.panics || test.panics && !strings.Contains(string(thrown.Stack), "stream_test.go") {
						t.Errorf("%s: a panic must be one with the place where it happened, and nothing else may be one", test.reason)
					}
				}
			}
		}
	}
}

// A number that is missing is no fault: a mean over no units has none.
func TestAValueThatIsNotANumberIsNoFailure(t *testing.T) {
	stream := newCounted(walks(t, func() sim.Worker {
		return starter(func(sim.Run) (sim.Model, error) {
			return shower(func(row *sim.Row) { row.Set(0, 0, math.NaN()) }), nil
		})
	}), 1)
	if err := stream.Run(context.Background()); err != nil || stream.outcomes[0].Failure != nil {
		t.Errorf("error %v, failure %v", err, stream.outcomes[0].Failure)
	}
}

// fragile fails once, and then forever: a panic left its storage half-changed.
type fragile struct{ broken bool }

func (f *fragile) Start(run sim.Run) (sim.Model, error) {
	if f.broken {
		return nil, errors.New("this worker was used after it had failed")
	}
	if run.Replicate == 1 {
		f.broken = true
		panic("half-changed")
	}
	return new(walker).Start(run)
}

func TestAWorkerThatFailedIsNotUsedAgain(t *testing.T) {
	var made atomic.Int32
	stream := newCounted(walks(t, func() sim.Worker { made.Add(1); return new(fragile) }), 1)
	if err := stream.Run(context.Background()); err != nil {
		t.Fatal(err)
	}
	for i, outcome := range stream.outcomes {
		if run := stream.Experiment.Run(i); (outcome.Failure != nil) != (run.Replicate == 1) {
			t.Errorf("run %+v: %v", run, outcome.Failure)
		}
	}
	if made.Load() != 4 {
		t.Errorf("%d workers; want one and another after each of three failures", made.Load())
	}
}

func TestTheFirstErrorOfFinishStopsTheStream(t *testing.T) {
	full, later := errors.New("disk full"), errors.New("disk still full")
	for _, jobs := range []int{1, 2, 4} {
		stream := newCounted(walks(t, func() sim.Worker { return new(walker) }), jobs)
		finished := 0
		stream.Finish = func(int, sim.Outcome) error {
			stream.lock.Lock()
			defer stream.lock.Unlock()
			switch finished++; {
			case finished < 3:
				return nil
			case finished == 3:
				return full
			}
			return later
		}
		err := stream.Run(context.Background())
		if jobs == 1 && !errors.Is(err, full) || err == nil {
			t.Errorf("%d workers: error %v", jobs, err)
		}
		// Others may have taken their run before the error was known.
		if finished > 3+jobs-1 {
			t.Errorf("%d workers: %d runs were finished; the third failed to be kept", jobs, finished)
		}
	}
}

func TestTheEndOfAContextWaitsForRunsUnderWay(t *testing.T) {
	why := errors.New("the user has gone home")
	ctx, cancel := context.WithCancelCause(context.Background())
	const jobs = 3
	var (
		under  sync.WaitGroup // until all workers are within a run
		ended  = make(chan struct{})
		starts atomic.Int32
	)
	under.Add(jobs)
	stream := newCounted(walks(t, func() sim.Worker {
		return starter(func(run sim.Run) (sim.Model, error) {
			if starts.Add(1) <= jobs {
				under.Done()
				<-ended
			}
			return new(walker).Start(run)
		})
	}), jobs)
	go func() {
		under.Wait()
		cancel(why)
		close(ended)
	}()
	if err := stream.Run(ctx); !errors.Is(err, why) {
		t.Errorf("error %v; want the cause of the end", err)
	}
	if len(stream.outcomes) != jobs || starts.Load() != jobs {
		t.Errorf("%d runs were started and %d finished; want the %d under way, whole", starts.Load(), len(stream.outcomes), jobs)
	}
	for i, outcome := range stream.outcomes {
		if outcome.Failure != nil {
			t.Errorf("run %d was under way and failed: %v", i, outcome.Failure)
		}
	}
	if err := stream.Run(ctx); !errors.Is(err, why) || len(stream.outcomes) != jobs {
		t.Errorf("a stream that begins after the end makes runs, or gives %v", err)
	}
}

// A model need not set what it has nothing to say of, so what an earlier run left
// in a record must be gone.
func TestRecordsAreClearedBeforeTheyAreUsedAgain(t *testing.T) {
	e := walks(t, func() sim.Worker {
		return starter(func(run sim.Run) (sim.Model, error) {
			return shower(func(row *sim.Row) {
				if run.Replicate == 0 {
					row.Set(0, 0, 7)
				}
			}), nil
		})
	})
	stream := newCounted(e, 1)
	only := sim.NewRecord(e.Layout, e.Start, e.Months)
	stream.Record = func() *sim.Record { return only }
	stream.Finish = func(i int, outcome sim.Outcome) error {
		want := 0.0
		if e.Run(i).Replicate == 0 {
			want = 7
		}
		if values := outcome.Record.Values(); slices.ContainsFunc(values, func(value float64) bool { return value != want }) {
			return fmt.Errorf("run %d holds %v; want %v everywhere", i, values, want)
		}
		return nil
	}
	if err := stream.Run(context.Background()); err != nil {
		t.Error(err)
	}
}

// teller is a walk that tells of itself.
type teller struct{ walk }

func (w *teller) Units() *sim.Units {
	return &sim.Units{Rows: 1, Columns: []sim.UnitColumn{{Name: "place", Numbers: []float64{w.place}}}}
}

func TestUnitsAreToldWhereAskedFor(t *testing.T) {
	tests := []struct {
		ask    bool
		fault  error
		silent bool // the model has nothing to tell
		want   bool
		reason string
	}{
		{true, nil, false, true, "asked for"},
		{false, nil, false, false, "not asked for"},
		{true, errUnbalanced, false, false, "what a failed run says does not count"},
		{true, nil, true, false, "a model without units"},
	}
	for _, test := range tests {
		stream := newCounted(walks(t, func() sim.Worker {
			return starter(func(sim.Run) (sim.Model, error) {
				if test.silent {
					return &walk{}, nil
				}
				return &struct {
					*teller
					*fault
				}{&teller{}, &fault{test.fault}}, nil
			})
		}), 2)
		stream.Units = test.ask
		if err := stream.Run(context.Background()); err != nil {
			t.Fatal(err)
		}
		for i, outcome := range stream.outcomes {
			if (outcome.Units != nil) != test.want {
				t.Errorf("%s: run %d has units: %v", test.reason, i, outcome.Units)
			}
		}
	}
}

// fault is a check by itself.
type fault struct{ found error }

func (f *fault) Check() error { return f.found }
