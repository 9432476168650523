package model

import (
	"skillmix/model/money"
	"skillmix/sim"
)

// calendar begins a month. It reads the settings, and writes the tallies, the
// list of proposals, the trusts' pots and the networks' entitlements.
func (w *World) calendar() {
	for i := range w.tallies {
		w.tallies[i] = tally{}
	}
	w.proposals = w.proposals[:0]
	w.order = w.order[:0]
	for i := range w.trusts {
		w.fund(&w.trusts[i])
	}
	w.setPrices()
	if w.month.OfFinancialYear() == 0 {
		w.tidy()
	}
	for i := range w.networks {
		w.entitle(&w.networks[i])
	}
}

// tidy lays out the posts of each unit side by side. Nothing else changes.
func (w *World) tidy() {
	w.posts.start()
	for i := range w.services {
		w.posts.keep(&w.services[i].posts)
	}
	for i := range w.networks {
		w.posts.keep(&w.networks[i].vacant)
		w.posts.keep(&w.networks[i].occupied)
	}
	w.posts.finish()
}

// fund gives a trust the tranches that begin this month and the month's cash
// of every pot that holds cash.
func (w *World) fund(t *trust) {
	april := w.month.OfFinancialYear() == 0
	funding := &w.settings.Funding
	if w.month >= funding.Start && w.month <= funding.End && (april || w.month == funding.Start) {
		t.pots[RouteNewMoney].Recurrent += t.tranche[RouteNewMoney]
		t.pots[RouteTransfer].Recurrent += t.tranche[RouteTransfer]
	}
	if w.settings.supports(w.month) && (april || !w.settings.supports(w.month-1)) {
		t.pots[RouteSupport].Recurrent += t.tranche[RouteSupport]
	}
	if april || w.month == w.settings.Start {
		for _, route := range [...]Route{RouteCommissioner, RouteBusinessCase, RouteNursing} {
			t.pots[route].Recurrent += t.tranche[route]
		}
	}
	for route := range t.pots {
		if pot := &t.pots[route]; Route(route).cash() {
			pot.Receive(money.Part(pot.Recurrent, w.month.OfFinancialYear()))
		}
	}
}

// cash reports whether the route's money arrives as cash. The others are
// ceilings on what other budgets pay, or budgets that pay as needed.
func (r Route) cash() bool {
	switch r {
	case RouteNewMoney, RouteSupport, RouteCommissioner, RouteTimeLimited, RouteBusinessCase, RouteTraining:
		return true
	}
	return false
}

// supports reports whether national support for any specialty runs.
func (s *Settings) supports(month sim.Month) bool {
	for i := range s.Support {
		if month >= s.Support[i].From && month <= s.Support[i].Until {
			return true
		}
	}
	return false
}

// entitle gives a network its sum at the start of the scheme and of each
// financial year, whole, to be claimed or lost by 31 March.
func (w *World) entitle(n *network) {
	arrs := &w.settings.ARRS
	if w.month < arrs.Start || w.month > arrs.End {
		return
	}
	year := w.month.FinancialYear()
	first, last := w.schemeMonths(year)
	place := w.month.OfFinancialYear()
	if place == first {
		n.entitled, n.next = w.entitlement(n, year), w.entitlement(n, year+1)
		n.due = 0
		n.answered = [RoleCount]bool{}
		n.pot.Receive(n.entitled)
		w.reprice(n)
	}
	months, k := money.Pence(last-first+1), money.Pence(place-first)
	n.part = n.entitled*(k+1)/months - n.entitled*k/months
}

// schemeMonths returns the first and last month of the scheme in a financial
// year, as places in that year: its own bounds and the start of the run.
func (w *World) schemeMonths(year sim.FinancialYear) (first, last int) {
	start := max(year.Start(), w.settings.ARRS.Start, w.settings.Start)
	end := min(year.End(), w.settings.ARRS.End)
	return int(start - year.Start()), int(end - year.Start())
}

// entitlement returns a network's sum in a financial year, in proportion
// where the scheme runs in only a part of it; the flat sum of 2019/20 is for
// nine months.
func (w *World) entitlement(n *network, year sim.FinancialYear) money.Pence {
	first, last := w.schemeMonths(year)
	if last < first {
		return 0
	}
	full := 12
	if year == 2019 {
		full = 9
	}
	sum := money.Entitlement(year, n.of.Weighted) * money.Pence(min(full, last-first+1)) / money.Pence(full)
	return money.FromPounds(sum.Pounds() * w.p[ArrsOffer])
}
