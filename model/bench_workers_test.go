package model

import (
	"context"
	"testing"

	"skillmix/sim"
)

// BenchmarkWorkers runs 16 replicates of new money in a metropolitan region on
// one worker and on two by turns, so that what disturbs one disturbs the
// other, and prints the medians of runs per second and of the speed-up.
func BenchmarkWorkers(b *testing.B) {
	settings := example()
	settings.Funding.Routes = []Route{RouteNewMoney}
	experiment, err := NewExperiment([]*Settings{settings}, Population{Preset: "metropolitan"}, 1, 16, false)
	if err != nil {
		b.Fatal(err)
	}
	seconds := func(jobs int) float64 {
		begin := b.Elapsed()
		if _, err := sim.Execute(context.Background(), experiment, jobs, nil); err != nil {
			b.Fatal(err)
		}
		return (b.Elapsed() - begin).Seconds()
	}
	var onOne, onTwo, speedUp []float64
	for b.Loop() {
		one, two := seconds(1), seconds(2)
		onOne = append(onOne, float64(experiment.Len())/one)
		onTwo = append(onTwo, float64(experiment.Len())/two)
		speedUp = append(speedUp, one/two)
	}
	b.ReportMetric(0, "ns/op") // the time of both is no figure
	b.ReportMetric(sim.Summarize(onOne).Median, "runs/s-on-1")
	b.ReportMetric(sim.Summarize(onTwo).Median, "runs/s-on-2")
	b.ReportMetric(sim.Summarize(speedUp).Median, "speed-up")
}
