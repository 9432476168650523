package model

import (
	"skillmix/model/belief"
	"skillmix/model/consent"
	"skillmix/model/formation"
	"skillmix/sim"
)

// experience lets networks' posts have outcomes: each is a success by how well
// tasks fit and how mature the network is, moves the pattern of tasks, and is
// evaluated or not. It reads posts, fit and maturity, and writes evidence and
// pattern.
func (w *World) experience() {
	if !w.formed() {
		return
	}
	happens := w.luck[drawNetworkOutcomes]
	whose := w.luck[drawOutcomeRole]
	succeeds := w.luck[drawNetworkSuccess]
	evaluated := w.luck[drawNetworkEvaluated]
	most := max(w.networkEvaluationRate(false), w.networkEvaluationRate(true))
	for i := range w.networks {
		n := &w.networks[i]
		n.lived = n.lived.Fade(w.retained)
		for roles := n.learned; roles != 0; roles = roles.rest() {
			r := roles.first()
			n.outcomes[r] = n.outcomes[r].Fade(w.retained)
		}
		if n.holders == 0 {
			continue
		}
		outcomes := happens.Poisson(n.key, w.p[OutcomeRate]/12*float64(n.holders))
		if outcomes == 0 {
			continue
		}
		q := consent.Probability(w.p[Q0] + w.p[FitSuccess]*(n.fit-evenFit) + w.p[MaturitySuccess]*(n.maturity-0.5) +
			w.p[SuccessPreparation]*(w.p[Preparation]-0.5))
		step := w.p[FitLearning] * formation.Stiffness(w.rut(n), w.p[FitRut])
		for k := range outcomes {
			key := sim.Sub(n.key, uint64(k))
			success := succeeds.Bernoulli(key, q)
			n.settle(success, step)
			if success {
				n.lived.Successes++
			} else {
				n.lived.Failures++
				w.count(&n.groups, incidents, 1)
			}
			u := evaluated.Uniform(key)
			if u >= most {
				continue // nobody evaluates it, whosever it is
			}
			if role, scheme := n.someHolder(whose.Uniform(key)); u < w.networkEvaluationRate(scheme) {
				w.evaluate(n, role, scheme, success)
			}
		}
	}
}

// settle moves a network's pattern of tasks by an outcome; the step is smaller
// the longer the pattern has lasted under one director.
func (n *network) settle(success bool, step float64) {
	if success {
		n.pattern += step * (1 - n.pattern)
	} else {
		n.pattern -= step * n.pattern
	}
}

// evenFit is the task fit at which work in a network of half its full maturity
// is as likely to fail as not, for a role that works as by default (judged, so
// that the middle is as in the trial of the equations).
const evenFit = 0.61

// rut returns how long a network's pattern of tasks has lasted, in months:
// since it has holders, and under the same director.
func (w *World) rut(n *network) float64 {
	return min(n.months, float64(w.month-n.director.since))
}

// evaluate records an evaluated outcome.
func (w *World) evaluate(n *network, role int, scheme, success bool) {
	outcome := belief.Outcomes{Failures: 1}
	if success {
		outcome = belief.Outcomes{Successes: 1}
	}
	n.outcomes[role] = n.outcomes[role].Plus(outcome)
	n.learned = n.learned.With(role)
	if scheme {
		w.count(&n.groups, evaluatedScheme, 1)
	} else {
		w.count(&n.groups, evaluatedPractices, 1)
	}
}

// networkEvaluationRate returns the share of outcomes that are evaluated.
func (w *World) networkEvaluationRate(scheme bool) float64 {
	rate := w.p[EvaluationRate]
	if scheme {
		rate *= w.p[EvaluationScheme]
	}
	return min(1, max(rate, w.p[EvaluationProgramme]))
}

// someHolder picks one of a network's holders by a uniform number: their role,
// and whether the scheme pays the post.
func (n *network) someHolder(u float64) (role int, scheme bool) {
	left := int16(u * float64(n.holders))
	for roles := n.holding; roles != 0; roles = roles.rest() {
		r := roles.first()
		filled := n.filled[r]
		if left < filled {
			return r, left >= min(n.own[r], filled)
		}
		left -= filled
	}
	return 0, true
}

// noteNetworks notes what networks will see of each other next month.
func (w *World) noteNetworks() {
	if !w.formed() {
		return
	}
	for i := range w.networks {
		n := &w.networks[i]
		if n.held == n.holding {
			continue
		}
		circle := &w.areas[n.area].circle
		for changed := n.held ^ n.holding; changed != 0; changed = changed.rest() {
			if r := changed.first(); n.holding.Has(r) {
				circle.holders[r]++
			} else {
				circle.holders[r]--
			}
		}
		for first := n.holding &^ n.ever; first != 0; first = first.rest() {
			n.first[first.first()] = w.month
		}
		n.held = n.holding
		n.ever |= n.holding
	}
	if w.reviews(w.month + 1) {
		w.noteOutcomes()
	}
}

// noteOutcomes notes the evidence of others that networks will find when they
// next review roles.
func (w *World) noteOutcomes() {
	if !w.formed() {
		return
	}
	for i := range w.areas {
		w.areas[i].circle.outcomes = [MostRoles]belief.Outcomes{}
	}
	for i := range w.networks {
		n := &w.networks[i]
		circle := &w.areas[n.area].circle
		for roles := n.learned; roles != 0; roles = roles.rest() {
			r := roles.first()
			circle.outcomes[r] = circle.outcomes[r].Plus(n.outcomes[r])
		}
	}
	for r := range w.roles {
		all := belief.Outcomes{}
		for i := range w.areas {
			all = all.Plus(w.areas[i].circle.outcomes[r])
		}
		w.roleOutcomes[r] = all.Per(len(w.networks))
	}
}
