package model

import (
	"math"

	"skillmix/model/belief"
	"skillmix/sim"
)

// weigh fills in the weight of each role in a network's choice and returns their
// sum: for the
// scheme, 0 for roles that are not eligible, are at their cap, or were refused
// this year. It is the exponential of utility less the prices of need met,
// rooms and a tight market, put together from factors so that a choice costs
// one exponential.
func (w *World) weigh(n *network, weights *[MostRoles]float64, scheme bool) (total float64) {
	rooms, market := w.wantOfRooms(n), &w.areas[n.area].tight
	roles := w.every
	if scheme {
		roles = w.offered
		if !w.settings.Open.Has(GateConsent) {
			roles &^= n.answered &^ n.agrees
		}
	}
	if scheme {
		for capped := roles & w.capped; capped != 0; capped = capped.rest() {
			if r := capped.first(); int32(n.count[r]-n.own[r]) >= w.caps[r].of(n.large) {
				roles = roles.Without(r)
			}
		}
	}
	w.appraise(n, roles)
	for ; roles != 0; roles = roles.rest() {
		r := roles.first()
		weights[r] = n.appeal[r] * w.needMetBy(n.count[r]) * rooms[w.roomTenths[r]] * market[r]
		total += weights[r]
	}
	return total
}

// A want is what want of rooms leaves of a role's weight, by the tenths of a
// usual post's room that the role needs.
type want struct {
	taken float64 // rooms, weighed: for which the rest holds
	left  [11]float64
}

// wantOfRooms returns what want of rooms leaves of roles' weights in a network.
// It stays as it is until rooms are taken or given back.
func (w *World) wantOfRooms(n *network) *[11]float64 {
	want, taken := &n.want, w.p[ChoiceRooms]*n.usedRooms
	if want.taken == taken && want.left[0] != 0 {
		return &want.left
	}
	tenth := math.Exp(-taken / n.rooms / 10)
	want.taken, want.left[0] = taken, 1
	for i := 1; i < len(want.left); i++ {
		want.left[i] = want.left[i-1] * tenth
	}
	return &want.left
}

// appraise works out the appeal of roles from their utility as last reviewed,
// where nobody has asked for it since.
func (w *World) appraise(n *network, roles RoleSet) {
	for asked := roles &^ n.appraised; asked != 0; asked = asked.rest() {
		r := asked.first()
		n.appeal[r] = math.Exp(n.reviewed[r])
	}
	n.appraised |= roles
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
			if a.tight[r] = 1; pool.vacancies > 0 {
				a.tight[r] = math.Exp(-w.p[ChoiceTightness] * math.Log1p(float64(pool.vacancies)/max(1, float64(pool.available))))
			}
			open := 0.0
			if posts := pool.vacancies + pool.inPost; posts > 0 {
				open = float64(pool.vacancies) / float64(posts)
			}
			a.lure[r] += float32(w.p[PoachRate] * open)
			a.pay[r] += paySpeed * (w.p[PayPressure]*open - a.pay[r])
			a.cost[r] = w.costWithPay(r, a.pay[r])
		}
	}
}

// paySpeed is how fast pay follows scarcity, per month (judged).
const paySpeed = 0.1

// review brings a network's beliefs about roles, and what they make of each
// role's utility, up to date. Networks review roles twice a year.
func (w *World) review(n *network, clarities *[MostRoles]float64) {
	circle := &w.areas[n.area].circle
	for r := range w.roles {
		b := circle.belief[r]
		if n.learned.Has(r) {
			b = w.beliefIn(r, circle, n.outcomes[r])
		}
		n.belief[r] = b
		n.reviewed[r] = n.utility[r] + w.p[ChoiceEvidence]*(b.Mean()-0.5) + w.p[ChoiceClarity]*(clarities[r]-0.5)
	}
	n.appraised = 0
}

// beliefIn returns what a network of a circle believes of a role, given its own
// evaluated outcomes.
func (w *World) beliefIn(role int, circle *circle, own belief.Outcomes) belief.Belief {
	b := w.roles[role].prior().Plus(own, w.p[EvidenceOwn])
	b = b.Plus(circle.outcomes[role].Without(own).Per(int(circle.networks)-1), w.p[EvidencePeers]*w.p[Applicability])
	return b.Plus(w.roleOutcomes[role], w.p[EvidencePublished]*w.p[Applicability])
}

// reviews reports whether networks review roles in a month.
func (w *World) reviews(month sim.Month) bool {
	place := month.OfFinancialYear()
	return place == 0 || place == 6 || month == w.settings.ARRS.Start || month == w.settings.Start
}

// exposureTo returns the share of a network's peers, the networks of its area,
// that had a holder of the role at the end of last month.
func (w *World) exposureTo(n *network, role int) float64 {
	return w.areas[n.area].circle.exposure(role, n.held.Has(role))
}

// exposure returns the share of a network's peers that had a holder of the
// role, given whether it had one itself.
func (c *circle) exposure(role int, held bool) float64 {
	if c.networks <= 1 {
		return 0
	}
	own := int32(0)
	if held {
		own = 1
	}
	return float64(c.holders[role]-own) / float64(c.networks-1)
}

// understand moves networks' clarity about roles: being on the scheme's list,
// peers, holders and campaigns make a role clearer, turnover less.
func (w *World) understand() {
	if !w.formed() {
		return
	}
	reviews := w.reviews(w.month)
	for i := range w.areas {
		circle := &w.areas[i].circle
		w.noteClarity(circle)
		for r := 0; reviews && r < len(w.roles); r++ {
			circle.belief[r] = w.beliefIn(r, circle, belief.Outcomes{})
			circle.doubt[r] = circle.belief[r].Doubt(w.p[SafeLevel])
		}
	}
	for i := range w.networks {
		n, clarities := &w.networks[i], &w.clarities[i]
		understanding := &w.areas[n.area].circle.understanding
		for r := range w.roles {
			u := &understanding[r][n.held>>r&1]
			clarities[r] = u.gain + float64(u.kept*clarities[r])
		}
		if reviews {
			w.review(n, clarities)
		}
	}
}

// noteClarity notes for a circle what makes each role clearer this month, to
// networks with a holder and to those without.
func (w *World) noteClarity(c *circle) {
	for r := range w.roles {
		listed := 0.0
		if w.offered.Has(r) {
			listed = w.p[ClarityListed]
		}
		for i, own := range [...]float64{0, w.p[ClarityOwn]} {
			gain := min(1, w.p[ClarityCampaign]+w.p[ClarityPeers]*c.exposure(r, i == 1)+own+listed)
			c.understanding[r][i] = understanding{gain, 1 - gain - w.p[ClarityLoss]}
		}
	}
}
