package sim_test

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"
	"pgregory.net/rapid"

	"skillmix/sim"
)

// anyDraws generates draws under any key.
func anyDraws(t *rapid.T) sim.Draws {
	chance := sim.NewChance(rapid.Uint64().Draw(t, "seed"), rapid.IntRange(0, 1000).Draw(t, "replicate"))
	return chance.Draws(sim.Purpose(rapid.Uint32().Draw(t, "purpose")), sim.Month(rapid.Int32().Draw(t, "month")))
}

func TestBernoulliNeverTurnsBackWhenItsChanceRises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draws, entity := anyDraws(t), rapid.Uint64().Draw(t, "entity")
		p, q := rapid.Float64Range(0, 1).Draw(t, "p"), rapid.Float64Range(0, 1).Draw(t, "q")
		if draws.Bernoulli(entity, min(p, q)) && !draws.Bernoulli(entity, max(p, q)) {
			t.Fatalf("true at %v, false at %v", min(p, q), max(p, q))
		}
		if draws.Bernoulli(entity, 0) || !draws.Bernoulli(entity, 1) {
			t.Fatal("probability 0 must never be true, probability 1 never false")
		}
	})
}

func TestBernoulliShare(t *testing.T) {
	const n = 100_000
	draws := sim.NewChance(1, 0).Draws(1, april)
	for _, p := range []float64{0.001, 0.1, 0.5, 0.93} {
		hits := 0.0
		for entity := range uint64(n) {
			if draws.Bernoulli(entity, p) {
				hits++
			}
		}
		if bound := 4 * math.Sqrt(p*(1-p)/n); math.Abs(hits/n-p) > bound {
			t.Errorf("share of true at %v is %v, more than 4 standard errors away", p, hits/n)
		}
	}
}

func TestNormalMoments(t *testing.T) {
	const n = 200_000
	draws := sim.NewChance(1, 0).Draws(1, april)
	values := make([]float64, n)
	for i := range values {
		values[i] = draws.Normal(uint64(i))
	}
	mean, deviation := stat.MeanStdDev(values, nil)
	tests := []struct {
		name            string
		got, want, wide float64 // wide is the moment's standard error in n normal numbers
	}{
		{"mean", mean, 0, math.Sqrt(1.0 / n)},
		{"variance", deviation * deviation, 1, math.Sqrt(2.0 / n)},
		{"skewness", stat.Skew(values, nil), 0, math.Sqrt(6.0 / n)},
		{"excess kurtosis", stat.ExKurtosis(values, nil), 0, math.Sqrt(24.0 / n)},
	}
	for _, test := range tests {
		if math.Abs(test.got-test.want) > 4*test.wide {
			t.Errorf("%s is %.4f; want %v to within %.4f", test.name, test.got, test.want, 4*test.wide)
		}
	}
}

func TestNormalIsTheQuantileOfTheUniform(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draws, entity := anyDraws(t), rapid.Uint64().Draw(t, "entity")
		got, want := draws.Normal(entity), distuv.UnitNormal.Quantile(draws.Uniform(entity))
		if math.Abs(got-want) > 1e-9*(1+math.Abs(want)) {
			t.Fatalf("normal number %v; the quantile is %v", got, want)
		}
	})
}

func TestPoissonMoments(t *testing.T) {
	const n = 50_000
	draws := sim.NewChance(1, 0).Draws(1, april)
	values := make([]float64, n)
	for _, mean := range []float64{0.02, 0.7, 5, 60, 499, 501} {
		for i := range values {
			values[i] = float64(draws.Poisson(uint64(i), mean))
		}
		got, variance := stat.MeanVariance(values, nil)
		if math.Abs(got-mean) > 4*math.Sqrt(mean/n) {
			t.Errorf("mean %v: the draws have mean %v", mean, got)
		}
		// The variance of a Poisson sample's variance is (m + 2 m^2) / n.
		if math.Abs(variance-mean) > 4*math.Sqrt((mean+2*mean*mean)/n) {
			t.Errorf("mean %v: the draws have variance %v", mean, variance)
		}
	}
}

func TestPoissonIsTheQuantileOfTheUniform(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draws, entity := anyDraws(t), rapid.Uint64().Draw(t, "entity")
		mean := rapid.OneOf(rapid.Float64Range(1e-6, 5), rapid.Float64Range(5, 5000)).Draw(t, "mean")
		k, u := float64(draws.Poisson(entity, mean)), draws.Uniform(entity)
		law := distuv.Poisson{Lambda: mean}
		// Sums of probabilities round in the last places.
		if slack := 1e-11; law.CDF(k) < u-slack || k > 0 && law.CDF(k-1) > u+slack {
			t.Fatalf("mean %v, share %v: %v, but shares up to %v and %v are %v and %v", mean, u, k, k-1, k, law.CDF(k-1), law.CDF(k))
		}
	})
}

func TestPoissonNeverFallsWhenItsMeanRises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draws, entity := anyDraws(t), rapid.Uint64().Draw(t, "entity")
		mean := rapid.OneOf(rapid.Float64Range(0, 20), rapid.Float64Range(490, 510)).Draw(t, "mean")
		more := mean + rapid.OneOf(rapid.Float64Range(0, 0.1), rapid.Float64Range(0, 20)).Draw(t, "rise")
		if low, high := draws.Poisson(entity, mean), draws.Poisson(entity, more); low > high {
			t.Fatalf("%d at mean %v, %d at mean %v", low, mean, high, more)
		}
	})
}

// Two ways of computing meet at a mean of 500; no entity's number may fall
// there.
func TestPoissonDoesNotFallWhereItsMethodChanges(t *testing.T) {
	draws := sim.NewChance(1, 0).Draws(1, april)
	for entity := range uint64(5_000) {
		if low, high := draws.Poisson(entity, 500), draws.Poisson(entity, math.Nextafter(500, 501)); low > high {
			t.Fatalf("entity %d: %d at mean 500, %d just above", entity, low, high)
		}
	}
}

func TestPoissonOfNoMeanIsZero(t *testing.T) {
	draws := sim.NewChance(1, 0).Draws(1, april)
	for _, mean := range []float64{0, -1, math.Inf(-1)} {
		if got := draws.Poisson(1, mean); got != 0 {
			t.Errorf("mean %v gives %d", mean, got)
		}
	}
}

func TestChooseInProportion(t *testing.T) {
	const n = 100_000
	draws := sim.NewChance(1, 0).Draws(1, april)
	weights := []float64{1, 0, 3, 0.5, 0, 5.5, 0}
	counts := make([]float64, len(weights))
	for entity := range uint64(n) {
		counts[draws.Choose(entity, weights)]++
	}
	var got, want []float64
	for i, weight := range weights {
		if weight == 0 {
			if counts[i] != 0 {
				t.Errorf("index %d has no weight and was chosen %v times", i, counts[i])
			}
			continue
		}
		got, want = append(got, counts[i]), append(want, n*weight/10)
	}
	if statistic, bound := stat.ChiSquare(got, want), (distuv.ChiSquared{K: 3}).Quantile(0.9995); statistic > bound {
		t.Errorf("chi-square %.1f of the counts %v is above %.1f", statistic, counts, bound)
	}
}

func TestChooseAtTheEdges(t *testing.T) {
	tests := []struct {
		weights []float64
		want    int
		reason  string
	}{
		{nil, -1, "nothing to choose from"},
		{[]float64{0, 0}, -1, "nothing with weight"},
		{[]float64{0, 2, 0}, 1, "one with weight is always chosen"},
		{[]float64{1e-300}, 0, "a tiny weight is still all there is"},
	}
	draws := sim.NewChance(1, 0).Draws(1, april)
	for _, test := range tests {
		for entity := range uint64(50) {
			if got := draws.Choose(entity, test.weights); got != test.want {
				t.Errorf("Choose among %v is %d; want %d: %s", test.weights, got, test.want, test.reason)
			}
		}
	}
}

func TestExponentialIsTheQuantileOfTheUniform(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draws, entity := anyDraws(t), rapid.Uint64().Draw(t, "entity")
		got, want := draws.Exponential(entity), distuv.Exponential{Rate: 1}.Quantile(1-draws.Uniform(entity))
		if !(got > 0) || math.Abs(got-want) > 1e-9*(1+want) {
			t.Fatalf("exponential number %v; the quantile is %v", got, want)
		}
	})
}

func TestTriangularIsTheQuantileOfItsLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		low := rapid.Float64Range(-100, 100).Draw(t, "low")
		width := rapid.Float64Range(0.001, 100).Draw(t, "width")
		mode := low + width*rapid.Float64Range(0, 1).Draw(t, "place of the mode")
		u := rapid.Float64Range(0, 1).Draw(t, "share")
		high := max(low+width, mode)
		got := sim.Triangular(u, low, mode, high)
		want := distuv.NewTriangle(low, high, mode, nil).Quantile(u)
		if math.Abs(got-want) > 1e-6*width {
			t.Fatalf("%v; the quantile is %v", got, want)
		}
		if got < low || got > high {
			t.Fatalf("%v lies outside %v to %v", got, low, high)
		}
	})
}

func TestTriangularAtTheEdges(t *testing.T) {
	tests := []struct {
		u, low, mode, high, want float64
		reason                   string
	}{
		{0, 2, 3, 5, 2, "share zero is the low end"},
		{1, 2, 3, 5, 5, "share one is the high end"},
		{1.0 / 3, 2, 3, 5, 3, "the mode has the share (mode - low) / (high - low) below it"},
		{0.25, 0, 0, 1, 1 - math.Sqrt(0.75), "a mode at the low end: 1 - sqrt(1 - u)"},
		{0.25, 0, 1, 1, 0.5, "a mode at the high end: sqrt(u)"},
		{0x1p-52, 0.12500000000000022, 0.12500000000000022, 2.625, 0.12500000000000022, "the high branch rounds to below this low end"},
		{0.4, 7, 7, 7, 7, "a range without width is its one value"},
	}
	for _, test := range tests {
		got := sim.Triangular(test.u, test.low, test.mode, test.high)
		if math.Abs(got-test.want) > 1e-12 || got < test.low || got > test.high {
			t.Errorf("share %v of %v, %v, %v is %v; want %v: %s", test.u, test.low, test.mode, test.high, got, test.want, test.reason)
		}
	}
}

func TestDrawsAllocateNothing(t *testing.T) {
	chance := sim.NewChance(1, 0)
	weights := []float64{1, 2, 3}
	entity, sink := uint64(0), 0.0
	allocations := testing.AllocsPerRun(1000, func() {
		entity++
		draws := chance.Draws(1, april)
		sink += draws.Uniform(entity) + draws.Normal(entity) + draws.Exponential(entity)
		sink += float64(draws.Poisson(entity, 2) + draws.Poisson(entity, 600) + draws.Choose(entity, weights))
		sink += sim.Triangular(draws.Uniform(sim.Sub(sim.EntityKey("RXH"), entity)), 0, 1, 2)
	})
	if allocations != 0 {
		t.Errorf("a draw allocates %v times", allocations)
	}
}
