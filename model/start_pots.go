package model

import (
	"skillmix/model/money"
)

// startPots shares out, in whole pence, what the trusts can draw on: the
// programme's and the background's tranches by staff, national support by the
// staff of the services supported.
func (w *World) startPots() {
	w.sizes = sized(w.sizes, len(w.trusts))
	w.shares = sized(w.shares, len(w.trusts))
	offered := 0.0
	for i := range w.trusts {
		for j := w.trusts[i].first; j < w.trusts[i].last; j++ {
			for k := range w.settings.Support {
				if support := &w.settings.Support[k]; support.covers(w.services[j].specialty) {
					w.sizes[i] += w.services[j].of.Staff * support.Offered
				}
			}
		}
		offered += w.sizes[i]
	}
	money.Share(money.FromPounds(offered/1000), w.sizes, w.shares)
	for i := range w.trusts {
		w.trusts[i].tranche[RouteSupport] = w.shares[i]
	}
	w.shareByStaff(w.settings.Funding.Offered)
	routes := w.settings.Funding.Routes
	for i := range w.trusts {
		for j, route := range routes {
			parts := money.Pence(len(routes))
			w.trusts[i].tranche[route] = w.shares[i]*money.Pence(j+1)/parts - w.shares[i]*money.Pence(j)/parts
		}
	}
	w.shareBackground()
}

// shareBackground shares out the background's money: new in each financial
// year for commissioners, internal growth and conversions of nursing posts;
// for time-limited and training money, the sum in use at any one time.
func (w *World) shareBackground() {
	for _, background := range [...]struct {
		route Route
		room  Parameter
	}{
		{RouteCommissioner, RoomCommissioner}, {RouteBusinessCase, RoomGrowth}, {RouteNursing, RoomNursing},
		{RouteTimeLimited, RoomTimeLimited}, {RouteTraining, RoomTraining},
	} {
		w.shareByStaff(w.p[background.room])
		for i := range w.trusts {
			w.trusts[i].tranche[background.route] = w.shares[i]
		}
	}
}

// shareByStaff shares pounds per 1,000 staff among trusts.
func (w *World) shareByStaff(perThousand float64) {
	total := 0.0
	for i := range w.trusts {
		w.sizes[i] = w.trusts[i].of.Staff
		total += w.sizes[i]
	}
	money.Share(money.FromPounds(perThousand*total/1000), w.sizes, w.shares)
}
