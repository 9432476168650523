package model

import (
	"math"

	"skillmix/model/population"
	"skillmix/sim"
)

// A Card says who a unit is.
type Card struct {
	Unit
	Code         string
	Organisation string // code of the trust; a network's own
	Area         string // code
	Kind         string // of the trust, or pcn
	Service      string // specialty; empty for a network
}

// Cards lists the units of a world: the services of all trusts, then the
// networks, always in the same order.
func (w *World) Cards() []Card {
	cards := make([]Card, 0, len(w.services)+len(w.networks))
	for i := range w.services {
		s := &w.services[i]
		t := &w.trusts[s.trust]
		cards = append(cards, Card{Unit{Index: i}, s.of.Code, t.of.Code, w.people.Areas[s.area].Code,
			t.kind.String(), population.Specialties[s.specialty].Name})
	}
	for i := range w.networks {
		n := &w.networks[i]
		cards = append(cards, Card{Unit{Network: true, Index: i}, n.of.Code, n.of.Code, w.people.Areas[n.area].Code, "pcn", ""})
	}
	return cards
}

// A Sight is what can be seen of a unit at a month's end, or before its first
// month, when nobody has yet been asked for consent. What a unit has not, or
// not yet, is not a number.
type Sight struct {
	Holders, Open, Trainees          int       // posts
	Opened, Ended, Lapsed, Withdrawn int       // posts so far
	Adopted                          sim.Month // first month with a holder, 0 for none
	Awaited                          bool      // a case was agreed whose post is yet to open (trusts)

	Tension    float64 // 0 to 1
	Belief     float64 // believed success rate (trusts), or conviction of a network with holders, 0 to 1
	Doubt      float64 // probability that the role is not safe, as believed (trusts)
	Hostility  float64 // of senior doctors, 0 to 1 (trusts)
	Clarity    float64 // 0 to 1 (trusts)
	Exposure   float64 // share of peers with a holder, as seen in this month (trusts)
	Vacancy    float64 // mean over twelve months, in training grades, 0 to 1 (trusts)
	Maturity   float64 // 0 to 1 (networks)
	Consent    float64 // chance of consent to a post that takes no medical money (trusts)
	ConsentTau float64 // and to one that takes a medical post's
}

// See tells what can be seen of a unit. It draws nothing, changes nothing and
// allocates nothing.
func (w *World) See(unit Unit) Sight {
	none := math.NaN()
	if unit.Network {
		n := &w.networks[unit.Index]
		seen := Sight{
			Holders: int(n.holders), Open: int(n.open), Adopted: n.adopted, Tension: n.tension, Maturity: n.maturity,
			Belief: none, Doubt: none, Hostility: none, Clarity: none, Exposure: none, Vacancy: none, Consent: none, ConsentTau: none,
		}
		if n.holders > 0 {
			seen.Belief = w.conviction(n)
		}
		return seen.with(&n.cumulative)
	}
	s := &w.services[unit.Index]
	seen := Sight{
		Holders: int(s.holders), Open: int(s.open), Trainees: int(s.trainees), Adopted: s.adopted, Awaited: s.busy,
		Tension: s.tension, Belief: s.belief.Mean(), Doubt: s.belief.Doubt(w.p[SafeLevel]), Hostility: s.hostility,
		Clarity: s.clarity, Exposure: s.exposure, Vacancy: s.vacancyMean, Maturity: none,
		Consent: s.opinion.willing[0], ConsentTau: s.opinion.willing[1],
	}
	return seen.with(&s.cumulative)
}

// with adds what a unit's ledger has counted.
func (s Sight) with(l *ledger) Sight {
	s.Opened, s.Ended, s.Lapsed, s.Withdrawn = int(l.opened), int(l.ended), int(l.lapsed), int(l.withdrawn)
	return s
}

// A PostSight is what can be seen of a post.
type PostSight struct {
	Key     uint64 // the same for as long as the post stands, and in every run of a replicate
	Role    int    // index into the world's roles, see RoleName
	Route   Route
	Held    bool // by one who is not a trainee
	Trainee bool
	Holders int // so far, modulo 256
}

// SeePosts appends what can be seen of a unit's posts to into, in no order
// that means anything.
func (w *World) SeePosts(unit Unit, into []PostSight) []PostSight {
	if unit.Network {
		n := &w.networks[unit.Index]
		return w.seeList(n.occupied, w.seeList(n.vacant, into))
	}
	return w.seeList(w.services[unit.Index].posts, into)
}

// seeList appends a list of posts.
func (w *World) seeList(first int32, into []PostSight) []PostSight {
	for at := first; at >= 0; at = w.posts.all[at].next {
		p := &w.posts.all[at]
		into = append(into, PostSight{
			Key: p.key, Role: int(p.role), Route: p.route,
			Held: p.stage >= stageJunior, Trainee: p.stage == stageTrainee, Holders: int(p.holders),
		})
	}
	return into
}

// RoleName returns the name of a role of the world.
func (w *World) RoleName(role int) string { return w.roles[role].Name }

// Route returns the route that pays for a case that passed every gate: that of
// the attempt to which all agreed, and for a network's case that of whoever
// wanted the post. It is false for a case that failed.
func (p *Proposal) Route() (Route, bool) {
	switch {
	case p.Failed != 0:
		return 0, false
	case p.Unit.Network && p.Stimulus == StimulusPractices:
		return RoutePractices, true
	case p.Unit.Network:
		return RouteARRS, true
	}
	return p.route, true
}
