package main

import (
	"context"
	"sync"

	"skillmix/answer"
	"skillmix/model"
	"skillmix/scenarios"
	"skillmix/sim"
)

// mostSpreadRuns is the number of runs of each scenario that are made again to see
// single organisations: as many as add little to the time of all.
const mostSpreadRuns = 8

// organisationTables say where the values of single organisations are, for each measure
// that can be a headline.
var organisationTables = map[string]struct {
	table, column       string
	who, quantity, unit string
}{
	scenarios.HeadlinePosts:    {"trusts", "posts_per_1000_staff", "trusts", "ACPs in post per 1,000 FTE staff of a trust", "ACPs per 1,000 staff"},
	scenarios.HeadlineNetworks: {"networks", "direct_care", "networks", "Direct-care FTE in post in a network", "direct-care FTE"},
}

// organisations makes the first runs of each scenario again and looks at organisations
// in the last month.
func (p *plan) organisations(ctx context.Context, runs *answer.Runs) (*answer.Organisations, error) {
	where := organisationTables[p.headline()]
	pairs := runs.Few(mostSpreadRuns)
	o := &answer.Organisations{Who: where.who, Quantity: where.quantity, Unit: where.unit, Values: make([][][]float64, len(p.scenarios))}
	for world := range o.Values {
		o.Values[world] = make([][]float64, len(pairs))
	}
	// The place of each run that is made again, by its index in the design.
	type place struct{ world, run int }
	places := map[sim.Run]place{}
	var wanted []int
	experiment := *p.sweep.Experiment
	for run, pair := range pairs {
		for world := range p.scenarios {
			i := pair*p.design.Together() + world // of the first set
			wanted = append(wanted, i)
			places[experiment.Run(i)] = place{world, run}
		}
	}
	var (
		lock sync.Mutex
		err  error
	)
	if experiment.Layout, err = sim.NewLayout(nil, nil); err != nil {
		return nil, err
	}
	last := experiment.Start + sim.Month(experiment.Months) - 1
	experiment.NewWorker = func() sim.Worker {
		return &lookingWorker{p.newWorker(), last, func(run sim.Run, world *model.World) error {
			look, err := world.Table(where.table)
			if err != nil {
				return err
			}
			lock.Lock()
			defer lock.Unlock()
			at := places[run]
			for _, column := range look.Columns {
				if column.Name == where.column {
					o.Values[at.world][at.run] = column.Numbers
				}
			}
			return nil
		}}
	}
	next := 0
	stream := sim.Stream{
		Experiment: &experiment, Jobs: min(int(p.jobs.value), len(wanted)),
		Next: func() (int, bool) {
			if next == len(wanted) {
				return 0, false
			}
			next++
			return wanted[next-1], true
		},
		Record: func() *sim.Record { return sim.NewRecord(experiment.Layout, experiment.Start, experiment.Months) },
		Finish: func(i int, outcome sim.Outcome) error {
			if outcome.Failure != nil {
				return &sim.RunError{Run: experiment.Run(i), Cause: outcome.Failure}
			}
			return nil
		},
	}
	return o, stream.Run(ctx)
}

// A lookingWorker makes worlds that are looked at in the last month.
type lookingWorker struct {
	sim.Worker
	last sim.Month
	look func(sim.Run, *model.World) error
}

// Start implements sim.Worker.
func (w *lookingWorker) Start(run sim.Run) (sim.Model, error) {
	inner, err := w.Worker.Start(run)
	if err != nil {
		return nil, err
	}
	return &lookedAtWorld{inner.(*model.World), w, run}, nil
}

// A lookedAtWorld records nothing, but shows its last month.
type lookedAtWorld struct {
	*model.World
	worker *lookingWorker
	run    sim.Run
}

// Observe implements sim.Model.
func (w *lookedAtWorld) Observe(row *sim.Row) {
	if row.Month == w.worker.last {
		// The table is one that there is; else it is a fault of the program, which the
		// pool reports.
		if err := w.worker.look(w.run, w.World); err != nil {
			panic(err)
		}
	}
}
