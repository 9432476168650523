package gates

import (
	"fmt"
	"slices"
	"strings"

	"skillmix/answer"
	"skillmix/answer/words"
)

// Met are the gates that the proposals of a scenario met.
type Met struct {
	Scenario  string
	Proposals float64 // over all months, mean over runs
	Gates     []Gate
}

// A Gate is a gate at which proposals fail. A proposal is tried at every
// gate, so the shares of several gates can add up to more than one.
type Gate struct {
	Name   string  // as measures have it
	Failed float64 // share of proposals that fail here, 0 to 1
	Alone  float64 // share that fail here and nowhere else
}

// failedPrefix and alonePrefix begin the measures of proposals that fail at a gate, and at
// no other.
const failedPrefix, alonePrefix = "failed_", "bound_alone_"

// FailedAt returns the gate of which a measure counts the proposals that fail there; found
// is false where it counts something else.
func FailedAt(measure string) (gate string, found bool) {
	return strings.CutPrefix(measure, failedPrefix)
}

// Meet counts the gates met in the setting in which the headline is
// measured, over all months and runs. Gates stand in the layout's
// order. It returns an *answer.HeadlineError if there is no such headline.
func Meet(runs *answer.Runs, measure string) ([]Met, error) {
	headline, err := answer.FindHeadline(runs.Layout, measure)
	if err != nil {
		return nil, err
	}
	proposals, err := runs.Totals(headline.Group, "proposals")
	if err != nil {
		return nil, err
	}
	all := make([]Met, len(runs.Names))
	for scenario, name := range runs.Names {
		all[scenario] = Met{Scenario: name, Proposals: proposals[scenario] / float64(runs.Done(scenario))}
	}
	for i, column := range runs.Layout.Columns {
		gate, found := FailedAt(column.Name)
		if !found || !runs.Layout.Has(headline.Group, i) {
			continue
		}
		failed, err := runs.Totals(headline.Group, column.Name)
		if err != nil {
			return nil, err
		}
		alone, err := runs.Totals(headline.Group, alonePrefix+gate)
		if err != nil {
			return nil, err
		}
		for scenario := range all {
			if n := proposals[scenario]; n > 0 {
				all[scenario].Gates = append(all[scenario].Gates, Gate{Name: gate, Failed: failed[scenario] / n, Alone: alone[scenario] / n})
			}
		}
	}
	return all, nil
}

// mostSaid is the number of gates that the sentence names.
const mostSaid = 2

// String says in one sentence which gates proposals fail at most often.
func (b Met) String() string {
	where := "Under " + words.Label(b.Scenario)
	if b.Proposals == 0 {
		return where + " nobody proposes a post."
	}
	often := slices.DeleteFunc(slices.Clone(b.Gates), func(gate Gate) bool { return gate.Failed == 0 })
	if len(often) == 0 {
		return where + " no proposal fails at any gate."
	}
	slices.SortStableFunc(often, func(a, b Gate) int {
		switch {
		case a.Failed > b.Failed:
			return -1
		case a.Failed < b.Failed:
			return 1
		}
		return 0
	})
	var parts []string
	for i, gate := range often[:min(mostSaid, len(often))] {
		name := words.Gate(gate.Name)
		if i == 0 {
			parts = append(parts, fmt.Sprintf("%s of proposals fail at %s (%s at %s alone)", words.Percent(gate.Failed), name, words.Percent(gate.Alone), name))
			continue
		}
		parts = append(parts, fmt.Sprintf("%s at %s (%s alone)", words.Percent(gate.Failed), name, words.Percent(gate.Alone)))
	}
	return where + " " + strings.Join(parts, ", ") + "."
}
