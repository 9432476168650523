package sim_test

import (
	"fmt"
	"testing"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"

	"skillmix/sim"
)

// april is a month for tests that need any month.
var april = sim.MonthOf(2019, 4)

// These tests look at fixed streams, so their verdict never varies from run
// to run. The bounds are those a good generator misses once in a thousand
// streams at most; a new mixing function that fails one of them is to be
// doubted.

func TestUniformIsUniform(t *testing.T) {
	const keys, cells = 100_000, 100
	tests := []struct {
		name   string
		number func(i int) float64
		reason string
	}{
		{"entities", func(i int) float64 { return sim.NewChance(1, 0).Draws(1, april).Uniform(uint64(i)) },
			"keys that count upwards are the least random that a model can use"},
		{"codes", func(i int) float64 {
			return sim.NewChance(1, 0).Draws(1, april).Uniform(sim.EntityKey(fmt.Sprintf("R%05d", i)))
		}, "codes that differ in one letter, as organisation codes do"},
		{"parts", func(i int) float64 {
			return sim.NewChance(1, 0).Draws(1, april).Uniform(sim.Sub(sim.EntityKey("RXH"), uint64(i)))
		}, "the parts of one entity"},
		{"months", func(i int) float64 { return sim.NewChance(1, 0).Draws(1, sim.Month(i)).Uniform(7) },
			"one entity through time"},
		{"purposes", func(i int) float64 { return sim.NewChance(1, 0).Draws(sim.Purpose(i), april).Uniform(7) },
			"one entity's many decisions in a month"},
		{"replicates", func(i int) float64 { return sim.NewChance(1, i).Draws(1, april).Uniform(7) },
			"one decision over replicates: what a Monte Carlo mean averages"},
		{"seeds", func(i int) float64 { return sim.NewChance(uint64(i), 0).Draws(1, april).Uniform(7) },
			"one decision over seeds, which people choose as 1, 2, 3"},
	}
	spread := distuv.ChiSquared{K: cells - 1}
	low, high := spread.Quantile(0.0005), spread.Quantile(0.9995)
	for _, test := range tests {
		var counts, want [cells]float64
		for i := range keys {
			u := test.number(i)
			if u <= 0 || u >= 1 {
				t.Fatalf("%s: draw %d is %v, outside (0, 1)", test.name, i, u)
			}
			counts[int(u*cells)]++
		}
		for i := range want {
			want[i] = keys / cells
		}
		// Too even is as suspect as too uneven.
		if got := stat.ChiSquare(counts[:], want[:]); got < low || got > high {
			t.Errorf("%s (%s): chi-square %.1f on %d cells is outside %.1f to %.1f", test.name, test.reason, got, cells, low, high)
		}
	}
}

func TestNeighbouringKeysAreIndependent(t *testing.T) {
	const pairs, bound = 200_000, 0.01 // 4.5 standard errors of a correlation of zero
	one := sim.NewChance(1, 0)
	draws := one.Draws(3, april)
	rxh := sim.EntityKey("RXH")
	tests := []struct {
		name string
		pair func(i int) (float64, float64)
	}{
		{"entity and next entity", func(i int) (float64, float64) {
			return draws.Uniform(uint64(i)), draws.Uniform(uint64(i) + 1)
		}},
		{"entity and entity of one flipped bit", func(i int) (float64, float64) {
			return draws.Uniform(uint64(i)), draws.Uniform(uint64(i) ^ 1<<63)
		}},
		{"part and next part", func(i int) (float64, float64) {
			return draws.Uniform(sim.Sub(rxh, uint64(i))), draws.Uniform(sim.Sub(rxh, uint64(i)+1))
		}},
		{"entity and its first part", func(i int) (float64, float64) {
			return draws.Uniform(uint64(i)), draws.Uniform(sim.Sub(uint64(i), 0))
		}},
		{"month and next month", func(i int) (float64, float64) {
			month := april + sim.Month(i%1200)
			return one.Draws(3, month).Uniform(uint64(i)), one.Draws(3, month+1).Uniform(uint64(i))
		}},
		{"a month and always", func(i int) (float64, float64) {
			return draws.Uniform(uint64(i)), one.Draws(3, sim.Always).Uniform(uint64(i))
		}},
		{"purpose and next purpose", func(i int) (float64, float64) {
			return draws.Uniform(uint64(i)), one.Draws(4, april).Uniform(uint64(i))
		}},
		{"purpose and month exchanged", func(i int) (float64, float64) {
			a, b := uint32(i%500), uint32(i/500)
			return one.Draws(sim.Purpose(a), sim.Month(b)).Uniform(9), one.Draws(sim.Purpose(b), sim.Month(a)).Uniform(10)
		}},
		{"replicate and next replicate", func(i int) (float64, float64) {
			return sim.NewChance(1, i).Draws(3, april).Uniform(9), sim.NewChance(1, i+1).Draws(3, april).Uniform(9)
		}},
		{"seed and next seed", func(i int) (float64, float64) {
			return sim.NewChance(uint64(i), 0).Draws(3, april).Uniform(9), sim.NewChance(uint64(i)+1, 0).Draws(3, april).Uniform(9)
		}},
		{"seed and replicate exchanged", func(i int) (float64, float64) {
			a, b := i%500, i/500
			return sim.NewChance(uint64(a), b).Draws(3, april).Uniform(9), sim.NewChance(uint64(b), a).Draws(3, april).Uniform(10)
		}},
	}
	left, right := make([]float64, pairs), make([]float64, pairs)
	for _, test := range tests {
		for i := range pairs {
			left[i], right[i] = test.pair(i)
		}
		if r := stat.Correlation(left, right, nil); r < -bound || r > bound {
			t.Errorf("%s: correlation %.4f", test.name, r)
		}
	}
}

// The stream is part of every published result. A change here is a change of
// all results: it belongs into the change log under "Results change".
func TestStreamNeverMovesSilently(t *testing.T) {
	tests := []struct {
		seed      uint64
		replicate int
		purpose   sim.Purpose
		month     sim.Month
		entity    uint64
		want      float64
	}{
		{1, 0, 1, sim.MonthOf(2019, 4), sim.EntityKey("RXH"), 0.09519555690387416},
		{1, 0, 1, sim.MonthOf(2019, 5), sim.EntityKey("RXH"), 0.7042790861500866},
		{1, 0, 2, sim.MonthOf(2019, 4), sim.EntityKey("RXH"), 0.8872967897922316},
		{1, 1, 1, sim.MonthOf(2019, 4), sim.EntityKey("RXH"), 0.6553324369692176},
		{2, 0, 1, sim.MonthOf(2019, 4), sim.EntityKey("RXH"), 0.4439544714746203},
		{1, 0, 1, sim.Always, sim.EntityKey("RXH"), 0.16098655488111213},
		{1, 0, 1, sim.MonthOf(2019, 4), sim.Sub(sim.EntityKey("RXH"), 0), 0.1335613204437872},
		{0, 0, 0, 0, 0, 0.4198399989644791},
	}
	for _, test := range tests {
		got := sim.NewChance(test.seed, test.replicate).Draws(test.purpose, test.month).Uniform(test.entity)
		if got != test.want {
			t.Errorf("seed %d, replicate %d, purpose %d, month %d, entity %#x: %v; was %v",
				test.seed, test.replicate, test.purpose, test.month, test.entity, got, test.want)
		}
	}
}

func TestEntityKeyIsFNV1a(t *testing.T) {
	tests := []struct {
		code   string
		want   uint64
		reason string
	}{
		{"", 0xcbf29ce484222325, "offset basis, draft-eastlake-fnv, test vectors"},
		{"a", 0xaf63dc4c8601ec8c, "draft-eastlake-fnv, test vectors"},
		{"foobar", 0x85944171f73967e8, "draft-eastlake-fnv, test vectors"},
	}
	for _, test := range tests {
		if got := sim.EntityKey(test.code); got != test.want {
			t.Errorf("EntityKey(%q) is %#x; want %#x (%s)", test.code, got, test.want, test.reason)
		}
	}
}

func TestEntityKeysDiffer(t *testing.T) {
	seen := make(map[uint64]string)
	add := func(key uint64, name string) {
		if other, taken := seen[key]; taken {
			t.Fatalf("%s and %s share a key", name, other)
		}
		seen[key] = name
	}
	for i := range 2000 {
		code := fmt.Sprintf("U%05d", i)
		key := sim.EntityKey(code)
		add(key, code)
		for n := range uint64(50) {
			add(sim.Sub(key, n), fmt.Sprintf("%s part %d", code, n))
		}
	}
}

func TestDrawDoesNotDependOnWhatWasDrawnBefore(t *testing.T) {
	fresh := sim.NewChance(5, 2).Draws(1, april).Uniform(9)
	used := sim.NewChance(5, 2)
	draws := used.Draws(1, april)
	for entity := range uint64(100) {
		draws.Normal(entity)
		used.Draws(2, april).Poisson(entity, 3)
	}
	if again := draws.Uniform(9); again != fresh {
		t.Errorf("after other draws the number is %v; alone it is %v", again, fresh)
	}
}
