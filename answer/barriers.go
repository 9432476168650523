package answer

import (
	"fmt"
	"slices"
	"strings"
)

// Barriers are the gates that the proposals of a scenario met.
type Barriers struct {
	Scenario  string
	Proposals float64 // over all months, mean over replicates
	Gates     []Barrier
}

// A Barrier is a gate at which proposals fail. A proposal is tried at every
// gate, so the shares of several gates can add up to more than one.
type Barrier struct {
	Gate   string
	Failed float64 // share of proposals that fail here, 0 to 1
	Alone  float64 // share that fail here and nowhere else
}

const failedPrefix, alonePrefix = "failed_", "bound_alone_"

// MeetBarriers counts the gates met in the setting in which the headline is
// measured, over all months and replicates. Gates stand in the layout's
// order. It returns a *HeadlineError if there is no such headline.
func MeetBarriers(runs *Runs, measure string) ([]Barriers, error) {
	headline, err := findHeadline(runs.layout(), measure)
	if err != nil {
		return nil, err
	}
	layout := runs.layout()
	all := make([]Barriers, len(runs.Names))
	for scenario, name := range runs.Names {
		proposals := runs.total(scenario, headline.group, "proposals")
		all[scenario] = Barriers{Scenario: name, Proposals: proposals / float64(runs.Replicates)}
		for i, column := range layout.Columns {
			gate, found := strings.CutPrefix(column.Name, failedPrefix)
			if !found || proposals == 0 || !layout.Has(headline.group, i) {
				continue
			}
			all[scenario].Gates = append(all[scenario].Gates, Barrier{
				Gate:   gate,
				Failed: runs.total(scenario, headline.group, column.Name) / proposals,
				Alone:  runs.total(scenario, headline.group, alonePrefix+gate) / proposals,
			})
		}
	}
	return all, nil
}

// total sums a measure over months and replicates; zero where it is not kept.
func (r *Runs) total(scenario, group int, measure string) float64 {
	column := r.layout().Column(measure)
	if column < 0 {
		return 0
	}
	sum := 0.0
	for replicate := range r.Replicates {
		record := r.record(scenario, replicate)
		for i := range r.months() {
			value, _ := record.Value(i, group, column)
			sum += value
		}
	}
	return sum
}

// mostSaid is the number of gates that the sentence names.
const mostSaid = 2

// String says in one sentence which gates proposals fail at most often.
func (b Barriers) String() string {
	where := "Under " + label(b.Scenario)
	if b.Proposals == 0 {
		return where + " nobody proposes a post."
	}
	often := slices.DeleteFunc(slices.Clone(b.Gates), func(gate Barrier) bool { return gate.Failed == 0 })
	if len(often) == 0 {
		return where + " no proposal fails at any gate."
	}
	slices.SortStableFunc(often, func(a, b Barrier) int {
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
		name := gateLabel(gate.Gate)
		if i == 0 {
			parts = append(parts, fmt.Sprintf("%s of proposals fail at %s (%s at %s alone)", percent(gate.Failed), name, percent(gate.Alone), name))
			continue
		}
		parts = append(parts, fmt.Sprintf("%s at %s (%s alone)", percent(gate.Failed), name, percent(gate.Alone)))
	}
	return where + " " + strings.Join(parts, ", ") + "."
}

// gateLabel writes a gate within a sentence.
func gateLabel(gate string) string {
	switch gate {
	case "employer":
		return "employer readiness"
	case "candidate":
		return "finding a candidate"
	}
	return strings.ReplaceAll(gate, "_", " ")
}
