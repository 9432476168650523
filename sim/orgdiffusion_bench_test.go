package sim_test

import (
	"fmt"
	"testing"

	"skillmix/sim"
)

// BenchmarkDiffusion runs the reference task on the engine and in the plain
// loop by turns, so that what disturbs one disturbs the other, and prints the
// medians of the time of an organisation's month and of the ratio of pairs.
func BenchmarkDiffusion(b *testing.B) {
	for _, n := range []int{2500, 25000} {
		b.Run(fmt.Sprintf("organisations=%d", n), func(b *testing.B) {
			peers, luck := acquaint(n), sim.NewChance(1, 0)
			record := sim.NewRecord(diffusionLayout(b), april, 120)
			worker := &founder{seed: 1, points: []rates{usual}, peers: peers}
			all, had, has, plainly := make([]plain, n), make([]uint8, n), make([]uint8, n), new(plainRecord)
			unitMonths := float64(n * record.Months())
			var onEngine, inLoop, ratio []float64
			for b.Loop() {
				model, err := worker.Start(sim.Run{})
				if err != nil {
					b.Fatal(err)
				}
				plainStart(all, had, peers)
				begin := b.Elapsed()
				sim.Simulate(model, record)
				middle := b.Elapsed()
				plainRun(all, had, has, luck, plainly)
				end := b.Elapsed()
				onEngine = append(onEngine, float64(middle-begin)/unitMonths)
				inLoop = append(inLoop, float64(end-middle)/unitMonths)
				ratio = append(ratio, float64(middle-begin)/float64(end-middle))
			}
			b.ReportMetric(0, "ns/op") // the time of both and of their start is no figure
			b.ReportMetric(sim.Summarize(onEngine).Median, "ns/unit-month")
			b.ReportMetric(sim.Summarize(inLoop).Median, "plain-ns/unit-month")
			b.ReportMetric(sim.Summarize(ratio).Median, "x-plain")
		})
	}
}
