package main

import (
	"context"
	"fmt"
	"slices"

	"skillmix/answer/calibration"
	"skillmix/model"
	"skillmix/scenarios"
	"skillmix/sim"
)

// calibrateMonths is July 2019 to March 2022, the last quarter reported.
const calibrateMonths = 33

// A trial is a setting of the world that calibrate runs.
type trial struct {
	parameters map[model.Parameter]float64
	appeals    []float64 // by role of the model
}

// with returns a copy of the trial in which a parameter has another value.
func (t trial) with(parameter model.Parameter, value float64) trial {
	copied := trial{parameters: map[model.Parameter]float64{parameter: value}, appeals: t.appeals}
	for known, other := range t.parameters {
		if known != parameter {
			copied.parameters[known] = other
		}
	}
	return copied
}

// settings returns the world's settings with those of the trial.
func (t trial) settings(usual *model.Settings) model.Settings {
	settings := *usual
	for parameter, value := range t.parameters {
		settings.Parameters[parameter] = model.Prior{Low: value, Default: value, High: value}
	}
	settings.Roles = slices.Clone(usual.Roles)
	if settings.Roles == nil {
		settings.Roles = slices.Clone(model.Roles)
	}
	for r := range settings.Roles {
		if r < len(t.appeals) {
			settings.Roles[r].Appeal = t.appeals[r]
		}
	}
	return settings
}

// A bench runs trials, all with the same luck.
type bench struct {
	ctx       context.Context
	usual     *scenarios.Scenario // arrs-england, to March 2022
	targets   *calibration.Targets
	seed      uint64
	reps      int
	jobs      int
	done      int // trials
	afterward func()
}

// run makes the replicates of a trial and averages them.
func (b *bench) run(t trial) (*calibration.Simulation, error) {
	settings := t.settings(&b.usual.Settings)
	experiment, err := model.NewExperiment([]*model.Settings{&settings}, b.usual.People(), b.seed, b.reps, false)
	if err != nil {
		return nil, err
	}
	seen := make([]*calibration.Simulation, b.reps)
	if err := b.observe(experiment, func(run sim.Run, _ *model.World) observer {
		seen[run.Replicate] = calibration.NewSimulation(b.targets)
		return newPanelWatch(b.targets, seen[run.Replicate], experiment.Layout)
	}); err != nil {
		return nil, err
	}
	return calibration.Average(b.targets, seen), nil
}

// observe runs the replicates of an experiment, which count as one trial more.
func (b *bench) observe(experiment *sim.Experiment, watch func(run sim.Run, world *model.World) observer) error {
	watched, err := observed(experiment, watch)
	if err != nil {
		return err
	}
	if _, err := sim.Execute(b.ctx, watched, b.jobs, nil); err != nil {
		return err
	}
	b.done++
	if b.afterward != nil {
		b.afterward()
	}
	return nil
}

// newBench prepares the scheme's world of a population.
func newBench(ctx context.Context, population string, seed uint64, reps, jobs int) (*bench, error) {
	usual, err := scenarios.Load("arrs-england", []string{"population.preset=" + population, fmt.Sprintf("time.months=%d", calibrateMonths)})
	if err != nil {
		return nil, err
	}
	return &bench{ctx: ctx, usual: usual, targets: observedTargets(), seed: seed, reps: reps, jobs: jobs}, nil
}

// lastFitted is the last quarter that parameters are fitted to.
var lastFitted = sim.MonthOf(2021, 9)

// observedTargets are the embedded series, as calibration takes them.
func observedTargets() *calibration.Targets {
	targets := &calibration.Targets{Until: lastFitted}
	for _, panel := range scenarios.ObservedPanels() {
		targets.Panels = append(targets.Panels, calibration.Panel(panel))
	}
	for _, dispersion := range scenarios.ObservedDispersions() {
		targets.Dispersions = append(targets.Dispersions, calibration.Dispersion(dispersion))
	}
	for _, year := range scenarios.ObservedSpendings() {
		if year.Fitted {
			targets.Unspent = year.UnspentShare()
		}
	}
	return targets
}
