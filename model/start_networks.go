package model

import (
	"math"

	"skillmix/model/belief"
	"skillmix/model/formation"
	"skillmix/model/money"
	"skillmix/sim"
)

// startNetworks makes the networks and their practices. Lasting dispositions,
// which nobody has measured, are drawn with each replicate.
func (w *World) startNetworks() {
	w.networks = sized(w.networks, len(w.people.PCNs))
	w.clarities = sized(w.clarities, len(w.networks))
	w.answers = sized(w.answers, w.people.Practices())
	w.practising = 1
	w.roleOutcomes = [MostRoles]belief.Outcomes{}
	for count := range w.needMet {
		w.needMet[count] = math.Pow(float64(count)+needOffset, -w.p[NeedWeight])
	}
	for i := range w.areas {
		circle := &w.areas[i].circle
		for r := range w.roles {
			circle.belief[r] = w.roles[r].prior()
			circle.doubt[r] = circle.belief[r].Doubt(w.p[SafeLevel])
		}
	}
	from := 0
	for i := range w.networks {
		of := &w.people.PCNs[i]
		w.startNetwork(&w.networks[i], of.Code, i, from)
		from += len(of.Practices)
		w.areas[of.Area].circle.networks++
	}
}

// startNetwork makes one network, newly formed.
func (w *World) startNetwork(n *network, code string, index, from int) {
	of := &w.people.PCNs[index]
	key := sim.EntityKey(code)
	draw := func(purpose sim.Purpose) sim.Draws { return w.chance.Draws(purpose, sim.Always) }
	*n = network{
		of: of, key: key, area: int32(of.Area), groups: w.shape.ofNetwork(of),
		from: int32(from), to: int32(from + len(of.Practices)), large: money.Large(of.Weighted),
		rooms: w.p[RoomsPerList] * of.Registered / 10000 *
			math.Exp(w.p[RoomsSpread]*draw(drawRooms).Normal(key)-w.p[RoomsSpread]*w.p[RoomsSpread]/2),
		vacant: -1, occupied: -1,
		maturity: min(max(w.p[MaturityStart]+w.p[MaturitySpread]*draw(drawMaturity).Normal(key), 0), 1),
		quality:  draw(drawQuality).Uniform(key),
		floating: draw(drawFloating).Bernoulli(key, w.p[FloatingShare]),
		pattern:  min(max(w.p[PcnTaskFit]+w.p[FitSpread]*draw(drawPattern).Normal(key), 0.05), 0.95),
		doctors:  of.Registered / patientsPerDoctor, norm: 1, pressure: 1,
	}
	n.demand = n.doctors
	var shares [len(formation.Operatings)]float64
	for i := range formation.Operatings {
		shares[i] = formation.Operatings[i].Share
	}
	n.operating = int32(draw(drawOperating).Choose(key, shares[:]))
	n.fit = min(max(w.fitOf(n), 0), 1)
	w.appointDirector(n, 0)
	n.director.since = max(w.settings.Start, w.settings.ARRS.Start)
	example := draw(drawGpChampion).Bernoulli(key, w.p[GpChampions])
	taste := draw(drawTaste)
	scepticism := w.startPractices(n)
	for r := range w.roles {
		role := &w.roles[r]
		unregulated := 0.0
		if !role.Regulated {
			unregulated = w.p[ChoiceUnregulated]
		}
		w.clarities[index][r], n.belief[r] = role.Clarity, role.prior()
		if example {
			n.outcomes[r], n.learned = exampleOutcomes, n.learned.With(r)
		}
		n.utility[r] = role.Appeal + w.p[ChoiceTaste]*taste.Normal(sim.Sub(key, uint64(r))) +
			w.p[NeedWeight]*math.Log(role.Need*of.Registered/50000) -
			w.p[ChoiceCloseness]*scepticism*role.Closeness - unregulated
	}
}

// exampleOutcomes is what a network with a good example of its own has seen of
// each role (judged).
var exampleOutcomes = belief.Outcomes{Successes: 6, Failures: 1}

// startLegacy gives networks the pharmacists whom practices had before the
// scheme, which does not pay them.
func (w *World) startLegacy() {
	draws := w.chance.Draws(drawLegacy, sim.Always)
	for i := range w.networks {
		n := &w.networks[i]
		n.ownStart = n.ownCost
		if _, known := n.of.Held(w.roles[pharmacist].Name); known {
			continue
		}
		pool := &w.areas[n.area].pools[pharmacist]
		for range draws.Poisson(n.key, w.p[LegacyPharmacists]*n.of.Registered/47000) {
			cost := w.price[pharmacist].cost
			at := w.newPost(i, n, pharmacist, RoutePractices, cost, 0)
			w.employIn(n, at, w.settings.Start-legacyMonths)
			n.cumulative.initial++
			pool.initial++
			pool.inPost++
			n.ownStart = n.ownCost
		}
	}
}

// legacyMonths is how long such pharmacists have been there (judged).
const legacyMonths = 24

// startPractices draws the practices of a network and returns their mean
// scepticism by list.
func (w *World) startPractices(n *network) (scepticism float64) {
	doubts := w.chance.Draws(drawScepticism, sim.Always)
	own := w.chance.Draws(drawRiskPractice, sim.Always)
	common := w.p[RiskSpread] * w.chance.Draws(drawRiskNetwork, sim.Always).Normal(n.key)
	for i := range n.of.Practices {
		of := &n.of.Practices[i]
		key := sim.EntityKey(of.Code)
		p := &w.answers[int(n.from)+i]
		*p = practice{
			of: of, key: key, share: of.List / n.of.Registered,
			scepticism: min(max(0.5+w.p[ScepticismSpread]*doubts.Normal(key), 0), 1),
			risk:       min(max(0.5+common+w.p[RiskSpread]*own.Normal(key), 0), 1),
		}
		scepticism += p.share * p.scepticism
		if n.smallest == 0 || p.share < n.smallest {
			n.smallest = p.share
		}
	}
	return scepticism
}
