package main

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"skillmix/sim"
	"skillmix/sim/store"
)

// BenchmarkKeep makes runs of two scenarios on one core, by turns without keeping
// anything and with what a detail keeps, written in parts as a run does. It prints the
// medians of milliseconds per run and what keeping adds in percent.
func BenchmarkKeep(b *testing.B) {
	for _, size := range []struct {
		preset string
		runs   int // so many that parts have their full size, or nearly so
	}{{"classroom", 512}, {"metropolitan", 128}} {
		for _, detail := range []string{detailYear, detailMonth, detailUnits} {
			b.Run(size.preset+"/detail="+detail, func(b *testing.B) { keep(b, size.preset, detail, size.runs) })
		}
	}
}

func keep(b *testing.B, preset, detail string, runs int) {
	options := newRunOptions()
	options.overrules = []string{"population.preset=" + preset}
	options.reps.value, options.reps.given = uint64(runs/4), true
	options.detail.value = detail
	plan, err := newPlan([]string{"new-money", "budget-transfer"}, *options)
	if err != nil {
		b.Fatal(err)
	}
	var without, with, added []float64
	milliseconds := func(keeps bool) float64 {
		begin := b.Elapsed()
		if err := makeAll(plan, filepath.Join(b.TempDir(), fmt.Sprint(len(with))), keeps); err != nil {
			b.Fatal(err)
		}
		return (b.Elapsed() - begin).Seconds() * 1e3 / float64(plan.design.Len())
	}
	for b.Loop() {
		plain, kept := milliseconds(false), milliseconds(true)
		without, with, added = append(without, plain), append(with, kept), append(added, 100*(kept/plain-1))
	}
	b.ReportMetric(0, "ns/op") // the time of both is no figure
	b.ReportMetric(sim.Summarize(without).Median, "ms/run-plain")
	b.ReportMetric(sim.Summarize(with).Median, "ms/run-kept")
	b.ReportMetric(sim.Summarize(added).Median, "added-%")
}

// makeAll makes all runs of a plan.
func makeAll(plan *plan, target string, keeps bool) error {
	if keeps {
		folder, err := store.Open(target, plan.identity, false)
		if err != nil {
			return err
		}
		defer folder.Leave()
		return (&store.Job{Sweep: plan.sweep, Folder: folder, Jobs: 1, Last: plan.sweep.Parts(), Stride: 1, Stop: true}).Run(context.Background())
	}
	next, e := 0, plan.sweep.Experiment
	record := sim.NewRecord(e.Layout, e.Start, e.Months)
	stream := sim.Stream{
		Experiment: e, Jobs: 1,
		Next:   func() (int, bool) { next++; return next - 1, next <= e.Len() },
		Record: func() *sim.Record { return record },
		Finish: func(_ int, outcome sim.Outcome) error { return outcome.Failure },
	}
	return stream.Run(context.Background())
}
