package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"skillmix/answer/facts"
	"skillmix/model"
	"skillmix/scenarios"
	"skillmix/sim"
)

// A factPlan is a set of facts that have been checked: nothing in it can be
// wrong any more but the machine.
type factPlan struct {
	factOptions
	files    []*scenarios.Fact
	prepared []*facts.Prepared
}

// newFactPlan loads and checks facts, and reports what is wrong with any.
func newFactPlan(references []string, options factOptions) (*factPlan, error) {
	plan := &factPlan{factOptions: options}
	var failures []error
	seen := map[string]string{}
	for _, reference := range references {
		file, err := scenarios.LoadFact(reference)
		if err == nil {
			if earlier, found := seen[file.ID]; found {
				return nil, usage("%s and %s are both the fact %s: give each fact once, under an id of its own", earlier, reference, file.ID)
			}
			seen[file.ID] = reference
			err = plan.add(file)
		}
		if err != nil {
			failures = append(failures, err)
		}
	}
	return plan, joined(failures)
}

func (plan *factPlan) facts() []*facts.Prepared { return plan.prepared }

// add checks a fact against the worlds it names.
func (plan *factPlan) add(file *scenarios.Fact) error {
	worlds, err := file.Worlds(nil)
	if err != nil {
		return err
	}
	for i, world := range worlds {
		if populationOf(world) != populationOf(worlds[0]) {
			return scenarios.Errors{file.Problem(fmt.Sprintf("arms share their organisations, and this one has others than arm %s", file.Arms[0].Name), "arms", file.Arms[i].Name)}
		}
	}
	if plan.reps.given {
		file.Replicates = int(plan.reps.value)
	}
	layout, tables, err := look(worlds[0], plan.seed.value)
	if err != nil {
		return err
	}
	prepared, err := facts.Prepare(factOf(file, worlds), layout, tables)
	if err != nil {
		return located(file, err)
	}
	plan.files, plan.prepared = append(plan.files, file), append(plan.prepared, prepared)
	return nil
}

// populationOf tells organisations apart.
func populationOf(world *scenarios.Scenario) string {
	return fmt.Sprint(world.Preset, world.Redraw, world.Files)
}

// look returns what runs of a world record, and its tables, without rows that
// mean anything.
func look(world *scenarios.Scenario, seed uint64) (*sim.Layout, map[string]*facts.Table, error) {
	experiment, err := experimentOf([]*scenarios.Scenario{world}, seed, 1, false)
	if err != nil {
		return nil, nil, err
	}
	inner, err := experiment.NewWorker().Start(sim.Run{})
	if err != nil {
		return nil, nil, err
	}
	tables := map[string]*facts.Table{}
	for _, name := range model.TableNames {
		if tables[name], err = tableOf(inner.(*model.World), name); err != nil {
			return nil, nil, err
		}
	}
	return experiment.Layout, tables, nil
}

// experimentOf hands worlds that share their organisations to the model.
func experimentOf(worlds []*scenarios.Scenario, seed uint64, replicates int, spread bool) (*sim.Experiment, error) {
	people := model.Population{Preset: worlds[0].Preset, Given: worlds[0].Organisations, Redraw: worlds[0].Redraw}
	return newExperiment(worlds, people, seed, replicates, spread)
}

// located gives problems of a fact their place in its file.
func located(file *scenarios.Fact, err error) error {
	var all scenarios.Errors
	for _, line := range unjoined(err) {
		var problem *facts.Problem
		if !errors.As(line, &problem) {
			return err
		}
		all = append(all, file.Problem(problem.Message, problem.Part...))
	}
	slices.SortStableFunc(all, func(a, b scenarios.Error) int { return a.Line - b.Line })
	return all
}

// unjoined returns the errors that were joined to one.
func unjoined(err error) []error {
	if several, ok := err.(interface{ Unwrap() []error }); ok {
		return several.Unwrap()
	}
	return []error{err}
}

// factOf turns a file's fact into one to be judged.
func factOf(file *scenarios.Fact, worlds []*scenarios.Scenario) facts.Fact {
	fact := facts.Fact{
		ID: file.ID, Claim: file.Claim, Source: file.Source, Basis: file.Basis, Kind: file.Kind,
		Open: file.Open, Reason: file.Reason, RestsOn: file.RestsOn, Fixed: file.Fixed,
		Population: worlds[0].Preset, Months: file.Months, Replicates: file.Replicates,
	}
	if fact.Population == "" {
		var names []string
		for _, from := range worlds[0].Files {
			names = append(names, fmt.Sprint(from))
		}
		fact.Population = strings.Join(names, ", ")
	}
	for i, arm := range file.Arms {
		fact.Arms = append(fact.Arms, facts.Arm{Name: arm.Name, Start: worlds[i].Settings.Start})
	}
	for _, s := range file.Statistics {
		statistic := facts.Statistic{
			Name: s.Name, Arms: s.Arms, Setting: s.Setting, Group: s.Group, Measure: s.Measure, TimeTo: s.TimeTo,
			Table: s.Table, Where: s.Where, Columns: s.Columns, Quantile: s.Quantile, Within: s.Within, Less: s.Less, Of: s.Of,
			At: facts.When(s.At), From: facts.When(s.From), Until: facts.When(s.Until),
		}
		fact.Statistics = append(fact.Statistics, statistic)
	}
	for _, e := range file.Expectations {
		fact.Expectations = append(fact.Expectations, facts.Expectation(e))
	}
	return fact
}
