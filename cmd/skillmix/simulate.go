package main

import (
	"context"

	"skillmix/answer"
	"skillmix/sim"
)

// simulate makes all runs and gathers what they showed. Of the set with
// chance alone only the headline is kept where there is another set, which
// halves the memory needed.
func (p *program) simulate(ctx context.Context, plan *plan) (*answer.Result, error) {
	bar := p.newProgress(plan)
	defer bar.clear()
	var (
		runs  *answer.Runs
		alone [][]float64
		done  int
	)
	for i, set := range plan.sets {
		records, err := sim.Execute(ctx, set.experiment, int(plan.jobs.value), func(n int) { bar.set(done + n) })
		if err != nil {
			return nil, err
		}
		done += len(records)
		if runs, err = answer.NewRuns(plan.names(), records); err != nil {
			return nil, err
		}
		if i < len(plan.sets)-1 {
			if alone, err = answer.HeadlineValues(runs, plan.headline()); err != nil {
				return nil, err
			}
		}
	}
	return plan.result(runs, alone), nil
}
