package model

import (
	"skillmix/model/labour"
	"skillmix/sim"
)

// train reads posts, and writes the months and stages of their holders, the
// relief they give and the supervision they take, and what becomes of those
// who complete.
func (w *World) train() {
	slows := w.luck[drawSlowing]
	for i := range w.services {
		s := &w.services[i]
		if s.trainees+s.juniors > 0 {
			w.trainIn(s, slows)
		}
		if !s.weighed {
			w.weighPosts(s)
		}
	}
}

// trainIn takes a service's trainees and juniors a month further.
func (w *World) trainIn(s *service, slows sim.Draws) {
	for at := s.posts; at >= 0; {
		p := &w.posts.all[at]
		next := p.next
		if p.stage == stageTrainee && slows.Bernoulli(p.key, w.p[ShockSlowing]) {
			p.since++ // a month lost
		} else {
			w.progress(s, p, at)
		}
		at = next
	}
}

// progress takes a holder to the next stage when the time has come.
func (w *World) progress(s *service, p *post, at int32) {
	switch {
	case p.stage == stageTrainee && w.lasted(p) >= w.p[TrainingMonths]:
		w.complete(s, p, at)
	case p.stage == stageJunior && w.lasted(p) >= w.p[RampMonths]:
		w.move(s, p, stageProductive)
	}
}

// complete qualifies a trainee. One who holds a post stays in it. One whom
// only training money paid takes an open post of the trust, or a new one if
// there is money without asking again, and else leaves for other employers.
func (w *World) complete(s *service, p *post, at int32) {
	pool := &w.areas[s.area].pools[p.role]
	pool.completed++
	if !p.training {
		pool.inPost++
		w.move(s, p, stageJunior)
		return
	}
	w.count(&s.groups, trainingCompleted, 1)
	if route, ok := w.substantive(s, p); ok {
		w.charge(s, p, route)
		p.training = false
		pool.inPost++
		w.move(s, p, stageJunior)
		return
	}
	if host, vacancy := w.vacancyFor(s); vacancy >= 0 {
		pool.inPost++
		w.occupy(host, &w.posts.all[vacancy], stageJunior)
	} else {
		pool.seekers++
		w.count(&s.groups, traineesLost, 1)
	}
	w.count(&s.groups, postsEnded, 1)
	s.cumulative.ended++
	w.closePost(s, at)
}

// vacancyFor finds an open post for one who completes, first in the service,
// then in the rest of the trust. It returns -1 where there is none.
func (w *World) vacancyFor(s *service) (*service, int32) {
	if at := w.firstOpen(s); at >= 0 {
		return s, at
	}
	t := &w.trusts[s.trust]
	for i := t.first; i < t.last; i++ {
		if at := w.firstOpen(&w.services[i]); at >= 0 {
			return &w.services[i], at
		}
	}
	return nil, -1
}

// firstOpen returns a service's first open post, or -1.
func (w *World) firstOpen(s *service) int32 {
	for at := s.posts; at >= 0; at = w.posts.all[at].next {
		if w.posts.all[at].stage == stageOpen {
			return at
		}
	}
	return -1
}

// substantive finds money for a post to follow training: the programme's new
// money, or internal growth on a business case. Those who trained somebody
// are taken to want them.
func (w *World) substantive(s *service, p *post) (Route, bool) {
	t := &w.trusts[s.trust]
	if t.pots[RouteNewMoney].Room() >= p.cost {
		return RouteNewMoney, true
	}
	if t.pots[RouteBusinessCase].Room() >= p.cost && w.caseMade(s, t) {
		return RouteBusinessCase, true
	}
	return 0, false
}

// weighPosts sums up what a service's posts give and take. It stays as it is
// while nobody learns and no post changes.
func (w *World) weighPosts(s *service) {
	s.weighed = s.trainees+s.juniors == 0
	s.relief, s.supervising = 0, 0
	for at := s.posts; at >= 0; at = w.posts.all[at].next {
		switch p := &w.posts.all[at]; p.stage {
		case stageTrainee:
			s.supervising += w.p[SupervisionTrainee]
		case stageJunior:
			s.supervising += w.p[SupervisionJunior]
			s.relief += w.workOf(p, w.p[TaskFit], w.p[RampMonths])
		case stageProductive:
			s.relief += w.workOf(p, w.p[TaskFit], w.p[RampMonths])
		}
	}
}

// workOf returns the doctor FTE that a post gives.
func (w *World) workOf(p *post, fit, ramp float64) float64 {
	work := w.roles[p.role].Substitution * fit
	if lasted := w.lasted(p); p.stage != stageProductive && lasted < ramp {
		work *= labour.Ramp(w.p[RampStart], lasted, ramp)
	}
	return work
}

// lasted returns the months a post has been in its stage, this one counted.
func (w *World) lasted(p *post) float64 { return float64(w.month - p.since + 1) }
