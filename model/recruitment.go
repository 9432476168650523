package model

import (
	"slices"

	"skillmix/model/formation"
	"skillmix/sim"
)

// seeking is an open post that would be filled this month if there are people
// enough.
type seeking struct {
	area    int32
	role    uint8
	network bool
	luck    float64
	unit    int32
	post    int32
}

// recruit reads open posts and last month's seekers and vacancies, and writes
// posts and people: each open post has its own chance of being filled; where
// more would be filled than there are seekers, a keyed uniform decides. What
// stays open takes a trainee (in trusts) or is withdrawn in the end.
func (w *World) recruit() {
	w.seeking = w.seeking[:0]
	luck := w.luck[drawFill]
	for i := range w.services {
		if s := &w.services[i]; s.open > 0 {
			w.advertise(s.posts, s.area, false, 1, luck)
		}
	}
	for i := range w.networks {
		if n := &w.networks[i]; n.open > 0 {
			w.advertise(n.vacant, n.area, true, w.operate(formation.Operatings[n.operating].Speed, 1), luck)
		}
	}
	w.match()
	for i := range w.services {
		if s := &w.services[i]; s.open > 0 {
			w.keepOpen(s)
		}
	}
	for i := range w.networks {
		if n := &w.networks[i]; n.open > 0 {
			w.keepNetworkOpen(n)
		}
	}
}

// advertise puts a unit's open posts on the market; speed is how fast its
// employer recruits.
func (w *World) advertise(first, area int32, network bool, speed float64, luck sim.Draws) {
	for at := first; at >= 0; at = w.posts.all[at].next {
		p := &w.posts.all[at]
		if p.stage != stageOpen || p.frozen > w.month {
			continue
		}
		pool := &w.areas[area].pools[p.role]
		chance := w.p[MatchMost]
		if w.p[LabourLimit] > 0 {
			chance = pool.market.Fill(w.p[MatchRate]*speed, w.p[MatchMost])
		}
		if u := luck.Uniform(p.key); u < chance {
			w.seeking = append(w.seeking, seeking{area: area, role: p.role, network: network, luck: u, unit: p.unit, post: at})
		}
	}
}

// match fills the posts that would be filled, as far as people go. Where they
// do not go far enough, those with the luckiest draws are served.
func (w *World) match() {
	for i := range w.seeking {
		w.poolOf(&w.seeking[i]).wanted++
	}
	contested := w.seeking[:0]
	for _, next := range w.seeking {
		if pool := w.poolOf(&next); pool.wanted > pool.seekers {
			contested = append(contested, next)
		} else {
			w.appoint(&next)
		}
	}
	slices.SortFunc(contested, func(a, b seeking) int {
		switch {
		case a.luck < b.luck:
			return -1
		case a.luck > b.luck:
			return 1
		}
		return int(a.post - b.post)
	})
	for i := range contested {
		next := &contested[i]
		if w.poolOf(next).seekers > 0 || w.findElsewhere(next) {
			w.appoint(next)
		} else {
			w.poolOf(next).wanted--
		}
	}
}

// findElsewhere moves somebody into a pool that has run dry: from the next
// area, or from anywhere where supply is no limit. It reports whether there was
// somebody. It is asked in the order of luck, after the pool's own people.
func (w *World) findElsewhere(s *seeking) bool {
	pool := w.poolOf(s)
	if w.p[LabourLimit] == 0 {
		pool.inflow++
		pool.seekers++
		return true
	}
	from := w.areas[s.area].next
	if from < 0 {
		return false
	}
	other := &w.areas[from].pools[s.role]
	if other.seekers <= other.wanted || !w.luck[drawSpill].Bernoulli(w.posts.all[s.post].key, w.p[SpillOver]) {
		return false
	}
	other.seekers--
	other.left++
	pool.inflow++
	pool.seekers++
	return true
}

// poolOf returns the people from whom a post would be filled.
func (w *World) poolOf(s *seeking) *pool { return &w.areas[s.area].pools[s.role] }

// appoint takes somebody from the pool into a post.
func (w *World) appoint(next *seeking) {
	pool := w.poolOf(next)
	pool.wanted--
	pool.seekers--
	pool.inPost++
	if next.network {
		w.employIn(&w.networks[next.unit], next.post, w.month)
	} else {
		w.occupy(&w.services[next.unit], &w.posts.all[next.post], stageJunior)
	}
}

// keepOpen ages a service's open posts: they may take a trainee, and are
// withdrawn in the end.
func (w *World) keepOpen(s *service) {
	takes := w.luck[drawTrainee]
	for at := s.posts; at >= 0; {
		p := &w.posts.all[at]
		next := p.next
		if p.stage == stageOpen && p.frozen <= w.month {
			open := float64(w.month - p.since + 1)
			switch {
			case open >= w.p[TraineeWait] && w.canTrain(s) && takes.Bernoulli(p.key, w.p[TraineeRate]):
				w.occupy(s, p, stageTrainee)
				s.supervising += w.p[SupervisionTrainee]
			case open >= w.p[WithdrawAfter]:
				w.count(&s.groups, postsWithdrawn, 1)
				s.cumulative.withdrawn++
				w.closePost(s, at)
			}
		}
		at = next
	}
}

// canTrain reports whether a service could train somebody for an open post:
// its trust has training money and it has the senior hours.
func (w *World) canTrain(s *service) bool {
	return w.trusts[s.trust].pots[RouteTraining].Recurrent > 0 &&
		w.supervisionHours(s)-s.supervising >= w.p[SupervisionTrainee]
}

// keepNetworkOpen ages a network's open posts; they are withdrawn in the end.
func (w *World) keepNetworkOpen(n *network) {
	for at := n.vacant; at >= 0; {
		p := &w.posts.all[at]
		next := p.next
		if float64(w.month-p.since+1) >= w.p[WithdrawAfter] {
			w.count(&n.groups, postsWithdrawn, 1)
			w.tallies[w.shape.networkRole[p.role]][postsWithdrawn]++
			n.cumulative.withdrawn++
			w.abolish(n, at)
		}
		at = next
	}
}
