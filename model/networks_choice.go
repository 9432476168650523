package model

import (
	"math"

	"skillmix/model/belief"
)

// weigh fills in the weight of each role in a network's choice: for the
// scheme, 0 for roles that are not eligible, are at their cap, or were refused
// this year. It is the exponential of utility less the prices of need met,
// rooms and a tight market, put together from factors so that a choice costs
// one exponential.
func (w *World) weigh(n *network, weights *[MostRoles]float64, scheme bool) {
	tenth := math.Exp(-w.p[ChoiceRooms] * n.usedRooms / n.rooms / 10)
	var rooms [11]float64
	rooms[0] = 1
	for i := 1; i < len(rooms); i++ {
		rooms[i] = rooms[i-1] * tenth
	}
	open := w.settings.Open.Has(GateConsent)
	market := &w.areas[n.area].tight
	for r := range w.roles {
		role := &w.roles[r]
		weights[r] = 0
		if scheme {
			refused := n.answered[r] && !n.agrees[r] && !open
			if !w.listed(r) || refused || int(n.count[r]-n.own[r]) >= role.cap(w.month, n.large) {
				continue
			}
		}
		weights[r] = n.appeal[r] * w.needMetBy(n.count[r]) * rooms[role.RoomTenths] * market[r]
	}
}

// listed reports whether the scheme pays for a role this month.
func (w *World) listed(role int) bool {
	return w.month >= w.roles[role].Eligible && !w.settings.ARRS.Without.Has(role)
}

// needOffset keeps the first post of a role from having unbounded worth.
const needOffset = 0.7

// noteMarkets notes for each area what a tight market does to networks'
// choices, to holders and to pay, by last month's stocks.
func (w *World) noteMarkets() {
	for i := range w.areas {
		a := &w.areas[i]
		for r := range w.roles {
			pool := &a.pools[r]
			a.tight[r] = math.Exp(-w.p[ChoiceTightness] * math.Log1p(float64(pool.vacancies)/max(1, float64(pool.available))))
			open := 0.0
			if posts := pool.vacancies + pool.inPost; posts > 0 {
				open = float64(pool.vacancies) / float64(posts)
			}
			a.poach[r] = w.p[PoachRate] * open
			a.pay[r] += paySpeed * (w.p[PayPressure]*open - a.pay[r])
		}
	}
}

// paySpeed is how fast pay follows scarcity, per month (judged).
const paySpeed = 0.1

// review brings a network's beliefs about roles, and what they make of each
// role's appeal, up to date. Networks review roles twice a year.
func (w *World) review(n *network) {
	circle := &w.areas[n.area].circle
	weight := w.p[EvidencePeers] * w.p[Applicability]
	for r := range w.roles {
		role := &w.roles[r]
		b := belief.Belief{A: role.BeliefA, B: role.BeliefB}.Plus(n.outcomes[r], w.p[EvidenceOwn])
		b = b.Plus(circle.outcomes[r].Without(n.outcomes[r]).Per(int(circle.networks)-1), weight)
		b = b.Plus(w.roleOutcomes[r], w.p[EvidencePublished]*w.p[Applicability])
		n.mean[r], n.doubt[r] = b.Mean(), b.RoughDoubt(w.p[SafeLevel])
		n.appeal[r] = math.Exp(n.utility[r] + w.p[ChoiceEvidence]*(n.mean[r]-0.5) + w.p[ChoiceClarity]*(n.clarity[r]-0.5))
	}
}

// reviews reports whether networks review roles this month.
func (w *World) reviews() bool {
	place := w.month.OfFinancialYear()
	return place == 0 || place == 6 || w.month == w.settings.ARRS.Start || w.month == w.settings.Start
}

// exposureTo returns the share of a network's peers, the networks of its area,
// that had a holder of the role at the end of last month.
func (w *World) exposureTo(n *network, role int) float64 {
	circle := &w.areas[n.area].circle
	if circle.networks <= 1 {
		return 0
	}
	own := int32(0)
	if n.held[role] {
		own = 1
	}
	return float64(circle.holders[role]-own) / float64(circle.networks-1)
}

// understand moves networks' clarity about roles: being on the scheme's list,
// peers, holders and campaigns make a role clearer, turnover less.
func (w *World) understand() {
	if !w.formed() {
		return
	}
	reviews := w.reviews()
	for i := range w.networks {
		n := &w.networks[i]
		for r := range w.roles {
			gain := w.p[ClarityCampaign] + w.p[ClarityPeers]*w.exposureTo(n, r)
			if n.held[r] {
				gain += w.p[ClarityOwn]
			}
			if w.listed(r) {
				gain += w.p[ClarityListed]
			}
			n.clarity[r] += (1-n.clarity[r])*min(1, gain) - w.p[ClarityLoss]*n.clarity[r]
		}
		if reviews {
			w.review(n)
		}
	}
}

// RoleSet is a set of roles, by index.
type RoleSet uint32

// With returns the set with one more role.
func (s RoleSet) With(role int) RoleSet { return s | 1<<role }

// Has reports whether the set holds the role.
func (s RoleSet) Has(role int) bool { return s&(1<<role) != 0 }

// RoleNamed returns the index in Roles of the role of that name.
func RoleNamed(name string) (int, bool) {
	for i := range Roles {
		if Roles[i].Name == name {
			return i, true
		}
	}
	return 0, false
}
