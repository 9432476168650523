package main

import (
	"encoding/json"
	"path/filepath"

	"skillmix/answer"
	"skillmix/sim/store"
)

// jsonRun is what run --json prints; docs/json.md describes it.
type jsonRun struct {
	Version     int              `json:"version"`
	Verb        string           `json:"verb"`
	Finding     jsonFinding      `json:"finding"`
	Headline    jsonHeadline     `json:"headline"`
	Scenarios   []jsonScenario   `json:"scenarios"`
	Differences []jsonDifference `json:"differences"`
	Barriers    []jsonBarriers   `json:"barriers"`
	Money       []jsonMoney      `json:"money"`
	Outcomes    []jsonOutcome    `json:"outcomes"`
	Extras      []jsonExtra      `json:"extras"`
	Diffusion   []jsonDiffusion  `json:"diffusion"`
	Breakdowns  []jsonBreakdown  `json:"breakdowns"`
	// OfferedAgrees is null where fewer than two scenarios offer programme money.
	OfferedAgrees *bool          `json:"offered_agrees"`
	Pairing       *string        `json:"pairing"`
	Population    string         `json:"population"`
	Seed          uint64         `json:"seed"`
	Inputs        string         `json:"inputs"`
	JudgedValues  int            `json:"judged_values"`
	Fixed         bool           `json:"fixed"`
	Replicates    int            `json:"replicates"`
	Runs          jsonRuns       `json:"runs"`
	Precision     *jsonPrecision `json:"precision"`
	Folder        string         `json:"folder"`
	Report        string         `json:"report"`
	Files         []store.File   `json:"files"`
}

type jsonFinding struct {
	Lead   string `json:"lead"`
	Detail string `json:"detail"`
	// Verdict is that of the difference of two scenarios, null where there are not two.
	Verdict *answer.Verdict `json:"verdict"`
}

type jsonHeadline struct {
	Measure  string `json:"measure"`
	Setting  string `json:"setting"`
	Quantity string `json:"quantity"`
	Unit     string `json:"unit"`
	Month    string `json:"month"`
}

type jsonScenario struct {
	Name        string       `json:"name"`
	Title       string       `json:"title"`
	File        string       `json:"file"`
	SHA256      string       `json:"sha256"`
	Level       *jsonSummary `json:"level"`
	ChanceAlone *jsonSummary `json:"chance_alone"`
}

type jsonDifference struct {
	A           string         `json:"a"`
	B           string         `json:"b"`
	Verdict     answer.Verdict `json:"verdict"`
	Share       answer.Number  `json:"share_a_higher"`
	Difference  *jsonSummary   `json:"difference"`
	ChanceAlone *jsonSummary   `json:"chance_alone"`
}

type jsonBarriers struct {
	Scenario  string        `json:"scenario"`
	Sentence  string        `json:"sentence"`
	Proposals answer.Number `json:"proposals"`
	Gates     []jsonGate    `json:"gates"`
}

type jsonGate struct {
	Gate   string        `json:"gate"`
	Failed answer.Number `json:"failed"`
	Alone  answer.Number `json:"failed_alone"`
}

type jsonMoney struct {
	Scenario    string      `json:"scenario"`
	Offered     json.Number `json:"offered"`
	Spent       json.Number `json:"spent_mean"`
	Transferred json.Number `json:"transferred_mean"`
	Unspent     json.Number `json:"unspent_mean"`
}

type jsonRuns struct {
	Planned int `json:"planned"`
	Done    int `json:"done"`
	Failed  int `json:"failed"`
}

type jsonPrecision struct {
	Asked     float64       `json:"asked"`
	HalfWidth answer.Number `json:"half_width"`
	Reached   bool          `json:"reached"`
}

// runDocument gathers what run --json prints.
func (p *plan) runDocument(result *answer.Result, told *told, manifest *store.Manifest) (*jsonRun, error) {
	numbers, err := answer.Headlines(result)
	if err != nil {
		return nil, err
	}
	document := &jsonRun{
		Version: jsonVersion, Verb: "run",
		Finding: jsonFinding{Lead: told.finding.Lead, Detail: told.finding.Detail},
		Headline: jsonHeadline{
			Measure: numbers.Measure, Setting: numbers.Setting, Quantity: numbers.Quantity, Unit: numbers.Unit, Month: numbers.Month.String(),
		},
		OfferedAgrees: manifest.OfferedAgrees,
		Population:    p.people.Preset, Seed: p.seed.value, Inputs: p.identity.Inputs,
		JudgedValues: p.judged, Fixed: p.fixed, Replicates: told.replicates,
		Runs:   jsonRuns(manifest.Runs),
		Folder: filepath.ToSlash(p.out), Report: filepath.ToSlash(filepath.Join(p.out, "report.html")), Files: manifest.Files,
		Differences: []jsonDifference{}, Barriers: []jsonBarriers{}, Money: []jsonMoney{},
	}
	for i, level := range numbers.Levels {
		entry := manifest.Scenarios[i]
		document.Scenarios = append(document.Scenarios, jsonScenario{
			Name: entry.Name, Title: entry.Title, File: entry.File, SHA256: entry.SHA256,
			Level: summaryOf(level.Summary), ChanceAlone: orNull(level.ChanceAlone),
		})
	}
	for _, gap := range numbers.Gaps {
		document.Differences = append(document.Differences, jsonDifference{
			A: gap.A, B: gap.B, Verdict: gap.Verdict, Share: answer.Number(gap.Share),
			Difference: summaryOf(gap.Summary), ChanceAlone: orNull(gap.ChanceAlone),
		})
	}
	if len(document.Differences) == 1 {
		document.Finding.Verdict = &document.Differences[0].Verdict
	}
	document.tell(told)
	document.tellOutcomes(told)
	if precision := manifest.Design.Precision; precision != nil {
		document.Precision = &jsonPrecision{Asked: precision.Asked, HalfWidth: answer.Number(precision.HalfWidth), Reached: precision.Reached}
	}
	return document, nil
}

// tell adds barriers, money and pairing.
func (d *jsonRun) tell(told *told) {
	for _, b := range told.gates {
		entry := jsonBarriers{Scenario: b.Scenario, Sentence: b.String(), Proposals: answer.Number(b.Proposals), Gates: []jsonGate{}}
		for _, gate := range b.Gates {
			entry.Gates = append(entry.Gates, jsonGate{gate.Name, answer.Number(gate.Failed), answer.Number(gate.Alone)})
		}
		d.Barriers = append(d.Barriers, entry)
	}
	for _, m := range told.money {
		d.Money = append(d.Money, jsonMoney{m.Scenario, pounds(m.MeanOffered), pounds(m.MeanSpent), pounds(m.MeanTransferred), pounds(m.MeanUnspent)})
	}
	if told.pairing != "" {
		d.Pairing = &told.pairing
	}
}

// jsonShard is what run --shard --json prints.
type jsonShard struct {
	Version int      `json:"version"`
	Verb    string   `json:"verb"`
	Shard   int      `json:"shard"`
	Shards  int      `json:"shards"`
	Runs    jsonRuns `json:"runs"`
	Folder  string   `json:"folder"`
}

// printShard tells of a shard as JSON.
func (p *program) printShard(folder string, manifest *store.Manifest) error {
	return p.writeJSON(jsonShard{
		Version: jsonVersion, Verb: "run", Shard: manifest.Shard.Index, Shards: manifest.Shard.Count,
		Runs: jsonRuns(manifest.Runs), Folder: filepath.ToSlash(folder),
	})
}

// printThere tells as JSON of a result that is there already, from its tables.
func (p *program) printThere(plan *plan, there *store.Manifest) error {
	reader, err := store.NewReader(plan.out, plan.sweep, plan.partsOf(there.Design.Replicates))
	if err != nil {
		return err
	}
	defer reader.Close()
	reader.ScratchIn(filepath.Dir(filepath.Clean(plan.out))) // nothing is written to the result itself
	result, err := plan.result(reader)
	if err != nil {
		return err
	}
	told, err := tell(result)
	if err != nil {
		return err
	}
	told.replicates = there.Design.Replicates
	document, err := plan.runDocument(result, told, there)
	if err != nil {
		return err
	}
	return p.writeJSON(document)
}
