package main

import (
	"context"
	"errors"

	"skillmix/answer"
)

// untilPrecise makes batches of replicates until the headline difference is known as
// well as asked, or there are as many as allowed. It returns how many it made. Batches
// are as long as the first and end with a part, so that looks are at fixed places.
func (m *making) untilPrecise(ctx context.Context) (replicates int, reached bool, err error) {
	plan := m.plan
	rule := answer.Stopping{Target: plan.precision.value, Begin: int(plan.reps.value)}
	batch := plan.partsOf(int(plan.reps.value))
	for parts := batch; ; parts += batch {
		parts = min(parts, plan.sweep.Parts())
		if err := m.runs(ctx, parts, 1); err != nil {
			return 0, false, err
		}
		reader, err := m.read(parts)
		if err != nil {
			return 0, false, err
		}
		runs, err := plan.runsOf(reader, 0)
		if err != nil {
			return 0, false, err
		}
		m.halfWidth, err = rule.HeadlineHalfWidth(runs, plan.headline())
		if err = errors.Join(err, reader.Close()); err != nil {
			return 0, false, err
		}
		reached = m.halfWidth <= rule.Target
		if reached || parts == plan.sweep.Parts() {
			return reader.Pairs(), reached, nil
		}
	}
}
