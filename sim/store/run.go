package store

import (
	"context"
	"fmt"
	"io"
	"sync"

	"skillmix/sim"
)

// A Job is the parts of a sweep that are to be made now.
type Job struct {
	Sweep  *Sweep
	Folder *Folder
	Jobs   int // runs at the same time
	// First is the first part and Last the one after the last; of these, every
	// Stride-th from First on is made. Parts that are in place are passed over.
	First, Last, Stride int
	// Stop ends the job at the first run that fails; else it becomes a row with
	// its reason.
	Stop bool
	// Done, if not nil, is told after each run whether it failed. Calls do not
	// overlap.
	Done func(failed bool)
}

// A FailedRunError is a run that failed where that is to stop the sweep.
type FailedRunError struct {
	Place sim.Place
	World string
	Set   string
	Cause error
}

// Error names the run and the cause.
func (e *FailedRunError) Error() string {
	point := ""
	if e.Place.Point > 0 {
		point = fmt.Sprintf("point %d, ", e.Place.Point)
	}
	return fmt.Sprintf("a run failed: %s, judged values %s, %sreplicate %d: %v", e.World, e.Set, point, e.Place.Replicate, e.Cause)
}

// Unwrap returns the cause.
func (e *FailedRunError) Unwrap() error { return e.Cause }

// Left returns the numbers of parts and of runs that the job has still to make.
func (j *Job) Left() (parts, runs int) {
	for part := j.First; part < j.Last; part += j.Stride {
		if !j.Folder.Has(part) {
			parts++
			runs += j.Sweep.Runs(part)
		}
	}
	return parts, runs
}

// Whole returns the numbers of parts and of runs that the job has, made or not.
func (j *Job) Whole() (parts, runs int) {
	for part := j.First; part < j.Last; part += j.Stride {
		parts++
		runs += j.Sweep.Runs(part)
	}
	return parts, runs
}

// Failed counts the runs that failed in the job's parts, which are all in place. The
// error is a *ReadError.
func (j *Job) Failed() (count int, err error) {
	r := &Reader{sweep: j.Sweep, folder: j.Folder.Path()}
	for part := j.First; part < j.Last; part += j.Stride {
		statuses, err := r.statuses(part)
		if err != nil {
			return 0, err
		}
		for _, status := range statuses {
			if string(status.ByteArray()) != statusDone {
				count++
			}
		}
	}
	return count, nil
}

// Run makes what is left. A part is written as soon as its last run is made. When
// it returns, whatever the error, every part that was begun to be written is in
// place or gone. It returns a *FailedRunError, a *TargetError, or the cause of the
// end of ctx.
func (j *Job) Run(ctx context.Context) error {
	w := &work{Job: j, next: j.First - j.Stride}
	_, runs := j.Left()
	e := j.Sweep.Experiment
	stream := sim.Stream{
		Experiment: e,
		Jobs:       min(j.Jobs, runs),
		Units:      j.Sweep.UnitBytes > 0,
		Next:       w.take,
		Record:     w.record,
		Finish:     w.finish,
	}
	if runs == 0 {
		return context.Cause(ctx)
	}
	return stream.Run(ctx)
}

// work is a job under way.
type work struct {
	*Job
	lock    sync.Mutex
	next    int           // the part that is being handed out
	part    *part         // the same
	at      int           // its next run
	open    map[int]*part // parts of which runs are under way, by first run
	records []*sim.Record // to be used again
	told    sync.Mutex
}

// take hands out the runs of one part after the other.
func (w *work) take() (int, bool) {
	w.lock.Lock()
	defer w.lock.Unlock()
	for w.part == nil || w.at == len(w.part.outcomes) {
		if w.next += w.Stride; w.next >= w.Last {
			return 0, false
		}
		if !w.Folder.Has(w.next) {
			w.part, w.at = w.Sweep.newPart(w.next), 0
			if w.open == nil {
				w.open = map[int]*part{}
			}
			w.open[w.next] = w.part
		}
	}
	w.at++
	return w.part.firstRun() + w.at - 1, true
}

// record gives a record, an old one if there is one.
func (w *work) record() *sim.Record {
	w.lock.Lock()
	defer w.lock.Unlock()
	if last := len(w.records) - 1; last >= 0 {
		record := w.records[last]
		w.records = w.records[:last]
		return record
	}
	e := w.Sweep.Experiment
	return sim.NewRecord(e.Layout, e.Start, e.Months)
}

// finish puts an outcome into its part, and writes the part if it was the last.
func (w *work) finish(i int, outcome sim.Outcome) error {
	if outcome.Failure != nil && w.Stop {
		place := w.Sweep.Design.Place(i)
		return &FailedRunError{place, w.Sweep.Worlds[place.World], w.Sweep.Sets[place.Set], outcome.Failure}
	}
	w.lock.Lock()
	p := w.open[i/w.Sweep.Design.Together()/w.Sweep.PartPairs()]
	p.outcomes[i-p.firstRun()] = outcome
	p.left--
	whole := p.left == 0
	if whole {
		delete(w.open, p.number)
	}
	w.lock.Unlock()
	if whole {
		if err := w.Folder.keep(p); err != nil {
			return err
		}
		w.lock.Lock()
		for k := range p.outcomes {
			w.records = append(w.records, p.outcomes[k].Record)
		}
		w.lock.Unlock()
	}
	if w.Done != nil {
		w.told.Lock()
		defer w.told.Unlock()
		w.Done(outcome.Failure != nil)
	}
	return nil
}

// keep writes a part's tables and notes them.
func (f *Folder) keep(p *part) error {
	entry := &journalEntry{Part: p.number}
	for _, table := range p.tables() {
		write := map[string]func(io.Writer) error{RunsTable: p.writeRuns, SeriesTable: p.writeSeries, UnitsTable: p.writeUnits}[table]
		file, err := f.put(partName(table, p.number), write)
		if err != nil {
			return err
		}
		entry.Files = append(entry.Files, file)
	}
	return f.note(entry)
}

// note writes a part's entry into the journal.
func (f *Folder) note(entry *journalEntry) error {
	if err := f.journal.add(entry); err != nil {
		return f.failed(journalName, err)
	}
	return nil
}
