package main

import (
	"fmt"
	"path/filepath"
	"strings"
)

// print tells the finding, the barriers and where the result is.
func (p *program) print(plan *plan, told *told) error {
	var out strings.Builder
	item(&out, "Finding", told.finding.Lead, told.finding.Detail)
	item(&out, "Barriers", told.barriers...)
	item(&out, "Wrote", filepath.Join(plan.out, "report.html"))
	_, err := fmt.Fprint(p.stdout, out.String())
	return err
}

// lineLength is the length at which text is broken.
const lineLength = 92

// item writes a heading and, indented beside it, texts that each begin a
// line.
func item(out *strings.Builder, heading string, texts ...string) {
	margin := fmt.Sprintf("%-9s", heading)
	for _, text := range texts {
		line := margin
		margin = strings.Repeat(" ", len(margin))
		for i, word := range strings.Split(text, " ") {
			if i > 0 && len(line)+1+len(word) > lineLength {
				out.WriteString(line + "\n")
				line = margin + word
				continue
			}
			if i > 0 {
				line += " "
			}
			line += word
		}
		out.WriteString(line + "\n")
	}
}
