package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"skillmix/answer"
	"skillmix/model"
	"skillmix/scenarios"
	"skillmix/sim"
	"skillmix/sim/store"
)

// mostScenarios is the number of lines that a reader of the chart can tell
// apart.
const mostScenarios = 4

// A plan is a checked command to run: nothing in it can be wrong any more but
// the machine.
type plan struct {
	runOptions
	scenarios []*scenarios.Scenario
	resolved  []store.ResolvedScenario
	inputs    string // hash
	people    model.Population
	judged    int
	// sets of runs, in the order in which they are made; the last is the one
	// that tables and charts describe.
	sets []set
}

// A set is an experiment and what varies between its replicates.
type set struct {
	varies     string
	experiment *sim.Experiment
}

const (
	chanceAlone        = "chance alone"
	judgementAndChance = "judgement and chance"
)

// newPlan loads and checks everything that a run needs.
func newPlan(references []string, options runOptions) (*plan, error) {
	if len(references) > mostScenarios {
		return nil, usage("%d scenarios are too many: a chart shows at most %d that can be told apart; make several runs", len(references), mostScenarios)
	}
	p := &plan{runOptions: options}
	if err := p.load(references); err != nil {
		return nil, err
	}
	if err := p.comparable(); err != nil {
		return nil, err
	}
	first := p.scenarios[0]
	p.people = first.People()
	if !p.reps.given {
		p.reps.value = uint64(first.Replicates)
	}
	inputs := store.Inputs{StreamLayout: model.StreamLayout, Seed: p.seed.value, Replicates: p.replicates(), Fixed: p.fixed}
	for _, scenario := range p.scenarios {
		p.judged = max(p.judged, scenario.Judged())
		inputs.Scenarios = append(inputs.Scenarios, store.ResolvedScenario{Name: scenario.Name, Text: scenario.Resolved()})
	}
	p.resolved, p.inputs = inputs.Scenarios, inputs.Hash()
	if p.out == "" {
		p.out = filepath.Join("results", strings.Join(p.names(), "-")+"-"+p.inputs[:12])
	}
	return p, p.design()
}

// load reads the scenarios and reports what is wrong with any of them.
func (p *plan) load(references []string) error {
	var failures []error
	seen := map[string]string{}
	for _, reference := range references {
		scenario, err := scenarios.Load(reference, p.overrules)
		if err != nil {
			failures = append(failures, err)
			continue
		}
		// A resolved scenario of an earlier result keeps its name, so that
		// running it again gives the same files.
		scenario.Name = strings.TrimPrefix(scenario.Name, "scenario.")
		worlds, err := variants(scenario, reference, p.overrules)
		if err != nil {
			failures = append(failures, err)
			continue
		}
		for _, world := range worlds {
			if earlier, found := seen[world.Name]; found {
				return usage("%s and %s are both named %s: give each scenario once, under a name of its own", earlier, reference, world.Name)
			}
			seen[world.Name] = reference
			p.scenarios = append(p.scenarios, world)
		}
	}
	if len(p.scenarios) > mostScenarios {
		return usage("%d worlds are too many: a chart shows at most %d that can be told apart; vary less, or make several runs", len(p.scenarios), mostScenarios)
	}
	return joined(failures)
}

// variants returns the worlds of a scenario: itself, or one for each combination
// of the levers that it varies.
func variants(scenario *scenarios.Scenario, reference string, sets []string) ([]*scenarios.Scenario, error) {
	all := scenario.Variants()
	if len(all) == 0 {
		return []*scenarios.Scenario{scenario}, nil
	}
	if len(all) > mostScenarios {
		return nil, usage("%s varies its levers to %d worlds; a chart shows at most %d that can be told apart: vary less, or make several runs", reference, len(all), mostScenarios)
	}
	worlds := make([]*scenarios.Scenario, len(all))
	for i, variant := range all {
		var err error
		if worlds[i], err = scenario.Variant(reference, sets, variant); err != nil {
			return nil, err
		}
	}
	return worlds, nil
}

// comparable fails if the scenarios do not share what a pair of runs must
// share.
func (p *plan) comparable() error {
	first := p.scenarios[0]
	for _, other := range p.scenarios[1:] {
		if difference := first.OtherOrganisations(other); difference != "" {
			return &scenarioError{fmt.Sprintf("%s and %s cannot be compared: %s; scenarios run together share their organisations", first.Name, other.Name, difference)}
		}
		if difference := first.OtherRoles(other); difference != "" {
			return &scenarioError{fmt.Sprintf("%s and %s cannot be compared: %s; scenarios run together have the same roles: add it to both, and leave it off the scheme's list of one with arrs.without", first.Name, other.Name, difference)}
		}
		for _, shared := range []struct {
			key  string
			a, b any
		}{
			{"population.preset", first.Preset, other.Preset},
			{"population.redraw", first.Redraw, other.Redraw},
			{"time.start", first.Settings.Start, other.Settings.Start},
			{"time.months", first.Settings.Months, other.Settings.Months},
		} {
			if shared.a != shared.b {
				return &scenarioError{fmt.Sprintf("%s and %s cannot be compared: %s is %v in one and %v in the other; make them equal, for example with --set %s=%v",
					first.Name, other.Name, shared.key, shared.a, shared.b, shared.key, shared.a)}
			}
		}
	}
	return nil
}

// design makes the experiments.
func (p *plan) design() error {
	spreads := []bool{false, true}
	if p.fixed {
		spreads = spreads[:1]
	}
	for _, spread := range spreads {
		experiment, err := newExperiment(p.scenarios, p.people, p.seed.value, p.replicates(), spread)
		if err != nil {
			return err
		}
		varies := chanceAlone
		if spread {
			varies = judgementAndChance
		}
		if err := p.fits(experiment); err != nil {
			return err
		}
		p.sets = append(p.sets, set{varies, experiment})
	}
	return answer.CheckHeadline(p.sets[0].experiment.Layout, p.headline())
}

// mostRecords is how many bytes the records of a run may take together; they are
// kept until the tables are written.
const mostRecords = 8e9

// fits fails if the records of all runs would not fit, before any is made.
func (p *plan) fits(experiment *sim.Experiment) error {
	one := 8 * float64(len(sim.NewRecord(experiment.Layout, experiment.Start, experiment.Months).Values())) * float64(len(p.scenarios))
	if all := one * float64(p.replicates()); all > mostRecords {
		return &scenarioError{fmt.Sprintf("%d replicates would take %s of memory; %d fit in %s: give fewer with --reps, a shorter run or a smaller population",
			p.replicates(), size(all), int(mostRecords/one), size(mostRecords))}
	}
	return nil
}

// newExperiment hands the scenarios to the model.
func newExperiment(all []*scenarios.Scenario, people model.Population, seed uint64, replicates int, spread bool) (*sim.Experiment, error) {
	worlds := make([]*model.Settings, len(all))
	for i, scenario := range all {
		worlds[i] = &scenario.Settings
	}
	return model.NewExperiment(worlds, people, seed, replicates, spread)
}

// headline is the measure of the finding: that of the first scenario.
func (p *plan) headline() string { return p.scenarios[0].Headline }

func (p *plan) replicates() int { return int(p.reps.value) }

func (p *plan) names() []string {
	names := make([]string, len(p.scenarios))
	for i, scenario := range p.scenarios {
		names[i] = scenario.Name
	}
	return names
}

// runs counts all runs of all sets.
func (p *plan) runs() (count int) {
	for _, set := range p.sets {
		count += set.experiment.Len()
	}
	return count
}
