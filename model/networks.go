package model

import (
	"skillmix/model/belief"
	"skillmix/model/consent"
	"skillmix/model/formation"
	"skillmix/sim"
)

// hire reads the scheme's money, networks' maturity, rooms and supervision,
// their practices' answers and the labour market of last month, and writes
// networks' posts: a network chooses a role, puts it to every gate and sets up
// the post. Practices that are convinced may also take on a post themselves.
func (w *World) hire() {
	if !w.formed() {
		return
	}
	if w.month == w.settings.ARRS.End+1 {
		w.endScheme()
	}
	choice := w.luck[drawRoleChoice]
	pace := w.luck[drawPace]
	own := w.luck[drawOwnPost]
	hiring := w.month >= w.settings.ARRS.Hiring && w.month <= w.settings.ARRS.End
	for i := range w.networks {
		n := &w.networks[i]
		made := hiring && w.makeCases(i, n, choice, pace)
		if w.takeOn(i, n, own) {
			made = true
		}
		if !made {
			w.count(&n.groups, unitMonthsNoProposal, 1)
		}
	}
}

// formed reports whether networks exist: they do from the first month of the
// scheme.
func (w *World) formed() bool { return w.month >= w.settings.ARRS.Start }

// makeCases lets a network make its cases under the scheme: as many as it gets
// round to, as long as there is money for one. It reports whether it made any.
func (w *World) makeCases(index int, n *network, choice, pace sim.Draws) (made bool) {
	if !w.mayHire(n) {
		return false
	}
	for attempt := range w.cases(n, pace) {
		if attempt > 0 && !w.mayHire(n) || !w.consider(index, n, choice, attempt) {
			break
		}
		made = true
	}
	return made
}

// mayHire reports whether a network has money for the cheapest post on the
// scheme's list.
func (w *World) mayHire(n *network) bool {
	return w.cheapest != nothingListed && (w.affords(n, w.cheapest) || w.free(n))
}

// cases draws how many cases a network gets round to making this month: more
// the more mature it is.
func (w *World) cases(n *network, pace sim.Draws) int {
	return min(mostCases, pace.Poisson(n.key, w.p[PcnPace]*(0.5+n.maturity)))
}

// mostCases is the most cases a network can make in a month.
const mostCases = 4

// consider lets a network make one case under the scheme. It reports whether
// it made one.
func (w *World) consider(index int, n *network, choice sim.Draws, attempt int) bool {
	var weights [MostRoles]float64
	total := w.weigh(n, &weights, true)
	role := choice.ChooseOf(sim.Sub(n.key, uint64(attempt)), weights[:len(w.roles)], total)
	if role < 0 {
		return false
	}
	cost, claim := w.areas[n.area].cost[role], w.price[role].claim
	var failed Gates
	if !(w.affords(n, claim) && w.practicesAfford(n, cost-claim)) && !w.free(n) {
		failed = failed.With(GateFinance)
	}
	if !w.practicesAgree(n, role) {
		failed = failed.With(GateConsent)
	}
	if w.decided(index, n, role, StimulusScheme, failed) {
		w.establish(index, n, role, RouteARRS, cost, claim)
	}
	return true
}

// takeOn lets practices of a network that are convinced take on a post of any
// role themselves, on the scheme's list or not. It reports whether there was a
// case.
func (w *World) takeOn(index int, n *network, own sim.Draws) bool {
	most := w.p[OwnRate] * (0.3 + 0.7*n.maturity)
	u := own.Uniform(n.key)
	if u >= most || u >= most*consent.Probability(w.p[OwnSlope]*(w.conviction(n)-w.p[OwnMid])) {
		return false
	}
	var weights [MostRoles]float64
	total := w.weigh(n, &weights, false)
	role := w.luck[drawOwnRole].ChooseOf(n.key, weights[:len(w.roles)], total)
	if role < 0 {
		return false
	}
	cost := w.areas[n.area].cost[role]
	var failed Gates
	if !w.practicesAfford(n, cost) && !w.free(n) {
		failed = failed.With(GateFinance)
	}
	if w.decided(index, n, role, StimulusPractices, failed) {
		w.establish(index, n, role, RoutePractices, cost, 0)
	}
	return true
}

// conviction returns how good a network's practices have found roles to be:
// what they have lived, evaluated or not, in a belief that starts even.
func (w *World) conviction(n *network) float64 {
	if n.holders == 0 {
		return 0
	}
	return belief.Belief{A: w.p[PriorStrength], B: w.p[PriorStrength]}.Plus(n.lived, 1).Mean()
}

// evidence returns what a network has learnt of the roles it has: how far its
// belief about them is from where it started, mean over its holders.
func (w *World) evidence(n *network) float64 {
	if n.holders == 0 {
		return 0
	}
	sum := 0.0
	for roles := n.holding; roles != 0; roles = roles.rest() {
		r := roles.first()
		sum += float64(n.filled[r]) * (n.belief[r].Mean() - w.roles[r].prior().Mean())
	}
	return sum / float64(n.holders)
}

// decided puts a case to the gates that do not depend on who pays, records it
// and reports whether it passed all.
func (w *World) decided(index int, n *network, role int, stimulus Stimulus, failed Gates) bool {
	if n.maturity < w.p[MaturityReady] {
		failed = failed.With(GateEmployer)
	}
	if n.usedRooms+w.p[RoomsPerPost]*w.roles[role].rooms() > n.rooms {
		failed = failed.With(GateRooms)
	}
	if n.teaching+w.roles[role].Supervision > w.p[PcnSupervision]*n.of.Registered/10000 {
		failed = failed.With(GateSupervision)
	}
	if !w.roles[role].Upskilled && w.areas[n.area].pools[role].available < 1 && w.p[LabourLimit] > 0 {
		failed = failed.With(GateCandidate)
	}
	w.proposals = append(w.proposals, Proposal{Unit: Unit{Network: true, Index: index}, Role: role, Stimulus: stimulus, Failed: failed &^ w.settings.Open, Tension: n.tension})
	p := &w.proposals[len(w.proposals)-1]
	w.tell(&n.groups, p)
	return p.Failed == 0
}

// operate returns a figure of a network's operating model, or the usual one
// as far as differences do not count.
func (w *World) operate(figure, usual float64) float64 {
	return usual + w.p[OperatingWeight]*(figure-usual)
}

// work returns the share of a role's work that relieves doctors in a network:
// what fits and patients accept, less what doctors do twice and what is
// nationally specified.
func (w *World) work(n *network) float64 {
	deployed := embeddedRelief
	if n.floating {
		deployed = floatingRelief
	}
	fresh := w.fresh[int(n.months)]
	single, accepted := 1-w.p[Duplication]*fresh, 1-(1-w.p[PatientAcceptance])*fresh
	return n.fit * (1 + w.p[DeploymentWeight]*deployed) * single * accepted * (1 - w.p[NationalWork])
}

// noteFreshness notes how far doctors still do work twice after so many months
// with holders.
func (w *World) noteFreshness() {
	w.fresh = sized(w.fresh, w.settings.Months+1)
	for months := range w.fresh {
		w.fresh[months] = formation.Duplicated(1, float64(months), w.p[DuplicationDecay])
	}
}

// referring returns the share of link workers' work for which an area has
// voluntary services to refer to.
func (w *World) referring(a *area) float64 {
	workers := float64(a.pools[linkWorker].inPost)
	capacity := w.p[VoluntaryCapacity] * a.people / 1e5
	if workers <= capacity {
		return 1
	}
	return 1 - w.p[VoluntaryWeight]*(1-capacity/workers)
}

// What deployment adds to relief, and to task fit, isolation and leaving
// (judged, Mills): staff who float do set tasks that fit; staff who belong to
// a practice build relationships and do more of its work.
const (
	embeddedRelief    = 0.08
	floatingRelief    = -0.08
	floatingFit       = 0.02
	floatingIsolation = 0.15
)

// needMetBy returns what so many posts leave of the need for another.
func (w *World) needMetBy(posts int16) float64 {
	return w.needMet[min(int(posts), len(w.needMet)-1)]
}
