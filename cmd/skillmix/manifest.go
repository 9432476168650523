package main

import (
	"encoding/json"

	"skillmix/answer"
	"skillmix/model"
	"skillmix/sim/store"
)

// manifest describes the result, or with nothing told a shard of it, but for its
// execution.
func (p *plan) manifest(told *told, files []store.File) *store.Manifest {
	first := p.scenarios[0]
	manifest := &store.Manifest{
		Tool:         store.Tool,
		Build:        store.CurrentBuild(version),
		StreamLayout: model.StreamLayout,
		Inputs:       p.identity.Inputs,
		Seed:         p.seed.value,
		Design: store.Design{
			Population: p.people.Preset, Redrawn: p.people.Redraw,
			Start: first.Settings.Start.String(), Months: first.Settings.Months,
			Headline: p.headline(), Replicates: p.design.Replicates, Points: p.design.Points,
			Fixed: p.fixed, Detail: p.detail.value, Twins: p.twins,
			TablesFrom:   p.sets[0].varies,
			JudgedValues: p.judged,
		},
		Files: files,
	}
	for _, set := range p.sets {
		manifest.Design.Sets = append(manifest.Design.Sets, set.varies)
	}
	for i, scenario := range p.scenarios {
		manifest.Scenarios = append(manifest.Scenarios, store.ScenarioEntry{
			Name: scenario.Name, Title: scenario.Title, File: scenarioFile(scenario.Name), SHA256: store.Checksum(p.resolved[i].Text),
		})
	}
	if told != nil {
		p.tellManifest(manifest, told)
	}
	return manifest
}

// tellManifest adds what a whole result says.
func (p *plan) tellManifest(manifest *store.Manifest, told *told) {
	runs := told.replicates * p.design.Points * p.design.Together()
	manifest.Runs = store.RunCounts{Planned: runs, Done: runs - told.failed, Failed: told.failed}
	manifest.Design.Replicates = told.replicates
	if p.precision.given {
		manifest.Design.Precision = &store.Precision{
			Asked: p.precision.value, Begin: int(p.reps.value), MostReplicates: int(p.maxReps.value),
			HalfWidth: told.precision, Reached: told.reached,
		}
	}
	manifest.Finding, manifest.Lead = told.finding.String(), told.finding.Lead
	manifest.Barriers, manifest.Pairing = told.barriers, told.pairing
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
}
