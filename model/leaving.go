package model

import (
	"math"

	"skillmix/model/labour"
)

// leave reads posts with holders and how routine the role has become, and
// writes posts and people: holders leave; a substantive post is refilled,
// frozen or lapses; a time-limited one with little time left ends.
func (w *World) leave() {
	goes := w.chance.Draws(drawLeave, w.month)
	monthly := labour.Monthly(w.p[LeaveRate])
	for i := range w.services {
		s := &w.services[i]
		for at := s.posts; at >= 0; {
			p := &w.posts.all[at]
			next := p.next
			if p.stage != stageOpen && goes.Bernoulli(p.key, monthly) {
				w.dismiss(s, p)
				w.refill(s, p, at)
			}
			at = next
		}
	}
	poached := w.chance.Draws(drawPoached, w.month)
	for i := range w.networks {
		n := &w.networks[i]
		monthly := labour.Monthly(w.networkLeaving(n))
		poach := &w.areas[n.area].poach
		work := w.work(n)
		referring := w.referring(&w.areas[n.area])
		n.released, n.teaching = 0, 0
		newcomers := 0
		for at := n.occupied; at >= 0; {
			p := &w.posts.all[at]
			next := p.next
			switch {
			case goes.Bernoulli(p.key, monthly):
				w.quit(&w.areas[n.area], &n.groups, p)
				n.vacate(&w.posts, at, w.month)
			case poach[p.role] > 0 && poached.Bernoulli(p.key, poach[p.role]):
				w.drawAway(n, p)
				n.vacate(&w.posts, at, w.month)
			default:
				released := w.workOf(p, work, w.roles[p.role].RampMonths)
				if p.role == linkWorker {
					released *= referring
				}
				n.released += released
				if lasted := w.lasted(p); lasted <= newcomerMonths {
					newcomers++
				}
				if w.lasted(p) < w.roles[p.role].RampMonths {
					n.teaching += w.roles[p.role].Supervision
				}
			}
			at = next
		}
		if n.newcomers = 0; n.holders > 0 {
			n.newcomers = float64(newcomers) / float64(n.holders)
		}
	}
}

// newcomerMonths is how long a network takes to integrate somebody.
const newcomerMonths = 6

// networkLeaving returns the yearly rate at which a network's holders leave:
// more where tasks do not fit and where they are isolated.
func (w *World) networkLeaving(n *network) float64 {
	return w.p[PcnLeaveRate] * max(0, 1+w.p[LeaveFit]*(0.5-n.fit)+w.p[LeaveIsolation]*(w.isolation(n)-usualIsolation))
}

// drawAway lets another employer of the area draw a holder away: they seek a
// post again.
func (w *World) drawAway(n *network, p *post) {
	pool := &w.areas[n.area].pools[p.role]
	pool.inPost--
	pool.seekers++
	w.count(&n.groups, leavers, 1)
	w.count(&n.groups, poachedAway, 1)
}

// refill decides what becomes of a post whose holder left.
func (w *World) refill(s *service, p *post, at int32) {
	switch {
	case p.training, p.ends != 0 && p.ends-w.month < monthsWorthFilling:
		w.count(&s.groups, postsEnded, 1)
		s.cumulative.ended++
		w.closePost(s, at)
		return
	case p.ends == 0:
		foreign := math.Exp(-s.months / w.p[RoutineMonths]) // how far the role is not yet routine
		switch u := w.chance.Draws(drawRefill, w.month).Uniform(p.key); {
		case u < w.p[LapseShare]*foreign:
			w.count(&s.groups, postsLapsed, 1)
			s.cumulative.lapsed++
			w.closePost(s, at)
			return
		case u < (w.p[LapseShare]+w.p[FreezeShare])*foreign:
			p.frozen = w.month + months(w.p[FreezeMonths])
		}
	}
	s.move(p, stageOpen, w.month)
}

// monthsWorthFilling is the time that must be left on a time-limited post
// for it to be filled again.
const monthsWorthFilling = 12
