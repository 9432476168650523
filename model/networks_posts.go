package model

import (
	"skillmix/model/consent"
	"skillmix/model/money"
	"skillmix/sim"
)

// establish sets up a network's post. A role whose work existing staff take on
// is filled at once, by them.
func (w *World) establish(index int, n *network, role int, route Route, cost, claim money.Pence) {
	at := w.newPost(index, n, role, route, cost, claim)
	n.cumulative.opened++
	w.count(&n.groups, postsOpened, 1)
	w.tallies[w.shape.networkRole[role]][postsOpened]++
	if w.roles[role].Upskilled {
		pool := &w.areas[n.area].pools[role]
		pool.completed++
		pool.inPost++
		w.employIn(n, at, w.month)
	}
}

// newPost adds an open post to a network.
func (w *World) newPost(index int, n *network, role int, route Route, cost, claim money.Pence) int32 {
	n.ordinal++
	at := w.posts.add(&n.vacant, post{
		since: w.month, unit: int32(index), role: uint8(role), route: route, cost: cost, share: cost - claim,
		key: sim.Sub(sim.Sub(n.key, uint64(role)), n.ordinal),
	})
	n.open++
	w.areas[n.area].pools[role].open++
	n.count[role]++
	n.running += claim
	if route == RoutePractices {
		n.own[role]++
		n.ownPosts++
		n.ownCost += cost
	} else {
		n.shared += cost - claim
	}
	n.usedRooms += w.p[RoomsPerPost] * w.roles[role].rooms()
	return at
}

// abolish takes an open post out of a network.
func (w *World) abolish(n *network, at int32) {
	p := &w.posts.all[at]
	n.open--
	w.areas[n.area].pools[p.role].open--
	n.count[p.role]--
	n.running -= p.cost - p.share
	if p.route == RoutePractices {
		n.own[p.role]--
		n.ownPosts--
		n.ownCost -= p.cost
	} else {
		n.shared -= p.share
	}
	n.usedRooms -= w.p[RoomsPerPost] * w.roles[p.role].rooms()
	w.posts.remove(&n.vacant, at)
}

// employIn puts somebody into a network's open post.
func (w *World) employIn(n *network, at int32, month sim.Month) {
	p := &w.posts.all[at]
	p.leaves = n.hazard + w.stays(p)
	p.lured = w.areas[n.area].lure[p.role] + float32(w.lasting[drawPoached].Exponential(p.holder()))
	n.open--
	w.areas[n.area].pools[p.role].open--
	n.holders++
	n.hired++
	n.filled[p.role]++
	n.holding = n.holding.With(int(p.role))
	n.inPost += p.cost - p.share
	n.paid += p.cost
	p.stage, p.since = stageJunior, month
	w.posts.transfer(w.posts.linkTo(&n.vacant, at), &n.occupied)
}

// vacate takes the holder out of the post that a link of the filled ones leads
// to; it is open again.
func (w *World) vacate(n *network, link *int32) {
	p := &w.posts.all[*link]
	n.open++
	w.areas[n.area].pools[p.role].open++
	n.holders--
	n.left++
	if n.filled[p.role]--; n.filled[p.role] == 0 {
		n.holding = n.holding.Without(int(p.role))
	}
	n.inPost -= p.cost - p.share
	n.paid -= p.cost
	p.stage, p.since = stageOpen, w.month
	w.posts.transfer(link, &n.vacant)
}

// endScheme ends the scheme's posts, but for those that practices are
// convinced of and take on.
func (w *World) endScheme() {
	keeps := w.luck[drawEmbedding]
	for i := range w.networks {
		n := &w.networks[i]
		for link := &n.occupied; *link >= 0; {
			p := &w.posts.all[*link]
			if p.route == RouteARRS {
				if !keeps.Bernoulli(p.key, consent.Probability(w.p[OwnSlope]*(n.belief[p.role].Mean()-w.p[OwnMid]))) {
					w.quit(&w.areas[n.area], &n.groups, p)
					w.vacate(n, link)
					continue
				}
				n.adopt(p)
			}
			link = &p.next
		}
		for at := n.vacant; at >= 0; {
			next := w.posts.all[at].next
			if w.posts.all[at].route == RouteARRS {
				w.count(&n.groups, postsEnded, 1)
				n.cumulative.ended++
				w.abolish(n, at)
			}
			at = next
		}
	}
}

// adopt lets practices pay a filled post that the scheme paid.
func (n *network) adopt(p *post) {
	claim := p.cost - p.share
	n.running -= claim
	n.inPost -= claim
	n.shared -= p.share
	p.route, p.share = RoutePractices, p.cost
	n.own[p.role]++
	n.ownPosts++
	n.ownCost += p.cost
}
