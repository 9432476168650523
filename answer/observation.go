package answer

import "skillmix/sim"

// An Observation is a series from the world that a measure can be set beside.
type Observation struct {
	Measure string // name of the measure
	Setting string // trust or pcn
	Who     string // who reported, such as 438 networks
	Lacks   string // what is not in the reports, in a sentence of its own; empty if nothing is known to lack
	// Factor is the share of the true values that reports hold, above 0 and at
	// most 1: reports are drawn divided by it. It was fitted, as Manual says.
	Factor float64
	Manual string // the page of the manual that tells of the factor
	Months []sim.Month
	Values []float64 // as reported
}
