package main

import (
	"fmt"
	"path/filepath"
	"strings"
)

// print tells the finding, the barriers, where the result is and what may be asked of it.
func (p *program) print(plan *plan, told *told) error {
	if told.document != nil {
		return p.writeJSON(told.document)
	}
	var out strings.Builder
	if said := told.said; said != nil {
		item(&out, "Finding", said.Lead, strings.TrimPrefix(said.Finding, said.Lead+" "))
		item(&out, "Barriers", said.Barriers...)
		if said.Pairing != "" {
			item(&out, "Pairing", said.Pairing)
		}
	} else {
		item(&out, "Finding", told.finding.Lead, told.finding.Detail)
		item(&out, "Barriers", told.barriers...)
		if told.pairing != "" {
			item(&out, "Pairing", told.pairing)
		}
	}
	item(&out, "Wrote", filepath.Join(plan.out, "report.html"))
	if plan.asksWhy() {
		// Not broken, so that it can be copied.
		fmt.Fprintf(&out, "Next     skillmix why %s\n", quotedWord(plan.out))
	}
	_, err := fmt.Fprint(p.stdout, out.String())
	return err
}

// asksWhy reports whether skillmix why can part the result's gap: of a sweep it would not
// know which point to ask.
func (p *plan) asksWhy() bool { return len(p.scenarios) > 1 && p.points.sweep == nil }

// note says something on stderr that is not data.
func (p *program) note(format string, arguments ...any) {
	fmt.Fprintf(p.stderr, "skillmix: "+format+"\n", arguments...)
}

// lineLength is the length at which text is broken.
const lineLength = 92

// item writes a heading and, indented beside it, texts that each begin a
// line.
func item(out *strings.Builder, heading string, texts ...string) {
	margin := fmt.Sprintf("%-9s", heading)
	for _, text := range texts {
		rest := strings.Repeat(" ", len(margin))
		paragraph(out, margin, rest, text)
		margin = rest
	}
}

// paragraph writes a text in lines that are not too long: the first behind a margin,
// the others behind another.
func paragraph(out *strings.Builder, margin, rest, text string) {
	line := margin
	for i, word := range strings.Split(text, " ") {
		if i > 0 && len(line)+1+len(word) > lineLength {
			out.WriteString(line + "\n")
			line = rest + word
			continue
		}
		if i > 0 {
			line += " "
		}
		line += word
	}
	out.WriteString(line + "\n")
}
