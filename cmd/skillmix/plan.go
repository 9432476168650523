package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"skillmix/model"
	"skillmix/scenarios"
	"skillmix/sim"
	"skillmix/sim/store"
)

// mostScenarios is the number of scenarios that a reader of the finding and the tables
// can keep in mind, and mostSpelled that of worlds, with those of grids, of which each is
// a line of its own in every chart.
const mostScenarios, mostSpelled = 8, 4

// A plan is a checked command to run: nothing in it can be wrong any more but
// the machine.
type plan struct {
	runOptions
	scenarios []*scenarios.Scenario
	resolved  []store.ResolvedScenario
	identity  store.Identity
	people    model.Population
	judged    int
	points    points
	design    sim.Design
	sets      []set // by set of the design; tables and charts describe the first
	sweep     *store.Sweep
	newWorker func() sim.Worker // of the sweep's experiment, before anything stands in between
	outGiven  bool              // by --out
}

// A set is a way to treat judged values.
type set struct {
	varies string // between its runs
	name   string // in tables
	spread bool
}

var (
	chanceAlone        = set{"chance alone", "held", false}
	judgementAndChance = set{"judgement and chance", "drawn", true}
)

// newPlan loads and checks everything that a run needs.
func newPlan(references []string, options runOptions) (*plan, error) {
	if len(references) > mostScenarios {
		return nil, usage("%d scenarios are too many: nobody can compare more than %d at once; make several runs", len(references), mostScenarios)
	}
	p := &plan{runOptions: options}
	if err := p.flagsFit(); err != nil {
		return nil, err
	}
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
	if err := p.identify(); err != nil {
		return nil, err
	}
	if p.outGiven = p.out != ""; !p.outGiven {
		p.out = filepath.Join("results", strings.Join(p.names(), "-")+"-"+p.identity.Inputs[:12])
	}
	return p, p.layOut()
}

// flagsFit fails on flags that contradict each other.
func (p *plan) flagsFit() error {
	switch {
	case p.maxReps.given && !p.precision.given:
		return usage("--max-reps is the end of --precision; give --reps for a fixed number of replicates")
	case p.precision.given && p.reps.given && p.reps.value >= p.maxReps.value:
		return usage("--precision begins with --reps %d replicates and ends with --max-reps %d at the latest: let the latter be larger", p.reps.value, p.maxReps.value)
	case p.emit.value != "" && !p.shards.given:
		return usage("--emit %s prints a job file for --shards N: say how many", p.emit.value)
	case p.emit.value != "" && (p.shard != "" || p.precision.given):
		return usage("--emit prints a job file for all shards of a fixed number of replicates: leave out --shard and --precision")
	case p.emit.value != "" && p.json:
		return usage("--emit prints a job file, which is no JSON: leave out --json")
	}
	return nil
}

// identify hashes all inputs.
func (p *plan) identify() error {
	inputs := store.Inputs{
		StreamLayout: model.StreamLayout, Seed: p.seed.value, Replicates: int(p.reps.value),
		Fixed: p.fixed, Detail: p.detail.value, Twins: p.twins,
	}
	if p.precision.given {
		inputs.Precision, inputs.MostReplicates = p.precision.value, int(p.maxReps.value)
	}
	for _, scenario := range p.scenarios {
		p.judged = max(p.judged, scenario.Judged())
		inputs.Scenarios = append(inputs.Scenarios, store.ResolvedScenario{Name: scenario.Name, Text: scenario.Resolved()})
	}
	program, err := store.Program()
	p.resolved, p.identity = inputs.Scenarios, store.Identity{Inputs: inputs.Hash(), Program: program}
	return err
}

// load reads the scenarios and reports what is wrong with any of them.
func (p *plan) load(references []string) error {
	var failures []error
	seen := map[string]string{}
	swept, varied, worlds := false, false, 0
	for _, reference := range references {
		scenario, err := scenarios.Load(reference, p.overrules)
		if err != nil {
			failures = append(failures, err)
			continue
		}
		// A resolved scenario of an earlier result keeps its name, so that
		// running it again gives the same files.
		scenario.Name = strings.TrimPrefix(scenario.Name, "scenario.")
		if earlier, found := seen[scenario.Name]; found {
			return usage("%s and %s are both named %s: give each scenario once, under a name of its own", earlier, reference, scenario.Name)
		}
		seen[scenario.Name] = reference
		p.scenarios = append(p.scenarios, scenario)
		if scenario.Sample.Points > 0 {
			swept = true
		}
		varied = varied || scenario.GridPoints() > 1
		worlds += scenario.GridPoints()
	}
	if err := joined(failures); err != nil {
		return err
	}
	if swept || varied && worlds > mostSpelled {
		points, err := newPoints(p.scenarios, p.seed.value)
		p.points = points
		return err
	}
	return p.spell(references)
}

// spell puts the worlds of small grids in the place of their scenarios, so that a
// chart shows each.
func (p *plan) spell(references []string) error {
	var worlds []*scenarios.Scenario
	seen := map[string]bool{}
	for i, scenario := range p.scenarios {
		all := scenario.Variants()
		if len(all) == 0 {
			worlds = append(worlds, scenario)
		}
		for _, variant := range all {
			world, err := scenario.Variant(references[i], p.overrules, variant)
			if err != nil {
				return err
			}
			worlds = append(worlds, world)
		}
	}
	for _, world := range worlds {
		if seen[world.Name] {
			return usage("two worlds are named %s: give each scenario a name of its own", world.Name)
		}
		seen[world.Name] = true
	}
	p.scenarios = worlds
	return nil
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

func (p *plan) names() []string {
	names := make([]string, len(p.scenarios))
	for i, scenario := range p.scenarios {
		names[i] = scenario.Name
	}
	return names
}
