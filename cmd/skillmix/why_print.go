package main

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"skillmix/answer/gates"
	"skillmix/answer/ledger"
)

// printLedger tells the finding of the result, the ledger, the gates met, and how it
// is all to be read.
func (p *program) printLedger(e *explanation, place *whyPlace) error {
	var out strings.Builder
	manifest := e.asked.manifest
	item(&out, "Finding", manifest.Lead, strings.TrimPrefix(manifest.Finding, manifest.Lead+" "))
	if e.ledger != nil {
		out.WriteString("\n")
		item(&out, "Ledger", e.ledger.String(), e.ledger.Heading())
		grid(&out, ledger.Head, e.ledger.Rows())
	}
	for i, table := range gates.Tables(e.setting, e.recorded, e.again) {
		out.WriteString("\n")
		heading := "Barriers"
		if i > 0 {
			heading = ""
		}
		item(&out, heading, table.Heading)
		grid(&out, table.Head, table.Rows)
		for _, note := range table.Notes {
			item(&out, "", note)
		}
	}
	out.WriteString("\n")
	if e.ledger != nil {
		item(&out, "Reading", ledger.Reading)
	}
	item(&out, "Notes", e.notes()...)
	item(&out, "Wrote", place.wrote()...)
	_, err := fmt.Fprint(p.stdout, out.String())
	return err
}

// notes say what open gates mean, and what else a reader must know.
func (e *explanation) notes() []string {
	if e.ledger == nil {
		return []string{"A gap needs two scenarios: run them together, and ask again for what it rests on."}
	}
	return e.ledger.Notes()
}

// grid writes a table whose first column is text and whose others stand to the right.
func grid(out *strings.Builder, head []string, rows [][]string) {
	widths := make([]int, len(head))
	all := append([][]string{head}, rows...)
	for _, row := range all {
		for i, cell := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	for _, row := range all {
		line := strings.Repeat(" ", len("Barriers "))
		for i, cell := range row {
			space := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
			if i == 0 {
				line += cell + space
			} else {
				line += "  " + space + cell
			}
		}
		out.WriteString(strings.TrimRight(line, " ") + "\n")
	}
}
