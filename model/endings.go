package model

import (
	"skillmix/model/belief"
	"skillmix/model/consent"
	"skillmix/model/money"
)

// endings reads the ends of posts' money and the services' own evidence, and
// writes posts: a time-limited post is embedded or ends.
func (w *World) endings() {
	embedded := w.luck[drawEmbedding]
	for i := range w.services {
		s := &w.services[i]
		if s.ends > w.month {
			continue
		}
		s.ends = endless
		for at := s.posts; at >= 0; {
			p := &w.posts.all[at]
			next := p.next
			if p.ends > w.month {
				s.ends = min(s.ends, p.ends)
			} else if p.ends != 0 {
				if p.stage >= stageTrainee && embedded.Bernoulli(p.key, w.embeddingChance(s.outcomes)) {
					w.embed(s, p)
				} else {
					w.count(&s.groups, postsEnded, 1)
					s.cumulative.ended++
					w.dismiss(s, p)
					w.closePost(s, at)
				}
			}
			at = next
		}
	}
}

// embeddingChance returns the chance that a time-limited post is taken on,
// given the service's own evaluated outcomes: evidence counts by its amount
// and by how good it is.
func (w *World) embeddingChance(own belief.Outcomes) float64 {
	n := own.Successes + own.Failures
	evidence := 0.0
	if n > 0 {
		evidence = n / (n + w.p[EmbeddingHalf]) * (own.Successes/n - 0.5)
	}
	return w.p[EmbeddingWeight] * consent.Probability(w.p[EmbeddingConstant]+w.p[EmbeddingEvidence]*evidence)
}

// embed moves a post into its service's own budget.
func (w *World) embed(s *service, p *post) {
	w.charge(s, p, RouteBase)
	p.ends = 0
	w.count(&s.groups, postsEmbedded, 1)
}

// dismiss sends a post's holder away; trainees return to the work they came
// from.
func (w *World) dismiss(s *service, p *post) {
	if p.stage >= stageJunior {
		w.quit(&w.areas[s.area], &s.groups, p)
	}
}

// quit takes a post's holder out of it: some look for another post in the
// area, the others leave.
func (w *World) quit(a *area, groups *groupSet, p *post) {
	pool := &a.pools[p.role]
	pool.inPost--
	if w.luck[drawReturn].Bernoulli(p.key, w.p[PoolReturn]) {
		pool.seekers++
	} else {
		pool.left++
	}
	w.count(groups, leavers, 1)
}

// closePost takes a post out of a service's establishment and frees its
// money; a guaranteed medical post returns, vacant.
func (w *World) closePost(s *service, at int32) {
	p := w.posts.all[at]
	t := &w.trusts[s.trust]
	t.pots[p.route].Committed -= p.cost
	if p.converted && w.settings.Funding.GuaranteedReturn {
		s.converted--
		s.cumulative.returned++
		w.count(&s.groups, medicalPostsReturned, 1)
		t.medical -= w.cost.medical
	}
	w.enter(s, &p, -1)
	w.posts.remove(&s.posts, at)
}

// enter counts a post of a service in its stage, and what is paid for it; with
// -1 it takes the post out of the count.
func (w *World) enter(s *service, p *post, number int32) {
	s.weighed = false
	if p.stage == stageOpen {
		s.open += number
		w.areas[s.area].pools[p.role].open += number
		return
	}
	w.trusts[s.trust].pay[p.route] += money.Pence(number) * p.cost / 12
	switch p.stage {
	case stageTrainee:
		s.trainees += number
	case stageJunior:
		s.juniors += number
		s.holders += number
	default:
		s.holders += number
	}
}

// move takes a post to another stage.
func (w *World) move(s *service, p *post, to stage) {
	w.enter(s, p, -1)
	p.stage, p.since = to, w.month
	w.enter(s, p, 1)
}

// charge lets another of the trust's routes carry a post.
func (w *World) charge(s *service, p *post, route Route) {
	t := &w.trusts[s.trust]
	t.pots[p.route].Committed -= p.cost
	t.pots[route].Committed += p.cost
	w.enter(s, p, -1)
	p.route = route
	w.enter(s, p, 1)
}
