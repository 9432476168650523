package main

import (
	"slices"
	"strings"
	"testing"

	"skillmix/model"
	"skillmix/scenarios"
)

// The table of runs has columns of three kinds beside its own: levers, drawn values and
// headlines. The table of series has measures. No two of a table may have one name.
func TestColumnsOfRunsHaveDifferentNames(t *testing.T) {
	options := newRunOptions()
	options.overrules = []string{"population.preset=classroom"}
	plan, err := newPlan([]string{"new-money", "budget-transfer"}, *options)
	if err != nil {
		t.Fatal(err)
	}
	const place = "scenario judged point replicate "
	var drawn, measures []string
	for i := range model.Catalogue {
		drawn = append(drawn, model.Catalogue[i].Name)
	}
	for _, column := range plan.sweep.Experiment.Layout.Columns {
		measures = append(measures, column.Name)
	}
	for table, columns := range map[string][]string{
		"runs":   slices.Concat(strings.Fields(place+"status reason"), drawn, []string{scenarios.HeadlinePosts, scenarios.HeadlineNetworks}),
		"series": slices.Concat(strings.Fields(place+"month months setting group"), measures),
	} {
		seen := map[string]bool{}
		for _, name := range columns {
			if seen[name] {
				t.Errorf("%s would have two columns %s", table, name)
			}
			seen[name] = true
			if strings.Contains(name, ".") {
				t.Errorf("%s might be the key of a lever: only those have a dot", name)
			}
		}
	}
}
