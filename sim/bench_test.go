package sim_test

import (
	"context"
	"testing"

	"skillmix/sim"
)

func BenchmarkUniform(b *testing.B) {
	draws := sim.NewChance(1, 0).Draws(1, april)
	entity, sum := uint64(0), 0.0
	for b.Loop() {
		entity++
		sum += draws.Uniform(entity)
	}
}

func BenchmarkNormal(b *testing.B) {
	draws := sim.NewChance(1, 0).Draws(1, april)
	entity, sum := uint64(0), 0.0
	for b.Loop() {
		entity++
		sum += draws.Normal(entity)
	}
}

func BenchmarkPoisson(b *testing.B) {
	draws := sim.NewChance(1, 0).Draws(1, april)
	for _, size := range []struct {
		name string
		mean float64
	}{{"mean=0.1", 0.1}, {"mean=20", 20}, {"mean=600", 600}} {
		b.Run(size.name, func(b *testing.B) {
			entity, sum := uint64(0), 0
			for b.Loop() {
				entity++
				sum += draws.Poisson(entity, size.mean)
			}
		})
	}
}

// BenchmarkLoop runs the forest of the example for ten years and tells the
// time of one plot in one month: two keyed draws at most.
func BenchmarkLoop(b *testing.B) {
	const months = 120
	layout, err := sim.NewLayout(columns, []sim.Group{{Setting: "forest", Name: "all", Columns: []int{0}}})
	if err != nil {
		b.Fatal(err)
	}
	record := sim.NewRecord(layout, april, months)
	model := &forest{luck: sim.NewChance(1, 0), strikes: 0.01}
	for b.Loop() {
		sim.Simulate(model, record)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*months*len(model.trees)), "ns/unit-month")
}

func BenchmarkExecute(b *testing.B) {
	e := walks(b, func() sim.Worker { return new(walker) })
	for b.Loop() {
		if _, err := sim.Execute(context.Background(), e, 2, nil); err != nil {
			b.Fatal(err)
		}
	}
}
