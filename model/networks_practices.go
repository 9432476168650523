package model

import (
	"skillmix/model/consent"
	"skillmix/sim"
)

// practicesAgree reports whether practices with a quorum of the list agree to
// a role. Their answer lasts for the financial year.
func (w *World) practicesAgree(n *network, role int) bool {
	if n.answered[role] {
		return n.agrees[role]
	}
	answers := w.chance.Draws(drawPracticeAnswer, w.month.FinancialYear().Start())
	yes := 0.0
	for i := n.first; i < n.last; i++ {
		practice := &w.answers[i]
		if answers.Uniform(sim.Sub(practice.key, uint64(role))) < w.practiceConsent(practice, role) {
			yes += practice.share
		}
	}
	n.answered[role], n.agrees[role] = true, yes >= w.p[PracticeQuorum]
	return n.agrees[role]
}

// practiceConsent returns the chance that a practice agrees to a role.
func (w *World) practiceConsent(p *practice, role int) float64 {
	r := &Roles[role]
	price := &w.price[role]
	logit := w.p[PracticeConsent] + w.p[PracticeEvidence]*(w.roleBelief[role]-0.5) -
		w.p[PracticeDoubt]*w.roleDoubt[role]*2*p.risk - w.p[PracticeCloseness]*r.Closeness*2*p.scepticism -
		w.p[PracticeShare]*float64(price.cost-price.claim)/float64(price.cost)
	if !r.Regulated {
		logit -= w.p[PracticeUnregulated]
	}
	return consent.Probability(logit)
}
