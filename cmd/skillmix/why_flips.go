package main

import "context"

// whyFlips lists the units that adopt in one world and not in the other.
func (p *program) whyFlips(ctx context.Context, q *question) error {
	return usage("not there yet")
}
