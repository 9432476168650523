package charts

import (
	"fmt"

	"skillmix/answer"
	"skillmix/answer/words"
	"skillmix/plots"
)

// observed returns what is drawn of observations of the headline measure in
// the months of the runs, what lacks in it, and tells all of it.
func observed(r *answer.Result, headline answer.Headline) (drawn []plots.Points, lacks, told []string) {
	measure := r.Runs.Layout.Columns[headline.Column].Name
	for _, o := range r.Observed {
		if o.Measure != measure || o.Setting != headline.Setting {
			continue
		}
		points := plots.Points{Label: reportedBy(&o)}
		for i, month := range o.Months {
			if month >= r.Runs.First() && month <= r.Runs.Last() {
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
		sentence := fmt.Sprintf("Hollow marks show what was reported by %s%s. They are at %s in %s and at %s in %s.", o.Who, divided(&o),
			digits.Amount(points.Values[0]), words.Month(points.Months[0]), digits.Amount(points.Values[last]), words.Month(points.Months[last]))
		if o.Lacks != "" {
			lacks = append(lacks, o.Lacks)
			sentence += " " + o.Lacks
		}
		told = append(told, sentence)
	}
	return drawn, lacks, told
}

// reportedBy names the series and says what was done with it.
func reportedBy(o *answer.Observation) string { return "Reported by " + o.Who + divided(o) }

// divided says by what reports are divided, and why.
func divided(o *answer.Observation) string {
	if o.Factor == 1 {
		return ""
	}
	return fmt.Sprintf(", divided by %.2f: reports are incomplete (%s)", o.Factor, o.Manual)
}
