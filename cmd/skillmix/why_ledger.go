package main

import "context"

// whyLedger tells which gates proposals failed, and parts the gap over barriers.
func (p *program) whyLedger(ctx context.Context, q *question) error {
	return usage("not there yet")
}
