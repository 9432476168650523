package model

import (
	"errors"
	"slices"

	"skillmix/model/population"
	"skillmix/sim"
)

// Population says which organisations an experiment has.
type Population struct {
	Preset string // one of population.Presets; any other name for organisations given
	// Given, if not nil, are the organisations themselves, instead of a
	// preset's; they cannot be redrawn.
	Given  *population.Population
	Redraw bool // draw them anew for each replicate
}

// NewExperiment returns an experiment whose points are the given worlds, in
// order, all of the same start and months. All runs of a replicate share
// their luck. With spread the judged parameters are drawn from their priors,
// the same draws for every point; without, they hold their defaults.
func NewExperiment(worlds []*Settings, people Population, seed uint64, replicates int, spread bool) (*sim.Experiment, error) {
	if len(worlds) == 0 {
		return nil, errors.New("model: an experiment needs at least one world")
	}
	for _, world := range worlds {
		if world.Start != worlds[0].Start || world.Months != worlds[0].Months {
			return nil, errors.New("model: worlds of one experiment share start and months")
		}
		if !sameRoles(world.roles(), worlds[0].roles()) {
			return nil, errors.New("model: worlds of one experiment share the names of their roles")
		}
	}
	if people.Given != nil && people.Redraw {
		return nil, errors.New("model: given organisations cannot be drawn anew for each replicate")
	}
	fixed := people.Given
	if fixed == nil {
		var err error
		if fixed, err = population.Draw(people.Preset, seed); err != nil {
			return nil, err
		}
	}
	return forPopulation(worlds, fixed, people, seed, replicates, spread)
}

// forPopulation is NewExperiment for given organisations.
func forPopulation(worlds []*Settings, fixed *population.Population, people Population, seed uint64, replicates int, spread bool) (*sim.Experiment, error) {
	shape, err := newShape(fixed, worlds[0].roles())
	if err != nil {
		return nil, err
	}
	return &sim.Experiment{
		Layout: shape.layout, Start: worlds[0].Start, Months: worlds[0].Months,
		Points: len(worlds), Replicates: replicates,
		NewWorker: func() sim.Worker {
			return &worker{worlds: worlds, fixed: fixed, people: people, shape: shape, seed: seed, spread: spread}
		},
	}, nil
}

// worker makes the worlds of one goroutine, in one world's storage.
type worker struct {
	worlds []*Settings
	fixed  *population.Population
	people Population
	shape  *shape
	seed   uint64
	spread bool
	world  World
}

// Start implements sim.Worker.
func (k *worker) Start(run sim.Run) (sim.Model, error) {
	settings := k.worlds[run.Point]
	chance := sim.NewChance(k.seed, run.Replicate)
	organisations := k.fixed
	shape := k.shape
	if k.people.Redraw {
		var err error
		if organisations, err = population.Redraw(k.people.Preset, chance); err != nil {
			return nil, err
		}
		shape = k.shape.adopt(organisations)
	}
	k.world.reset(settings, organisations, shape, settings.draw(chance, k.spread), chance)
	return &k.world, nil
}

// sameRoles reports whether two worlds have roles of the same names.
func sameRoles(a, b []Role) bool {
	return slices.EqualFunc(a, b, func(x, y Role) bool { return x.Name == y.Name })
}
