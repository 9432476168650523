package model

import (
	"skillmix/model/consent"
	"skillmix/model/formation"
	"skillmix/sim"
)

// practicesAgree reports whether practices with a quorum of the list agree to
// a role. Their answer lasts for the financial year.
func (w *World) practicesAgree(n *network, role int) bool {
	if n.answered.Has(role) {
		return n.agrees.Has(role)
	}
	answers := w.luck[drawPracticeAnswer]
	common, doubt := w.commonConsent(n, role), w.doubtIn(n, role)
	risk, close := 2*w.p[PracticeDoubt]*doubt, 2*w.p[PracticeCloseness]*w.roles[role].Closeness
	yes, left := 0.0, 1.0
	for i := n.from; i < n.to && yes < w.p[PracticeQuorum] && yes+left >= w.p[PracticeQuorum]-rounding; i++ {
		p := &w.answers[i]
		left -= p.share
		logit := common - risk*p.risk - close*p.scepticism
		if answers.Uniform(sim.Sub(p.key, uint64(role))) < consent.Probability(logit) {
			yes += p.share
		}
	}
	agreed := yes >= w.p[PracticeQuorum]
	n.answered, n.agrees = n.answered.With(role), n.agrees.Without(role)
	if agreed {
		n.agrees = n.agrees.With(role)
	}
	return agreed
}

// doubtIn returns practices' doubt in a role: their circle's, unless they have
// evidence of their own.
func (w *World) doubtIn(n *network, role int) float64 {
	if circle := &w.areas[n.area].circle; circle.belief[role] == n.belief[role] {
		return circle.doubt[role]
	}
	return n.belief[role].Doubt(w.p[SafeLevel])
}

// rounding is more than sums of shares may be off: the count of practices ends
// when the rest cannot change the answer.
const rounding = 1e-9

// commonConsent returns what a network's practices have in common in their
// logit of consent to a role.
func (w *World) commonConsent(n *network, role int) float64 {
	r, price := &w.roles[role], &w.price[role]
	logit := w.p[PracticeConsent] + w.p[PracticeEvidence]*(n.belief[role].Mean()-0.5) + w.p[PracticeTension]*(n.tension-0.5) +
		w.p[PracticeExposure]*w.exposureTo(n, role) + n.support - w.p[PracticeLiability]*w.liability(n)
	if price.cost > 0 {
		logit -= w.p[PracticeShare] * float64(price.cost-price.claim) / float64(price.cost)
	}
	if !r.Regulated {
		logit -= w.p[PracticeUnregulated]
	}
	if r.Prescribes {
		logit += w.p[PracticePrescribing]
	}
	return logit
}

// liability returns what employing staff for years weighs with practices: by
// operating model, and more as a known end of the scheme comes near.
func (w *World) liability(n *network) float64 {
	left := float64(w.settings.ARRS.End - w.month)
	if w.month < w.settings.ARRS.Announced {
		left = 1e9
	}
	return formation.Liability(w.operate(formation.Operatings[n.operating].Liability, usualLiability), w.p[PracticeFear], left)
}

// usualLiability is the liability where operating models do not differ
// (judged: their mean).
const usualLiability = 0.57
