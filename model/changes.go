package model

import (
	"math"

	"skillmix/model/belief"
	"skillmix/model/consent"
)

// change sets the parameters that hold this month, where a change begins or
// ends. It reads the settings, and writes the parameters and what is derived
// from them.
func (w *World) change() {
	turns := false
	for i := range w.settings.Changes {
		c := &w.settings.Changes[i]
		turns = turns || c.From == w.month || c.Until+1 == w.month || c.From < w.month && w.month == w.settings.Start
	}
	if !turns {
		return
	}
	w.p = w.usual
	for i := range w.settings.Changes {
		if c := &w.settings.Changes[i]; w.month >= c.From && w.month <= c.Until {
			for _, assignment := range c.Values {
				w.p[assignment.Parameter] = assignment.Value
			}
		}
	}
	w.settings.silence(&w.p)
	w.derive()
	w.shareBackground()
	w.noteChange()
}

// noteChange brings up to date what units keep of the parameters.
func (w *World) noteChange() {
	for i := range w.services {
		w.services[i].weighed = false
	}
	for i := range w.networks {
		w.networks[i].planned = w.planned(&w.networks[i])
	}
	for i := range w.areas {
		for r := range w.roles {
			circle := &w.areas[i].circle
			circle.doubt[r] = circle.belief[r].Doubt(w.p[SafeLevel])
		}
	}
}

// derive puts together what follows from the parameters.
func (w *World) derive() {
	w.growth = math.Pow(1+w.p[EstablishmentGrowth], 1.0/12)
	w.noteFreshness()
	w.noteContributions()
	w.retained = belief.Retained(w.p[EvidenceHalfLife])
	w.consent = consent.Coefficients{
		Constant: w.p[ConsentConstant], Hostility: w.p[ConsentHostility], Closeness: w.p[ConsentCloseness],
		Loss: w.p[ConsentLoss], Doubt: w.p[ConsentDoubt], Evidence: w.p[ConsentEvidence], Tension: w.p[ConsentTension],
		Champion: w.p[ConsentChampion], Structure: w.p[ConsentStructure], Exposure: w.p[ConsentExposure],
	}
}
