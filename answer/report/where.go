package report

import (
	"fmt"

	"skillmix/answer"
	"skillmix/answer/words"
)

// fewGroups is how many rows a table may have that is open from the start.
const fewGroups = 8

// where is the section that tells in which areas, kinds of trust, services and roles the
// scenarios stand where, and differ.
func (r *Report) where() (Section, error) {
	section := Section{ID: "where", Heading: "Where"}
	at, err := answer.FindHeadline(r.Result.Runs.Layout, r.Result.Headline)
	if err != nil {
		return section, err
	}
	var told []*answer.Breakdown
	lacks := "the records keep no groups"
	for i := range r.Breakdowns {
		switch b := &r.Breakdowns[i]; {
		case b.Setting != at.Setting:
		case b.Lacks != "":
			lacks = b.Lacks
		case len(b.Measures) > 0:
			told = append(told, b)
		}
	}
	if len(told) == 0 {
		section.Parts = append(section.Parts, text(fmt.Sprintf("Of areas, kinds of organisation, services and roles nothing can be told: %s.", lacks)))
		return section, nil
	}
	var said []string
	for _, b := range told {
		said = append(said, b.Sentence(r.Result.Runs.Names))
	}
	section.Parts = append(section.Parts, text(r.placed(told[0])), Part{List: said})
	for _, b := range told {
		section.Parts = append(section.Parts, Part{Table: r.broken(b, 0)})
		if len(b.Measures) > 1 {
			section.Parts = append(section.Parts, Part{Table: r.brokenFurther(b)})
		}
	}
	return section, nil
}

// placed says of when the breakdowns are, and what their groups are.
func (r *Report) placed(b *answer.Breakdown) string {
	what := fmt.Sprintf("Groups are told as they stand at the end of %s.", words.Month(b.Month))
	if len(r.Result.Scenarios) > 1 {
		what += " Of two scenarios one is said to be above the other only where the 95% interval of the mean difference excludes zero."
	}
	if !r.Result.Own {
		what += " Areas are as invented as the organisations in them; kinds, services and roles are those of the NHS."
	}
	return what + " `summary.csv` has every other measure of every group" + r.compares() + "."
}

func (r *Report) compares() string {
	if len(r.Result.Scenarios) > 1 {
		return ", and `comparison.csv` every other difference"
	}
	return ""
}

// broken is the table of a measure by group.
func (r *Report) broken(b *answer.Breakdown, measure int) *Table {
	table := &Table{ID: "where-" + b.Dimension, Columns: r.groupColumns(b), Rows: r.groupRows(b, measure)}
	table.Caption = fmt.Sprintf("%s: %s in %s%s", b.Heading(), words.Lower(b.Measures[measure].Quantity), words.Month(b.Month), r.toldOfGroups())
	if len(b.Groups) > fewGroups {
		_, several := b.Called()
		table.Fold = fmt.Sprintf("All %d %s: %s", len(b.Groups), several, words.Lower(b.Measures[measure].Quantity))
	}
	return table
}

// brokenFurther is the table of the other measures, one below the other.
func (r *Report) brokenFurther(b *answer.Breakdown) *Table {
	table := &Table{ID: "where-" + b.Dimension + "-more", Columns: r.groupColumns(b)}
	var quantities []string
	for measure := 1; measure < len(b.Measures); measure++ {
		quantities = append(quantities, words.Lower(b.Measures[measure].Quantity))
		table.Rows = append(table.Rows, Row{Group: b.Measures[measure].Quantity})
		table.Rows = append(table.Rows, r.groupRows(b, measure)...)
	}
	one, _ := b.Called()
	table.Fold = fmt.Sprintf("By %s: %s", one, words.Listed(quantities))
	table.Caption = fmt.Sprintf("%s: %s in %s%s", b.Heading(), words.Listed(quantities), words.Month(b.Month), r.toldOfGroups())
	return table
}

// toldOfGroups says what stands in the cells.
func (r *Report) toldOfGroups() string {
	if n := r.Result.Runs.Replicates(); n > 1 {
		return fmt.Sprintf(", mean of %s (and range of 95%% of them)", words.Count(n, "run"))
	}
	return ", from a single run"
}

// groupColumns heads a table by group.
func (r *Report) groupColumns(b *answer.Breakdown) []Column {
	labels := r.labels()
	one, _ := b.Called()
	all := columns(words.Capital(one), capitals(labels)...)
	if len(labels) > 1 {
		head := "Difference"
		if len(labels) > 2 {
			head = fmt.Sprintf("Difference, %s less %s", labels[0], labels[1])
		}
		all = append(all, Column{head, true}, Column{words.Capital(labels[0]) + " is higher in", true})
	}
	return all
}

func (r *Report) groupRows(b *answer.Breakdown, measure int) (rows []Row) {
	for _, cells := range b.Rows(measure) {
		rows = append(rows, Row{Head: cells[0], Cells: cells[1:]})
	}
	return rows
}
