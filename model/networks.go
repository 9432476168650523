package model

import (
	"math"

	"skillmix/model/consent"
	"skillmix/model/money"
	"skillmix/sim"
)

// hire reads the scheme's money, rooms, the practices' answers and the labour
// market of last month, and writes networks' posts. It is the plain version of
// a network's side: a network chooses a role by its appeal, asks its practices
// and sets up the post.
func (w *World) hire() {
	if w.month > w.settings.ARRS.End {
		w.endScheme()
		return
	}
	if w.month < w.settings.ARRS.Start {
		return
	}
	w.noteMarkets()
	choice := w.chance.Draws(drawRoleChoice, w.month)
	for i := range w.networks {
		n := &w.networks[i]
		made := false
		for attempt := range int(w.p[PcnAttempts]) {
			if !w.consider(i, n, choice, attempt) {
				break
			}
			made = true
		}
		if !made {
			w.count(&n.groups, unitMonthsNoProposal, 1)
		}
	}
}

// consider lets a network make one case. It reports whether it made one.
func (w *World) consider(index int, n *network, choice sim.Draws, attempt int) bool {
	if !w.affords(n, w.cheapest) && !w.free(n) {
		return false
	}
	var weights [RoleCount]float64
	w.weigh(n, &weights)
	role := choice.Choose(sim.Sub(n.key, uint64(attempt)), weights[:])
	if role < 0 {
		return false
	}
	w.proposals = append(w.proposals, Proposal{Unit: Unit{Network: true, Index: index}, Role: role, Stimulus: StimulusScheme})
	p := &w.proposals[len(w.proposals)-1]
	cost, claim := w.price[role].cost, w.price[role].claim
	var failed Gates
	if !w.affords(n, claim) && !w.free(n) {
		failed = failed.With(GateFinance)
	}
	if !w.practicesAgree(n, role) {
		failed = failed.With(GateConsent)
	}
	if n.usedRooms+w.p[RoomsPerPost]*Roles[role].rooms() > n.rooms {
		failed = failed.With(GateRooms)
	}
	if w.areas[n.area].pools[role].available < 1 {
		failed = failed.With(GateCandidate)
	}
	p.Failed = failed &^ w.settings.Open
	w.tell(&n.groups, p)
	if p.Failed == 0 {
		w.establish(index, n, role, cost, claim)
	}
	return true
}

// setPrices notes this financial year's costs of networks' posts, and the
// least that the scheme now reimburses for one.
func (w *World) setPrices() {
	w.cheapest = math.MaxInt64
	for r := range Roles {
		w.price[r] = w.priceOf(r)
		if w.month >= Roles[r].Eligible {
			w.cheapest = min(w.cheapest, w.price[r].claim)
		}
	}
}

// weigh fills in the weight of each role in a network's choice: 0 for roles
// that are not eligible, are at their cap, or were refused this year. It is
// the exponential of utility less the prices of need met, rooms and a tight
// market, put together from factors so that a choice costs one exponential.
func (w *World) weigh(n *network, weights *[RoleCount]float64) {
	crowded := n.usedRooms / n.rooms
	tenth := math.Exp(-w.p[ChoiceRooms] * crowded / 10)
	var rooms [11]float64
	rooms[0] = 1
	for i := 1; i < len(rooms); i++ {
		rooms[i] = rooms[i-1] * tenth
	}
	open := w.settings.Open.Has(GateConsent)
	market := &w.areas[n.area].tight
	for r := range Roles {
		role := &Roles[r]
		weights[r] = 0
		refused := n.answered[r] && !n.agrees[r] && !open
		if w.month < role.Eligible || refused || int(n.count[r]) >= role.cap(w.month, n.large) {
			continue
		}
		met := w.needMet[min(int(n.count[r]), len(w.needMet)-1)]
		weights[r] = n.appeal[r] * met * rooms[role.RoomTenths] * market[r]
	}
}

// needOffset keeps the first post of a role from having unbounded worth.
const needOffset = 0.7

// noteMarkets notes for each area what a tight market takes from each role's
// weight this month.
func (w *World) noteMarkets() {
	for i := range w.areas {
		a := &w.areas[i]
		for r := range a.pools {
			pool := &a.pools[r]
			a.tight[r] = math.Exp(-w.p[ChoiceTightness] * math.Log1p(float64(pool.vacancies)/max(1, float64(pool.available))))
		}
	}
}

// free reports whether money is no constraint.
func (w *World) free(n *network) bool {
	return w.settings.Open.Has(GateFinance) || !w.chance.Draws(drawFinance, w.month).Bernoulli(n.key, w.p[FinanceNeed])
}

// priceOf returns the price of a role's post in the month. In 2019/20 the
// scheme reimbursed 70% of a pharmacist.
func (w *World) priceOf(role int) price {
	year := w.month.FinancialYear()
	cost := money.Annual(w.p[ArrsClaim] * Roles[role].Maximum * money.CostIndex(year))
	if year == 2019 && role == pharmacist {
		return price{cost, money.Annual(0.7 * cost.Pounds())}
	}
	return price{cost, cost}
}

// pharmacist is the index of the clinical pharmacist.
const pharmacist = 1

// planned returns the annual claims up to which a network sets up posts: the
// next year's announced sum, a little beyond it since posts fill late. So
// hiring runs ahead of a sum that is to grow, and stops when an end is
// announced; the cash of the current year is a test of its own.
func (w *World) planned(n *network) money.Pence {
	return money.FromPounds((1 + w.p[ArrsOverrun]) * n.next.Pounds())
}

// affords reports whether a network can pay for one more post: the cash to
// the end of the year, supposing that open posts take three months to fill,
// and the run-rate against what is planned.
func (w *World) affords(n *network, claim money.Pence) bool {
	left := 12 - w.month.OfFinancialYear()
	filling := max(0, left-monthsToFill)
	cash := n.due + n.inPost*money.Pence(left)/12 + (n.running-n.inPost+claim)*money.Pence(filling)/12
	return cash <= n.entitled && n.running+claim <= w.planned(n)
}

// monthsToFill is how long a network expects a post to stay open.
const monthsToFill = 3

// practicesAgree reports whether practices with a quorum of the list agree to
// a role. Their answer lasts for the financial year.
func (w *World) practicesAgree(n *network, role int) bool {
	if n.answered[role] {
		return n.agrees[role]
	}
	answers := w.chance.Draws(drawPracticeAnswer, w.month.FinancialYear().Start())
	yes := 0.0
	for i := n.first; i < n.last; i++ {
		practice := &w.answers[i]
		if answers.Uniform(sim.Sub(practice.key, uint64(role))) < w.practiceConsent(practice, role) {
			yes += practice.share
		}
	}
	n.answered[role], n.agrees[role] = true, yes >= w.p[PracticeQuorum]
	return n.agrees[role]
}

// practiceConsent returns the chance that a practice agrees to a role.
func (w *World) practiceConsent(p *practice, role int) float64 {
	r := &Roles[role]
	price := &w.price[role]
	logit := w.p[PracticeConsent] + w.p[PracticeEvidence]*(w.roleBelief[role]-0.5) -
		w.p[PracticeDoubt]*w.roleDoubt[role]*2*p.risk - w.p[PracticeCloseness]*r.Closeness*2*p.scepticism -
		w.p[PracticeShare]*float64(price.cost-price.claim)/float64(price.cost)
	if !r.Regulated {
		logit -= w.p[PracticeUnregulated]
	}
	return consent.Probability(logit)
}

// establish sets up a network's post.
func (w *World) establish(index int, n *network, role int, cost, claim money.Pence) {
	n.ordinal++
	w.posts.add(&n.vacant, post{
		since: w.month, unit: int32(index), role: uint8(role), route: RouteARRS, cost: cost, share: cost - claim,
		key: sim.Sub(sim.Sub(n.key, uint64(role)), n.ordinal),
	})
	n.open++
	n.count[role]++
	n.running += claim
	n.usedRooms += w.p[RoomsPerPost] * Roles[role].rooms()
	n.cumulative.opened++
	w.count(&n.groups, postsOpened, 1)
	w.tallies[w.shape.networkRole[role]][postsOpened]++
}

// abolish takes an open post out of a network.
func (w *World) abolish(n *network, at int32) {
	p := &w.posts.all[at]
	n.open--
	n.count[p.role]--
	n.running -= p.cost - p.share
	n.usedRooms -= w.p[RoomsPerPost] * Roles[p.role].rooms()
	w.posts.remove(&n.vacant, at)
}

// employ puts somebody into an open post.
func (n *network) employ(store *posts, at int32, month sim.Month) {
	p := &store.all[at]
	n.open--
	n.holders++
	n.filled[p.role]++
	n.inPost += p.cost - p.share
	n.paid += p.cost
	p.stage, p.since = stageJunior, month
	store.transfer(&n.vacant, &n.occupied, at)
}

// vacate takes the holder out of a post, which is open again.
func (n *network) vacate(store *posts, at int32, month sim.Month) {
	p := &store.all[at]
	n.open++
	n.holders--
	n.filled[p.role]--
	n.inPost -= p.cost - p.share
	n.paid -= p.cost
	p.stage, p.since = stageOpen, month
	store.transfer(&n.occupied, &n.vacant, at)
}

// reprice sets the costs of a network's posts to a new financial year's.
func (w *World) reprice(n *network) {
	n.running, n.inPost, n.paid = 0, 0, 0
	for _, first := range [...]int32{n.vacant, n.occupied} {
		for at := first; at >= 0; at = w.posts.all[at].next {
			p := &w.posts.all[at]
			price := &w.price[p.role]
			p.cost, p.share = price.cost, price.cost-price.claim
			n.running += price.claim
			if p.stage != stageOpen {
				n.inPost += price.claim
				n.paid += price.cost
			}
		}
	}
}

// endScheme closes every post of networks once the scheme is over.
func (w *World) endScheme() {
	for i := range w.networks {
		n := &w.networks[i]
		for n.occupied >= 0 {
			w.quit(&w.areas[n.area], &n.groups, &w.posts.all[n.occupied])
			n.vacate(&w.posts, n.occupied, w.month)
		}
		for n.vacant >= 0 {
			w.count(&n.groups, postsEnded, 1)
			n.cumulative.ended++
			w.abolish(n, n.vacant)
		}
	}
}
