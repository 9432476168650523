package model

import (
	"testing"

	"skillmix/sim"
)

// average runs settings on a population, paired over replicates, and returns
// the mean of a measure of all units in the last month.
func average(t *testing.T, settings *Settings, preset, setting, measure string, replicates int) float64 {
	t.Helper()
	people := drawn(t, preset)
	sum := 0.0
	for replicate := range replicates {
		r := record(t, settings, people, replicate)
		value, ok := r.Value(r.Months()-1, r.Layout().Group(setting, "all"), r.Layout().Column(measure))
		if !ok {
			t.Fatalf("%s of %s is not kept", measure, setting)
		}
		sum += value
	}
	return sum / float64(replicates)
}

// More money for a setting does not lower that setting's posts.
func TestMoreMoneyDoesNotLowerPosts(t *testing.T) {
	last := 0.0
	for _, offered := range []float64{0, 20000, 40000, 80000} {
		settings := example()
		settings.Months = 60
		settings.Funding.Routes, settings.Funding.Offered = []Route{RouteNewMoney}, offered
		posts := average(t, settings, "metropolitan", "trust", "posts_established", 6)
		if posts < last {
			t.Errorf("trusts: %.1f posts for %.0f pounds, %.1f for less", posts, offered, last)
		}
		last = posts
	}
	last = 0
	for _, offer := range []float64{0, 0.5, 1, 1.5} {
		settings := example()
		settings.Months = 60
		settings.Parameters[ArrsOffer] = Prior{offer, offer, offer}
		posts := average(t, settings, "metropolitan", "pcn", "posts_filled", 4)
		if posts < last {
			t.Errorf("networks: %.1f posts for %.1f times the sums, %.1f for less", posts, offer, last)
		}
		last = posts
	}
}

// Consent held open removes every refusal.
func TestForcedConsentRemovesRefusals(t *testing.T) {
	settings := example()
	settings.Months = 60
	settings.Open = settings.Open.With(GateConsent)
	settings.Funding.Routes = []Route{RouteTransfer}
	for _, measure := range []string{"refused", "failed_consent", "conversion_refusals"} {
		r := record(t, settings, drawn(t, "metropolitan"), 0)
		group, column := r.Layout().Group("trust", "all"), r.Layout().Column(measure)
		for i := range r.Months() {
			if value, _ := r.Value(i, group, column); value != 0 {
				t.Fatalf("%v: %s is %v", r.Month(i), measure, value)
			}
		}
	}
}

// Twice the demand on twice the doctors is the same pressure, with the noise
// off.
func TestScaleLeavesPressure(t *testing.T) {
	settings := example()
	settings.Months = 60
	settings.StartPosts = false
	for parameter := range map[Parameter]bool{DemandNoise: true, DemandTrend: true, VacancyNoise: true, RateShortage: true, RateRetention: true,
		RateCommissioning: true, RateTraining: true, RateIndividuals: true, RatePeers: true, SmallServiceSeniors: true} {
		settings.Parameters[parameter] = Prior{}
	}
	once := drawn(t, "metropolitan")
	twice := drawn(t, "metropolitan")
	for i := range twice.Trusts {
		for j := range twice.Trusts[i].Services {
			s := &twice.Trusts[i].Services[j]
			s.Senior, s.Training = 2*s.Senior, 2*s.Training
		}
	}
	a, b := newWorld(t, settings, once, 0), newWorld(t, settings, twice, 0)
	for i := range settings.Months {
		month := settings.Start + sim.Month(i)
		a.Step(month)
		b.Step(month)
		for j := range a.services {
			if x, y := a.services[j].pressure, b.services[j].pressure; x-y > 1e-12 || y-x > 1e-12 {
				t.Fatalf("%v: %s: pressure %v, and %v at twice the size", month, a.services[j].of.Code, x, y)
			}
		}
	}
}
