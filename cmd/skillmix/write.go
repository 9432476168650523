package main

import (
	"fmt"
	"io"
	"strings"

	"skillmix/answer"
	"skillmix/answer/charts"
	"skillmix/answer/gates"
	"skillmix/scenarios"
	"skillmix/sim/store"
)

// told is what a result says in words, money and a picture.
type told struct {
	finding    answer.Finding
	barriers   []string
	pairing    string
	money      []answer.Money
	gates      []gates.Met
	outcomes   *answer.Outcomes
	diffusions []answer.Diffusion // of the headline's setting
	breakdowns []answer.Breakdown // of every setting
	charts     []charts.Drawn
	failed     int             // runs
	replicates int             // that were made
	precision  float64         // half-width of the headline difference, where it was asked for
	reached    bool            // it is as small as asked
	said       *store.Manifest // instead of all this: what an earlier run said
	document   *jsonRun        // all of it as JSON, where that was asked for
}

// result puts the runs together with what was asked.
func (p *plan) result(reader *store.Reader) (*answer.Result, error) {
	runs, err := p.runsOf(reader, 0)
	if err != nil {
		return nil, err
	}
	result := &answer.Result{
		Headline: p.headline(), Population: p.people.Preset, Own: p.people.Given != nil, Redrawn: p.people.Redraw,
		Seed: p.seed.value, Inputs: p.identity.Inputs,
		Judged: p.judged, Spread: !p.fixed, Varied: p.points.names(), Levers: p.points.levers(),
		Runs:     runs,
		Observed: observations(),
		Command:  p.again(),
	}
	if len(p.sets) > 1 {
		alone, err := p.runsOf(reader, 1)
		if err != nil {
			return nil, err
		}
		if result.ChanceAlone, err = answer.HeadlineValues(alone, p.headline()); err != nil {
			return nil, err
		}
	}
	for i, scenario := range p.scenarios {
		result.Scenarios = append(result.Scenarios, answer.Scenario{
			Name: scenario.Name, Title: scenario.Title, SHA256: store.Checksum(p.resolved[i].Text),
		})
	}
	return result, nil
}

// observations are what runs can be set beside: what the set of networks that
// is known for longest reported. The other sets lie so near to it that their
// marks would hide each other.
func observations() []answer.Observation {
	panel := scenarios.ObservedPanels()[0]
	return []answer.Observation{{
		Measure: scenarios.HeadlineNetworks, Setting: "pcn", Who: fmt.Sprintf("%d networks of England with staff in June 2020", panel.Networks),
		Lacks:  "The line is all networks, and reports of June and September 2020 are without care coordinators.",
		Factor: scenarios.ReportingFactor, Manual: "docs/calibration.md", Months: panel.Quarters, Values: panel.Mean,
	}}
}

// again is the command that makes the result from the files in its folder.
func (p *plan) again() string {
	words := []string{"skillmix", "run"}
	for _, name := range p.names() {
		file := scenarioFile(name)
		if strings.ContainsAny(file, " '\"$&|<>();*?") {
			file = `"` + file + `"`
		}
		words = append(words, file)
	}
	words = append(words, "--seed", p.seed.String(), "--reps", p.reps.String())
	if p.precision.given {
		words = append(words, "--precision", p.precision.String(), "--max-reps", p.maxReps.String())
	}
	if p.fixed {
		words = append(words, "--fixed")
	}
	if p.detail.value != detailMonth {
		words = append(words, "--detail", p.detail.value)
	}
	if p.twins {
		words = append(words, "--csv")
	}
	return strings.Join(append(words, "--out", "../again"), " ")
}

func scenarioFile(name string) string { return "scenario." + name + ".toml" }

// tell makes of a result what several outputs say alike.
func tell(result *answer.Result) (*told, error) {
	finding, err := answer.Find(result)
	if err != nil {
		return nil, err
	}
	barriers, err := gates.Meet(result.Runs, result.Headline)
	if err != nil {
		return nil, err
	}
	money, err := answer.SumMoney(result.Runs)
	if err != nil {
		return nil, err
	}
	outcomes, err := answer.MeasureOutcomes(result.Runs)
	if err != nil {
		return nil, err
	}
	at, err := answer.FindHeadline(result.Runs.Layout, result.Headline)
	if err != nil {
		return nil, err
	}
	diffusions, err := answer.Diffuse(result.Runs, at.Setting)
	if err != nil {
		return nil, err
	}
	breakdowns, err := answer.BreakDown(result.Runs)
	if err != nil {
		return nil, err
	}
	t := &told{finding: finding, money: money, gates: barriers, outcomes: outcomes, diffusions: diffusions, breakdowns: breakdowns}
	for _, barrier := range barriers {
		t.barriers = append(t.barriers, barrier.String())
	}
	t.pairing, err = answer.Pairing(result)
	return t, err
}

// write makes every file of the result but its parts and its manifest.
func (p *plan) write(folder *store.Folder, reader *store.Reader, result *answer.Result, told *told) error {
	pictures, err := drawAll(told.charts, int(p.jobs.value))
	if err != nil {
		return err
	}
	tables, err := answer.Tabulate(result.Runs, told.outcomes)
	if err != nil {
		return err
	}
	type file struct {
		name string
		fill func(io.Writer) error
	}
	files := []file{{"summary.csv", tables.WriteSummary}}
	for _, picture := range pictures {
		files = append(files, file{"charts/" + picture.name + ".svg", bytesOf(picture.svg)}, file{"charts/" + picture.name + ".png", bytesOf(picture.png)})
	}
	for _, file := range files {
		if err := folder.Write(file.name, file.fill); err != nil {
			return err
		}
	}
	if err := p.writeScenarios(folder); err != nil {
		return err
	}
	if !p.fixed && p.points.sweep == nil {
		if err := folder.Write("inputs.csv", func(w io.Writer) error { return p.writeInputs(w, told.replicates) }); err != nil {
			return err
		}
	}
	if p.points.sweep != nil {
		if err := folder.Write("points.csv", func(w io.Writer) error { return p.writePoints(w, result.Runs) }); err != nil {
			return err
		}
	}
	if p.twins {
		if err := reader.WriteTwins(folder); err != nil {
			return err
		}
	}
	if len(p.scenarios) > 1 {
		if err := folder.Write("comparison.csv", tables.WriteComparison); err != nil {
			return err
		}
	}
	report, err := p.report(result, told, pictures, folder.Files())
	if err != nil {
		return err
	}
	return folder.Write("report.html", writeReport(report))
}

// writeScenarios writes the resolved scenarios, and the user's own files that they
// read.
func (p *plan) writeScenarios(folder *store.Folder) error {
	for _, file := range p.scenarios[0].Files { // the same in every scenario
		if err := folder.Write(file.Copy, bytesOf(file.Content)); err != nil {
			return err
		}
	}
	for _, scenario := range p.resolved {
		if err := folder.Write(scenarioFile(scenario.Name), bytesOf(scenario.Text)); err != nil {
			return err
		}
	}
	return nil
}

func bytesOf(content []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		if _, err := w.Write(content); err != nil {
			return fmt.Errorf("writing %d bytes: %w", len(content), err)
		}
		return nil
	}
}
