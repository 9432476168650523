package main

import (
	"math"

	"skillmix/answer"
	"skillmix/model"
	"skillmix/scenarios"
	"skillmix/sim"
	"skillmix/sim/store"
)

// layOut makes the experiment and says how it is kept.
func (p *plan) layOut() error {
	p.sets = []set{judgementAndChance, chanceAlone}
	if p.fixed {
		p.sets = p.sets[1:]
	}
	replicates := p.reps.value
	if p.precision.given {
		replicates = p.maxReps.value
	}
	if p.points.sweep != nil && replicates < 2 {
		return usage("%d points with a single replicate: what is varied could not be told from chance; give --reps 2 or more", p.points.len())
	}
	p.design = sim.Design{Worlds: len(p.scenarios), Sets: len(p.sets), Points: p.points.len(), Replicates: int(replicates)}
	sweep := &model.Sweep{
		People: p.people, Seed: p.seed.value,
		Points: p.design.Points * p.design.Together(), Replicates: p.design.Replicates,
		Settings: func(point int) (*model.Settings, error) { return p.settings(p.design.Place(point)) },
		Spread:   func(point int) bool { return p.sets[p.design.Place(point).Set].spread },
		Yearly:   p.detail.value == detailYear,
	}
	experiment, err := sweep.Experiment()
	if err != nil {
		return err
	}
	if _, err := answer.FindHeadline(experiment.Layout, p.headline()); err != nil {
		return err
	}
	varied := p.variedParameters()
	p.newWorker = experiment.NewWorker
	p.sweep = &store.Sweep{
		Experiment: experiment,
		Design:     p.design,
		Worlds:     p.names(),
		Headlines:  p.headlines(experiment.Layout),
		Labels:     p.points.columns(),
		Describe: func(place sim.Place, labels []string, values []float64) error {
			return p.describe(varied, place, labels, values)
		},
	}
	for _, set := range p.sets {
		p.sweep.Sets = append(p.sweep.Sets, set.name)
	}
	for _, parameter := range varied {
		p.sweep.Values = append(p.sweep.Values, model.Catalogue[parameter].Name)
	}
	if p.detail.value == detailUnits {
		p.sweep.UnitBytes, err = unitBytes(experiment)
	}
	return err
}

// settings returns the world of a run.
func (p *plan) settings(place sim.Place) (*model.Settings, error) {
	if p.points.sweep == nil {
		return &p.scenarios[place.World].Settings, nil
	}
	return p.points.sweep.At(p.scenarios[place.World], place.Point)
}

// describe tells the values of a run that vary between runs.
func (p *plan) describe(varied []model.Parameter, place sim.Place, labels []string, values []float64) error {
	settings, err := p.settings(place)
	if err != nil {
		return err
	}
	p.points.describe(p.scenarios[place.World], place.Point, labels)
	drawn := settings.Draws(p.seed.value, place.Replicate, p.sets[place.Set].spread)
	for i, parameter := range varied {
		values[i] = drawn[parameter]
	}
	return nil
}

// headlines are the measures that the table of runs has of each run's last month:
// the plan's own, and the usual two.
func (p *plan) headlines(layout *sim.Layout) (all []store.Headline) {
	seen := map[string]bool{}
	for _, measure := range []string{p.headline(), scenarios.HeadlinePosts, scenarios.HeadlineNetworks} {
		at, err := answer.FindHeadline(layout, measure)
		if err == nil && !seen[measure] {
			all = append(all, store.Headline{Name: measure, Group: at.Group, Column: at.Column})
		}
		seen[measure] = true
	}
	return all
}

// unitBytes returns about what a run's units take in memory.
func unitBytes(experiment *sim.Experiment) (int, error) {
	world, err := experiment.NewWorker().Start(sim.Run{})
	if err != nil {
		return 0, err
	}
	units := world.(sim.UnitTeller).Units()
	const cell = 12 // bytes of a number, or of most of a text's header
	return max(1, int(math.Ceil(cell*float64(units.Rows)*float64(len(units.Columns))))), nil
}
