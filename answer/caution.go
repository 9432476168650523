package answer

import (
	"fmt"

	"skillmix/answer/words"
)

// caution is the warning that a reader must not miss.
func (r *Report) caution() string {
	if r.Result.Spread {
		return fmt.Sprintf("Caution: this is a simulation. %s of it rest on judgement, not on evidence; "+
			"the ranges vary them together with chance.", words.Capital(words.Count(r.Result.Judged, "value")))
	}
	return "Caution: this is a simulation. Values that rest on judgement, not on evidence, were held at " +
		"their defaults, so the ranges cover chance alone and understate how unsure the finding is."
}

// treated says which values rest on judgement and how they were treated.
func (r *Report) treated() string {
	files := "Each is listed below with its range, and in the scenario files beside this report."
	if r.Result.Spread {
		return fmt.Sprintf("%s rest on judgement, not on evidence. Each run draws them from their ranges, the same draws "+
			"in every scenario, so that scenarios differ only by what they change. A second set of runs held them at their "+
			"defaults: it gives the ranges over chance alone. %s", words.Capital(words.Count(r.Result.Judged, "value")), files)
	}
	return "All values that rest on judgement were held at their defaults. " + files
}

// agreement says whether the scenarios offer equal money.
func agreement(money []Money) string {
	same, compared := OfferedAgrees(money)
	switch {
	case !compared:
		return "Fewer than two of the scenarios offer programme money, so there is nothing to compare in what they offer."
	case same:
		return "All scenarios that offer programme money offer the same, to the penny, in every run. What is spent of it is a result."
	}
	return "The scenarios do not offer equal programme money, so their difference is also one of means and not only of how the money comes."
}
