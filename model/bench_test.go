package model

import (
	"runtime"
	"testing"

	"skillmix/sim"
)

// BenchmarkRun times one replicate of 120 months of new money on one core and
// prints nanoseconds per unit-month, units being services and networks, and the
// memory that a run holds, in megabytes.
func BenchmarkRun(b *testing.B) {
	for _, preset := range []string{"classroom", "metropolitan", "england"} {
		b.Run(preset, func(b *testing.B) {
			settings := example()
			settings.Funding.Routes = []Route{RouteNewMoney}
			experiment, err := NewExperiment([]*Settings{settings}, Population{Preset: preset}, 1, 1, false)
			if err != nil {
				b.Fatal(err)
			}
			worker := experiment.NewWorker().(*worker)
			record := sim.NewRecord(experiment.Layout, settings.Start, settings.Months)
			b.ReportAllocs()
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			replicate := 0
			for b.Loop() {
				model, err := worker.Start(sim.Run{Replicate: replicate})
				if err != nil {
					b.Fatal(err)
				}
				sim.Simulate(model, record)
				replicate++
			}
			runtime.GC()
			runtime.ReadMemStats(&after)
			b.ReportMetric(float64(after.HeapAlloc-min(before.HeapAlloc, after.HeapAlloc))/1e6, "MB-held")
			units := len(worker.world.services) + len(worker.world.networks)
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*units*settings.Months), "ns/unit-month")
		})
	}
}
