package main

import (
	"context"
	"fmt"

	"skillmix/answer/facts"
	"skillmix/model"
	"skillmix/scenarios"
	"skillmix/sim"
)

// A batch is an experiment whose runs several facts may look at.
type batch struct {
	worlds   []*scenarios.Scenario
	watchers [][]watcher // by world
	fixed    bool
	runs     int // replicates of each world
	index    map[string]int
}

// A watcher is a fact's arm that looks at the runs of a world.
type watcher struct {
	fact *facts.Prepared
	arm  string
	into [][]float64 // by replicate
}

// batches sorts the arms of trials into experiments. A world that several
// arms ask for is run once.
func (plan *factPlan) batches(trials []facts.Trial) ([]*batch, []facts.Sample, error) {
	files := map[*facts.Prepared]*scenarios.Fact{}
	for i, prepared := range plan.prepared {
		files[prepared] = plan.files[i]
	}
	var (
		all     []*batch
		byShape = map[string]*batch{}
		samples = make([]facts.Sample, len(trials))
	)
	for t, trial := range trials {
		worlds, err := files[trial.Prepared].Worlds(trial.Off)
		if err != nil {
			return nil, nil, err
		}
		samples[t] = make(facts.Sample, len(worlds))
		for a, world := range worlds {
			samples[t][a] = make([][]float64, trial.Replicates)
			shape := fmt.Sprint(populationOf(world), world.Settings.Start, world.Settings.Months, trial.Fixed, trial.Replicates)
			b := byShape[shape]
			if b == nil {
				b = &batch{fixed: trial.Fixed, runs: trial.Replicates, index: map[string]int{}}
				byShape[shape] = b
				all = append(all, b)
			}
			b.add(world, watcher{trial.Prepared, trial.Arms[a].Name, samples[t][a]})
		}
	}
	return all, samples, nil
}

// add puts a world into the batch, or finds it there.
func (b *batch) add(world *scenarios.Scenario, w watcher) {
	text := string(world.Resolved())
	at, known := b.index[text]
	if !known {
		at = len(b.worlds)
		b.index[text] = at
		b.worlds, b.watchers = append(b.worlds, world), append(b.watchers, nil)
	}
	b.watchers[at] = append(b.watchers[at], w)
}

// runTrials runs everything that trials need. What is kept of a run is its
// statistics.
func (p *program) runTrials(ctx context.Context, plan *factPlan, trials []facts.Trial) ([]facts.Sample, error) {
	batches, samples, err := plan.batches(trials)
	if err != nil {
		return nil, err
	}
	total := 0
	for _, b := range batches {
		total += len(b.worlds) * b.runs
	}
	bar := p.newBar(total, plan.quiet)
	defer bar.clear()
	done := 0
	for _, b := range batches {
		experiment, err := b.experiment(plan.seed.value)
		if err != nil {
			return nil, err
		}
		if _, err := sim.Execute(ctx, experiment, int(plan.jobs.value), func(n int) { bar.set(done+n, 0) }); err != nil {
			return nil, err
		}
		done += experiment.Len()
	}
	return samples, nil
}

// experiment returns the batch's experiment, watched. Its records are empty:
// watchers look at each month's row, which is then forgotten.
func (b *batch) experiment(seed uint64) (*sim.Experiment, error) {
	experiment, err := experimentOf(b.worlds, seed, b.runs, !b.fixed)
	if err != nil {
		return nil, err
	}
	full, newWorker := experiment.Layout, experiment.NewWorker
	if experiment.Layout, err = sim.NewLayout(nil, nil); err != nil {
		return nil, err
	}
	experiment.NewWorker = func() sim.Worker { return &watchingWorker{newWorker(), b, full} }
	return experiment, nil
}

// A watchingWorker makes worlds that are watched.
type watchingWorker struct {
	sim.Worker
	batch  *batch
	layout *sim.Layout
}

// Start implements sim.Worker.
func (w *watchingWorker) Start(run sim.Run) (sim.Model, error) {
	inner, err := w.Worker.Start(run)
	if err != nil {
		return nil, err
	}
	world := &w.batch.worlds[run.Point].Settings
	watched := &watchedWorld{World: inner.(*model.World), layout: w.layout, start: world.Start, last: world.Start + sim.Month(world.Months) - 1}
	for _, watcher := range w.batch.watchers[run.Point] {
		watched.watches = append(watched.watches, watcher.fact.Watch(watcher.arm))
		watched.into = append(watched.into, &watcher.into[run.Replicate])
	}
	return watched, nil
}

// A watchedWorld shows each month to those who watch.
type watchedWorld struct {
	*model.World
	layout      *sim.Layout
	start, last sim.Month
	watches     []*facts.Watch
	into        []*[]float64
}

// Observe implements sim.Model. It writes nothing into the run's own row.
func (w *watchedWorld) Observe(own *sim.Row) {
	row := sim.NewRow(w.layout, own.Month)
	w.World.Observe(row)
	tables := map[string]*facts.Table{}
	table := func(name string) (_ *facts.Table, err error) {
		if tables[name] == nil {
			tables[name], err = tableOf(w.World, name)
		}
		return tables[name], err
	}
	for i, watch := range w.watches {
		// What can be wrong with a fact was found before the run; what is
		// left is a fault of the program, which the pool reports.
		if err := watch.Month(int(own.Month-w.start), row, table); err != nil {
			panic(err)
		}
		if own.Month == w.last {
			*w.into[i] = watch.Values()
		}
	}
}

// tableOf hands a world's table on.
func tableOf(world *model.World, name string) (*facts.Table, error) {
	look, err := world.Table(name)
	if err != nil {
		return nil, err
	}
	table := &facts.Table{Rows: look.Rows}
	for _, column := range look.Columns {
		table.Columns = append(table.Columns, facts.Column(column))
	}
	return table, nil
}
