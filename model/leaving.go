package model

import (
	"math"

	"skillmix/model/labour"
	"skillmix/sim"
)

// leave reads posts with holders and how routine the role has become, and
// writes posts and people: holders leave; a substantive post is refilled,
// frozen or lapses; a time-limited one with little time left ends. How much of
// the hazard of leaving somebody outlasts is drawn when they come, so that a
// month is a comparison and not a draw.
func (w *World) leave() {
	w.hazard += w.p[LeaveRate] / 12
	for i := range w.services {
		s := &w.services[i]
		if s.leaves >= w.hazard {
			continue
		}
		s.leaves = math.Inf(1)
		for at := s.posts; at >= 0; {
			p := &w.posts.all[at]
			next := p.next
			switch {
			case p.stage == stageOpen:
			case p.leaves < w.hazard:
				w.dismiss(s, p)
				w.refill(s, p, at)
			default:
				s.leaves = min(s.leaves, p.leaves)
			}
			at = next
		}
	}
	for i := range w.networks {
		n := &w.networks[i]
		n.hazard += w.networkLeaving(n) / 12
		if n.released, n.teaching, n.newcomers = 0, 0, 0; n.holders > 0 {
			w.leaveNetwork(n)
		}
	}
}

// leaveNetwork lets a network's holders leave or be drawn away, and sums up
// what those who stay give and take.
func (w *World) leaveNetwork(n *network) {
	a := &w.areas[n.area]
	var sum contribution
	posts, table, settled, month := w.posts.all, w.contributions, w.settled, w.month
	for link := &n.occupied; *link >= 0; {
		p := &posts[*link]
		switch {
		case p.leaves < n.hazard:
			w.quit(a, &n.groups, p)
			w.vacate(n, link)
		case p.lured < a.lure[p.role]:
			w.drawAway(n, p)
			w.vacate(n, link)
		default:
			part := &table[int(p.role)*settled+min(int(month-p.since), settled-1)]
			sum.work += part.work
			sum.linkWork += part.linkWork
			sum.teaching += part.teaching
			sum.newcomers += part.newcomers
			link = &p.next
		}
	}
	if n.teaching = sum.teaching; n.holders > 0 {
		n.newcomers = sum.newcomers / float64(n.holders)
		n.released = w.work(n) * (sum.work - (1-w.referring(a))*sum.linkWork)
	}
}

// A contribution is what a holder gives to a network and takes from it in a
// month, by role and by the months in post.
type contribution struct {
	work      float64 // of doctors, FTE at perfect task fit
	linkWork  float64 // of it by link workers
	teaching  float64 // hours a week
	newcomers float64 // 1 for who is still being integrated
}

// noteContributions notes what holders give and take in each of their first
// months, the last standing for all that follow. The walk through the posts,
// the longest of a month, then has nothing to decide about those who stay.
func (w *World) noteContributions() {
	longest := float64(newcomerMonths)
	for r := range w.roles {
		longest = max(longest, w.roles[r].RampMonths)
	}
	w.settled = int(math.Ceil(longest)) + 1
	w.contributions = sized(w.contributions, len(w.roles)*w.settled)
	for r := range w.roles {
		role := &w.roles[r]
		for month := range w.settled {
			c, lasted := &w.contributions[r*w.settled+month], float64(month+1)
			c.work = role.Substitution
			if lasted < role.RampMonths {
				c.work *= labour.Ramp(w.p[RampStart], lasted, role.RampMonths)
				c.teaching = role.Supervision
			}
			if lasted <= newcomerMonths {
				c.newcomers = 1
			}
			if r == linkWorker {
				c.linkWork = c.work
			}
		}
	}
}

// holder returns the key of a post's holder: the second person in a post stays
// for the same time in two runs, whenever they came.
func (p *post) holder() uint64 { return sim.Sub(p.key, uint64(p.holders)) }

// stays counts another holder of a post and draws how much of the hazard of
// leaving they outlast.
func (w *World) stays(p *post) float64 {
	p.holders++
	return w.lasting[drawLeave].Exponential(p.holder())
}

// settleIn settles how long somebody stays in a service's post.
func (w *World) settleIn(s *service, p *post) {
	p.leaves = w.hazard + w.stays(p)
	s.leaves = min(s.leaves, p.leaves)
}

// occupy puts somebody into a service's open post, as a trainee or a holder.
func (w *World) occupy(s *service, p *post, as stage) {
	w.settleIn(s, p)
	w.move(s, p, as)
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
		switch u := w.luck[drawRefill].Uniform(p.key); {
		case u < w.p[LapseShare]*foreign:
			w.count(&s.groups, postsLapsed, 1)
			s.cumulative.lapsed++
			w.closePost(s, at)
			return
		case u < (w.p[LapseShare]+w.p[FreezeShare])*foreign:
			p.frozen = w.month + months(w.p[FreezeMonths])
		}
	}
	w.move(s, p, stageOpen)
}

// monthsWorthFilling is the time that must be left on a time-limited post
// for it to be filled again.
const monthsWorthFilling = 12
