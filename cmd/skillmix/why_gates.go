package main

import (
	"strings"

	"skillmix/answer/gates"
	"skillmix/model"
	"skillmix/sim"
)

// A gateGroup is a group whose proposals are counted.
type gateGroup struct {
	setting, name string
	gates         []string     // that its setting has
	bits          []model.Gate // the same
}

// gateGroupsOf lists the groups of a layout that units belong to, in its order: not
// those of roles, which proposals are for.
func gateGroupsOf(layout *sim.Layout) (groups []gateGroup) {
	for g, group := range layout.Groups {
		if strings.HasPrefix(group.Name, "role:") {
			continue
		}
		counted := gateGroup{setting: group.Setting, name: group.Name}
		for gate := range model.GateCount {
			name := model.Gate(gate).String()
			if layout.Has(g, layout.Column("failed_"+name)) {
				counted.gates, counted.bits = append(counted.gates, name), append(counted.bits, model.Gate(gate))
			}
		}
		groups = append(groups, counted)
	}
	return groups
}

// setOf returns the set of gates that a proposal failed, bit by gate of the group.
func (g *gateGroup) setOf(failed model.Gates) (set int) {
	for bit, gate := range g.bits {
		if failed.Has(gate) {
			set |= 1 << bit
		}
	}
	return set
}

// A gateTally counts the proposals of a group.
type gateTally struct {
	together            [1 << model.GateCount]int64 // by the model's mask
	unitMonths, without int64
}

// gateTallies are those of a world, by group.
type gateTallies []gateTally

// add adds those of a run.
func (t gateTallies) add(run gateTallies) {
	for g := range t {
		for mask, n := range run[g].together {
			t[g].together[mask] += n
		}
		t[g].unitMonths += run[g].unitMonths
		t[g].without += run[g].without
	}
}

// counts returns what was counted in so many runs of a scenario.
func (t gateTallies) counts(scenario string, groups []gateGroup, runs int) (counts []gates.Counts) {
	for g := range t {
		group, together := &groups[g], make([]int64, 1<<len(groups[g].gates))
		for mask, n := range t[g].together {
			together[group.setOf(model.Gates(mask))] += n
		}
		if t[g].unitMonths > 0 {
			counts = append(counts, gates.New(scenario, group.setting, group.name, group.gates, runs, together, t[g].unitMonths, t[g].without))
		}
	}
	return counts
}

// A gateWatch counts the proposals of one run, month by month.
type gateWatch struct {
	groups   []gateGroup
	tallies  gateTallies
	formed   sim.Month    // from which networks exist
	services countedUnits // units of trusts
	networks countedUnits
}

// countedUnits are the units of a kind: the groups of each, and the last month in
// which it proposed.
type countedUnits struct {
	groups [][]int
	asked  []sim.Month
}

// newGateWatch looks at which units a world has.
func newGateWatch(groups []gateGroup, world *model.World, formed sim.Month) *gateWatch {
	w := &gateWatch{groups: groups, tallies: make(gateTallies, len(groups)), formed: formed}
	index := map[string]int{}
	for g, group := range groups {
		index[group.setting+" "+group.name] = g
	}
	w.services = unitsOf(world, "services", index, "trust", "kind", "area", "service")
	w.networks = unitsOf(world, "networks", index, "pcn", "area")
	return w
}

// unitsOf reads from a world's table which groups each unit is in: those of its
// setting, and of both settings together. Groups that are not counted are passed
// over: organisations that are drawn anew may have others.
func unitsOf(world *model.World, table string, index map[string]int, setting string, cuts ...string) countedUnits {
	look, err := world.Table(table)
	if err != nil {
		panic(err) // a fault of the program, which the pool reports
	}
	units := countedUnits{groups: make([][]int, look.Rows), asked: make([]sim.Month, look.Rows)}
	add := func(unit int, group string) {
		if g, counted := index[group]; counted {
			units.groups[unit] = append(units.groups[unit], g)
		}
	}
	for unit := range units.groups {
		add(unit, setting+" all")
		add(unit, "all all")
	}
	for _, cut := range cuts {
		for _, column := range look.Columns {
			if column.Name != cut {
				continue
			}
			for unit, label := range column.Labels {
				add(unit, setting+" "+cut+":"+label)
				add(unit, "all "+cut+":"+label)
			}
		}
	}
	return units
}

// look counts a month.
func (w *gateWatch) look(world *model.World, month sim.Month) {
	for _, proposal := range world.Proposals() {
		units := &w.services
		if proposal.Unit.Network {
			units = &w.networks
		}
		units.asked[proposal.Unit.Index] = month
		for _, g := range units.groups[proposal.Unit.Index] {
			w.tallies[g].together[proposal.Failed]++
		}
	}
	w.ask(&w.services, month)
	if month >= w.formed {
		w.ask(&w.networks, month)
	}
}

// ask counts the units that proposed nothing this month.
func (w *gateWatch) ask(units *countedUnits, month sim.Month) {
	for unit, asked := range units.asked {
		for _, g := range units.groups[unit] {
			w.tallies[g].unitMonths++
			if asked != month {
				w.tallies[g].without++
			}
		}
	}
}
