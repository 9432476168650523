package model

import (
	"math"

	"skillmix/model/money"
)

// setPrices notes this financial year's costs of networks' posts, and this
// month's list, caps and the least that the scheme reimburses for a post.
func (w *World) setPrices() {
	w.cheapest, w.offered, w.capped = nothingListed, 0, 0
	for r := range w.roles {
		role := &w.roles[r]
		w.price[r] = w.priceOf(r)
		w.roomTenths[r] = uint8(role.RoomTenths)
		if w.caps[r] = (caps{role.cap(w.month, false), role.cap(w.month, true)}); w.caps[r] != uncapped {
			w.capped = w.capped.With(r)
		}
		if w.month >= role.Eligible && !w.settings.ARRS.Without.Has(r) {
			w.offered = w.offered.With(r)
			w.cheapest = min(w.cheapest, w.price[r].claim)
		}
	}
}

// free reports whether money is no constraint.
func (w *World) free(n *network) bool {
	return w.settings.Open.Has(GateFinance) || !w.luck[drawFinance].Bernoulli(n.key, w.p[FinanceNeed])
}

// priceOf returns the price of a role's post in the month. In 2019/20 the
// scheme reimbursed 70% of a pharmacist.
func (w *World) priceOf(role int) price {
	year := w.month.FinancialYear()
	cost := money.Annual(w.p[ArrsClaim] * w.roles[role].Maximum * money.CostIndex(year))
	share := w.p[ArrsShare]
	if year == 2019 && role == pharmacist {
		share *= 0.7
	}
	if share == 1 {
		return price{cost, cost}
	}
	return price{cost, money.Annual(share * cost.Pounds())}
}

// practicesAfford reports whether practices have the money for another share of
// a post's cost, or for a whole post: their own money is little, beside what
// they paid at the start.
func (w *World) practicesAfford(n *network, share money.Pence) bool {
	return n.ownCost+n.shared+share <= n.ownStart+money.FromPounds(w.p[PracticeMoney]*n.of.Registered)
}

// costWithPay returns the annual cost of a network's post in a role: more than
// the usual where the role is scarce in its area, which the scheme does not
// reimburse.
func (w *World) costWithPay(role int, pay float64) money.Pence {
	cost := w.price[role].cost
	if pay > 0 {
		return money.Annual(cost.Pounds() * (1 + pay))
	}
	return cost
}

// nothingListed is the cheapest price while no role is on the list.
const nothingListed = money.Pence(math.MaxInt64)

// pharmacist and linkWorker are the indices of roles with rules of their own.
const (
	pharmacist = 1
	linkWorker = 2
)

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
	return cash <= n.entitled && n.running+claim <= n.planned
}

// monthsToFill is how long a network expects a post to stay open.
const monthsToFill = 3

// reprice sets the costs of a network's posts to a new financial year's.
func (w *World) reprice(n *network) {
	before := n.ownCost
	n.running, n.inPost, n.paid, n.ownCost, n.shared = 0, 0, 0, 0, 0
	for _, first := range [...]int32{n.vacant, n.occupied} {
		for at := first; at >= 0; at = w.posts.all[at].next {
			p := &w.posts.all[at]
			claim := w.price[p.role].claim
			if p.route == RoutePractices {
				claim = 0
			}
			p.cost = w.areas[n.area].cost[p.role]
			p.share = p.cost - claim
			n.running += claim
			if p.route == RoutePractices {
				n.ownCost += p.cost
			} else {
				n.shared += p.share
			}
			if p.stage != stageOpen {
				n.inPost += claim
				n.paid += p.cost
			}
		}
	}
	if before > 0 {
		n.ownStart = money.FromPounds(n.ownStart.Pounds() * n.ownCost.Pounds() / before.Pounds())
	}
}
