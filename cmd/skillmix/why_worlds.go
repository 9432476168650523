package main

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"sync"

	"skillmix/answer"
	"skillmix/model"
	"skillmix/sim"
	"skillmix/sim/store"
)

// counterfactuals are the worlds of a result, run again with the same luck and the
// same draws: as they were, and with each set of barriers held open. Of a single world
// there is no gap, and it is run again as it was alone.
type counterfactuals struct {
	*question
	replicates []int            // which are run again
	open       []model.Gates    // by set of barriers, held open beside those of the scenario
	values     [][]float64      // of the headline in the last month, by point and pair
	groups     []gateGroup      // that are counted
	tallies    []gateTallies    // by world, of the worlds as they were
	settings   []model.Settings // by point: set*worlds + world
	lock       sync.Mutex       // of tallies
	layout     *sim.Layout      // of what a world could record
	place      [2]int           // group and column of the headline
}

// newCounterfactuals prepares the worlds.
func newCounterfactuals(q *question, replicates []int) *counterfactuals {
	c := &counterfactuals{question: q, replicates: replicates, open: []model.Gates{0}}
	if len(q.worlds) > 1 {
		c.open = gatesOfSets()
	}
	for _, open := range c.open {
		for _, world := range q.worlds {
			settings := q.scenarios[world].Settings
			settings.Open |= open
			c.settings = append(c.settings, settings)
			c.values = append(c.values, make([]float64, len(replicates)))
		}
	}
	return c
}

// gatesOfSets returns the gates of each set of barriers.
func gatesOfSets() []model.Gates {
	open := make([]model.Gates, answer.LedgerSets())
	for set := range open {
		for i, barrier := range answer.LedgerBarriers {
			if set&(1<<i) == 0 {
				continue
			}
			for gate := range model.GateCount {
				for _, name := range barrier.Gates {
					if model.Gate(gate).String() == name {
						open[set] = open[set].With(model.Gate(gate))
					}
				}
			}
		}
	}
	return open
}

// run makes all runs. Nothing of them is kept but headlines and counts.
func (c *counterfactuals) run(ctx context.Context, p *program) error {
	sweep := &model.Sweep{
		People: c.people, Seed: c.seed.value, Points: len(c.settings), Replicates: len(c.replicates),
		Settings: func(point int) (*model.Settings, error) { return &c.settings[point], nil },
		Spread:   func(int) bool { return c.sets[0].spread },
	}
	experiment, err := sweep.Experiment()
	if err != nil {
		return err
	}
	if err := c.look(experiment.Layout); err != nil {
		return err
	}
	newWorker := experiment.NewWorker
	if experiment.Layout, err = sim.NewLayout(nil, nil); err != nil {
		return err
	}
	experiment.NewWorker = func() sim.Worker {
		inner := newWorker()
		if p.wrap != nil {
			inner = p.wrap(inner)
		}
		return &counterfactualWorker{inner, c}
	}
	bar := p.newBar(experiment.Len(), c.options.quiet)
	defer bar.clear()
	_, err = sim.Execute(ctx, experiment, int(c.options.jobs.value), func(done int) { bar.set(done, 0) })
	if failed := (*sim.RunError)(nil); errors.As(err, &failed) {
		return c.failure(failed)
	}
	return err
}

// look finds out what a world records: where the headline is and which groups there
// are.
func (c *counterfactuals) look(layout *sim.Layout) error {
	group, column, found := answer.PlaceOfHeadline(layout, c.headline())
	if !found {
		return answer.CheckHeadline(layout, c.headline())
	}
	c.layout, c.place, c.groups = layout, [2]int{group, column}, gateGroupsOf(layout)
	for range c.worlds {
		c.tallies = append(c.tallies, make(gateTallies, len(c.groups)))
	}
	return nil
}

// last is the last month of the result.
func (q *question) last() sim.Month {
	settings := &q.scenarios[0].Settings
	return settings.Start + sim.Month(settings.Months) - 1
}

// failure tells of a run that failed.
func (c *counterfactuals) failure(failed *sim.RunError) error {
	set, world := failed.Run.Point/len(c.worlds), failed.Run.Point%len(c.worlds)
	name := c.names()[c.worlds[world]]
	if barriers := answer.OpenBarriers(set); len(barriers) > 0 {
		name += " with " + strings.Join(barriers, ", ") + " held open"
	}
	cause := failed.Cause
	if thrown := (*sim.PanicError)(nil); errors.As(cause, &thrown) {
		cause = thrown // without the place in the program
	}
	return &store.FailedRunError{Place: sim.Place{Replicate: c.replicates[failed.Run.Replicate]}, World: name, Set: c.sets[0].name, Cause: cause}
}

// A counterfactualWorker makes the worlds of one goroutine.
type counterfactualWorker struct {
	sim.Worker
	of *counterfactuals
}

// Start implements sim.Worker.
func (w *counterfactualWorker) Start(run sim.Run) (sim.Model, error) {
	inner, err := w.Worker.Start(sim.Run{Point: run.Point, Replicate: w.of.replicates[run.Replicate]})
	if err != nil {
		return nil, err
	}
	world := &counterfactualWorld{World: inner.(*model.World), of: w.of, run: run}
	if run.Point < len(w.of.worlds) {
		world.watch = newGateWatch(w.of.groups, world.World, w.of.settings[run.Point].ARRS.Start)
	}
	return world, nil
}

// A counterfactualWorld tells its headline at the end and, if nothing is held open,
// its proposals.
type counterfactualWorld struct {
	*model.World
	of    *counterfactuals
	run   sim.Run
	watch *gateWatch
}

// Observe implements sim.Model. It writes nothing into the run's own row.
func (w *counterfactualWorld) Observe(own *sim.Row) {
	if w.watch != nil {
		w.watch.look(w.World, own.Month)
	}
	if own.Month != w.of.last() {
		return // headlines are of the end of a month, and no others are needed
	}
	row := sim.NewRow(w.of.layout, own.Month)
	w.World.Observe(row)
	value, _ := row.Value(w.of.place[0], w.of.place[1])
	w.of.values[w.run.Point][w.run.Replicate] = value
	if w.watch != nil {
		w.of.lock.Lock()
		defer w.of.lock.Unlock()
		w.of.tallies[w.run.Point].add(w.watch.tallies)
	}
}

// asRecorded fails unless the worlds that were run again as they were have the
// headline that the result recorded, by scenario and pair: to the last bit or, on a
// machine of another kind, nearly so.
func (c *counterfactuals) asRecorded(recorded [][]float64) error {
	near := 0.0
	if otherKind(c.manifest.Build) {
		near = tolerance
	}
	for i, world := range c.worlds {
		for pair, replicate := range c.replicates {
			was, is := recorded[world][replicate], c.values[i][pair]
			if was == is || math.Abs(was-is) <= near*math.Abs(was) {
				continue
			}
			build := store.CurrentBuild(version)
			return &differsError{fmt.Sprintf("replicate %d of %s ends with %s at %v, and %s says %v: another build made it (skillmix %s, commit %s; this is %s, commit %s). Ask that one, or make the result again with this one",
				replicate, c.names()[world], c.headline(), is, c.folder, was, c.manifest.Build.Version, c.manifest.Build.Commit, build.Version, build.Commit)}
		}
	}
	return nil
}

// unitMonths returns the unit-months of one run of a scenario in a setting, or -1
// where organisations differ between runs.
func (c *counterfactuals) unitMonths(scenario int, setting string) int64 {
	if c.people.Redraw {
		return -1
	}
	for i, world := range c.worlds {
		for g, group := range c.groups {
			if world == scenario && group.setting == setting && group.name == "all" {
				return c.tallies[i][g].unitMonths / int64(len(c.replicates))
			}
		}
	}
	return -1
}
