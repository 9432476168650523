package main

import (
	"context"
	"errors"
	"runtime"
	"strings"
	"time"

	"skillmix/answer"
	"skillmix/answer/charts"
	"skillmix/sim"
	"skillmix/sim/store"
)

// A making is a result on its way.
type making struct {
	*program
	plan    *plan
	shard   shard
	folder  *store.Folder
	started time.Time
	bar     progress
	planned int // runs
	// halfWidth of the headline difference, where runs go on until it is small.
	halfWidth float64
	reached   bool // it is small enough
}

// begin opens the place of a result. It returns nil if the result is there already,
// whole, after telling so, or with an error.
func (p *program) begin(plan *plan, target string, shard shard) (*making, error) {
	folder, err := store.Open(target, plan.identity, plan.force)
	if err != nil {
		return nil, err
	}
	if there := folder.Complete(); there != nil {
		return nil, p.already(plan, target, there)
	}
	if inner := plan.sweep.Experiment.NewWorker; p.wrap != nil {
		plan.sweep.Experiment.NewWorker = func() sim.Worker { return p.wrap(inner()) }
	}
	m := &making{program: p, plan: plan, shard: shard, folder: folder, started: time.Now().UTC()}
	if damaged := folder.Damaged(); len(damaged) > 0 {
		p.note("damaged, and made again: %s", strings.Join(damaged, ", "))
	}
	job := m.job(plan.sweep.Parts(), shard.count)
	_, left := job.Left()
	parts, planned := job.Whole()
	m.planned = planned
	if err := folder.Expect(parts, append([]string{"skillmix"}, p.args...)); err != nil {
		folder.Leave()
		return nil, err
	}
	if left < m.planned {
		p.note("going on: %d of %d runs are in place", m.planned-left, m.planned)
	}
	m.bar = p.newBar(m.planned, plan.quiet)
	m.bar.set(m.planned-left, 0)
	return m, nil
}

// job is the parts up to one before last.
func (m *making) job(last, stride int) *store.Job {
	return &store.Job{
		Sweep: m.plan.sweep, Folder: m.folder, Jobs: int(m.plan.jobs.value),
		First: m.shard.index, Last: last, Stride: stride,
		Stop: m.plan.onError.value == onErrorStop,
	}
}

// runs makes the runs of parts up to one before last.
func (m *making) runs(ctx context.Context, last, stride int) error {
	job := m.job(last, stride)
	_, left := job.Left()
	_, all := job.Whole()
	done, failed := all-left, 0
	job.Done = func(bad bool) {
		if done++; bad {
			failed++
		}
		m.bar.set(done, failed)
	}
	return job.Run(ctx)
}

// read opens what the first so many parts hold.
func (m *making) read(parts int) (*store.Reader, error) {
	return store.NewReader(m.folder.Path(), m.plan.sweep, parts)
}

// finish tells of what was made, writes all of it and gives the result its name.
func (m *making) finish(ctx context.Context, replicates int) (*told, error) {
	m.clear()
	plan := m.plan
	m.busy("writing tables", plan.quiet)
	reader, err := m.read(plan.partsOf(replicates))
	if err != nil {
		return nil, err
	}
	defer reader.Close()
	result, err := plan.result(reader)
	if err != nil {
		return nil, err
	}
	told, err := tell(result)
	if err != nil {
		return nil, err
	}
	organisations, err := plan.organisations(ctx, result.Runs)
	if err != nil {
		return nil, err
	}
	if told.charts, err = charts.All(result, organisations); err != nil {
		return nil, err
	}
	told.failed = reader.Failed()
	told.replicates = replicates
	told.precision, told.reached = m.halfWidth, m.reached
	if err := plan.write(m.folder, reader, result, told); err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := reader.Close(); err != nil {
		return nil, err
	}
	manifest := plan.manifest(told, m.folder.Files())
	manifest.Execution = m.execution(plan, m.started)
	if plan.json {
		if told.document, err = plan.runDocument(result, told, manifest); err != nil {
			return nil, err
		}
	}
	return told, m.folder.Commit(manifest)
}

// partsOf returns the number of parts that hold so many replicates.
func (p *plan) partsOf(replicates int) int {
	size := p.sweep.PartPairs()
	return (replicates*p.design.Points + size - 1) / size
}

// execution is what may differ between two identical runs.
func (p *program) execution(plan *plan, started time.Time) store.Execution {
	return store.Execution{
		Started: started, Finished: time.Now().UTC(),
		Command: append([]string{"skillmix"}, p.args...),
		CPUs:    runtime.NumCPU(), Jobs: int(plan.jobs.value),
		Program: plan.identity.Program,
	}
}

// clear takes the bar away for good.
func (m *making) clear() {
	m.bar.clear()
	m.bar = progress{}
}

// leave ends the work on the result.
func (m *making) leave() {
	m.clear()
	m.folder.Leave()
}

// interrupted adds to an error what is kept and how to go on.
func (m *making) interrupted(err error) error {
	m.clear()
	job := m.job(m.plan.sweep.Parts(), m.shard.count)
	_, left := job.Left()
	stays := m.folder.Leave()
	kept := keptRuns{done: m.planned - left, of: m.planned, where: m.plan.out + ".unfinished", command: commandLine(m.args)}
	if m.shard.asked {
		kept.where = m.shard.folder(m.plan.out) + ".unfinished"
	}
	if !stays {
		kept.done = 0
	}
	var failed *store.FailedRunError
	if errors.As(err, &failed) || errors.Is(err, context.Canceled) || kept.done > 0 {
		return &stopped{err, kept}
	}
	return err
}

// already tells of a result that is there and whole.
func (p *program) already(plan *plan, target string, there *store.Manifest) error {
	p.note("%s is there already, and every file of it is as it was written", target)
	if there.Shard != nil {
		if plan.json {
			return p.printShard(target, there)
		}
		return nil
	}
	say := func() error { return p.print(plan, &told{said: there}) }
	if plan.json {
		say = func() error { return p.printThere(plan, there) }
	}
	if err := say(); err != nil {
		return err
	}
	switch precision := there.Design.Precision; {
	case there.Runs.Failed > 0:
		return &failedRunsError{there.Runs.Failed}
	case precision != nil && !precision.Reached:
		return &imprecise{precision.Asked, precision.HalfWidth, there.Design.Replicates}
	}
	return nil
}

// runsOf gathers the runs of a set.
func (p *plan) runsOf(reader *store.Reader, set int) (*answer.Runs, error) {
	return answer.NewRuns(p.names(), p.sweep.Experiment.Layout, reader, set, p.design.Points)
}
