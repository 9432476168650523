package model

import "math"

// clarify reads last month's exposure and holders and the trusts' structure,
// and writes the exposure and clarity of services, and networks' clarity and
// views of roles.
func (w *World) clarify() {
	w.understand()
	for i := range w.services {
		s := &w.services[i]
		t := &w.trusts[s.trust]
		s.exposure = w.exposureOf(s)
		gain := w.p[ClarityCampaign] + w.campaign(s.specialty) + w.p[ClarityPeers]*s.exposure
		if s.holders > 0 {
			gain += w.p[ClarityOwn]
		}
		if t.lead {
			gain += w.p[ClarityLead]
		}
		if t.strategy {
			gain += w.p[ClarityStrategy]
		}
		s.clarity += (1-s.clarity)*gain - w.p[ClarityLoss]*s.clarity
		s.clarity = min(max(s.clarity, 0), 1)
	}
}

// campaign returns the gain of clarity by national support for a specialty.
func (w *World) campaign(specialty int) float64 {
	gain := 0.0
	for i := range w.settings.Support {
		support := &w.settings.Support[i]
		if w.month >= support.From && w.month <= support.Until && support.covers(specialty) {
			gain += support.Clarity
		}
	}
	return gain
}

// covers reports whether the support is for the specialty.
func (s *Support) covers(specialty int) bool {
	for _, each := range s.Specialties {
		if each == specialty {
			return true
		}
	}
	return len(s.Specialties) == 0
}

// exposureOf returns the share of a service's peers that had a holder at the
// end of last month: half the same specialty in its area, half the other
// services of its trust; where it has only one kind of peer, that one.
func (w *World) exposureOf(s *service) float64 {
	own := int32(0)
	if s.holders > 0 {
		own = 1
	}
	t := &w.trusts[s.trust]
	inside := shareOf(t.peers.holders-own, t.peers.units-1)
	outside := math.NaN()
	if s.peers >= 0 {
		circle := &w.peers[s.peers]
		if s.peers == s.own {
			outside = shareOf(circle.holders-own, circle.units-1)
		} else {
			outside = shareOf(circle.holders, circle.units)
		}
	}
	switch {
	case math.IsNaN(inside) && math.IsNaN(outside):
		return 0
	case math.IsNaN(inside):
		return outside
	case math.IsNaN(outside):
		return inside
	}
	return (inside + outside) / 2
}

// shareOf returns part over whole, not a number where there is no whole.
func shareOf(part, whole int32) float64 {
	if whole <= 0 {
		return math.NaN()
	}
	return float64(part) / float64(whole)
}
