package model

import (
	"skillmix/model/money"
	"skillmix/sim"
)

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
