package main

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"skillmix/answer/calibration"
	"skillmix/model"
	"skillmix/scenarios"
	"skillmix/sim"
)

// calibrateMonths is July 2019 to March 2022, the last quarter reported.
const calibrateMonths = 33

// unspentYear is the financial year of which the unspent sum is fitted.
const unspentYear = sim.FinancialYear(2020)

// coordinatorsFrom is the first quarter in which networks could report care
// coordinators: before it they are in no reported total.
var coordinatorsFrom = sim.MonthOf(2020, 12)

// notDirect are the roles that do not care for patients directly.
var notDirect = []string{"digital-and-transformation-lead", "care-navigator"}

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
	if err := watchRuns(b.ctx, experiment, b.jobs, func(run sim.Run, layout *sim.Layout) observer {
		seen[run.Replicate] = calibration.NewSimulation(b.targets)
		return newPanelWatch(b.targets, seen[run.Replicate], layout)
	}); err != nil {
		return nil, err
	}
	b.done++
	if b.afterward != nil {
		b.afterward()
	}
	return calibration.Average(b.targets, seen), nil
}

// An observer looks at a world at the end of a month. It must change nothing.
type observer func(world *model.World, month sim.Month)

// watchRuns runs an experiment of which only what observers take is kept.
func watchRuns(ctx context.Context, experiment *sim.Experiment, jobs int, watch func(run sim.Run, layout *sim.Layout) observer) error {
	full, newWorker := experiment.Layout, experiment.NewWorker
	empty, err := sim.NewLayout(nil, nil)
	if err != nil {
		return err
	}
	watched := *experiment
	watched.Layout = empty
	watched.NewWorker = func() sim.Worker { return &observingWorker{newWorker(), full, watch} }
	_, err = sim.Execute(ctx, &watched, jobs, nil)
	return err
}

// An observingWorker makes worlds at which an observer looks.
type observingWorker struct {
	sim.Worker
	layout *sim.Layout
	watch  func(run sim.Run, layout *sim.Layout) observer
}

// Start implements sim.Worker.
func (w *observingWorker) Start(run sim.Run) (sim.Model, error) {
	inner, err := w.Worker.Start(run)
	if err != nil {
		return nil, err
	}
	return &observedWorld{inner.(*model.World), w.watch(run, w.layout)}, nil
}

// An observedWorld shows each month to its observer.
type observedWorld struct {
	*model.World
	look observer
}

// Observe implements sim.Model. It writes nothing into the run's own row.
func (w *observedWorld) Observe(row *sim.Row) { w.look(w.World, row.Month) }

// newPanelWatch returns an observer that fills in a simulation in the place of
// the panels: of each, the networks that had a holder in direct care at its
// start.
func newPanelWatch(targets *calibration.Targets, into *calibration.Simulation, layout *sim.Layout) observer {
	all := layout.Group("pcn", "all")
	entitlement, unspent := layout.Column("arrs_entitlement"), layout.Column("arrs_unspent")
	members := make([][]bool, len(targets.Panels))
	row := sim.NewRow(layout, sim.MonthOf(2020, 3)) // March has the most to write
	return func(world *model.World, month sim.Month) {
		row.Month = month
		world.Observe(row)
		sum, _ := row.Value(all, entitlement)
		left, _ := row.Value(all, unspent)
		into.Spend(month.FinancialYear().String(), sum, left)
		if month == unspentYear.End() {
			into.Unspent = into.Years[len(into.Years)-1].Share()
		}
		var posts *networkPosts
		for i := range targets.Panels {
			panel := &targets.Panels[i]
			quarter := slices.Index(panel.Quarters, month)
			if quarter < 0 {
				continue
			}
			if posts == nil {
				posts = networkPostsOf(world, month)
			}
			if month == panel.Start {
				members[i] = posts.staffed()
				into.Panels[i].Included = share(members[i])
			}
			posts.fill(panel, &into.Panels[i], members[i], quarter)
		}
		for i := range targets.Dispersions {
			if targets.Dispersions[i].Quarter == month {
				into.PerPatient[i] = networkPostsOf(world, month).perPatient()
			}
		}
	}
}

// networkPosts are filled posts of networks at the end of a month.
type networkPosts struct {
	direct     []float64            // by network, as far as networks could report them
	registered []float64            // patients, by network
	byRole     map[string][]float64 // by network
}

// networkPostsOf reads a world's table of networks.
func networkPostsOf(world *model.World, month sim.Month) *networkPosts {
	table, err := world.Table("networks")
	if err != nil {
		panic(err) // a fault of the program, which the pool reports
	}
	p := &networkPosts{direct: make([]float64, table.Rows), byRole: map[string][]float64{}}
	for _, column := range table.Columns {
		if column.Name == "registered" {
			p.registered = column.Numbers
		}
		role, found := cutRole(column.Name)
		if !found || slices.Contains(notDirect, role) {
			continue
		}
		p.byRole[role] = column.Numbers
		for i, posts := range column.Numbers {
			if role != "care-coordinator" || month >= coordinatorsFrom {
				p.direct[i] += posts
			}
		}
	}
	return p
}

// perPatient returns posts in direct care per 10,000 registered patients of the
// networks with any.
func (p *networkPosts) perPatient() []float64 {
	var all []float64
	for i, posts := range p.direct {
		if posts > 0 {
			all = append(all, posts/p.registered[i]*10_000)
		}
	}
	return all
}

// cutRole returns the role whose posts a column of networks holds.
func cutRole(column string) (string, bool) {
	const prefix = "posts_"
	if len(column) <= len(prefix) || column[:len(prefix)] != prefix {
		return "", false
	}
	role := strings.ReplaceAll(column[len(prefix):], "_", "-")
	_, known := model.RoleNamed(role)
	return role, known
}

// staffed returns which networks have a holder in direct care.
func (p *networkPosts) staffed() []bool {
	staffed := make([]bool, len(p.direct))
	for i, posts := range p.direct {
		staffed[i] = posts > 0
	}
	return staffed
}

// fill sets a quarter of a simulated panel.
func (p *networkPosts) fill(panel *calibration.Panel, into *calibration.Simulated, members []bool, quarter int) {
	into.Mean[quarter], into.Deviation[quarter] = meanOf(p.direct, members)
	for r, role := range panel.Roles {
		posts := p.byRole[role]
		into.RoleMeans[r][quarter], _ = meanOf(posts, members)
		having := make([]bool, 0, len(posts))
		for i, member := range members {
			if member {
				having = append(having, posts[i] > 0)
			}
		}
		into.RoleShares[r][quarter] = share(having)
	}
}

// meanOf returns mean and standard deviation over members, 0 without any.
func meanOf(values []float64, members []bool) (mean, deviation float64) {
	count, sum, squares := 0.0, 0.0, 0.0
	for i, member := range members {
		if member {
			count++
			sum += values[i]
			squares += values[i] * values[i]
		}
	}
	if count == 0 {
		return 0, 0
	}
	mean = sum / count
	return mean, math.Sqrt(max(0, squares/count-mean*mean))
}

// share returns how many of all are true, as a share.
func share(all []bool) float64 {
	count := 0
	for _, one := range all {
		if one {
			count++
		}
	}
	return float64(count) / float64(max(1, len(all)))
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
