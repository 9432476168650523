package model

import (
	"skillmix/sim"
)

// hire reads the scheme's money, rooms, the practices' answers and the labour
// market of last month, and writes networks' posts. It is the plain version of
// a network's side: a network chooses a role by its appeal, asks its practices
// and sets up the post.
func (w *World) hire() {
	if w.month > w.settings.ARRS.End {
		w.endScheme()
		return
	}
	if w.month < max(w.settings.ARRS.Start, w.settings.ARRS.Hiring) {
		return
	}
	w.noteMarkets()
	choice := w.chance.Draws(drawRoleChoice, w.month)
	for i := range w.networks {
		n := &w.networks[i]
		made := false
		for attempt := range int(w.p[PcnAttempts]) {
			if !w.consider(i, n, choice, attempt) {
				break
			}
			made = true
		}
		if !made {
			w.count(&n.groups, unitMonthsNoProposal, 1)
		}
	}
}

// consider lets a network make one case. It reports whether it made one.
func (w *World) consider(index int, n *network, choice sim.Draws, attempt int) bool {
	if !w.affords(n, w.cheapest) && !w.free(n) {
		return false
	}
	var weights [RoleCount]float64
	w.weigh(n, &weights)
	role := choice.Choose(sim.Sub(n.key, uint64(attempt)), weights[:])
	if role < 0 {
		return false
	}
	w.proposals = append(w.proposals, Proposal{Unit: Unit{Network: true, Index: index}, Role: role, Stimulus: StimulusScheme})
	p := &w.proposals[len(w.proposals)-1]
	cost, claim := w.price[role].cost, w.price[role].claim
	var failed Gates
	if !w.affords(n, claim) && !w.free(n) {
		failed = failed.With(GateFinance)
	}
	if !w.practicesAgree(n, role) {
		failed = failed.With(GateConsent)
	}
	if n.usedRooms+w.p[RoomsPerPost]*Roles[role].rooms() > n.rooms {
		failed = failed.With(GateRooms)
	}
	if w.areas[n.area].pools[role].available < 1 {
		failed = failed.With(GateCandidate)
	}
	p.Failed = failed &^ w.settings.Open
	w.tell(&n.groups, p)
	if p.Failed == 0 {
		w.establish(index, n, role, cost, claim)
	}
	return true
}
