package main

import (
	"context"

	"skillmix/answer"
	"skillmix/answer/charts"
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
func (p *plan) organisations(ctx context.Context, runs *answer.Runs) (*charts.Organisations, error) {
	where := organisationTables[p.headline()]
	pairs := runs.Few(mostSpreadRuns)
	o := &charts.Organisations{Who: where.who, Quantity: where.quantity, Unit: where.unit, Values: make([][][]float64, len(p.scenarios))}
	for world := range o.Values {
		o.Values[world] = make([][]float64, len(pairs))
	}
	// The place of each run that is made again, by its index in the design.
	type place struct{ world, run int }
	places := map[sim.Run]place{}
	var wanted []int
	whole := *p.sweep.Experiment
	whole.NewWorker = p.newWorker
	for run, pair := range pairs {
		for world := range p.scenarios {
			i := pair*p.design.Together() + world // of the first set
			wanted = append(wanted, i)
			places[whole.Run(i)] = place{world, run}
		}
	}
	last := whole.Start + sim.Month(whole.Months) - 1
	experiment, err := observed(&whole, func(run sim.Run, _ *model.World) observer {
		return func(world *model.World, month sim.Month) {
			if month != last {
				return
			}
			// The table is one that there is; else it is a fault of the program, which
			// the pool reports. Each run has a place of its own.
			look, err := world.Table(where.table)
			if err != nil {
				panic(err)
			}
			at := places[run]
			for _, column := range look.Columns {
				if column.Name == where.column {
					o.Values[at.world][at.run] = column.Numbers
				}
			}
		}
	})
	if err != nil {
		return nil, err
	}
	next := 0
	stream := sim.Stream{
		Experiment: experiment, Jobs: min(int(p.jobs.value), len(wanted)),
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
