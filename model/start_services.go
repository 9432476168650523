package model

import (
	"math"

	"skillmix/model/belief"
	"skillmix/model/population"
	"skillmix/sim"
)

// startService makes a service: long used to its vacancies, with attitudes
// and clarity by specialty, trust and chance.
func (w *World) startService(trustIndex int32, index int, of *population.Service) {
	t := &w.trusts[trustIndex]
	specialty := &population.Specialties[of.Specialty]
	key := sim.EntityKey(of.Code)
	normal := func(purpose sim.Purpose, entity uint64) float64 {
		return w.chance.Draws(purpose, sim.Always).Normal(entity)
	}
	specialtyKey := sim.EntityKey(specialty.Name)
	s := &w.services[index]
	*s = service{
		of: of, key: key, trust: trustIndex, area: t.area, specialty: of.Specialty, groups: w.shape.ofService(t.of, of.Specialty),
		scale:   math.Pow(of.Staff/w.p[StandardService], w.p[SizePower]),
		seniors: of.Senior, training: of.Training,
		trend:        w.p[DemandTrend] * normal(drawDemandTrend, key),
		hostilityFor: w.p[HostilityMean] + w.p[HostilitySupported]*specialty.Support + w.p[HostilitySpecialty]*normal(drawHostilitySpecialty, specialtyKey),
		individual:   w.chance.Draws(drawIndividual, sim.Always).Bernoulli(key, w.p[IndividualsShare]),
		posts:        -1,
		ends:         endless,
		leaves:       math.Inf(1),
	}
	if w.chance.Draws(drawNursingSilo, sim.Always).Uniform(key) > nursingShare {
		s.nursing = 1
	}
	s.threshold = w.p[PeerThresholdMean] + w.p[PeerThresholdSpread]*normal(drawThreshold, key)
	s.hostilityFor = min(max(s.hostilityFor, 0.02), 0.98)
	s.hostility = min(max(s.hostilityFor+w.p[HostilityTrust]*normal(drawHostilityTrust, t.key)+
		w.p[HostilityService]*normal(drawHostilityService, key), 0.02), 0.98)
	s.clarity = w.startClarity(specialty)
	s.belief = w.beliefAtStart()
	s.marketHome = min(max(specialty.Vacancy*w.p[VacancyLevel]+w.p[VacancySpread]*normal(drawVacancyStanding, key)+
		w.p[VacancyArea]*normal(drawVacancyArea, w.areas[t.area].key), 0), mostVacant)
	s.market = s.marketHome
	w.employ(s)
	for month := range s.vacancies {
		s.vacancies[month] = s.vacancy
	}
	s.vacancyMean = s.vacancy
	usual := specialty.Vacancy * w.p[VacancyLevel]
	s.demand = w.clinicians(s) + s.training*(1-usual*(1-w.p[LocumCover]*w.p[LocumOutput]))
	s.pressure = s.demand / w.capacity(s)
	s.norm = s.pressure
}

// nursingShare is the part of nursing and allied health posts that are
// nurses', NHS workforce statistics 2017: 284,000 of about 350,000.
const nursingShare = 0.8

// startClarity returns a specialty's clarity at the start.
func (w *World) startClarity(specialty *population.Specialty) float64 {
	start := w.p[ClarityStart]
	if w.settings.StartClear {
		start = w.p[ClarityStart2019]
		start += specialty.Support * (w.p[ClarityStartSupported] - start)
	}
	if specialty.Mental {
		start *= w.p[ClarityStartMental]
	}
	return min(max(start, 0), 1)
}

// beliefAtStart is the prior: nothing has been evaluated.
func (w *World) beliefAtStart() belief.Belief {
	return belief.Belief{A: w.p[PriorStrength], B: w.p[PriorStrength]}
}
