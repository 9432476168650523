package model

import "skillmix/model/consent"

// staffing reads the parameters and last month's relief and supervision, and
// writes demand, the medical workforce, pressure and tension of services and
// networks.
func (w *World) staffing() {
	w.pressNetworks()
	w.established *= w.growth
	demand := w.luck[drawDemandNoise]
	market := w.luck[drawVacancyNoise]
	ring := int(w.month) % len(service{}.vacancies)
	for i := range w.services {
		s := &w.services[i]
		s.demand *= 1 + (w.p[DemandGrowth]+s.trend)/12 + w.p[DemandNoise]*demand.Normal(s.key)
		s.market += w.p[VacancyReversion]*(s.marketHome-s.market) + w.p[VacancyNoise]*market.Normal(s.key)
		s.market = min(max(s.market, 0), mostVacant)
		w.employ(s)
		s.vacancyMean += (s.vacancy - s.vacancies[ring]) / float64(len(s.vacancies))
		s.vacancies[ring] = s.vacancy
		s.vacancyRun += s.vacancy
		s.pressure = s.demand * (1 + w.p[ShockDemand]) / w.capacity(s)
		s.norm += (s.pressure - s.norm) / w.p[TensionAdaptation]
		s.tension = consent.Probability((s.pressure - w.p[TensionMidpoint]*s.norm) / w.p[TensionSoftness])
	}
}

// mostVacant bounds the share of posts that the market leaves vacant.
const mostVacant = 0.6

// employ fills a service's medical posts as far as the market allows. A
// conversion takes a vacant post, never a doctor.
func (w *World) employ(s *service) {
	established := s.training * w.established
	left := max(0, established-float64(s.converted))
	s.filled = min(established*(1-s.market), left)
	s.vacant = left - s.filled
	s.locums = w.p[LocumCover] * s.vacant
	if s.vacancy = 0; left > 0 {
		s.vacancy = s.vacant / left
	}
}

// capacity returns the work a service can do, in doctor FTE.
func (w *World) capacity(s *service) float64 {
	return w.clinicians(s) + s.filled + w.p[LocumOutput]*s.locums + w.p[ReliefWeight]*s.relief - supervisedFTE(s.supervising)
}

// clinicians returns the senior clinicians of a service, FTE: consultants
// and, where doctors are very few, others who do the work.
func (w *World) clinicians(s *service) float64 {
	if s.seniors+s.training < w.p[SmallServiceSeniors] {
		return s.seniors*w.established + w.p[SmallServiceSeniors]
	}
	return s.seniors * w.established
}

// supervisedFTE turns hours of supervision a week into FTE.
func supervisedFTE(hours float64) float64 { return hours / weekHours }

// weekHours is a full-time week (Agenda for Change).
const weekHours = 37.5
