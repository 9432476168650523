// Package docs_test makes the tables of the manual from the code, and fails
// when they are stale.
package docs_test

import (
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"skillmix/answer"
	"skillmix/model"
)

var update = flag.Bool("update", false, "write the generated parts of the manual anew")

// parts are the generated parts of each page.
var parts = map[string]map[string]func() string{
	"model.md":         {"phases": phases, "mechanisms": mechanisms, "parameters": parameters},
	"results.md":       {"measures": measures, "outcomes": outcomes},
	"facts.md":         {"table columns": tableColumns, "facts": builtInFacts},
	"organisations.md": organisations,
	"keys.md":          {"keys": scenarioKeys, "mechanism keys": mechanismKeys, "parameter keys": parameterKeys},
	"scenarios.md":     {"scenarios": builtins, "role keys": roleKeys, "roles": usualRoles},
}

func TestGeneratedPartsAreFresh(t *testing.T) {
	for page, generate := range parts {
		content, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		text := string(content)
		for name, table := range generate {
			begin, end := "<!-- generated: "+name+" -->\n", "<!-- end -->"
			_, after, found := strings.Cut(text, begin)
			old, _, ended := strings.Cut(after, end)
			if !found || !ended {
				t.Fatalf("%s has no place for the %s", page, name)
			}
			if fresh := "\n" + table() + "\n"; old != fresh {
				if !*update {
					t.Errorf("%s: the %s are stale: run make golden", page, name)
				}
				text = strings.Replace(text, begin+old+end, begin+fresh+end, 1)
			}
		}
		if *update {
			if err := os.WriteFile(page, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// table writes rows as Markdown.
func table(head []string, rows [][]string) string {
	var text strings.Builder
	line := func(cells []string) {
		for i, cell := range cells {
			cells[i] = strings.ReplaceAll(cell, "|", "\\|")
		}
		fmt.Fprintf(&text, "| %s |\n", strings.Join(cells, " | "))
	}
	line(head)
	fmt.Fprintf(&text, "|%s\n", strings.Repeat("---|", len(head)))
	for _, row := range rows {
		line(row)
	}
	return text.String()
}

func phases() string {
	var text strings.Builder
	for i, phase := range model.Phases {
		fmt.Fprintf(&text, "%d. **%s**: %s\n", i+1, phase.Name, phase.Meaning)
	}
	return text.String()
}

func mechanisms() string {
	var rows [][]string
	for _, mechanism := range model.Mechanisms {
		var neutral []string
		for _, n := range mechanism.Neutral {
			neutral = append(neutral, fmt.Sprintf("`%s` = %s", model.Catalogue[n.Parameter].Name, number(n.Value)))
		}
		rows = append(rows, []string{"`" + mechanism.Name + "`", mechanism.Meaning, mechanism.Source, strings.Join(neutral, ", ")})
	}
	return table([]string{"switch", "mechanism", "from", "neutral values"}, rows)
}

func parameters() string {
	var rows [][]string
	theme := ""
	for _, d := range model.Catalogue {
		if d.Theme != theme {
			theme = d.Theme
			rows = append(rows, []string{"**" + theme + "**", "", "", "", "", ""})
		}
		plausible := number(d.Prior.Low) + " to " + number(d.Prior.High)
		if d.Prior.Fixed() {
			plausible = "not varied"
		}
		rows = append(rows, []string{"`" + d.Name + "`", d.Meaning, d.Unit, number(d.Prior.Default), plausible,
			d.Role.String() + "; " + d.Basis.String() + ": " + d.Source})
	}
	judged := 0
	for i := range model.Catalogue {
		if model.Catalogue[i].Judged() {
			judged++
		}
	}
	return fmt.Sprintf("%d parameters, %d of which rest on judgement and are drawn.\n\n", model.ParameterCount, judged) +
		table([]string{"name", "meaning", "unit", "default", "plausible range", "role and basis"}, rows)
}

func measures() string {
	var rows [][]string
	for i, column := range model.Measures() {
		if settings := model.MeasureSettings(i); len(settings) > 0 {
			rows = append(rows, []string{"`" + column.Name + "`", column.Meaning, column.Unit, column.Kind.String(), strings.Join(settings, ", ")})
		}
	}
	return table([]string{"measure", "meaning", "unit", "kind", "settings"}, rows)
}

func outcomes() string {
	var rows [][]string
	for _, outcome := range answer.OutcomeMeasures() {
		rows = append(rows, []string{"`" + outcome.Name + "`", outcome.Meaning, outcome.Unit, strings.Join(outcome.Settings, ", ")})
	}
	return table([]string{"measure", "meaning", "unit", "settings"}, rows)
}

func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
