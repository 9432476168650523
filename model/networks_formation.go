package model

import (
	"math"

	"skillmix/model/consent"
	"skillmix/model/formation"
	"skillmix/model/labour"
	"skillmix/sim"
)

// form reads networks' staff, directors and evidence, and writes maturity,
// directors, operating models, task fit and support.
func (w *World) form() {
	if !w.formed() {
		return
	}
	changes := w.luck[drawDirectorChange]
	switches := w.luck[drawSwitch]
	turnover := labour.Monthly(w.p[DirectorTurnover])
	for i := range w.networks {
		n := &w.networks[i]
		growth := formation.Growth(n.maturity, w.p[FormationGrowth]*(1-w.p[ShockSlowing]), n.director.skill, w.p[FormationLoad], n.newcomers)
		n.maturity = min(1, n.maturity+growth)
		if changes.Bernoulli(n.key, turnover) {
			n.maturity -= w.p[DirectorLoss] * n.maturity
			w.appointDirector(n, n.director.ordinal+1)
		}
		before := n.fit
		w.fitTasks(n)
		w.weather(n)
		w.remember(n, n.fit-before)
		n.holderMonths += float64(n.holders)
		n.monthsOpen += float64(n.open)
		if n.holders > 0 {
			n.months++
		}
		if w.confident(n) && switches.Bernoulli(n.key, w.p[SwitchRate]) {
			n.operating = formation.LeadPractice
		}
	}
}

// confident reports whether a network that has its staff from others has come
// to think well enough of them to employ them itself.
func (w *World) confident(n *network) bool {
	return !formation.Operatings[n.operating].InHouse && n.maturity > confidentMaturity && w.conviction(n) > w.p[OwnMid]
}

// confidentMaturity is the maturity from which a network may employ staff it
// has had from others (judged).
const confidentMaturity = 0.5

// appointDirector gives a network a director, whose skill and knowledge of
// roles nobody knows beforehand.
func (w *World) appointDirector(n *network, ordinal uint64) {
	key := sim.Sub(n.key, ordinal)
	n.director = director{
		skill:     w.lasting[drawDirectorSkill].Uniform(key),
		knowledge: w.lasting[drawDirectorKnowledge].Uniform(key),
		since:     w.month, ordinal: ordinal,
	}
}

// fitTasks moves a network's pattern of tasks a little towards what director,
// seniors and maturity support, and task fit towards the pattern.
func (w *World) fitTasks(n *network) {
	senior := 0.0
	if n.months > seniorMonths {
		senior = 1
	}
	pull := w.p[FitPull] * formation.Stiffness(w.rut(n), w.p[FitRut])
	n.pattern += pull * (formation.Pull(n.director.knowledge, senior, n.maturity) - n.pattern)
	n.fit += w.p[FitPace] * (w.fitOf(n) - n.fit)
	n.fit = min(max(n.fit, 0), 1)
}

// remember notes moments that facts compare with later ones.
func (w *World) remember(n *network, change float64) {
	m := &n.memory
	if n.director.ordinal > 0 && w.month-n.director.since < 12 {
		m.changedNew += math.Abs(change)
		m.monthsNew++
	} else {
		m.changedOld += math.Abs(change)
		m.monthsOld++
	}
	switch w.month - max(w.settings.Start, w.settings.ARRS.Start) + 1 {
	case 12:
		m.fitYear1 = n.fit
	case 24:
		m.beliefYear2, m.ownYear2 = w.conviction(n), n.ownPosts
	}
	if w.month == w.settings.ARRS.End {
		m.heldAtEnd, m.beliefAtEnd = n.holders, w.evidence(n)
	}
	if w.p[ShockCatalyst] > 0 && !m.shocked {
		m.shocked = true
		m.inHouseAtShock = formation.Operatings[n.operating].InHouse && n.holders > 0
	}
}

// seniorMonths is the time with holders after which a network has a senior
// one (judged).
const seniorMonths = 24

// fitOf returns the task fit towards which a network tends.
func (w *World) fitOf(n *network) float64 {
	fit := n.pattern + w.operate(formation.Operatings[n.operating].Fit, 0)
	if n.floating {
		fit += w.p[DeploymentWeight] * floatingFit
	}
	return fit
}

// weather moves practices' support in a crisis: up where holders already work
// in-house, down by half as much where they do not; it is forgotten slowly.
func (w *World) weather(n *network) {
	n.support *= supportKept
	if catalyst := w.p[ShockCatalyst]; catalyst > 0 {
		if formation.Operatings[n.operating].InHouse && n.holders > 0 {
			n.support += catalyst
		} else {
			n.support -= catalyst / 2
		}
	}
}

// supportKept is the share of support in a crisis that is left a month later
// (judged: half in about three years).
const supportKept = 0.98

// duplicated returns the share of work that doctors in a network do twice.
func (w *World) duplicated(n *network) float64 {
	return formation.Duplicated(w.p[Duplication], n.months, w.p[DuplicationDecay])
}

// isolation returns how isolated a network's holders are, 0 to 1.
func (w *World) isolation(n *network) float64 {
	model := &formation.Operatings[n.operating]
	isolation := w.operate(model.IsolationAt(n.quality), usualIsolation)
	if n.floating {
		isolation += w.p[DeploymentWeight] * floatingIsolation
	}
	return isolation
}

// usualIsolation is the isolation of holders where operating models do not
// differ (judged).
const usualIsolation = 0.2

// pressNetworks moves demand, doctors and pressure in general practice.
func (w *World) pressNetworks() {
	if !w.formed() {
		return
	}
	w.practising *= 1 + w.p[GpGrowth]/12
	noise := w.luck[drawNetworkDemand]
	for i := range w.networks {
		n := &w.networks[i]
		n.demand *= 1 + w.p[DemandGrowth]/12 + w.p[DemandNoise]*noise.Normal(n.key)
		doctors := n.doctors * w.practising
		capacity := doctors + w.p[ReliefWeight]*n.released - supervisedFTE(n.teaching)
		n.pressure = n.demand * (1 + w.p[ShockDemand]) / max(capacity, doctors/2)
		n.norm += (n.pressure - n.norm) / w.p[TensionAdaptation]
		n.tension = consent.Probability((n.pressure - w.p[TensionMidpoint]*n.norm) / w.p[TensionSoftness])
	}
}

// patientsPerDoctor is the list of one doctor FTE: 59.3 million patients and
// 28,096 fully qualified GPs (NHS Digital, BMA).
const patientsPerDoctor = 2110
