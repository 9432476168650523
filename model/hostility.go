package model

// soften reads the outcomes witnessed this month, and writes the hostility
// of services' senior doctors and what they think of another post: nothing that
// they go by changes later in the month. Outcomes are witnessed whether or not
// they are evaluated; the more senior doctors there are, the less one outcome
// moves.
func (w *World) soften() {
	for i := range w.services {
		s := &w.services[i]
		if failures := s.witnessed.Failures; failures > 0 {
			w.count(&s.groups, incidents, failures)
		}
		reach := min(1, witnessingSeniors/max(1, w.clinicians(s)))
		for range int(s.witnessed.Successes) {
			s.hostility -= w.p[HostilitySoftening] * reach * s.hostility
		}
		for range int(s.witnessed.Failures) {
			s.hostility += w.p[HostilityHardening] * reach * (1 - s.hostility)
		}
		s.hostility += w.p[SeniorTurnover] / 12 * (s.hostilityFor - s.hostility)
		s.opinion = w.opinionOf(s)
	}
}

// witnessingSeniors is the number of senior doctors up to which an outcome
// moves the whole service.
const witnessingSeniors = 4
