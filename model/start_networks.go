package model

import (
	"math"

	"skillmix/model/belief"
	"skillmix/model/money"
	"skillmix/sim"
)

// startNetworks makes the networks and their practices, without posts.
func (w *World) startNetworks() {
	w.networks = sized(w.networks, len(w.people.PCNs))
	w.answers = sized(w.answers, w.people.Practices())
	for r := range Roles {
		b := belief.Belief{A: Roles[r].BeliefA, B: Roles[r].BeliefB}
		w.roleBelief[r], w.roleDoubt[r] = b.Mean(), b.Doubt(w.p[SafeLevel])
	}
	for count := range w.needMet {
		w.needMet[count] = math.Pow(float64(count)+needOffset, -w.p[NeedWeight])
	}
	taste := w.chance.Draws(drawTaste, sim.Always)
	first := 0
	for i := range w.networks {
		of := &w.people.PCNs[i]
		n := &w.networks[i]
		*n = network{
			of: of, key: sim.EntityKey(of.Code), area: int32(of.Area), groups: w.shape.ofNetwork(of),
			first: int32(first), last: int32(first + len(of.Practices)), large: money.Large(of.Weighted),
			rooms:  w.p[RoomsPerList] * of.Registered / 10000,
			vacant: -1, occupied: -1,
		}
		scepticism := w.startPractices(n)
		for r := range Roles {
			role := &Roles[r]
			unregulated := 0.0
			if !role.Regulated {
				unregulated = w.p[ChoiceUnregulated]
			}
			n.appeal[r] = math.Exp(role.Appeal + w.p[ChoiceTaste]*taste.Normal(sim.Sub(n.key, uint64(r))) +
				w.p[NeedWeight]*math.Log(role.Need*of.Registered/50000) +
				w.p[ChoiceEvidence]*(w.roleBelief[r]-0.5) - w.p[ChoiceCloseness]*scepticism*role.Closeness - unregulated)
		}
		first += len(of.Practices)
	}
}

// startPractices draws the practices of a network and returns their mean
// scepticism by list.
func (w *World) startPractices(n *network) (scepticism float64) {
	doubts := w.chance.Draws(drawScepticism, sim.Always)
	own := w.chance.Draws(drawRiskPractice, sim.Always)
	common := w.p[RiskSpread] * w.chance.Draws(drawRiskNetwork, sim.Always).Normal(n.key)
	for i := range n.of.Practices {
		of := &n.of.Practices[i]
		key := sim.EntityKey(of.Code)
		p := &w.answers[int(n.first)+i]
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
