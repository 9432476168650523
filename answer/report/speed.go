package report

import (
	"fmt"

	"skillmix/answer"
	"skillmix/answer/words"
)

// speed is the section that tells how long it takes until posts have spread, how fast they
// spread at most, and what shape the course has.
func (r *Report) speed() (Section, error) {
	section := Section{ID: "speed", Heading: "How fast"}
	at, err := answer.FindHeadline(r.Result.Runs.Layout, r.Result.Headline)
	if err != nil {
		return section, err
	}
	if r.Outcomes == nil && len(r.Diffusions) == 0 {
		section.Absent = "The records do not hold who has had a post, so that nothing can be told of how fast posts spread."
		return section, nil
	}
	section.Parts = append(section.Parts, text(fmt.Sprintf("The units that take a post up are %s. One has taken it up when it has had a filled post for the first time.", unitsInFull(at.Setting))))
	section.Parts = append(section.Parts, Part{Table: r.times(at.Setting)})
	if len(r.Diffusions) > 0 {
		section.Parts = append(section.Parts, r.shape()...)
	}
	return section, nil
}

// unitsInFull says what the units of a setting are.
func unitsInFull(setting string) string {
	switch setting {
	case "trust":
		return "the services of trusts"
	case "pcn":
		return "primary care networks"
	}
	return "the services of trusts, and primary care networks"
}

// times is the table of months to levels and of the fastest twelve months.
func (r *Report) times(setting string) *Table {
	table := &Table{
		ID: "times", Columns: r.outcomeColumns("Outcome"),
		Caption: fmt.Sprintf("Time it takes, and the fastest twelve months, in %s: %s", words.Place(setting), r.toldOf()),
		Absent:  "The records do not hold who has had a post, month by month.",
	}
	if r.Outcomes != nil {
		table.Rows = outcomeRows(r.Outcomes.SpeedRows(setting))
	}
	return table
}

// toldOf says what stands in the cells of a table of outcomes.
func (r *Report) toldOf() string {
	if n := r.Result.Runs.Replicates(); n > 1 {
		return fmt.Sprintf("mean of %s and, in brackets, the range of 95%% of them", words.Count(n, "run"))
	}
	return "from a single run"
}

// outcomeColumns heads a table of outcomes: what, each scenario, and the difference of the
// first two.
func (r *Report) outcomeColumns(what string) []Column {
	all := []Column{{Head: what}}
	labels := r.labels()
	for _, name := range labels {
		all = append(all, Column{Head: words.Capital(name)})
	}
	if len(labels) > 1 {
		head := "Difference"
		if len(labels) > 2 {
			head = fmt.Sprintf("Difference, %s less %s", labels[0], labels[1])
		}
		all = append(all, Column{Head: head})
	}
	return all
}

// outcomeRows writes outcomes as rows of a table.
func outcomeRows(all []answer.OutcomeRow) (rows []Row) {
	for _, told := range all {
		row := Row{Head: words.Capital(told.Label), Cells: told.Values}
		if told.Difference != "" {
			row.Cells = append(row.Cells, told.Difference)
		}
		rows = append(rows, row)
	}
	return rows
}

// shape tells of each scenario's course, of Bass's model, and of Rogers's categories.
func (r *Report) shape() []Part {
	parts := []Part{{Heading: "The shape of the course"}}
	var said []string
	fitted, sorted := false, false
	for i := range r.Diffusions {
		d := &r.Diffusions[i]
		said = append(said, d.String())
		fitted = fitted || d.NoBass == ""
		sorted = sorted || d.NoCategories == ""
	}
	parts = append(parts, Part{List: said})
	if fitted {
		parts = append(parts,
			text("Bass's model has two rates: p, at which units take the role up whatever others do, and q, the more so the more others have. It describes "+
				"the mean course of all runs and explains nothing: nobody in this simulation follows it."),
			Part{Table: r.bass()})
	}
	if sorted {
		parts = append(parts, Part{Table: r.rogers()})
	}
	return parts
}

// bass is the table of fits of Bass's model.
func (r *Report) bass() *Table {
	table := &Table{
		ID: "bass", Caption: "Bass's model of the mean share of units that have ever had a filled post; p and q are a month",
		Columns: columns("Scenario", "p", "q", "Ceiling", "Fastest in", "R²", "Typical distance"),
	}
	for i := range r.Diffusions {
		d := &r.Diffusions[i]
		row := Row{Head: words.Capital(words.Label(d.Scenario)), Cells: d.BassRow()}
		if d.NoBass != "" {
			row.Cells[0] = "not given, see above"
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// rogers is the table of who is in which of Rogers's categories and when it was full.
func (r *Report) rogers() *Table {
	table := &Table{ID: "rogers", Caption: "Units in each of Rogers's categories, and the month by which it was full (means over runs)", Columns: []Column{{Head: "Category, with its share of all units"}}}
	for i := range r.Diffusions {
		table.Columns = append(table.Columns, Column{Head: words.Capital(words.Label(r.Diffusions[i].Scenario))})
	}
	for c := range r.Diffusions[0].Categories {
		category := &r.Diffusions[0].Categories[c]
		row := Row{Head: words.Capital(category.Name) + ", " + category.Span()}
		for i := range r.Diffusions {
			d := &r.Diffusions[i]
			cell := "not told, see above"
			if d.NoCategories == "" {
				cell = d.Categories[c].String()
			}
			row.Cells = append(row.Cells, cell)
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}
