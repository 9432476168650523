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
	monthly = labour.Monthly(w.p[PcnLeaveRate])
	for i := range w.networks {
		n := &w.networks[i]
		n.released = 0
		for at := n.occupied; at >= 0; {
			p := &w.posts.all[at]
			next := p.next
			if goes.Bernoulli(p.key, monthly) {
				w.quit(&w.areas[n.area], &n.groups, p)
				n.vacate(&w.posts, at, w.month)
			} else {
				n.released += w.workOf(p, w.p[PcnTaskFit], Roles[p.role].RampMonths)
			}
			at = next
		}
	}
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
