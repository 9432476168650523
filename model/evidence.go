package model

import (
	"skillmix/model/belief"
	"skillmix/model/consent"
	"skillmix/model/labour"
)

// learn reads the posts, supervision and last month's evidence of others, and
// writes the outcomes witnessed this month, the evidence and the belief of
// services; and the same of networks.
func (w *World) learn() {
	w.experience()
	happens := w.luck[drawOutcome]
	succeeds := w.luck[drawSuccess]
	evaluated := w.luck[drawEvaluated]
	rate := labour.Monthly(w.p[OutcomeRate])
	supervised := w.successRate(1)
	for i := range w.services {
		s := &w.services[i]
		s.outcomes = s.outcomes.Fade(w.retained)
		s.witnessed = belief.Outcomes{}
		if s.holders > 0 {
			q := supervised
			if share := w.supervisedShare(s); share < 1 {
				q = w.successRate(share)
			}
			share := w.evaluationRate(&w.trusts[s.trust])
			for at := s.posts; at >= 0; at = w.posts.all[at].next {
				if p := &w.posts.all[at]; p.stage >= stageJunior && happens.Bernoulli(p.key, rate) {
					s.witness(succeeds.Bernoulli(p.key, q), evaluated.Bernoulli(p.key, share))
				}
			}
		}
		s.belief = w.beliefOf(s)
	}
}

// witness records one outcome.
func (s *service) witness(success, evaluated bool) {
	outcome := belief.Outcomes{Failures: 1}
	if success {
		outcome = belief.Outcomes{Successes: 1}
	}
	s.witnessed = s.witnessed.Plus(outcome)
	if evaluated {
		s.outcomes = s.outcomes.Plus(outcome)
	}
}

// supervisedShare returns the senior hours there are over those that trainees
// and new holders need, at most 1.
func (w *World) supervisedShare(s *service) float64 {
	if s.supervising == 0 {
		return 1
	}
	return min(1, w.supervisionHours(s)/s.supervising)
}

// successRate returns the chance that an outcome is a success, given the share
// of the supervision needed that there is.
func (w *World) successRate(supervision float64) float64 {
	return consent.Probability(w.p[Q0] + w.p[SuccessFit]*(w.p[TaskFit]-0.5) +
		w.p[SuccessSupervision]*(supervision-0.5) + w.p[SuccessPreparation]*(w.p[Preparation]-0.5))
}

// evaluationRate returns the share of a trust's outcomes that are evaluated.
func (w *World) evaluationRate(t *trust) float64 {
	rate := w.p[EvaluationRate]
	if t.evaluates {
		rate *= w.p[EvaluationCapacity]
	}
	return min(1, max(rate, w.p[EvaluationProgramme]))
}

// beliefOf returns what a service believes: the prior and its own evidence,
// and less of the evidence of its trust's other services, of its peers and of
// what is published, each as a mean, so that their number does not matter.
func (w *World) beliefOf(s *service) belief.Belief {
	t := &w.trusts[s.trust]
	b := belief.Belief{A: w.p[PriorStrength], B: w.p[PriorStrength]}.Plus(s.outcomes, w.p[EvidenceOwn])
	b = b.Plus(t.peers.outcomes.Without(s.reported).Per(int(t.peers.units)-1), w.p[EvidenceTrust])
	if s.peers >= 0 {
		circle := w.peers[s.peers]
		if s.peers == s.own {
			circle.outcomes, circle.units = circle.outcomes.Without(s.reported), circle.units-1
		}
		b = b.Plus(circle.outcomes.Per(int(circle.units)), w.p[EvidencePeers]*w.p[Applicability])
	}
	return b.Plus(w.published, w.p[EvidencePublished]*w.p[Applicability])
}

// supervisionHours returns the senior time a service has for supervision,
// hours a week: less where posts are vacant.
func (w *World) supervisionHours(s *service) float64 {
	return w.p[SupervisionHours] * w.clinicians(s) * max(0, 1-w.p[SupervisionSqueeze]*s.vacancyMean)
}
