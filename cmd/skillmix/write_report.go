package main

import (
	"fmt"
	"io"
	"strings"

	"skillmix/answer"
	"skillmix/answer/report"
	"skillmix/scenarios"
	"skillmix/sim/store"
)

// sectionOf says in which section of the report a chart stands.
var sectionOf = map[string]string{
	"adoption": "difference", "difference": "difference", "rogers": "speed",
	"barriers": "why", "resistance": "why",
	"services": "where", "roles": "where", "spread": "where",
	"money": "cost",
}

// report puts together what report.html is made of.
func (p *plan) report(result *answer.Result, told *told, pictures []picture, files []store.File) (*report.Report, error) {
	assumed, err := p.assumptions()
	if err != nil {
		return nil, err
	}
	quality, err := p.quality(told)
	if err != nil {
		return nil, err
	}
	page := &report.Report{
		Result: result, Money: told.money, Barriers: told.gates, Pairing: told.pairing,
		Assumed: assumed, Quality: quality, Files: besideReport(files),
		Outcomes: told.outcomes, Diffusions: told.diffusions, Breakdowns: told.breakdowns,
		Maker: store.Tool + " " + version,
	}
	if p.asksWhy() {
		page.AskWhy = "skillmix why ." // wherever the folder is
	}
	for _, file := range p.scenarios[0].Files {
		page.Organisations = append(page.Organisations, report.Term{Name: file.Copy, Meaning: file.SHA256()})
	}
	svg := map[string][]byte{}
	for _, picture := range pictures {
		svg[picture.name] = picture.svg
	}
	for _, chart := range told.charts {
		if chart.Figure != nil {
			page.Draw(sectionOf[chart.Name], report.Drawing{
				Name: chart.Name, SVG: svg[chart.Name], Title: chart.Figure.Title, Alt: chart.Figure.Alt,
				Caption: chart.Figure.Subtitle + ".", Data: numbersOf(chart.Name),
			})
		} else {
			page.Lack(chart.Name, chart.Why)
		}
	}
	return page, nil
}

// numbersOf names the table with the numbers of a chart, or none.
func numbersOf(chart string) string {
	switch chart {
	case "difference":
		return "comparison.csv"
	case "spread": // single organisations are in no table
		return ""
	}
	return "summary.csv"
}

// writeReport writes report.html.
func writeReport(page *report.Report) func(io.Writer) error {
	return func(w io.Writer) error { return report.Write(w, page) }
}

// quality counts runs, and the findings that the model is held to.
func (p *plan) quality(told *told) (report.Quality, error) {
	planned := told.replicates * p.design.Points * p.design.Together()
	quality := report.Quality{Planned: planned, Done: planned - told.failed, Failed: told.failed}
	for _, name := range scenarios.FactNames() {
		fact, err := scenarios.LoadFact(name)
		if err != nil {
			return quality, fmt.Errorf("the built-in fact %s: %w", name, err)
		}
		quality.Facts++
		if fact.Open {
			quality.Open = append(quality.Open, fact.Claim)
		}
	}
	return quality, nil
}

// fileContents says what files of a result hold, by the end of their names; folders stand
// for what is in them.
var fileContents = []struct{ name, holds string }{
	{"manifest.json", "version and commit of the program, seed, design, checksums of every file, the finding"},
	{"summary.csv", "each measure of each group over runs: mean, median, ranges, error of the mean"},
	{"comparison.csv", "paired differences between scenarios in each measure, and how often the first is higher"},
	{"points.csv", "the headline of each scenario at each point that is varied"},
	{"inputs.csv", "what each run drew of the values that are not known"},
	{"runs.parquet/", "a row for each run: what it drew, whether it failed, headline measures"},
	{"series.parquet/", "every measure of every run, month by month"},
	{"units.parquet/", "every service and network at the end of each run"},
	{"organisations.", "your own organisations, as they were read"},
	{"scenario.", "a scenario with every default written out"},
	{"charts/", "charts, as SVG and as PNG"},
	{".csv", "the table in Parquet of the same name, as CSV"},
}

// besideReport tells of files what they hold; of folders of parts, and of charts, once
// for all.
func besideReport(files []store.File) (all []report.Term) {
	said := map[string]bool{}
	all = append(all, report.Term{Name: "manifest.json", Meaning: fileContents[0].holds})
	for _, file := range files {
		name := file.Name
		if folder, _, inside := strings.Cut(name, "/"); inside {
			name = folder + "/"
		}
		if said[name] {
			continue
		}
		said[name] = true
		for _, known := range fileContents {
			if strings.HasPrefix(name, known.name) || strings.HasSuffix(name, known.name) {
				all = append(all, report.Term{Name: name, Meaning: known.holds})
				break
			}
		}
	}
	return all
}
