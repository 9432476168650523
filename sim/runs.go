package sim

import (
	"context"
	"fmt"
	"runtime/debug"
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

// Execute runs the experiment on jobs workers and returns the records in the
// order of Experiment.Run, whatever the workers did. progress, if not nil, is
// called after each run with the number done; calls do not overlap. The
// first failure or the end of ctx stops the pool; a panic in a model becomes
// a RunError.
func Execute(ctx context.Context, e *Experiment, jobs int, progress func(done int)) ([]*Record, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var (
		group   sync.WaitGroup
		lock    sync.Mutex
		next    int
		done    int
		failure error
	)
	records := make([]*Record, e.Len())
	take := func() (int, bool) {
		lock.Lock()
		defer lock.Unlock()
		if next >= len(records) || ctx.Err() != nil {
			return 0, false
		}
		next++
		return next - 1, true
	}
	finish := func(i int, record *Record, err error) {
		lock.Lock()
		defer lock.Unlock()
		if err != nil {
			if failure == nil {
				failure = &RunError{Run: e.Run(i), Cause: err}
			}
			cancel()
			return
		}
		records[i] = record
		done++
		if progress != nil {
			progress(done)
		}
	}
	for range max(1, min(jobs, len(records))) {
		group.Go(func() {
			worker := e.NewWorker()
			for i, more := take(); more; i, more = take() {
				record, err := e.one(worker, e.Run(i))
				finish(i, record, err)
			}
		})
	}
	group.Wait()
	if failure != nil {
		return nil, failure
	}
	if done < len(records) {
		return nil, context.Cause(ctx)
	}
	return records, nil
}

// one executes a single run and turns a panic into an error.
func (e *Experiment) one(worker Worker, run Run) (record *Record, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("%v\n%s", cause, debug.Stack())
		}
	}()
	model, err := worker.Start(run)
	if err != nil {
		return nil, err
	}
	record = NewRecord(e.Layout, e.Start, e.Months)
	Simulate(model, record)
	return record, nil
}
