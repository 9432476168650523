package model

import (
	"skillmix/model/belief"
	"skillmix/model/consent"
	"skillmix/sim"
)

// endings reads the ends of posts' money and the services' own evidence, and
// writes posts: a time-limited post is embedded or ends.
func (w *World) endings() {
	embedded := w.chance.Draws(drawEmbedding, w.month)
	for i := range w.services {
		s := &w.services[i]
		for at := s.posts; at >= 0; {
			p := &w.posts.all[at]
			next := p.next
			if p.ends != 0 && p.ends <= w.month && !p.training {
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
	w.trusts[s.trust].pots[p.route].Committed -= p.cost
	w.trusts[s.trust].pots[RouteBase].Committed += p.cost
	p.route, p.ends = RouteBase, 0
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
	if w.chance.Draws(drawReturn, w.month).Bernoulli(p.key, w.p[PoolReturn]) {
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
	s.leave(p.stage)
	w.posts.remove(&s.posts, at)
}

// enter and leave keep a service's counts of posts by stage.
func (s *service) enter(st stage) { *s.countOf(st)++ }
func (s *service) leave(st stage) { *s.countOf(st)-- }

func (s *service) countOf(st stage) *int32 {
	switch st {
	case stageOpen:
		return &s.open
	case stageTrainee:
		return &s.trainees
	}
	return &s.holders
}

// move takes a post from one stage to another in a month.
func (s *service) move(p *post, to stage, month sim.Month) {
	s.leave(p.stage)
	s.enter(to)
	p.stage, p.since = to, month
}
