package model

import (
	"math"

	"skillmix/model/belief"
	"skillmix/model/labour"
	"skillmix/model/money"
	"skillmix/sim"
)

// keepBooks reads posts and people, and writes the pots, the pools, what
// peers will see next month, and the months of adoption. In March it closes
// the financial year.
func (w *World) keepBooks() {
	for i := range w.trusts {
		w.payTrust(&w.trusts[i])
	}
	for i := range w.networks {
		w.payNetwork(&w.networks[i])
	}
	w.noteUnits()
	w.notePeers()
	w.noteNetworks()
	w.keepPools()
	if w.month.OfFinancialYear() == 11 || w.month == w.settings.ARRS.End {
		for i := range w.networks {
			w.networks[i].pot.Close()
		}
	}
	if w.month.OfFinancialYear() == 11 {
		for i := range w.trusts {
			for route := range w.trusts[i].pots {
				w.trusts[i].pots[route].Close()
			}
		}
	}
}

// payTrust pays a month of a trust's posts by their routes.
func (w *World) payTrust(t *trust) {
	pay, locums := &t.pay, 0.0
	for i := t.first; i < t.last; i++ {
		locums += w.services[i].locums
	}
	for route := range pay {
		if Route(route).cash() {
			t.pots[route].Spend(pay[route])
		} else {
			t.pots[route].Draw(pay[route])
		}
	}
	offered := money.Part(t.pots[RouteNewMoney].Recurrent+t.pots[RouteTransfer].Recurrent+t.pots[RoutePilot].Recurrent, w.month.OfFinancialYear())
	cash := pay[RouteNewMoney] + pay[RoutePilot]
	w.count(&t.groups, programmeOffered, offered.Pounds())
	w.count(&t.groups, programmeSpent, cash.Pounds())
	w.count(&t.groups, programmeTransferred, pay[RouteTransfer].Pounds())
	w.count(&t.groups, programmeUnspent, (offered - cash - pay[RouteTransfer]).Pounds())
	w.count(&t.groups, spendNewMoney, (cash + pay[RouteSupport]).Pounds())
	w.count(&t.groups, spendTransferred, pay[RouteTransfer].Pounds())
	w.count(&t.groups, medicalBudgetKept, (t.medical/12 - pay[RouteTransfer]).Pounds())
	background := money.Pence(0)
	for route := range pay {
		switch Route(route) {
		case RouteNewMoney, RoutePilot, RouteSupport, RouteTransfer:
		default:
			background += pay[route]
		}
	}
	w.count(&t.groups, spendBackground, background.Pounds())
	w.count(&t.groups, locumSpend, locums*w.cost.locum.Pounds()/12)
}

// payNetwork claims for a month of a network's posts, as far as its sum
// goes; practices pay the rest.
func (w *World) payNetwork(n *network) {
	cost, claim := n.paid/12, n.inPost/12
	n.due += claim
	claim = min(claim, n.pot.Unspent)
	n.pot.Spend(claim)
	n.practices.Draw(cost - claim)
	part := money.Pence(0)
	if w.month >= w.settings.ARRS.Start && w.month <= w.settings.ARRS.End {
		part = n.part
	}
	w.count(&n.groups, arrsEntitlement, part.Pounds())
	w.count(&n.groups, spendARRS, claim.Pounds())
	w.count(&n.groups, arrsUnspent, (part - claim).Pounds())
	w.count(&n.groups, spendPractices, (cost - claim).Pounds())
}

// noteUnits notes adoption and time with a holder.
func (w *World) noteUnits() {
	for i := range w.services {
		if s := &w.services[i]; s.holders > 0 {
			s.months++
			if s.adopted == 0 {
				s.adopted = w.month
			}
		}
	}
	for i := range w.networks {
		if n := &w.networks[i]; n.holders > 0 {
			if n.adopted == 0 {
				n.adopted = w.month
			}
		}
	}
}

// notePeers notes what units will see of each other next month.
func (w *World) notePeers() {
	for i := range w.peers {
		w.peers[i].holders, w.peers[i].outcomes = 0, belief.Outcomes{}
	}
	all := belief.Outcomes{}
	for i := range w.trusts {
		t := &w.trusts[i]
		t.peers.holders, t.peers.outcomes = 0, belief.Outcomes{}
		for j := t.first; j < t.last; j++ {
			s := &w.services[j]
			s.reported = s.outcomes
			t.peers.note(s)
			w.peers[s.own].note(s)
		}
		all = all.Plus(t.peers.outcomes)
	}
	w.published = all.Per(len(w.services))
}

// note adds a service to a circle.
func (g *peerGroup) note(s *service) {
	if s.holders > 0 {
		g.holders++
	}
	g.outcomes = g.outcomes.Plus(s.outcomes)
}

// keepPools lets people come and go, and notes the state of the market.
func (w *World) keepPools() {
	arrives := w.luck[drawPoolInflow]
	gives := w.luck[drawPoolLeave]
	scheme := w.month >= w.settings.ARRS.Start
	growth := w.supplyGrowth()
	for i := range w.areas {
		a := &w.areas[i]
		for r := range w.roles {
			if r != ACP && !scheme {
				continue
			}
			pool := &a.pools[r]
			key := sim.Sub(a.key, uint64(r))
			left := int32(labour.Whole(w.p[PoolLeave]*float64(pool.seekers), gives.Uniform(key), int(pool.seekers)))
			mean := pool.monthly * (1 + 2*a.pay[r])
			if r == ACP {
				mean *= w.p[Willingness]
			} else {
				mean *= growth
			}
			came := int32(arrives.Poisson(key, mean))
			pool.seekers += came - left
			pool.left += left
			pool.inflow += came
			pool.available = pool.seekers
		}
	}
	w.noteOpen()
}

// supplyGrowth returns the supply of people for networks against April 2020.
func (w *World) supplyGrowth() float64 {
	years := float64(w.month-supplyGrowsFrom) / 12
	return math.Pow(1+w.p[PcnSupplyGrowth], min(max(years, 0), supplyGrowsFor))
}

// Supply grows from April 2020, for ten years at the most.
var supplyGrowsFrom = sim.MonthOf(2020, 4)

const supplyGrowsFor = 10

// noteOpen notes the open posts of each area and role, and how hard it is to
// fill them.
func (w *World) noteOpen() {
	for i := range w.areas {
		for r := range w.roles {
			pool := &w.areas[i].pools[r]
			pool.vacancies = pool.open
			pool.market = labour.MarketOf(float64(pool.available), float64(max(1, pool.vacancies)))
		}
	}
}
