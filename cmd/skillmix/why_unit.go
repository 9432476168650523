package main

import "context"

// whyUnit tells the story of one unit.
func (p *program) whyUnit(ctx context.Context, q *question) error {
	return usage("not there yet")
}
