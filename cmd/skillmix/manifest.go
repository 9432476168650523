package main

import (
	"encoding/json"
	"slices"

	"skillmix/answer"
	"skillmix/model"
	"skillmix/sim/store"
)

// manifest describes the result, but for its execution.
func (p *plan) manifest(told *told, files []store.File) *store.Manifest {
	first := p.scenarios[0]
	manifest := &store.Manifest{
		Tool:         store.Tool,
		Build:        store.CurrentBuild(version),
		StreamLayout: model.StreamLayout,
		Inputs:       p.inputs,
		Seed:         p.seed.value,
		Design: store.Design{
			Population: p.people.Preset, Redrawn: p.people.Redraw,
			Start: first.Settings.Start.String(), Months: first.Settings.Months,
			Headline: p.headline(), Replicates: p.replicates(),
			TablesFrom:   p.sets[len(p.sets)-1].varies,
			JudgedValues: p.judged,
		},
		// A run that fails stops everything, so a result has no failed runs.
		Runs:     store.RunCounts{Planned: p.runs(), Done: p.runs()},
		Finding:  told.finding.String(),
		Barriers: told.barriers,
		Files:    files,
	}
	for _, set := range slices.Backward(p.sets) {
		manifest.Design.Sets = append(manifest.Design.Sets, set.varies)
	}
	for i, scenario := range p.scenarios {
		manifest.Scenarios = append(manifest.Scenarios, store.ScenarioEntry{
			Name: scenario.Name, Title: scenario.Title, File: scenarioFile(scenario.Name), SHA256: store.Checksum(p.resolved[i].Text),
		})
	}
	for _, money := range told.money {
		manifest.Money = append(manifest.Money, store.MoneyEntry{
			Scenario:    money.Scenario,
			Offered:     json.Number(answer.Pounds(money.MeanOffered)),
			Spent:       json.Number(answer.Pounds(money.MeanSpent)),
			Transferred: json.Number(answer.Pounds(money.MeanTransferred)),
			Unspent:     json.Number(answer.Pounds(money.MeanUnspent)),
		})
	}
	if same, compared := answer.OfferedAgrees(told.money); compared {
		manifest.OfferedAgrees = &same
	}
	return manifest
}
