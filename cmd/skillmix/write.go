package main

import (
	"fmt"
	"io"
	"strings"

	"skillmix/answer"
	"skillmix/plots"
	"skillmix/scenarios"
	"skillmix/sim/store"
)

// told is what a result says in words, money and a picture.
type told struct {
	finding  answer.Finding
	barriers []string
	money    []answer.Money
	chart    *plots.Adoption
}

// result puts the runs together with what was asked.
func (p *plan) result(runs *answer.Runs, alone [][]float64) *answer.Result {
	result := &answer.Result{
		Headline: p.headline(), Population: p.people.Preset,
		Seed: p.seed.value, Inputs: p.inputs,
		Judged: p.judged, Spread: !p.fixed,
		Runs: runs, ChanceAlone: alone,
		Observed: observations(),
		Command:  p.again(),
	}
	for i, scenario := range p.scenarios {
		result.Scenarios = append(result.Scenarios, answer.Scenario{
			Name: scenario.Name, Title: scenario.Title, SHA256: store.Checksum(p.resolved[i].Text),
		})
	}
	return result
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
	if p.fixed {
		words = append(words, "--fixed")
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
	barriers, err := answer.MeetBarriers(result.Runs, result.Headline)
	if err != nil {
		return nil, err
	}
	money, err := answer.SumMoney(result.Runs)
	if err != nil {
		return nil, err
	}
	chart, err := answer.Chart(result)
	if err != nil {
		return nil, err
	}
	t := &told{finding: finding, money: money, chart: chart}
	for _, barrier := range barriers {
		t.barriers = append(t.barriers, barrier.String())
	}
	return t, nil
}

// write makes every file of the result but its manifest.
func (p *plan) write(folder *store.Folder, result *answer.Result, told *told) error {
	svg, err := told.chart.SVG()
	if err != nil {
		return err
	}
	png, err := told.chart.PNG()
	if err != nil {
		return err
	}
	files := []struct {
		name string
		fill func(io.Writer) error
	}{
		{"summary.csv", func(w io.Writer) error { return answer.WriteSummary(w, result.Runs) }},
		{"charts/adoption.svg", bytesOf(svg)},
		{"charts/adoption.png", bytesOf(png)},
		{"report.html", func(w io.Writer) error { return answer.WriteReport(w, result, svg) }},
	}
	for _, file := range files {
		if err := folder.Write(file.name, file.fill); err != nil {
			return err
		}
	}
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
	if !p.fixed {
		if err := folder.Write("inputs.csv", p.writeInputs); err != nil {
			return err
		}
	}
	if len(p.scenarios) < 2 {
		return nil
	}
	return folder.Write("comparison.csv", func(w io.Writer) error { return answer.WriteComparison(w, result.Runs) })
}

func bytesOf(content []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		if _, err := w.Write(content); err != nil {
			return fmt.Errorf("writing %d bytes: %w", len(content), err)
		}
		return nil
	}
}
