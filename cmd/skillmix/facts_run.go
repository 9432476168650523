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

// experiment returns the batch's experiment, watched.
func (b *batch) experiment(seed uint64) (*sim.Experiment, error) {
	experiment, err := experimentOf(b.worlds, seed, b.runs, !b.fixed)
	if err != nil {
		return nil, err
	}
	return observed(experiment, func(run sim.Run, _ *model.World) observer { return b.watch(run, experiment.Layout) })
}

// watch shows each month of a run to the facts that look at its world.
func (b *batch) watch(run sim.Run, layout *sim.Layout) observer {
	watchers, settings := b.watchers[run.Point], &b.worlds[run.Point].Settings
	last := settings.Start + sim.Month(settings.Months) - 1
	watches := make([]*facts.Watch, len(watchers))
	for i, watcher := range watchers {
		watches[i] = watcher.fact.Watch(watcher.arm)
	}
	return func(world *model.World, month sim.Month) {
		row := sim.NewRow(layout, month)
		world.Observe(row)
		tables := map[string]*facts.Table{}
		table := func(name string) (_ *facts.Table, err error) {
			if tables[name] == nil {
				tables[name], err = tableOf(world, name)
			}
			return tables[name], err
		}
		for i, watch := range watches {
			// What can be wrong with a fact was found before the run; what is
			// left is a fault of the program, which the pool reports.
			if err := watch.Month(int(month-settings.Start), row, table); err != nil {
				panic(err)
			}
			if month == last {
				watchers[i].into[run.Replicate] = watch.Values()
			}
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
