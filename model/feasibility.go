package model

import "skillmix/model/consent"

// feasible reports whether a route has money for a case, and whether it would
// have but for a budget that did not let money across.
func (w *World) feasible(s *service, t *trust, p *Proposal, route Route) (feasible, blocked bool) {
	room := t.pots[route].Room() >= w.cost.post
	switch route {
	case RouteNewMoney, RoutePilot, RouteTimeLimited:
		return room, false
	case RouteTransfer:
		if !room || s.vacant < 1 {
			return false, false
		}
		passes := w.luck[drawSiloMedical].Bernoulli(s.key, w.p[SiloPass])
		return passes, !passes
	case RouteSupport:
		return room && w.supported(s.specialty), false
	case RouteCommissioner:
		return room && p.Stimulus == StimulusCommissioning, false
	case RouteTraining:
		return room && p.Stimulus == StimulusTraining, false
	case RouteBusinessCase:
		return room && w.caseMade(s, t), false
	case RouteNursing:
		if !room || p.Stimulus != StimulusRetention {
			return false, false
		}
		passes := w.luck[drawSiloNursing].Bernoulli(s.key, w.p[SiloPass])
		return passes, !passes
	}
	return false, false
}

// supported reports whether national support for the specialty runs.
func (w *World) supported(specialty int) bool {
	for i := range w.settings.Support {
		support := &w.settings.Support[i]
		if w.month >= support.From && w.month <= support.Until && support.Offered > 0 && support.covers(specialty) {
			return true
		}
	}
	return false
}

// caseMade draws whether a business case persuades: more likely with belief
// in the role and with a strategy that names it.
func (w *World) caseMade(s *service, t *trust) bool {
	logit := w.p[BusinessCaseConstant] + w.p[BusinessCaseBelief]*(s.belief.Mean()-0.5)
	if t.strategy {
		logit += w.p[BusinessCaseStrategy]
	}
	return w.luck[drawBusinessCase].Bernoulli(s.key, consent.Probability(logit))
}

// orderRoutes returns the routes in the order in which a case tries them:
// national support, the programme's new money, the background, and last the
// conversion of a medical post; a programme that lists the conversion first
// has it tried first.
func orderRoutes(funding *Funding) []Route {
	background := []Route{RouteTraining, RouteCommissioner, RouteTimeLimited, RouteBusinessCase, RouteNursing}
	order := []Route{RouteSupport}
	routes := funding.Routes
	if n := len(routes); n > 0 && routes[n-1] == RouteTransfer {
		order = append(order, routes[:n-1]...)
		order = append(order, background...)
		return append(order, RouteTransfer)
	}
	order = append(order, routes...)
	return append(order, background...)
}
