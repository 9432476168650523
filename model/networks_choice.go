package model

import (
	"math"
)

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
