package main

import (
	"context"
	"errors"
	"math"
	"strings"

	"skillmix/answer"
	"skillmix/answer/ledger"
	"skillmix/model"
	"skillmix/sim"
	"skillmix/sim/store"
)

// A rerun is runs of a result's worlds made again, with the same luck and with judged
// values drawn as in its tables: as they were, and with sets of barriers held open.
type rerun struct {
	*question
	replicates []int            // which are run again
	settings   []model.Settings // by point: set*worlds + world, the set 0 with nothing held open
	experiment *sim.Experiment  // its layout is of what a world could record
	place      [2]int           // group and column of the headline
	values     [][]float64      // of the headline in the last month, by point and replicate; not a number for none
}

// again prepares a rerun. open are the gates held open beside those of the scenario, by
// set of barriers.
func (q *question) again(replicates []int, open []model.Gates) (*rerun, error) {
	r := &rerun{question: q, replicates: replicates}
	for _, gates := range open {
		for _, world := range q.worlds {
			settings := q.scenarios[world].Settings
			settings.Open |= gates
			r.settings = append(r.settings, settings)
			r.values = append(r.values, make([]float64, len(replicates)))
		}
	}
	sweep := &model.Sweep{
		People: q.people, Seed: q.seed.value, Points: len(r.settings), Replicates: len(replicates),
		Settings: func(point int) (*model.Settings, error) { return &r.settings[point], nil },
		Spread:   func(int) bool { return q.sets[0].spread },
	}
	var err error
	if r.experiment, err = sweep.Experiment(); err != nil {
		return nil, err
	}
	headline, err := answer.FindHeadline(r.experiment.Layout, q.headline())
	if err != nil {
		return nil, err
	}
	r.place = [2]int{headline.Group, headline.Column}
	return r, nil
}

// run makes all runs, and fails unless those that were made again as they were are the
// ones of the result. Nothing is kept but headlines and what observers take; watch may
// return no observer. A run that fails is a *store.FailedRunError.
func (r *rerun) run(ctx context.Context, p *program, reader *store.Reader, watch func(run sim.Run, world *model.World) observer) error {
	recorded, err := reader.Headline(0, 0)
	if err != nil {
		return err
	}
	chosen := *r.experiment
	chosen.NewWorker = func() sim.Worker {
		inner := r.experiment.NewWorker()
		if p.wrap != nil {
			inner = p.wrap(inner)
		}
		return &choosingWorker{inner, r.replicates}
	}
	experiment, err := observed(&chosen, func(run sim.Run, world *model.World) observer {
		look := watch(run, world)
		return func(world *model.World, month sim.Month) {
			if look != nil {
				look(world, month)
			}
			if month == r.last() {
				r.values[run.Point][run.Replicate] = r.valueOf(world)
			}
		}
	})
	if err != nil {
		return err
	}
	bar := p.newBar(experiment.Len(), r.options.quiet)
	defer bar.clear()
	_, err = sim.Execute(ctx, experiment, int(r.options.jobs.value), func(done int) { bar.set(done, 0) })
	if failed := (*sim.RunError)(nil); errors.As(err, &failed) {
		return r.failure(failed)
	}
	if err != nil {
		return err
	}
	return r.same(recorded)
}

// last is the last month of the result.
func (q *question) last() sim.Month {
	settings := &q.scenarios[0].Settings
	return settings.Start + sim.Month(settings.Months) - 1
}

// valueOf reads the headline of a world at its end.
func (r *rerun) valueOf(world *model.World) float64 {
	row := sim.NewRow(r.experiment.Layout, r.last())
	world.Observe(row)
	value, kept := row.Value(r.place[0], r.place[1])
	if !kept {
		return math.NaN()
	}
	return value
}

// failure tells of a run that failed.
func (r *rerun) failure(failed *sim.RunError) error {
	set, world := failed.Run.Point/len(r.worlds), failed.Run.Point%len(r.worlds)
	name := r.names()[r.worlds[world]]
	if barriers := ledger.Open(set); len(barriers) > 0 {
		name += " with " + strings.Join(barriers, ", ") + " held open"
	}
	cause := failed.Cause
	if thrown := (*sim.PanicError)(nil); errors.As(cause, &thrown) {
		cause = thrown // without the place in the program
	}
	return &store.FailedRunError{Place: sim.Place{Replicate: r.replicates[failed.Run.Replicate]}, World: name, Set: r.sets[0].name, Cause: cause}
}

// A choosingWorker makes the worlds of chosen replicates.
type choosingWorker struct {
	sim.Worker
	replicates []int
}

// Start implements sim.Worker.
func (w *choosingWorker) Start(run sim.Run) (sim.Model, error) {
	run.Replicate = w.replicates[run.Replicate]
	return w.Worker.Start(run)
}
