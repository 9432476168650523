package model

import (
	"skillmix/model/belief"
	"skillmix/model/money"
	"skillmix/model/population"
	"skillmix/sim"
)

// reset makes the world of a scenario, a population and a replicate's luck,
// as it stands before its first month. Storage is reused.
func (w *World) reset(settings *Settings, people *population.Population, shape *shape, values Values, chance sim.Chance) {
	w.settings, w.people, w.shape, w.chance, w.p, w.usual = settings, people, shape, chance, values, values
	w.lasting = w.drawLuck(sim.Always)
	w.established, w.hazard = 1, 0
	w.roles = settings.roles()
	w.every, w.recording = allRoles(len(w.roles)), everyMonth
	w.derive()
	w.cost = costs{post: money.Annual(w.p[CostPost]), medical: money.Annual(w.p[CostMedical]), locum: money.Annual(w.p[CostLocum])}
	w.routeOrder = orderRoutes(&settings.Funding)
	w.published = belief.Outcomes{}
	w.month = settings.Start
	w.tallies = sized(w.tallies, len(shape.groups))
	w.observed = true
	w.proposals = sized(w.proposals, shape.services+(mostCases+1)*shape.networks)[:0]
	w.attempts = sized(w.attempts, RouteCount*shape.services)[:0]
	w.order = sized(w.order, shape.services)[:0]
	w.seeking = sized(w.seeking, openPerUnit*(shape.services+shape.networks))[:0]
	w.startAreas()
	w.startTrusts()
	w.startNetworks()
	w.startPosts()
	w.setPrices()
	if settings.StartPosts {
		w.startLegacy()
	}
	for i := range w.networks {
		w.networks[i].memory.atStart = w.networks[i].holders
	}
	w.linkPeers()
	w.notePeers()
	w.noteNetworks()
	w.noteOutcomes()
	w.noteOpen()
}

// openPerUnit is the room for open posts that may be filled in a month.
const openPerUnit = 6

// sized returns a slice of n zero values, in old storage if it is enough.
func sized[T any](old []T, n int) []T {
	if cap(old) < n {
		return make([]T, n)
	}
	old = old[:n]
	clear(old)
	return old
}

// startAreas makes the areas with their people who seek posts.
func (w *World) startAreas() {
	w.areas = sized(w.areas, len(w.people.Areas))
	for i := range w.areas {
		w.areas[i].key = sim.EntityKey(w.people.Areas[i].Code)
		w.areas[i].next = w.nextArea(i)
	}
	for i := range w.people.Trusts {
		w.areas[w.people.Trusts[i].Area].staff += w.people.Trusts[i].Staff
	}
	for i := range w.people.PCNs {
		w.areas[w.people.PCNs[i].Area].people += w.people.PCNs[i].Registered
	}
	draws := w.chance.Draws(drawPoolStart, sim.Always)
	for i := range w.areas {
		a := &w.areas[i]
		for r := range w.roles {
			pool, role := &a.pools[r], &w.roles[r]
			start := role.PoolStart * a.people / 1e5 * w.p[PcnSupply]
			pool.monthly = role.PoolInflow * a.people / 1e5 * w.p[PcnSupply]
			if r == ACP {
				start += w.p[PoolStart] * a.staff / 1000
				pool.monthly += w.p[PoolInflow] * a.staff / 1000
			}
			pool.initial = int32(draws.Poisson(sim.Sub(a.key, uint64(r)), start))
			pool.seekers, pool.available = pool.initial, pool.initial
		}
	}
}

// nextArea returns the area after one in the ring of its region, or -1 if the
// region has no other.
func (w *World) nextArea(index int) int32 {
	areas := w.people.Areas
	for step := 1; step < len(areas); step++ {
		if other := (index + step) % len(areas); areas[other].Region == areas[index].Region {
			return int32(other)
		}
	}
	return -1
}

// startTrusts makes the trusts and their services. Lasting dispositions, which
// nobody has measured, are drawn with each replicate.
func (w *World) startTrusts() {
	w.trusts = sized(w.trusts, len(w.people.Trusts))
	w.services = sized(w.services, w.people.Services())
	refuses := w.chance.Draws(drawHolderRefusal, sim.Always)
	crowding := w.chance.Draws(drawCrowdingTrust, sim.Always)
	first := 0
	for i := range w.trusts {
		of := &w.people.Trusts[i]
		key := sim.EntityKey(of.Code)
		has := func(purpose sim.Purpose, share Parameter) bool {
			return w.chance.Draws(purpose, sim.Always).Bernoulli(key, w.p[share])
		}
		w.trusts[i] = trust{
			of: of, key: key, area: int32(of.Area), kind: of.Kind, groups: w.shape.ofTrust(of),
			first: int32(first), last: int32(first + len(of.Services)),
			champion:  has(drawChampion, ChampionShare),
			strategy:  has(drawStrategy, StrategyShare),
			lead:      has(drawLead, LeadShare),
			evaluates: has(drawEvaluates, EvaluationShare),
			refuses: [2]bool{refuses.Bernoulli(sim.Sub(key, 0), w.p[HolderRefusal]),
				refuses.Bernoulli(sim.Sub(key, 1), w.p[HolderRefusal])},
			crowding: min(max(w.p[CrowdingMean]+w.p[CrowdingSpread]*crowding.Normal(key), 0), 1),
		}
		for j := range of.Services {
			w.startService(int32(i), first+j, &of.Services[j])
		}
		first += len(of.Services)
	}
	w.startPots()
}
