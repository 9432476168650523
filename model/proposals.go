package model

import (
	"math"

	"skillmix/model/population"
)

// propose reads the state of services, and writes the month's list of
// proposals: a Poisson process in each service whose rate is the sum of its
// stimuli. A service with a live case, or that remembers a refusal, makes
// none.
func (w *World) propose() {
	arises := w.luck[drawProposal]
	because := w.luck[drawStimulus]
	order := w.luck[drawCaseOrder]
	var rates [StimulusCount]float64
	for i := range w.services {
		s := &w.services[i]
		if s.busy || w.month < s.quiet {
			w.count(&s.groups, unitMonthsNoProposal, 1)
			continue
		}
		total := w.stimuli(s, &rates)
		// The chance is below the rate, so most need no exponential.
		if u := arises.Uniform(s.key); u >= total || u >= -math.Expm1(-total) {
			w.count(&s.groups, unitMonthsNoProposal, 1)
			continue
		}
		w.proposals = append(w.proposals, Proposal{
			Unit:     Unit{Index: i},
			Role:     ACP,
			Stimulus: Stimulus(because.Choose(s.key, rates[:])),
			Vacancy:  s.vacancyMean,
			Tension:  s.tension,
		})
		w.queue(ordered{group: s.trust, luck: order.Uniform(s.key), index: int32(len(w.proposals) - 1)})
	}
}

// stimuli fills in the monthly rate of each stimulus of a service and
// returns their sum.
func (w *World) stimuli(s *service, rates *[StimulusCount]float64) float64 {
	individual := 0.0
	if s.individual {
		individual = 1 / w.p[IndividualsShare]
	}
	*rates = [StimulusCount]float64{
		StimulusShortage:      w.p[RateShortage] * s.tension * s.vacancy / usualVacancy,
		StimulusRetention:     w.p[RateRetention],
		StimulusCommissioning: w.p[RateCommissioning] * population.Specialties[s.specialty].Pull,
		StimulusTraining:      w.p[RateTraining],
		StimulusIndividual:    w.p[RateIndividuals] * individual,
		StimulusPeers:         w.p[RatePeers] * s.passing(),
	}
	total := 0.0
	for i := range rates {
		rates[i] *= s.scale
		total += rates[i]
	}
	return total
}

// passing returns the exposure that prompts a service: none below its
// threshold.
func (s *service) passing() float64 {
	if s.exposure < s.threshold {
		return 0
	}
	return s.exposure
}

// usualVacancy is the vacancy at which the rate of proposals from shortage is
// stated.
const usualVacancy = 0.10
