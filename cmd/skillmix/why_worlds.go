package main

import (
	"context"
	"sync"

	"skillmix/answer/ledger"
	"skillmix/model"
	"skillmix/sim"
	"skillmix/sim/store"
)

// counterfactuals are the worlds of a result, run again as they were and with each set
// of barriers held open. Of a single world there is no gap, and it is run again as it
// was alone.
type counterfactuals struct {
	*rerun
	groups  []gateGroup   // that are counted
	tallies []gateTallies // by world, of the worlds as they were
	lock    sync.Mutex    // of tallies
}

// newCounterfactuals prepares the worlds.
func newCounterfactuals(q *question, replicates []int) (*counterfactuals, error) {
	open := []model.Gates{0}
	if len(q.worlds) > 1 {
		open = gatesOfSets()
	}
	again, err := q.again(replicates, open)
	if err != nil {
		return nil, err
	}
	c := &counterfactuals{rerun: again, groups: gateGroupsOf(again.experiment.Layout)}
	for range c.worlds {
		c.tallies = append(c.tallies, make(gateTallies, len(c.groups)))
	}
	return c, nil
}

// gatesOfSets returns the gates of each set of barriers.
func gatesOfSets() []model.Gates {
	open := make([]model.Gates, ledger.Sets)
	for set := range open {
		for i, barrier := range ledger.Barriers {
			if set&(1<<i) == 0 {
				continue
			}
			for gate := range model.GateCount {
				for _, name := range barrier.Gates {
					if model.Gate(gate).String() == name {
						open[set] = open[set].With(model.Gate(gate))
					}
				}
			}
		}
	}
	return open
}

// run makes all runs, and counts the proposals of those in which nothing is held open.
func (c *counterfactuals) run(ctx context.Context, p *program, reader *store.Reader) error {
	return c.rerun.run(ctx, p, reader, func(run sim.Run, world *model.World) observer {
		if run.Point >= len(c.worlds) {
			return nil
		}
		watch := newGateWatch(c.groups, world, c.settings[run.Point].ARRS.Start)
		return func(world *model.World, month sim.Month) {
			watch.look(world, month)
			if month == c.last() {
				c.lock.Lock()
				defer c.lock.Unlock()
				c.tallies[run.Point].add(watch.tallies)
			}
		}
	})
}

// unitMonths returns the unit-months of one run of a scenario in a setting, or -1
// where organisations differ between runs.
func (c *counterfactuals) unitMonths(scenario int, setting string) int64 {
	if c.people.Redraw {
		return -1
	}
	for i, world := range c.worlds {
		for g, group := range c.groups {
			if world == scenario && group.setting == setting && group.name == "all" {
				return c.tallies[i][g].unitMonths / int64(len(c.replicates))
			}
		}
	}
	return -1
}
