package answer

import (
	"fmt"

	"skillmix/answer/words"
	"skillmix/plots"
	"skillmix/sim"
)

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

// observed returns what is drawn of observations of the headline measure in
// the months of the runs, what lacks in it, and tells all of it.
func (r *Result) observed(headline headline) (drawn []plots.Points, lacks, told []string) {
	measure := r.Runs.Layout.Columns[headline.column].Name
	for _, o := range r.Observed {
		if o.Measure != measure || o.Setting != headline.setting {
			continue
		}
		points := plots.Points{Label: o.label()}
		for i, month := range o.Months {
			if month >= r.Runs.first() && month <= r.Runs.last() {
				points.Months = append(points.Months, month)
				points.Values = append(points.Values, o.Values[i]/o.Factor)
			}
		}
		if len(points.Months) == 0 {
			continue
		}
		drawn = append(drawn, points)
		last := len(points.Months) - 1
		digits := words.RoundingOf(0, points.Values...)
		sentence := fmt.Sprintf("Hollow marks show what was reported by %s%s. They are at %s in %s and at %s in %s.", o.Who, o.divided(),
			digits.Amount(points.Values[0]), words.Month(points.Months[0]), digits.Amount(points.Values[last]), words.Month(points.Months[last]))
		if o.Lacks != "" {
			lacks = append(lacks, o.Lacks)
			sentence += " " + o.Lacks
		}
		told = append(told, sentence)
	}
	return drawn, lacks, told
}

// label names the series and says what was done with it.
func (o *Observation) label() string { return "Reported by " + o.Who + o.divided() }

// divided says by what reports are divided, and why.
func (o *Observation) divided() string {
	if o.Factor == 1 {
		return ""
	}
	return fmt.Sprintf(", divided by %.2f: reports are incomplete (%s)", o.Factor, o.Manual)
}
