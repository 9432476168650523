package main

import (
	"skillmix/model"
	"skillmix/sim"
)

// An observer looks at a world at the end of a month. It must change nothing.
type observer func(world *model.World, month sim.Month)

// observed returns an experiment with the same runs, of which only what observers take
// is kept: its records are empty. watch returns the observer of a run whose first month
// is yet to come; its calls overlap.
func observed(experiment *sim.Experiment, watch func(run sim.Run, world *model.World) observer) (*sim.Experiment, error) {
	empty, err := sim.NewLayout(nil, nil)
	if err != nil {
		return nil, err
	}
	watched, newWorker := *experiment, experiment.NewWorker
	watched.Layout = empty
	watched.NewWorker = func() sim.Worker { return &observingWorker{newWorker(), watch} }
	return &watched, nil
}

// An observingWorker makes worlds at which an observer looks.
type observingWorker struct {
	sim.Worker
	watch func(run sim.Run, world *model.World) observer
}

// Start implements sim.Worker.
func (w *observingWorker) Start(run sim.Run) (sim.Model, error) {
	inner, err := w.Worker.Start(run)
	if err != nil {
		return nil, err
	}
	world := inner.(*model.World)
	return &observedWorld{world, w.watch(run, world)}, nil
}

// An observedWorld shows each month to its observer.
type observedWorld struct {
	*model.World
	look observer
}

// Observe implements sim.Model. It writes nothing into the run's own row.
func (w *observedWorld) Observe(row *sim.Row) { w.look(w.World, row.Month) }
