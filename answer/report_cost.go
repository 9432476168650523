package answer

// cost is the section that tells what was offered and spent.
func (r *Report) cost() (Section, error) {
	section := Section{ID: "cost", Heading: "At what cost"}
	table := &Table{
		ID: "money", Caption: "Programme money in trusts over the whole run, means over " + count(r.Result.Runs.Replicates(), "run"),
		Columns: columns("Scenario", "Offered", "Spent", "Transferred from medical budgets", "Unspent"),
	}
	offered := false
	for _, m := range r.Money {
		offered = offered || m.MeanOffered > 0
		table.Rows = append(table.Rows, Row{Head: capital(label(m.Scenario)), Cells: []string{
			"£" + grouped(Pounds(m.MeanOffered)), millions(m.MeanSpent), millions(m.MeanTransferred), millions(m.MeanUnspent)}})
	}
	if !offered {
		section.Absent = "None of the scenarios offers programme money to trusts in these months. What networks were reimbursed is in `summary.csv`, in pounds as paid."
		return section, nil
	}
	section.Parts = []Part{
		text(agreement(r.Money) + " New money that is not spent in its year is lost. Under a transfer no cash is offered: the sum is a ceiling on what medical budgets pay, and what is unspent stays with them."),
		{Table: table},
		text("Pounds of trusts are in prices of 2019/20 and those of networks as paid, so that the two are never added up. They count pay, and neither what is gained nor what is lost by it."),
	}
	return section, nil
}
