package report

import (
	"fmt"

	"skillmix/answer"
	"skillmix/answer/words"
)

// prices says what pounds are.
const prices = "Pounds of trusts are in prices of 2019/20 and those of networks as paid, so that the two are never added up. They count pay, and neither what is gained nor what is lost by it."

// cost is the section that tells what was offered and spent, who pays for posts, and what a
// post costs: first in the headline's setting.
func (r *Report) cost() (Section, error) {
	section := Section{ID: "cost", Heading: "At what cost"}
	at, err := answer.FindHeadline(r.Result.Runs.Layout, r.Result.Headline)
	if err != nil {
		return section, err
	}
	programme := r.programme()
	switch {
	case programme == nil && at.Setting == "trust":
		section.Parts = append(section.Parts, text("None of the scenarios offers programme money to trusts in these months."))
	case programme != nil:
		section.Parts = append(section.Parts, text(agreement(r.Money)+" New money that is not spent in its year is lost. Under a transfer no cash is offered: the sum is a ceiling on what medical budgets pay, and what is unspent stays with them."))
	}
	section.Parts = append(section.Parts, text(prices))
	if programme != nil {
		section.Parts = append(section.Parts, Part{Table: programme})
	}
	if r.Outcomes == nil {
		section.Parts = append(section.Parts, text("The records do not hold who pays for posts."))
		return section, nil
	}
	// The headline's setting is open; the others, which matter less here, are folded.
	told := 0
	for _, setting := range append([]string{at.Setting}, answer.Settings[:]...) {
		if setting == at.Setting && told > 0 || len(r.Outcomes.PaidRows(setting, true)) == 0 {
			continue
		}
		section.Parts = append(section.Parts, r.paid(setting, told > 0)...)
		told++
	}
	if told == 0 {
		section.Parts = append(section.Parts, text("The records do not hold who pays for posts."))
	}
	return section, nil
}

// agreement says whether the scenarios offer equal money.
func agreement(money []answer.Money) string {
	same, compared := answer.OfferedAgrees(money)
	switch {
	case !compared:
		return "Fewer than two of the scenarios offer programme money, so there is nothing to compare in what they offer."
	case same:
		return "All scenarios that offer programme money offer the same, to the penny, in every run. What is spent of it is a result."
	}
	return "The scenarios do not offer equal programme money, so their difference is also one of means and not only of how the money comes."
}

// programme is the table of programme money in trusts, or nil if none is offered.
func (r *Report) programme() *Table {
	table := &Table{
		ID: "money", Caption: "Programme money in trusts over the whole run, means over " + words.Count(r.Result.Runs.Replicates(), "run"),
		Columns: columns("Scenario", "Offered", "Spent", "Transferred from medical budgets", "Unspent"),
	}
	offered := false
	for _, m := range r.Money {
		offered = offered || m.MeanOffered > 0
		table.Rows = append(table.Rows, Row{Head: words.Capital(words.Label(m.Scenario)), Cells: []string{
			"£" + words.Grouped(answer.Pounds(m.MeanOffered)), penceInWords(m.MeanSpent), penceInWords(m.MeanTransferred), penceInWords(m.MeanUnspent)}})
	}
	if !offered {
		return nil
	}
	return table
}

func penceInWords(pence int64) string { return words.Pounds(float64(pence) / 100) }

// paid tells who pays for posts in a setting and what a post costs.
func (r *Report) paid(setting string, fold bool) []Part {
	parts := []Part{{Heading: "Who pays for posts in " + words.Place(setting)}}
	var who []Term
	for _, payer := range answer.Payers(setting) {
		who = append(who, Term{words.Capital(payer.Label), payer.Who})
	}
	table, each := r.payers(setting), r.postCosts(setting)
	if fold {
		table.Fold = fmt.Sprintf("Who pays in %s, and how much", words.Place(setting))
		each.Fold = fmt.Sprintf("What a post costs in %s", words.Place(setting))
		return append(parts, Part{Terms: who}, Part{Table: table}, Part{Table: each})
	}
	parts = append(parts, Part{Terms: who}, Part{Table: table}, Part{Heading: "What a post costs"}, Part{Table: each})
	if more := r.extras(setting); len(more) > 0 {
		parts = append(parts, Part{List: more})
	}
	return parts
}

// payers is the table of what each payer pays in the last whole financial year, and in all.
func (r *Report) payers(setting string) *Table {
	o := r.Outcomes
	table := &Table{
		ID: "payers-" + setting, Columns: r.outcomeColumns("Payer"),
		Caption: fmt.Sprintf("Who pays for posts in %s: %s", words.Place(setting), r.toldOf()),
	}
	if o.HasYear {
		table.Rows = append(table.Rows, Row{Group: fmt.Sprintf("In %s, the last whole financial year", o.LastYear)})
		table.Rows = append(table.Rows, outcomeRows(o.PaidRows(setting, false))...)
	}
	table.Rows = append(table.Rows, Row{Group: "In all, " + r.Result.Period()})
	table.Rows = append(table.Rows, outcomeRows(o.PaidRows(setting, true))...)
	return table
}

// postCosts is the table of pounds per year of a post and of a doctor's work released.
func (r *Report) postCosts(setting string) *Table {
	return &Table{
		ID: "post-costs-" + setting, Columns: r.outcomeColumns("What"),
		Caption: fmt.Sprintf("What all payers pay in %s over the whole run, by year of a post and of doctors' work: %s", words.Place(setting), r.toldOf()),
		Rows:    outcomeRows(r.Outcomes.CostRows(setting)),
		Absent:  "No post was filled in any run, so that there is nothing to share pounds out over.",
	}
}

// extras says what more posts and doctors' work cost under one scenario than under another:
// the first scenario with each other one. Where it cannot be told it is said once, not for
// every payer.
func (r *Report) extras(setting string) (said []string) {
	for _, extra := range r.Outcomes.Extras {
		if extra.Setting == setting && extra.A == 0 && (extra.Lacks == "" || !extra.Nation) {
			said = append(said, r.Outcomes.Extra(extra))
		}
	}
	return said
}
