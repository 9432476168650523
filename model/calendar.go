package model

import (
	"skillmix/model/money"
	"skillmix/sim"
)

// calendar begins a month. It reads the settings, and writes the tallies, the
// list of proposals, the trusts' pots and the networks' entitlements.
func (w *World) calendar() {
	if w.observed { // else what flows is summed until somebody looks
		clear(w.tallies)
		w.observed = false
	}
	if w.recording = everyMonth; w.month.OfFinancialYear() == 11 && !w.shape.yearly {
		w.recording = len(groupSet{})
	}
	w.proposals, w.attempts = w.proposals[:0], w.attempts[:0]
	w.order = w.order[:0]
	for i := range w.trusts {
		w.fund(&w.trusts[i])
	}
	w.change()
	w.setPrices()
	w.noteMarkets()
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
		for _, route := range [...]Route{RouteNewMoney, RouteTransfer, RoutePilot} {
			t.pots[route].Recurrent += t.tranche[route]
		}
	}
	if w.settings.supports(w.month) && (april || !w.settings.supports(w.month-1)) {
		t.pots[RouteSupport].Recurrent += t.tranche[RouteSupport]
	}
	if april || w.month == w.settings.Start {
		for _, route := range [...]Route{RouteCommissioner, RouteBusinessCase, RouteNursing} {
			t.pots[route].Recurrent += t.tranche[route]
		}
	}
	for _, route := range [...]Route{RouteTimeLimited, RouteTraining} {
		// Posts that stand are paid to their end, also when the sum is cut.
		t.pots[route].Recurrent = max(t.tranche[route], t.pots[route].Committed)
	}
	place := w.month.OfFinancialYear()
	for route := range t.pots {
		if pot := &t.pots[route]; Route(route).cash() {
			pot.Receive(money.Part(pot.Recurrent, place))
		}
	}
}

// cash reports whether the route's money arrives as cash. The others are
// ceilings on what other budgets pay, or budgets that pay as needed.
func (r Route) cash() bool { return cashRoutes[r] }

var cashRoutes = [RouteCount]bool{
	RouteNewMoney: true, RoutePilot: true, RouteSupport: true, RouteCommissioner: true,
	RouteTimeLimited: true, RouteBusinessCase: true, RouteTraining: true,
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
	if place == first || w.month == arrs.Announced {
		n.next = w.nextSum(n, year+1)
		n.planned = w.planned(n)
	}
	if place == first {
		n.entitled = w.entitlement(n, year)
		n.due = 0
		n.answered = 0
		n.pot.Receive(n.entitled)
		w.reprice(n)
	}
	months, k := money.Pence(last-first+1), money.Pence(place-first)
	n.part = n.entitled*(k+1)/months - n.entitled*k/months
}

// nextSum returns what a network takes its sum in a coming financial year to
// be: until an end is announced it takes the scheme to go on.
func (w *World) nextSum(n *network, year sim.FinancialYear) money.Pence {
	if arrs := &w.settings.ARRS; w.month < arrs.Announced && year.Start() > arrs.End {
		return w.fullSum(n, year)
	}
	return w.entitlement(n, year)
}

// fullSum returns a network's sum in a whole financial year.
func (w *World) fullSum(n *network, year sim.FinancialYear) money.Pence {
	return money.FromPounds(money.Entitlement(year, n.of.Weighted).Pounds() * w.p[ArrsOffer])
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
	return w.fullSum(n, year) * money.Pence(min(full, last-first+1)) / money.Pence(full)
}
