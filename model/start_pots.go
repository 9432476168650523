package model

import (
	"skillmix/model/money"
)

// startPots shares out, in whole pence, what the trusts can draw on: the
// programme's and the background's tranches by staff, national support by the
// staff of the services supported.
func (w *World) startPots() {
	staff := make([]float64, len(w.trusts))
	supported := make([]float64, len(w.trusts))
	offered := 0.0
	for i := range w.trusts {
		staff[i] = w.trusts[i].of.Staff
		for j := w.trusts[i].first; j < w.trusts[i].last; j++ {
			for k := range w.settings.Support {
				if support := &w.settings.Support[k]; support.covers(w.services[j].specialty) {
					supported[i] += w.services[j].of.Staff * support.Offered
				}
			}
		}
		offered += supported[i]
	}
	shares := make([]money.Pence, len(w.trusts))
	give := func(perThousand float64, to func(*trust, money.Pence)) {
		total := 0.0
		for _, each := range staff {
			total += each
		}
		money.Share(money.FromPounds(perThousand*total/1000), staff, shares)
		for i := range w.trusts {
			to(&w.trusts[i], shares[i])
		}
	}
	give(w.settings.Funding.Offered, func(t *trust, share money.Pence) {
		routes := w.settings.Funding.Routes
		for i, route := range routes {
			t.tranche[route] = share*money.Pence(i+1)/money.Pence(len(routes)) - share*money.Pence(i)/money.Pence(len(routes))
		}
	})
	yearly := func(route Route) func(*trust, money.Pence) {
		return func(t *trust, share money.Pence) { t.tranche[route] = share }
	}
	atOnce := func(route Route) func(*trust, money.Pence) {
		return func(t *trust, share money.Pence) { t.pots[route].Recurrent = share }
	}
	give(w.p[RoomCommissioner], yearly(RouteCommissioner))
	give(w.p[RoomGrowth], yearly(RouteBusinessCase))
	give(w.p[RoomNursing], yearly(RouteNursing))
	give(w.p[RoomTimeLimited], atOnce(RouteTimeLimited))
	give(w.p[RoomTraining], atOnce(RouteTraining))
	money.Share(money.FromPounds(offered/1000), supported, shares)
	for i := range w.trusts {
		w.trusts[i].tranche[RouteSupport] = shares[i]
	}
}
