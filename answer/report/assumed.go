package report

import (
	"fmt"
	"strings"

	"skillmix/answer/words"
)

// Assumptions are what the scenarios rest on, told by those who know the model.
type Assumptions struct {
	// Differ lists the keys in which the scenarios differ.
	Differ []Choice
	// Shared is what all scenarios have in common and a reader must know, in sentences.
	Shared []string
	// Judged are the values that rest on judgement or have a range, in the catalogue's
	// order.
	Judged []Assumption
	// Other are the remaining values: data, definitions, levers.
	Other []Assumption
}

// A Choice is a key of scenario files that differs between scenarios.
type Choice struct {
	Key     string
	Meaning string   // may be empty
	Values  []string // by scenario, as a file would write them
}

// An Assumption is a value behind the scenarios.
type Assumption struct {
	Key     string // as scenario files write it
	Theme   string
	Meaning string
	Unit    string
	Basis   string // judgement or data, and whose or which
	Values  []AssumedValue
}

// An AssumedValue is what an assumption is in a scenario.
type AssumedValue struct {
	Scenario string // empty where all have the same
	Default  string
	Range    string // from which runs draw; empty for a single number
}

// assumptions is the section that tells what was assumed, judgement first.
func (r *Report) assumptions() (Section, error) {
	section := Section{ID: "assumed", Heading: "What was assumed"}
	section.Parts = append(section.Parts,
		text(r.treated()+" Of each value the table says what it rests on; nobody has measured most of them. They stand in the order of the manual: "+
			"which of them move the answer is a question for further runs, with `[vary]` or `[sample]` in a scenario file."),
		Part{Table: r.judged()})
	if len(r.Result.Scenarios) > 1 {
		section.Parts = append(section.Parts, Part{Heading: "What the scenarios change"}, text(r.apart()), Part{Table: r.differ()})
	}
	section.Parts = append(section.Parts, Part{Heading: "What all scenarios share"}, Part{List: append(r.shared(), r.Assumed.Shared...)},
		Part{Table: r.other()})
	return section, nil
}

// treated says which values rest on judgement and how they were treated.
func (r *Report) treated() string {
	files := "Each is listed below with its range, and in the scenario files beside this report."
	if r.Result.Spread {
		return fmt.Sprintf("%s rest on judgement, not on evidence. Each run draws them from their ranges, the same draws "+
			"in every scenario, so that scenarios differ only by what they change. A second set of runs held them at their "+
			"defaults: it gives the ranges over chance alone. %s", words.Capital(words.Count(r.Result.Judged, "value")), files)
	}
	return "All values that rest on judgement were held at their defaults. " + files
}

// apart says how scenarios differ.
func (r *Report) apart() string {
	if len(r.Result.Varied) > 0 {
		return "The scenarios differ in the following, and in what is varied between runs, which `points.csv` has for each scenario and point."
	}
	return "The scenarios differ in the following and in nothing else."
}

// shared says in sentences how the runs were made.
func (r *Report) shared() []string {
	result := r.Result
	people := "The organisations are drawn from published distributions; none of them is real. They are the same in every run."
	switch {
	case result.Own:
		people = "The organisations are those of your files. What the files do not say of them, such as disposition and belief, is drawn."
	case result.Redrawn:
		people = "The organisations are drawn from published distributions, anew for each pair of runs; none of them is real."
	}
	return []string{
		people,
		fmt.Sprintf("Time runs by months from %s.", result.Period()),
		fmt.Sprintf("The %s of each scenario vary %s.", words.Count(result.Runs.Replicates(), "run"), result.Varying()),
	}
}

// judged is the table of values that rest on judgement.
func (r *Report) judged() *Table {
	drawn := "Range drawn from"
	if !r.Result.Spread {
		drawn = "Plausible range (held at the default)"
	}
	table := &Table{
		ID: "judged", Caption: "Values that rest on judgement or are drawn from a range",
		Columns: []Column{{Head: "Value"}, {Head: "Unit"}, {"Default", true}, {drawn, true}, {Head: "What it rests on"}},
		Absent:  "No value of these scenarios is drawn from a range.",
	}
	table.Rows = rowsOf(r.Assumed.Judged)
	table.Fold = fmt.Sprintf("All %s", words.Count(len(r.Assumed.Judged), "such value"))
	return table
}

// other is the table of the remaining values.
func (r *Report) other() *Table {
	table := &Table{
		ID: "values", Caption: "Values that are a single number: data, definitions, and what policy can choose",
		Columns: []Column{{Head: "Value"}, {Head: "Unit"}, {"Number", true}, {Head: "What it rests on"}},
		Absent:  "There are none.",
		Fold:    fmt.Sprintf("The other %s", words.Count(len(r.Assumed.Other), "value")),
	}
	for _, row := range rowsOf(r.Assumed.Other) {
		if row.Group == "" {
			row.Cells = []string{row.Cells[0], row.Cells[1], row.Cells[3]}
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// rowsOf writes assumptions as rows, under the headings of their themes: unit, default,
// range and basis. Where scenarios differ each has a row.
func rowsOf(all []Assumption) (rows []Row) {
	theme := ""
	for _, assumption := range all {
		if assumption.Theme != theme {
			theme = assumption.Theme
			rows = append(rows, Row{Group: theme})
		}
		for _, value := range assumption.Values {
			head := words.Capital(assumption.Meaning)
			if value.Scenario != "" {
				head += ", in " + words.Label(value.Scenario)
			}
			span := value.Range
			if span == "" {
				span = "a single number"
			}
			rows = append(rows, Row{Head: head + " (`" + assumption.Key + "`)", Cells: []string{assumption.Unit, value.Default, span, assumption.Basis}})
		}
	}
	return rows
}

// differ is the table of what scenarios change.
func (r *Report) differ() *Table {
	table := &Table{
		ID: "changes", Caption: "Keys in which the scenarios differ", Columns: []Column{{Head: "Key"}},
		Absent: "The scenarios do not differ in any key: they are the same world under several names.",
	}
	for _, name := range capitals(r.labels()) {
		table.Columns = append(table.Columns, Column{Head: name})
	}
	for _, choice := range r.Assumed.Differ {
		head := "`" + choice.Key + "`"
		if choice.Meaning != "" {
			head += ": " + choice.Meaning
		}
		row := Row{Head: head}
		for _, value := range choice.Values {
			if strings.TrimSpace(value) == "" {
				value = "none"
			}
			row.Cells = append(row.Cells, value)
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}
