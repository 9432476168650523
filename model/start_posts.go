package model

import (
	"math"

	"skillmix/model/population"
	"skillmix/sim"
)

// startPosts puts in place the posts that exist at the start: an input drawn
// from the published floors, more where national policy once supported the
// role, and differing between trusts. Where a trust's own number is known it
// has exactly that many.
func (w *World) startPosts() {
	w.posts.reset(int(postsPerThousand*w.people.Staff()/1000) + postsPerNetwork*len(w.people.PCNs) + len(w.services))
	if !w.settings.StartPosts {
		return
	}
	w.startKnownNetworks()
	spread := w.chance.Draws(drawStartTrust, sim.Always)
	draws := w.chance.Draws(drawStartPosts, sim.Always)
	for i := range w.trusts {
		t := &w.trusts[i]
		if t.of.Posts != nil {
			w.startKnownPosts(t, draws)
			continue
		}
		sd := w.p[StartSpread]
		trustLevel := math.Exp(sd*spread.Normal(t.key) - sd*sd/2)
		for j := t.first; j < t.last; j++ {
			s := &w.services[j]
			mean := w.p[StartPosts] * w.startWeight(s) * trustLevel * s.of.Staff / 1000
			for range draws.Poisson(s.key, mean) {
				w.startPost(t, s, j)
			}
		}
	}
}

// startKnownPosts shares a trust's known posts among its services, each by a
// draw of its own, in proportion to what services would have had on average.
func (w *World) startKnownPosts(t *trust, draws sim.Draws) {
	w.sizes = sized(w.sizes, int(t.last-t.first))
	total := 0.0
	for i := range w.sizes {
		s := &w.services[int(t.first)+i]
		w.sizes[i] = w.startWeight(s) * s.of.Staff
		total += w.sizes[i]
	}
	if total == 0 { // a parameter may say that no service has posts; these have
		for i := range w.sizes {
			w.sizes[i] = w.services[int(t.first)+i].of.Staff
		}
	}
	for ordinal := range *t.of.Posts {
		j := t.first + int32(draws.Choose(sim.Sub(t.key, uint64(ordinal)), w.sizes))
		w.startPost(t, &w.services[j], j)
	}
}

// startKnownNetworks gives networks the posts that they are known to have.
// Practices pay for them: the scheme pays for what it adds.
func (w *World) startKnownNetworks() {
	for i := range w.networks {
		n := &w.networks[i]
		for r := range w.roles {
			count, _ := n.of.Held(w.roles[r].Name)
			pool := &w.areas[n.area].pools[r]
			for range count {
				at := w.newPost(i, n, r, RoutePractices, w.priceOf(r).cost, 0)
				w.employIn(n, at, w.settings.Start-startMonths)
				n.cumulative.initial++
				pool.initial++
				pool.inPost++
			}
		}
	}
}

// Room for posts: per 1,000 staff of trusts, and per network. The store grows
// if a scenario's money buys more.
const (
	postsPerThousand = 25
	postsPerNetwork  = 45
)

// startWeight returns how many posts a service has at the start against the
// mean of trusts that are not of mental health, by its specialty. The
// supported specialties hold about three quarters, as in the trial.
func (w *World) startWeight(s *service) float64 {
	specialty := &population.Specialties[s.specialty]
	weight := unsupportedWeight + (supportedWeight-unsupportedWeight)*specialty.Support
	if specialty.Mental {
		return w.p[StartMental]
	}
	return weight
}

// Weights of posts at the start by national support in the early 2000s
// (judged, so that supported services hold more than half).
const (
	supportedWeight   = 3.2
	unsupportedWeight = 0.3
)

// startPost adds one filled post to a service's own budget.
func (w *World) startPost(t *trust, s *service, index int32) {
	s.ordinal++
	p := post{unit: index, role: ACP, route: RouteBase, stage: stageProductive, cost: w.cost.post,
		key: sim.Sub(sim.Sub(s.key, ACP), s.ordinal), since: w.settings.Start}
	t.pots[RouteBase].Committed += p.cost
	w.settleIn(s, &p)
	w.posts.add(&s.posts, p)
	w.enter(s, &p, 1)
	s.cumulative.initial++
	pool := &w.areas[s.area].pools[ACP]
	pool.initial++
	pool.inPost++
	s.months = startMonths
	w.weighPosts(s)
}

// startMonths is how long a service with posts at the start has had them
// (judged).
const startMonths = 24
