package sim

import (
	"context"
	"errors"
	"fmt"
	"math"
	"reflect"
	"runtime/debug"
	"slices"
	"sync"
)

// A Run names one run of an experiment: a point of its design (for example
// a scenario) and a replicate. Runs of one replicate share their luck.
type Run struct {
	Point     int
	Replicate int
}

// A Worker makes models, one at a time. Each worker of a pool has its own,
// so it may reuse one world for all its runs without a lock.
type Worker interface {
	// Start returns a model ready for its first month.
	Start(run Run) (Model, error)
}

// Checked is a model with invariants. Check is called at the end of a run; its
// error makes the run a failed one.
type Checked interface{ Check() error }

// An Experiment is a list of runs of equal shape.
type Experiment struct {
	Layout     *Layout
	Start      Month
	Months     int
	Points     int
	Replicates int           // number of replicates
	NewWorker  func() Worker // called once for each worker
}

// Run returns the i-th run. Replicates come first and points turn within
// them, so that a pair is finished together.
func (e *Experiment) Run(i int) Run { return Run{Point: i % e.Points, Replicate: i / e.Points} }

// Len returns the number of runs.
func (e *Experiment) Len() int { return e.Points * e.Replicates }

// A RunError tells which run failed and why.
type RunError struct {
	Run   Run
	Cause error
}

// Error names the run by point and replicate, then the cause.
func (e *RunError) Error() string {
	return fmt.Sprintf("run of point %d, replicate %d: %v", e.Run.Point, e.Run.Replicate, e.Cause)
}

// Unwrap returns the cause.
func (e *RunError) Unwrap() error { return e.Cause }

// A PanicError is a panic of a model. Its text is the same in every repetition;
// Stack, which is not, tells where it happened.
type PanicError struct {
	Value any
	Stack []byte
}

// Error returns what was thrown: an error, anything that has a text of its own, a
// text, a number or a truth value; of anything else, which may hold addresses, the
// type.
func (e *PanicError) Error() string {
	switch e.Value.(type) {
	case error, fmt.Stringer:
		return fmt.Sprintf("panic: %v", e.Value)
	}
	if kind := reflect.ValueOf(e.Value).Kind(); kind <= reflect.Complex128 || kind == reflect.String {
		return fmt.Sprintf("panic: %v", e.Value)
	}
	return fmt.Sprintf("panic: a %T", e.Value)
}

// An Outcome is what a run left.
type Outcome struct {
	Record  *Record // what was recorded; nothing that counts if Failure is not nil
	Units   *Units  // at the end, where asked for
	Failure error   // why the run failed, or nil
}

// A Stream makes runs one by one and forgets them.
type Stream struct {
	Experiment *Experiment
	Jobs       int  // runs at the same time, at least 1
	Units      bool // ask models for their units at the end
	// Next gives the index of the next run, or false when there is none. Calls
	// do not overlap.
	Next func() (int, bool)
	// Record gives a record to fill, new or used before. Calls overlap.
	Record func() *Record
	// Finish takes what a run left. Calls overlap. An error stops the stream.
	Finish func(i int, outcome Outcome) error
}

// Run makes all runs. It returns the first error of Finish, or the cause of the
// end of ctx, after the runs that were under way.
func (s *Stream) Run(ctx context.Context) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var (
		group sync.WaitGroup
		lock  sync.Mutex
	)
	take := func() (int, bool) {
		lock.Lock()
		defer lock.Unlock()
		if ctx.Err() != nil {
			return 0, false
		}
		return s.Next()
	}
	for range max(1, s.Jobs) {
		group.Go(func() {
			worker := s.Experiment.NewWorker()
			for i, more := take(); more; i, more = take() {
				outcome := s.one(worker, i)
				if outcome.Failure != nil {
					worker = s.Experiment.NewWorker() // what the old one holds may be broken
				}
				if err := s.Finish(i, outcome); err != nil {
					cancel(err)
				}
			}
		})
	}
	group.Wait()
	return context.Cause(ctx)
}

// one makes a single run and turns a panic into a failure.
func (s *Stream) one(worker Worker, i int) (outcome Outcome) {
	outcome.Record = s.Record()
	clear(outcome.Record.values)
	defer func() {
		if cause := recover(); cause != nil {
			outcome.Failure = &PanicError{cause, debug.Stack()}
		}
	}()
	model, err := worker.Start(s.Experiment.Run(i))
	if err != nil {
		outcome.Failure = err
		return outcome
	}
	Simulate(model, outcome.Record)
	if checked, ok := model.(Checked); ok {
		outcome.Failure = checked.Check()
	}
	if outcome.Failure == nil {
		outcome.Failure = outcome.Record.finite()
	}
	if teller, ok := model.(UnitTeller); ok && s.Units && outcome.Failure == nil {
		outcome.Units = teller.Units()
	}
	return outcome
}

// finite fails if a value is infinite, which no measure may be. A value that is
// not a number is a measure that has none.
func (r *Record) finite() error {
	if !slices.ContainsFunc(r.values, func(value float64) bool { return math.IsInf(value, 0) }) {
		return nil
	}
	for i := range r.months {
		for g, group := range r.layout.Groups {
			for c, column := range r.layout.Columns {
				if value, _ := r.Value(i, g, c); math.IsInf(value, 0) {
					return fmt.Errorf("%s of %s %s is infinite in %v", column.Name, group.Setting, group.Name, r.Month(i))
				}
			}
		}
	}
	return nil
}

// Execute runs the experiment on jobs workers and returns the records in the
// order of Experiment.Run, whatever the workers did. progress, if not nil, is
// called after each run with the number done; calls do not overlap. The
// first failure or the end of ctx stops the pool; a panic in a model becomes
// a RunError.
func Execute(ctx context.Context, e *Experiment, jobs int, progress func(done int)) ([]*Record, error) {
	var (
		lock       sync.Mutex
		next, done int
	)
	records := make([]*Record, e.Len())
	stream := Stream{
		Experiment: e,
		Jobs:       min(jobs, len(records)),
		Next: func() (int, bool) {
			next++
			return next - 1, next <= len(records)
		},
		Record: func() *Record { return NewRecord(e.Layout, e.Start, e.Months) },
		Finish: func(i int, outcome Outcome) error {
			if outcome.Failure != nil {
				if thrown := (*PanicError)(nil); errors.As(outcome.Failure, &thrown) {
					outcome.Failure = fmt.Errorf("%w\n%s", outcome.Failure, thrown.Stack)
				}
				return &RunError{Run: e.Run(i), Cause: outcome.Failure}
			}
			lock.Lock()
			defer lock.Unlock()
			records[i] = outcome.Record
			done++
			if progress != nil {
				progress(done)
			}
			return nil
		},
	}
	if err := stream.Run(ctx); err != nil {
		return nil, err
	}
	return records, nil
}
