package main

import (
	"context"
	"errors"
	"strings"

	"skillmix/answer"
)

// precisionFits fails if --precision cannot be of these runs.
func (p *plan) precisionFits() error {
	switch {
	case !p.precision.given:
		return nil
	case p.points.sweep != nil:
		return usage("--precision is of one comparison, and %s are varied: give --reps", strings.Join(p.points.names(), ", "))
	case p.reps.value < 2:
		return usage("--precision begins with a single replicate, which has no spread: give --reps 2 or more")
	case p.reps.value >= p.maxReps.value:
		return usage("--precision begins with the %d replicates of the first scenario, and --max-reps is %d: give fewer --reps, or a larger --max-reps", p.reps.value, p.maxReps.value)
	}
	return nil
}

// untilPrecise makes batches of replicates until the headline difference is known as
// well as asked, or there are as many as allowed. It returns how many it made. Batches
// are as long as the first and end with a part, so that looks are at fixed places.
func (m *making) untilPrecise(ctx context.Context) (replicates int, err error) {
	plan := m.plan
	rule := answer.Stopping{Target: plan.precision.value, Begin: int(plan.reps.value)}
	batch := plan.partsOf(int(plan.reps.value))
	for parts := batch; ; parts += batch {
		parts = min(parts, plan.sweep.Parts())
		if err := m.runs(ctx, parts, 1); err != nil {
			return 0, err
		}
		reader, err := m.read(parts)
		if err != nil {
			return 0, err
		}
		runs, err := plan.runsOf(reader, 0)
		if err != nil {
			return 0, err
		}
		m.halfWidth, err = rule.HeadlineHalfWidth(runs, plan.headline())
		if err = errors.Join(err, reader.Close()); err != nil {
			return 0, err
		}
		// Pairs that failed do not count as a first stage.
		m.reached = m.halfWidth <= rule.Target && runs.Replicates() >= rule.Begin
		if m.reached || parts == plan.sweep.Parts() {
			return reader.Pairs(), nil
		}
	}
}
