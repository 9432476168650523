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

// A Sweep is an experiment whose points have settings of their own, which need
// not all be in memory.
type Sweep struct {
	People     Population
	Seed       uint64
	Points     int
	Replicates int
	// Settings returns the world of a point. All worlds share start, months and
	// the names of their roles with that of point 0. Calls overlap.
	Settings func(point int) (*Settings, error)
	// Spread tells whether a point's judged parameters are drawn from their
	// priors, the same draws for every point of a replicate, or hold their
	// defaults.
	Spread func(point int) bool
	// Yearly keeps each setting as a whole at the end of financial years, with
	// what flowed since the last, instead of months and all groups.
	Yearly bool
}

// NewExperiment returns an experiment whose points are the given worlds, in
// order, all of the same start and months. All runs of a replicate share
// their luck. With spread the judged parameters are drawn from their priors,
// the same draws for every point; without, they hold their defaults.
func NewExperiment(worlds []*Settings, people Population, seed uint64, replicates int, spread bool) (*sim.Experiment, error) {
	if err := Comparable(worlds); err != nil {
		return nil, err
	}
	sweep := &Sweep{
		People: people, Seed: seed, Points: len(worlds), Replicates: replicates,
		Settings: func(point int) (*Settings, error) { return worlds[point], nil },
		Spread:   func(int) bool { return spread },
	}
	return sweep.Experiment()
}

// Comparable fails unless worlds can be points of one experiment.
func Comparable(worlds []*Settings) error {
	if len(worlds) == 0 {
		return errors.New("model: an experiment needs at least one world")
	}
	for _, world := range worlds {
		if world.Start != worlds[0].Start || world.Months != worlds[0].Months {
			return errors.New("model: worlds of one experiment share start and months")
		}
		if !sameRoles(world.roles(), worlds[0].roles()) {
			return errors.New("model: worlds of one experiment share the names of their roles")
		}
	}
	return nil
}

// Experiment returns the sweep's experiment. All runs of a replicate share their
// luck.
func (s *Sweep) Experiment() (*sim.Experiment, error) {
	if s.People.Given != nil && s.People.Redraw {
		return nil, errors.New("model: given organisations cannot be drawn anew for each replicate")
	}
	first, err := s.Settings(0)
	if err != nil {
		return nil, err
	}
	fixed := s.People.Given
	if fixed == nil {
		if fixed, err = population.Draw(s.People.Preset, s.Seed); err != nil {
			return nil, err
		}
	}
	shape, err := newShape(fixed, first.roles(), s.Yearly)
	if err != nil {
		return nil, err
	}
	return &sim.Experiment{
		Layout: shape.layout, Start: first.Start, Months: first.Months,
		Points: s.Points, Replicates: s.Replicates,
		NewWorker: func() sim.Worker { return &worker{sweep: s, fixed: fixed, shape: shape} },
	}, nil
}

// worker makes the worlds of one goroutine, in one world's storage.
type worker struct {
	sweep *Sweep
	fixed *population.Population
	shape *shape
	world World
}

// Start implements sim.Worker.
func (k *worker) Start(run sim.Run) (sim.Model, error) {
	settings, err := k.sweep.Settings(run.Point)
	if err != nil {
		return nil, err
	}
	chance := sim.NewChance(k.sweep.Seed, run.Replicate)
	organisations := k.fixed
	shape := k.shape
	if k.sweep.People.Redraw {
		if organisations, err = population.Redraw(k.sweep.People.Preset, chance); err != nil {
			return nil, err
		}
		shape = k.shape.adopt(organisations)
	}
	k.world.reset(settings, organisations, shape, settings.draw(chance, k.sweep.Spread(run.Point)), chance)
	return &k.world, nil
}

// sameRoles reports whether two worlds have roles of the same names.
func sameRoles(a, b []Role) bool {
	return slices.EqualFunc(a, b, func(x, y Role) bool { return x.Name == y.Name })
}
