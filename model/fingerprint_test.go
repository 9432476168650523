package model

import (
	"encoding/binary"
	"hash/fnv"
	"math"
	"testing"

	"skillmix/model/population"
	"skillmix/sim"
)

// fingerprints hashes the state of every unit, by code.
func fingerprints(w *World) map[string]uint64 {
	prints := make(map[string]uint64, len(w.services)+len(w.networks))
	for i := range w.services {
		s := &w.services[i]
		hash := fnv.New64a()
		for _, x := range []float64{s.demand, s.filled, s.vacant, s.locums, s.vacancyMean, s.norm, s.pressure, s.tension, s.relief, s.supervising,
			s.clarity, s.hostility, s.outcomes.Successes, s.outcomes.Failures, s.belief.A, s.belief.B, s.exposure, s.months,
			float64(s.converted), float64(s.open), float64(s.trainees), float64(s.holders), float64(s.quiet), float64(s.due), float64(s.adopted), float64(s.ordinal)} {
			binary.Write(hash, binary.LittleEndian, math.Float64bits(x))
		}
		prints[s.of.Code] = hash.Sum64()
	}
	for i := range w.networks {
		n := &w.networks[i]
		hash := fnv.New64a()
		for _, x := range []int64{int64(n.pot.Spent), int64(n.pot.Unspent), int64(n.pot.Lost), int64(n.running), int64(n.inPost), int64(n.open), int64(n.holders), int64(n.ordinal), int64(n.adopted)} {
			binary.Write(hash, binary.LittleEndian, x)
		}
		binary.Write(hash, binary.LittleEndian, n.filled)
		binary.Write(hash, binary.LittleEndian, math.Float64bits(n.released))
		prints[n.of.Code] = hash.Sum64()
	}
	return prints
}

// newWorld makes a world for tests.
func newWorld(t testing.TB, settings *Settings, people *population.Population, replicate int) *World {
	t.Helper()
	shape, err := newShape(people, Roles, false)
	if err != nil {
		t.Fatal(err)
	}
	w := &World{}
	chance := sim.NewChance(1, replicate)
	w.reset(settings, people, shape, settings.draw(chance, false), chance)
	return w
}

// drawn returns a population that ships with skillmix.
func drawn(t testing.TB, preset string) *population.Population {
	t.Helper()
	people, err := population.Draw(preset, 1)
	if err != nil {
		t.Fatal(err)
	}
	return people
}

// record runs settings on a population and returns the record.
func record(t testing.TB, settings *Settings, people *population.Population, replicate int) *sim.Record {
	t.Helper()
	w := newWorld(t, settings, people, replicate)
	record := sim.NewRecord(w.shape.layout, settings.Start, settings.Months)
	sim.Simulate(w, record)
	return record
}
