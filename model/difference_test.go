package model

import (
	"testing"

	"skillmix/model/population"
	"skillmix/sim"
)

// An extra trust without services, staff or links leaves every other
// organisation's history bit-identical.
func TestInertTrustChangesNothing(t *testing.T) {
	people := drawn(t, "metropolitan")
	larger := *people
	larger.Trusts = append([]population.Trust{{Code: "AAA-inert", Name: "inert", Kind: population.Community, Area: 1}}, people.Trusts...)
	settings := example()
	settings.Months = 72
	settings.Funding.Routes = []Route{RouteNewMoney, RouteTransfer}
	a, b := newWorld(t, settings, people, 0), newWorld(t, settings, &larger, 0)
	for i := range settings.Months {
		month := settings.Start + sim.Month(i)
		a.Step(month)
		b.Step(month)
		prints := fingerprints(b)
		for code, print := range fingerprints(a) {
			if prints[code] != print {
				t.Fatalf("%v: %s differs once an inert trust stands beside it", month, code)
			}
		}
	}
}

// A policy that starts in month 60 changes nothing before month 60, and
// something after.
func TestLaterPolicyChangesNothingBefore(t *testing.T) {
	people := drawn(t, "metropolitan")
	const begins = 60
	start := example().Start + begins
	policies := map[string]func(*Settings){
		"new money":       func(s *Settings) { s.Funding.Routes, s.Funding.Start = []Route{RouteNewMoney}, start },
		"budget transfer": func(s *Settings) { s.Funding.Routes, s.Funding.Start = []Route{RouteTransfer}, start },
		"national support": func(s *Settings) {
			s.Support = []Support{{From: start, Until: start + 24, Clarity: .05, Offered: 20000}}
		},
	}
	for name, policy := range policies {
		t.Run(name, func(t *testing.T) {
			with := example()
			policy(with)
			a, b := newWorld(t, example(), people, 0), newWorld(t, with, people, 0)
			differs := false
			for i := range begins + 24 {
				month := example().Start + sim.Month(i)
				a.Step(month)
				b.Step(month)
				prints := fingerprints(b)
				for code, print := range fingerprints(a) {
					if prints[code] != print {
						if i < begins {
							t.Fatalf("%v: %s differs before the policy begins in %v", month, code, start)
						}
						differs = true
					}
				}
			}
			if !differs {
				t.Error("the policy changes nothing after it begins")
			}
		})
	}
}

// Each switch off equals its coefficients at their neutral values, bit for
// bit, and differs from the mechanism being on.
func TestSwitchOffIsNeutral(t *testing.T) {
	people := drawn(t, "metropolitan")
	settings := func() *Settings {
		s := example()
		s.Months = 60
		s.Funding.Routes = []Route{RouteNewMoney, RouteTransfer}
		s.Changes = []Change{{From: s.Start + 11, Until: s.Start + 26, Values: []Assignment{{ShockDemand, .1}, {ShockSlowing, .5}, {ShockCatalyst, .05}}}}
		return s
	}
	on := record(t, settings(), people, 0)
	for i := range Mechanisms {
		mechanism := Switch(i)
		t.Run(mechanism.String(), func(t *testing.T) {
			off := settings()
			off.Off = off.Off.With(mechanism)
			neutral := settings()
			for _, n := range Mechanisms[mechanism].Neutral {
				neutral.Parameters[n.Parameter] = Prior{n.Value, n.Value, n.Value}
				neutral.Changes = without(neutral.Changes, n.Parameter)
			}
			a, b := record(t, off, people, 0), record(t, neutral, people, 0)
			if !same(a, b) {
				t.Error("off differs from neutral coefficients")
			}
			if same(a, on) {
				t.Error("off does not differ from on: the switch is dead")
			}
		})
	}
}

// without returns changes that leave a parameter alone.
func without(changes []Change, parameter Parameter) []Change {
	var kept []Change
	for _, change := range changes {
		var values []Assignment
		for _, assignment := range change.Values {
			if assignment.Parameter != parameter {
				values = append(values, assignment)
			}
		}
		kept = append(kept, Change{From: change.From, Until: change.Until, Values: values})
	}
	return kept
}

// same reports whether two records are bit-identical.
func same(a, b *sim.Record) bool {
	x, y := a.Values(), b.Values()
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		if x[i] != y[i] {
			return false
		}
	}
	return true
}

// A world that has run before gives the same history as a new one.
func TestReuseChangesNothing(t *testing.T) {
	people := drawn(t, "classroom")
	settings := example()
	settings.Funding.Routes = []Route{RouteNewMoney}
	experiment, err := NewExperiment([]*Settings{settings}, Population{Preset: "classroom"}, 1, 3, false)
	if err != nil {
		t.Fatal(err)
	}
	worker := experiment.NewWorker()
	for _, replicate := range []int{2, 0, 1, 0} {
		model, err := worker.Start(sim.Run{Replicate: replicate})
		if err != nil {
			t.Fatal(err)
		}
		reused := sim.NewRecord(experiment.Layout, settings.Start, settings.Months)
		sim.Simulate(model, reused)
		if !same(reused, record(t, settings, people, replicate)) {
			t.Errorf("replicate %d of a reused world differs from that of a new one", replicate)
		}
	}
}
