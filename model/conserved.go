package model

import (
	"fmt"

	"skillmix/model/money"
)

// Check reports the first thing that was made or lost without account: posts,
// people and money are conserved, and every count is that of what it counts. It
// changes nothing. A run that ends with an error here is a failed one.
func (w *World) Check() error {
	for i := range w.trusts {
		t := &w.trusts[i]
		committed, pay := [RouteCount]money.Pence{}, [RouteCount]money.Pence{}
		conversions := int32(0)
		for j := t.first; j < t.last; j++ {
			s := &w.services[j]
			if err := w.postsConserved(s, &committed, &pay); err != nil {
				return fmt.Errorf("%s: %w", s.of.Code, err)
			}
			conversions += s.converted
			if s.filled < 0 || s.vacant < -1e-9 || s.demand <= 0 || s.clarity < 0 || s.clarity > 1 || s.hostility < 0 || s.hostility > 1 {
				return fmt.Errorf("%s: filled %v, vacant %v, demand %v, clarity %v, hostility %v", s.of.Code, s.filled, s.vacant, s.demand, s.clarity, s.hostility)
			}
		}
		if t.medical != money.Pence(conversions)*w.cost.medical {
			return fmt.Errorf("%s: %d conversions stand for %d pence", t.of.Code, conversions, t.medical)
		}
		if t.pay != pay {
			return fmt.Errorf("%s: pays %v a month for posts that cost %v", t.of.Code, t.pay, pay)
		}
		for route := range t.pots {
			pot := &t.pots[route]
			if !pot.Balanced() || pot.Spent < 0 || pot.Unspent < 0 || pot.Lost < 0 {
				return fmt.Errorf("%s: %v: in %d, spent %d, unspent %d, lost %d", t.of.Code, Route(route), pot.In, pot.Spent, pot.Unspent, pot.Lost)
			}
			if pot.Committed != committed[route] {
				return fmt.Errorf("%s: %v: %d committed, posts cost %d", t.of.Code, Route(route), pot.Committed, committed[route])
			}
			if r := Route(route); r != RouteBase && r != RouteUnconstrained && pot.Committed > pot.Recurrent {
				return fmt.Errorf("%s: %v: %d committed of %d", t.of.Code, r, pot.Committed, pot.Recurrent)
			}
		}
	}
	for i := range w.networks {
		if err := w.networkConserved(&w.networks[i]); err != nil {
			return fmt.Errorf("%s: %w", w.networks[i].of.Code, err)
		}
	}
	return w.peopleConserved()
}

// postsConserved checks a service's posts: initial + opened = open + trainees
// + filled + ended + lapsed + withdrawn; removed - returned = converted.
func (w *World) postsConserved(s *service, committed, pay *[RouteCount]money.Pence) error {
	var open, trainees, juniors, filled int32
	for at := s.posts; at >= 0; at = w.posts.all[at].next {
		p := &w.posts.all[at]
		committed[p.route] += p.cost
		if p.stage != stageOpen {
			pay[p.route] += p.cost / 12
			if p.leaves < s.leaves {
				return fmt.Errorf("somebody leaves at %v and nobody before %v", p.leaves, s.leaves)
			}
		}
		if p.ends != 0 && p.ends < s.ends {
			return fmt.Errorf("money ends in %v and none before %v", p.ends, s.ends)
		}
		switch p.stage {
		case stageOpen:
			open++
		case stageTrainee:
			trainees++
		case stageJunior:
			juniors++
			filled++
		default:
			filled++
		}
	}
	if s.busy {
		committed[s.pending.route] += s.pending.cost
	}
	if open != s.open || trainees != s.trainees || juniors != s.juniors || filled != s.holders {
		return fmt.Errorf("counts %d/%d/%d/%d of %d/%d/%d/%d posts", s.open, s.trainees, s.juniors, s.holders, open, trainees, juniors, filled)
	}
	c := &s.cumulative
	if c.initial+c.opened != open+trainees+filled+c.ended+c.lapsed+c.withdrawn {
		return fmt.Errorf("initial %d and opened %d against %d standing, ended %d, lapsed %d, withdrawn %d",
			c.initial, c.opened, open+trainees+filled, c.ended, c.lapsed, c.withdrawn)
	}
	if c.removed-c.returned != s.converted || s.converted < 0 {
		return fmt.Errorf("medical posts removed %d, returned %d, converted %d", c.removed, c.returned, s.converted)
	}
	return nil
}

// networkConserved checks a network's money and posts.
func (w *World) networkConserved(n *network) error {
	if !n.pot.Balanced() || n.pot.Unspent < 0 || n.pot.Spent < 0 || !n.practices.Balanced() {
		return fmt.Errorf("scheme: in %d, spent %d, unspent %d, lost %d", n.pot.In, n.pot.Spent, n.pot.Unspent, n.pot.Lost)
	}
	var open, filled int32
	var running money.Pence
	for at := n.vacant; at >= 0; at = w.posts.all[at].next {
		open++
		running += w.posts.all[at].cost - w.posts.all[at].share
	}
	for at := n.occupied; at >= 0; at = w.posts.all[at].next {
		filled++
		running += w.posts.all[at].cost - w.posts.all[at].share
	}
	if open != n.open || filled != n.holders || running != n.running {
		return fmt.Errorf("counts %d/%d of %d/%d posts, running %d of %d", n.open, n.holders, open, filled, n.running, running)
	}
	if c := &n.cumulative; c.initial+c.opened != open+filled+c.ended+c.withdrawn {
		return fmt.Errorf("initial %d and opened %d against %d standing, ended %d, withdrawn %d", c.initial, c.opened, open+filled, c.ended, c.withdrawn)
	}
	return nil
}

// peopleConserved checks every pool: initial + inflow + completed = in post +
// seekers + left; its open posts; and each area's networks with a role.
func (w *World) peopleConserved() error {
	holders := make([][MostRoles]int32, len(w.areas))
	inPost, open := make([][MostRoles]int32, len(w.areas)), make([][MostRoles]int32, len(w.areas))
	for i := range w.services {
		s := &w.services[i]
		inPost[s.area][ACP] += s.holders
		open[s.area][ACP] += s.open
	}
	for i := range w.networks {
		n := &w.networks[i]
		for r, filled := range n.filled {
			inPost[n.area][r] += int32(filled)
			open[n.area][r] += int32(n.count[r] - filled)
			if filled > 0 && w.formed() {
				holders[n.area][r]++
			}
		}
	}
	for i := range w.areas {
		for r := range w.areas[i].pools {
			p := &w.areas[i].pools[r]
			if got := w.areas[i].circle.holders[r]; got != holders[i][r] {
				return fmt.Errorf("area %d, %s: %d networks with holders, %d counted", i, w.roles[r].Name, holders[i][r], got)
			}
			if p.open != open[i][r] || p.vacancies != open[i][r] {
				return fmt.Errorf("area %d, %s: %d open posts, %d counted, %d noted", i, w.roles[r].Name, open[i][r], p.open, p.vacancies)
			}
			if p.initial+p.inflow+p.completed != p.inPost+p.seekers+p.left || p.inPost != inPost[i][r] || p.seekers < 0 || p.left < 0 || p.wanted != 0 {
				return fmt.Errorf("area %d, %s: initial %d, inflow %d, completed %d, in post %d (%d posts), seekers %d, left %d, wanted %d",
					i, w.roles[r].Name, p.initial, p.inflow, p.completed, p.inPost, inPost[i][r], p.seekers, p.left, p.wanted)
			}
		}
	}
	return nil
}
