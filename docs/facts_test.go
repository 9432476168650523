package docs_test

import (
	"strings"

	"skillmix/model"
	"skillmix/scenarios"
	"skillmix/sim"
)

// tableColumns lists the tables of the world and their columns.
func tableColumns() string {
	scenario, err := scenarios.Load("baseline", []string{"population.preset=classroom"})
	if err != nil {
		panic(err)
	}
	experiment, err := model.NewExperiment([]*model.Settings{&scenario.Settings}, model.Population{Preset: scenario.Preset}, 1, 1, false)
	if err != nil {
		panic(err)
	}
	world, err := experiment.NewWorker().Start(sim.Run{})
	if err != nil {
		panic(err)
	}
	var rows [][]string
	for _, name := range model.TableNames {
		look, err := world.(*model.World).Table(name)
		if err != nil {
			panic(err)
		}
		var labels, numbers []string
		for _, column := range look.Columns {
			if column.Labels != nil {
				labels = append(labels, "`"+column.Name+"`")
			} else {
				numbers = append(numbers, "`"+column.Name+"`")
			}
		}
		rows = append(rows, []string{"`" + name + "`", strings.Join(labels, ", "), strings.Join(numbers, ", ")})
	}
	return table([]string{"table", "labels", "numbers"}, rows)
}

// builtInFacts lists the facts.
func builtInFacts() string {
	var rows [][]string
	for _, name := range scenarios.FactNames() {
		fact, err := scenarios.LoadFact(name)
		if err != nil {
			panic(err)
		}
		var groups []string
		for _, group := range fact.RestsOn {
			groups = append(groups, strings.Join(group, " + "))
		}
		status := ""
		if fact.Open {
			status = "open: " + fact.Reason
		}
		rows = append(rows, []string{"`" + name + "`", fact.Claim, fact.Kind, fact.Basis, strings.Join(groups, "; "), status})
	}
	return table([]string{"fact", "claim", "kind", "basis", "rests on", "status"}, rows)
}
