package report

import (
	"fmt"
	"slices"

	"skillmix/answer/gates"
	"skillmix/answer/words"
)

// why is the section that tells which gates proposals fail at.
func (r *Report) why() (Section, error) {
	section := Section{ID: "why", Heading: "Why: what stops proposals"}
	proposed := slices.ContainsFunc(r.Barriers, func(b gates.Met) bool { return b.Proposals > 0 })
	if !proposed {
		section.Parts = append(section.Parts, text("Nobody proposes a post in any scenario, so there is nothing that could fail: look at what would prompt a proposal before you look at gates."))
		return section, nil
	}
	for _, b := range r.Barriers {
		section.Parts = append(section.Parts, text(b.String()))
	}
	section.Parts = append(section.Parts,
		text("A proposal is tried at every gate, so that it can fail at several at once; shares can add up to more than 100%. A gate that "+
			"many proposals fail at need not be the one that holds adoption back: those may have failed elsewhere too."),
		Part{Table: r.gates()})
	if r.AskWhy != "" {
		section.Parts = append(section.Parts,
			text(fmt.Sprintf("How much of the gap between %s and %s rests on each barrier is told by further runs, in which barriers are held open. Typed in the folder of this report, "+
				"this makes them and parts the gap over barriers, so that the parts add up to it:", words.Label(r.Result.Scenarios[0].Name), words.Label(r.Result.Scenarios[1].Name))),
			Part{Command: r.AskWhy},
			text("With `--flips` it lists the units that take the role up in one of the two and not in the other under the same luck, and with `--unit CODE` it tells the story of one of them."))
	}
	return section, nil
}

// gates is the table of gates in the layout's order, a column for each scenario.
func (r *Report) gates() *Table {
	table := &Table{ID: "gates", Caption: "Share of proposals that fail at each gate and, in brackets, at that gate alone", Columns: []Column{{Head: "Gate"}}}
	rows := 0
	for _, b := range r.Barriers {
		table.Columns = append(table.Columns, Column{words.Capital(words.Label(b.Scenario)), true})
		rows = max(rows, len(b.Gates))
	}
	for i := range rows {
		row := Row{}
		for _, b := range r.Barriers {
			if len(b.Gates) == 0 {
				row.Cells = append(row.Cells, "no proposals")
				continue
			}
			row.Head = words.Capital(words.Gate(b.Gates[i].Name))
			row.Cells = append(row.Cells, words.Percent(b.Gates[i].Failed)+" ("+words.Percent(b.Gates[i].Alone)+")")
		}
		table.Rows = append(table.Rows, row)
	}
	proposals := Row{Head: "Proposals in a run, mean"}
	for _, b := range r.Barriers {
		proposals.Cells = append(proposals.Cells, words.RoundingOf(0, b.Proposals).Amount(b.Proposals))
	}
	table.Rows = append(table.Rows, proposals)
	return table
}
