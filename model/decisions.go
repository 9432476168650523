package model

import (
	"math"

	"skillmix/model/consent"
	"skillmix/model/population"
	"skillmix/sim"
)

// ordered is a case in the order in which its organisation serves it.
type ordered struct {
	group int32
	luck  float64
	index int32
}

// queue puts a case in the place in which its trust serves it: by luck, behind
// the cases of earlier trusts. Cases come in the order of trusts.
func (w *World) queue(next ordered) {
	w.order = append(w.order, next)
	for i := len(w.order) - 1; i > 0 && w.order[i-1].group == next.group && w.order[i-1].luck > next.luck; i-- {
		w.order[i], w.order[i-1] = w.order[i-1], next
	}
}

// decide reads the month's proposals and the state of their services and
// trusts, and writes their masks and attempts, commitments of money, medical
// posts given up, and the posts that open. Within a trust cases are served in
// the order of a keyed uniform.
func (w *World) decide() {
	for _, next := range w.order {
		p := &w.proposals[next.index]
		s := &w.services[p.Unit.Index]
		siloed := w.judge(s, p)
		w.tell(&s.groups, p)
		s.asked++
		if p.Failed.Has(GateSupervision) {
			s.unsupervised++
		}
		switch {
		case p.Failed == 0:
			w.agree(s, p)
		case p.Failed.Alone(GateConsent):
			s.quiet = w.month + months(w.p[RefusalMemory])
		case siloed && p.Failed&^Gates(0).With(GateConsent) == Gates(0).With(GateFinance):
			s.quiet = w.month + months(w.p[SiloMemory])
		}
	}
	for i := range w.services {
		if s := &w.services[i]; s.busy && s.due <= w.month {
			w.open(s)
		}
	}
}

// months rounds a length of time to whole months.
func months(length float64) sim.Month { return sim.Month(math.Round(length)) }

// judge puts a case to every gate. It reports whether a budget that would not
// let money across was what left the case without a route.
func (w *World) judge(s *service, p *Proposal) (siloed bool) {
	t := &w.trusts[s.trust]
	var failed Gates
	if w.luck[drawCrowding].Bernoulli(s.key, w.p[CrowdingWeight]*t.crowding) {
		failed = failed.With(GateCrowding)
	}
	if !w.clear(s) {
		failed = failed.With(GateClarity)
	}
	supervised := w.canSupervise(s)
	if !supervised {
		failed = failed.With(GateSupervision)
	}
	place := t.pots[RouteTraining].Room() >= w.cost.post
	if w.areas[s.area].pools[ACP].available < 1 && w.p[LabourLimit] > 0 && !(place && supervised) {
		failed = failed.With(GateCandidate)
	}
	financed, agreed, siloed := w.tryRoutes(s, t, p)
	if !financed {
		failed = failed.With(GateFinance)
	}
	if !agreed {
		failed = failed.With(GateConsent)
	}
	p.Failed = failed &^ w.settings.Open
	return siloed
}

// clear draws whether a case is clear enough. A power from 1 does not raise
// clarity, so most that fail do so without it.
func (w *World) clear(s *service) bool {
	u, power := w.luck[drawClarity].Uniform(s.key), w.p[ClarityPower]
	return (u < s.clarity || power < 1) && u < math.Pow(s.clarity, power)
}

// canSupervise draws whether a service has senior time for one more trainee:
// certain when the hours are free, and less likely the fewer there are.
func (w *World) canSupervise(s *service) bool {
	need := w.p[SupervisionTrainee]
	if need == 0 {
		return true
	}
	return w.luck[drawSupervision].Bernoulli(s.key, (w.supervisionHours(s)-s.supervising)/need)
}

// tryRoutes tries the routes in order until one has money and consent. Where
// none has money, consent is asked on the first route, for the mask only.
func (w *World) tryRoutes(s *service, t *trust, p *Proposal) (financed, agreed, siloed bool) {
	if w.unconstrained(s) {
		return true, w.ask(s, t, p, RouteUnconstrained), false
	}
	for _, route := range w.routeOrder {
		feasible, blocked := w.feasible(s, t, p, route)
		siloed = siloed || blocked
		if !feasible {
			continue
		}
		financed = true
		if w.ask(s, t, p, route) {
			return true, true, false
		}
	}
	if !financed {
		u := w.luck[drawConsent].Uniform(s.key)
		agreed = u < s.opinion.willing.to(w.routeOrder[0]) || w.settings.Open.Has(GateConsent)
	}
	return financed, agreed, siloed && !financed
}

// unconstrained reports whether money is no constraint for a case.
func (w *World) unconstrained(s *service) bool {
	return w.settings.Open.Has(GateFinance) || !w.luck[drawFinance].Bernoulli(s.key, w.p[FinanceNeed])
}

// An opinion is what a service's senior doctors think of the role, and the
// chances that they agree to another post.
type opinion struct {
	belief, doubt float64
	willing       willing
}

// opinionOf returns the opinion of a service's senior doctors.
func (w *World) opinionOf(s *service) opinion {
	question := w.question(s)
	return opinion{question.Belief, question.Doubt, w.willing(s, &question)}
}

// question puts together what senior doctors have before them.
func (w *World) question(s *service) consent.Question {
	t := &w.trusts[s.trust]
	return consent.Question{
		Hostility: s.hostility,
		Closeness: population.Specialties[s.specialty].Closeness,
		Doubt:     s.belief.Doubt(w.p[SafeLevel]),
		Belief:    s.belief.Mean(),
		Tension:   s.tension,
		Exposure:  s.exposure,
		Champion:  t.champion,
		Strategy:  t.strategy,
		Lead:      t.lead,
	}
}

// tauOf returns the share of a route's money that comes from medical posts.
func tauOf(route Route) float64 {
	if route == RouteTransfer {
		return 1
	}
	return 0
}

// loss returns the loss that a service's senior doctors feel.
func (w *World) loss(s *service, tau float64) float64 {
	irreversibility := w.p[Irreversibility]
	if w.settings.Funding.GuaranteedReturn {
		irreversibility = 0
	}
	return consent.Loss(tau, s.vacancyMean, w.p[DoctorTurnover], w.p[LossHorizon], irreversibility)
}

// willing are the chances that a service's senior doctors agree to a post that
// takes no medical money and to one that takes a medical post's.
type willing [2]float64

// to returns the chance for a route.
func (c *willing) to(route Route) float64 { return c[int(tauOf(route))] }

// willing puts a question to a service's senior doctors.
func (w *World) willing(s *service, question *consent.Question) willing {
	logit := w.consent.Logit(question, 0)
	return willing{consent.Probability(logit), consent.Probability(logit - float64(w.consent.Loss*w.loss(s, 1)))}
}

// ask puts a route to the senior doctors and to the holder of the budget that
// pays, and records the attempt. One uniform answers for all routes of a
// case: what is refused without loss is refused with it. Where consent is
// held open all agree gladly, so that nothing is delayed for want of it.
func (w *World) ask(s *service, t *trust, p *Proposal, route Route) bool {
	attempt := Attempt{Route: route, Tau: tauOf(route), Probability: s.opinion.willing.to(route)}
	attempt.Consented = w.luck[drawConsent].Uniform(s.key) < attempt.Probability
	if route == RouteNursing && t.refuses[s.nursing] {
		attempt.Consented = false
	}
	if w.settings.Open.Has(GateConsent) {
		attempt.Probability, attempt.Consented = 1, true
	}
	w.attempts = append(w.attempts, attempt)
	p.Attempts = w.attempts[len(w.attempts)-len(p.Attempts)-1:]
	if attempt.Consented {
		p.route, p.stretch = route, attempt.Probability
	}
	if route == RouteTransfer {
		if attempt.Consented {
			w.count(&s.groups, conversionsGranted, 1)
		} else {
			w.count(&s.groups, conversionRefusals, 1)
		}
	}
	return attempt.Consented
}

// tell counts a case by stimulus and by the gates it failed.
func (w *World) tell(groups *groupSet, p *Proposal) {
	w.count(groups, proposals, 1)
	w.count(groups, proposalsBy+measure(p.Stimulus), 1)
	for failed := p.Failed; failed != 0; failed = failed.rest() {
		gate := failed.first()
		w.count(groups, failedAt+measure(gate), 1)
		if p.Failed.Alone(gate) {
			w.count(groups, boundAlone+measure(gate), 1)
		}
	}
	if p.Failed.Alone(GateConsent) {
		w.count(groups, refused, 1)
	}
}

// agree commits the money of a case that met every gate and sets the month in
// which its post opens.
func (w *World) agree(s *service, p *Proposal) {
	t := &w.trusts[s.trust]
	usual := w.p[OpeningDelay]
	s.pending = post{unit: int32(p.Unit.Index), role: ACP, route: p.route, cost: w.cost.post}
	switch p.route {
	case RouteTransfer:
		usual += w.p[SiloDelay]
		s.pending.converted = true
		s.converted++
		s.cumulative.removed++
		w.count(&s.groups, medicalPostsRemoved, 1)
		t.medical += w.cost.medical
	case RouteNursing:
		usual += w.p[SiloDelay]
	case RouteTraining:
		s.pending.training = true
	}
	t.pots[p.route].Committed += w.cost.post
	s.busy = true
	s.due = w.month + months(consent.Delay(usual, w.p[PassiveStretch], p.stretch))
}

// open establishes the post of an agreed case.
func (w *World) open(s *service) {
	p := s.pending
	s.busy = false
	s.ordinal++
	p.key = sim.Sub(sim.Sub(s.key, uint64(p.role)), s.ordinal)
	if p.route == RouteTimeLimited || p.route == RoutePilot {
		p.ends = w.month + months(w.p[TimeLimitedMonths])
	}
	if p.ends != 0 {
		s.ends = min(s.ends, p.ends)
	}
	if p.training {
		p.stage = stageTrainee
		w.settleIn(s, &p)
	}
	p.since = w.month
	w.enter(s, &p, 1)
	w.posts.add(&s.posts, p)
	s.cumulative.opened++
	w.count(&s.groups, postsOpened, 1)
}
