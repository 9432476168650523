package report

import (
	"fmt"

	"skillmix/answer"
	"skillmix/answer/words"
)

// Quality is what is known of how well the model and the runs were tested.
type Quality struct {
	Planned, Done, Failed int      // runs, over all scenarios and sets
	Facts                 int      // findings of studies that the model is held to
	Open                  []string // claims of those that are known not to hold
}

// limits is the section that says what the result can and cannot be used for, and how
// far it has been assured, as the Aqua Book asks.
func (r *Report) limits() (Section, error) {
	return Section{
		ID: "limits", Heading: "Cautions and limits of use",
		Parts: []Part{
			text("A range says how far runs of this model differ. It does not cover what the model leaves out or gets wrong."),
			{Heading: "It can be used"},
			{List: []string{
				"to compare worlds that differ in what the scenarios change, all else being equal, under the assumptions told above;",
				"to see which barriers bind in them, and so where better evidence or a change of policy would matter most;",
				"to find out how far an answer depends on what nobody has measured;",
				"to plan what to measure, and to teach.",
			}},
			{Heading: "It cannot be used"},
			{List: []string{
				"to forecast how many posts there will be, anywhere: the weights of senior doctors' consent have no data behind them at all;",
				r.notOf(),
				"to say anything about safety or patients' outcomes, or whether a role works: that is an uncertain input (`q0`) and no result;",
				"as an appraisal of value for money: pounds count pay, and benefits are not counted;",
				"to total pounds over trusts and networks, whose prices are of different years;",
				"beyond the ranges from which values were drawn, or for questions about what the scenarios hold equal.",
			}},
			{Heading: "Quality assurance"},
			text("What a program can check of itself was checked. No person has assured this result: whoever uses it for a decision names an assurer, sets a date for review, and keeps both with it."),
			{Table: r.quality()},
		},
	}, nil
}

// notOf says of which organisations the result says nothing.
func (r *Report) notOf() string {
	if r.Result.Own {
		return "to rank or judge single organisations of yours: their dispositions were drawn, not observed;"
	}
	return "to say anything about a real trust, network or area: all organisations here are invented;"
}

// quality is the table of what was checked and what was not.
func (r *Report) quality() *Table {
	table := &Table{ID: "quality", Caption: "State of quality assurance", Columns: []Column{{Head: "What"}, {Head: "State"}}}
	add := func(what, state string) { table.Rows = append(table.Rows, Row{Head: what, Cells: []string{state}}) }
	add("Verification of the program", "Tests hold the model to answers known beforehand, and posts, people and money to balance in every month; they are part of the program and ran before it was released.")
	q := &r.Quality
	if q.Planned > 0 {
		state := fmt.Sprintf("All %s were made and none broke a rule of the model.", words.Count(q.Planned, "run"))
		if q.Failed > 0 {
			state = fmt.Sprintf("%s of %d failed and %s left out.", words.Capital(words.Count(q.Failed, "run")), q.Planned, words.IsOrAre(q.Failed))
		}
		add("Runs of this result", state)
	}
	if same, compared := answer.OfferedAgrees(r.Money); compared {
		state := "Checked: what is offered is equal, to the penny, in every run."
		if !same {
			state = "Checked: what is offered is not equal, so that the difference is one of means, too."
		}
		add("Equal money", state)
	}
	add("Repeatability", "The same inputs give the same bytes on machines of one kind; `skillmix reproduce` followed by the name of this folder makes the runs again and compares every cell.")
	if q.Facts > 0 {
		state := fmt.Sprintf("The model is held to %s of studies (`skillmix facts` runs them).", words.Count(q.Facts, "finding"))
		if len(q.Open) == 0 {
			state += " None is known not to hold."
		}
		add("Validation against findings", state)
		for i, claim := range q.Open {
			add(fmt.Sprintf("Finding that it is known not to meet, %d of %d", i+1, len(q.Open)), claim)
		}
	}
	add("Calibration", "Values of networks were fitted to what networks reported, and some of trusts to what is known of 2019; consent is not calibrated, for want of data.")
	add("Review by others", "None is recorded with this result.")
	return table
}
