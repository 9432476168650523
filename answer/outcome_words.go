package answer

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"skillmix/answer/words"
	"skillmix/sim"
)

// An OutcomeRow is a row of a table for readers: an outcome in words and numbers.
type OutcomeRow struct {
	Label  string
	Values []string // by scenario
	// Difference is that of the first two scenarios; empty where there is one.
	Difference string
}

// Rows writes the outcomes of a setting for readers. Whether a level was reached is said
// beside the months to it. Where no scenario has anything to tell of an outcome, it has no row,
// nor has one who pays nothing in any.
func (o *Outcomes) Rows(setting string) []OutcomeRow {
	return o.rows(setting, func(kind outcomeKind) bool { return kind != reached })
}

// SpeedRows are those Rows of a setting that tell how fast it went: months to levels and
// the fastest twelve months.
func (o *Outcomes) SpeedRows(setting string) []OutcomeRow {
	return o.rows(setting, func(kind outcomeKind) bool { return kind == monthsTo || kind == peakUnits || kind == peakPosts })
}

// CostRows are those Rows of a setting that tell what a year of a post and of a doctor's
// work costs.
func (o *Outcomes) CostRows(setting string) []OutcomeRow {
	return o.rows(setting, func(kind outcomeKind) bool { return kind == perPostYear || kind == perReleasedYear })
}

// PaidRows tell what each payer of a setting pays, also if that is nothing: over the whole
// run, or in its last whole financial year. Their labels are the payers'. There is none
// where it cannot be told.
func (o *Outcomes) PaidRows(setting string, inAll bool) (rows []OutcomeRow) {
	wanted := paidLastYear
	if inAll {
		wanted = paidInAll
	}
	for i := range o.All {
		outcome := &o.All[i]
		if outcome.Setting != setting || outcome.kind != wanted {
			continue
		}
		row := o.row(outcome)
		row.Label = payers[outcome.of].Label
		rows = append(rows, row)
	}
	return rows
}

// rows is Rows of some kinds of outcomes.
func (o *Outcomes) rows(setting string, wanted func(outcomeKind) bool) (rows []OutcomeRow) {
	for i := range o.All {
		outcome := &o.All[i]
		if outcome.Setting != setting || !wanted(outcome.kind) {
			continue
		}
		if slices.ContainsFunc(outcome.Scenarios, func(of OutcomeOf) bool { return of.N > 0 && !outcome.paysNothing(&of) }) {
			rows = append(rows, o.row(outcome))
		}
	}
	return rows
}

// row writes an outcome, whatever there is to tell of it.
func (o *Outcomes) row(outcome *Outcome) OutcomeRow {
	row := OutcomeRow{Label: outcome.Label}
	digits := outcome.digits()
	for s := range outcome.Scenarios {
		row.Values = append(row.Values, o.tell(outcome, &outcome.Scenarios[s], digits))
	}
	if len(outcome.Pairs) > 0 {
		row.Difference = o.tellPair(outcome, &outcome.Pairs[0], digits)
	}
	return row
}

// digits chooses how precisely an outcome is said, so that scenarios can be subtracted by
// eye: months and units to a tenth, and what a year costs to three figures of the largest.
// It is below zero where tens or hundreds of pounds are rounded away.
func (o *Outcome) digits() words.Rounding {
	var values []float64
	for i := range o.Scenarios {
		values = append(values, o.Scenarios[i].Mean)
	}
	largest := slices.Max(values)
	switch each := o.kind == perPostYear || o.kind == perReleasedYear; {
	case each && largest >= 1000 && largest < 999_500:
		return words.Rounding(2 - words.Magnitude(largest))
	case !each && len(o.Pairs) > 0 && largest < 1000:
		return 1
	}
	return min(1, words.RoundingOf(0, values...))
}

// tell says an outcome of one scenario.
func (o *Outcomes) tell(outcome *Outcome, of *OutcomeOf, digits words.Rounding) string {
	runs := inRuns(of.Runs)
	switch {
	case of.N == 0 && (outcome.kind == perPostYear || outcome.kind == perReleasedYear):
		return "undefined: " + outcome.lacking()
	case of.N == 0:
		return o.why(outcome)
	case outcome.kind == monthsTo && of.Reached == 0:
		return "not reached in " + runs
	case outcome.kind == monthsTo && of.AtOnce == of.Runs:
		return o.atOnce()
	}
	if outcome.paysNothing(of) {
		return "nothing"
	}
	text := outcome.amount(of.Mean, digits)
	if of.N > 1 {
		text += fmt.Sprintf(" (%s)", outcome.span(of.Summary, digits))
	}
	var notes []string
	if outcome.kind == monthsTo {
		if of.AtOnce > 0 {
			notes = append(notes, fmt.Sprintf("in %d of %s already %s", of.AtOnce, runs, o.atOnce()))
		}
		if of.Reached < of.Runs {
			notes = append(notes, fmt.Sprintf("not reached in %d of %s, counted as %d", of.Runs-of.Reached, runs, o.Months+1))
		}
	} else if of.N < of.Runs {
		notes = append(notes, fmt.Sprintf("%s in %d of %s, which are left out", outcome.lacking(), of.Runs-of.N, runs))
	}
	return strings.Join(append([]string{text}, notes...), "; ")
}

// paysNothing reports whether the outcome is a payer who pays nothing in any run.
func (o *Outcome) paysNothing(of *OutcomeOf) bool {
	return (o.kind == paidLastYear || o.kind == paidInAll) && of.Mean == 0 && of.MCSE == 0
}

// atOnce says that a level was reached before the first row ended.
func (o *Outcomes) atOnce() string {
	if o.first == 1 {
		return "in the first month, posts at the start included"
	}
	return fmt.Sprintf("within the first %d months, posts at the start included", o.first)
}

// lacking says why an outcome has no value in a run.
func (o *Outcome) lacking() string {
	if o.kind == perReleasedYear {
		return "no doctor's work was released on balance"
	}
	return "no post was filled"
}

// why says why an outcome has no value in any run.
func (o *Outcomes) why(outcome *Outcome) string {
	if (outcome.kind == peakUnits || outcome.kind == peakPosts) && o.Months <= yearLength {
		return "the run is too short for twelve months between two values"
	}
	return "cannot be told"
}

// tellPair says a difference: its mean, the range of pairs, and whether it is resolved.
func (o *Outcomes) tellPair(outcome *Outcome, pair *OutcomePair, digits words.Rounding) string {
	switch {
	case pair.N == 0:
		return "cannot be told"
	case outcome.kind == monthsTo && outcome.Scenarios[pair.A].Reached == 0 && outcome.Scenarios[pair.B].Reached == 0:
		return "not reached in either"
	case pair.N == 1:
		return outcome.amount(pair.Mean, digits) + " in a single pair"
	case pair.Mean == 0 && pair.MCSE == 0:
		return "none in any pair"
	}
	text := fmt.Sprintf("%s (%s)", outcome.amount(pair.Mean, digits), outcome.span(pair.Summary, digits))
	if !pair.Resolved() {
		text += ", unresolved"
	}
	return text
}

// amount writes a value with its unit where it is pounds.
func (o *Outcome) amount(value float64, digits words.Rounding) string {
	switch {
	case o.Unit != "pounds":
		return digits.Number(value)
	case digits < 0:
		return words.PoundsTo(value, math.Pow10(-int(digits)))
	}
	return words.Pounds(value)
}

// span writes the range of 95% of the runs.
func (o *Outcome) span(s sim.Summary, digits words.Rounding) string {
	return o.amount(s.P2_5, digits) + " to " + o.amount(s.P97_5, digits)
}

// inRuns writes a number of runs.
func inRuns(n int) string { return words.Count(n, "run") }

// Extra says an extra as a sentence that begins with the scenario which has more.
func (o *Outcomes) Extra(extra Extra) string {
	a, b := words.Label(o.Scenarios[extra.A]), words.Label(o.Scenarios[extra.B])
	payer := "all payers together"
	if extra.Nation {
		payer = "the nation"
	}
	what, one := "years of filled posts", "filled post"
	if extra.Doctors {
		what, one = "years of doctors' work released", "doctor's work released"
	}
	if extra.Lacks != "" {
		return fmt.Sprintf("What more %s cost %s cannot be told of %s and %s: %s.", what, payer, a, b, extra.Lacks)
	}
	if !extra.More {
		a, b = b, a
	}
	range95 := fmt.Sprintf("95%% interval %s to %s", words.Pounds(extra.Low), words.Pounds(extra.High))
	switch {
	case extra.Pounds == 0 && extra.Low == 0 && extra.High == 0:
		return fmt.Sprintf("%s has more %s than %s and costs %s the same.", words.Capital(a), what, b, payer)
	case extra.Low <= 0 && extra.High >= 0:
		return fmt.Sprintf("%s has more %s than %s; whether it costs %s more or less is unresolved (%s for each year of a %s; %s).",
			words.Capital(a), what, b, payer, words.Pounds(extra.Pounds), one, range95)
	case extra.Pounds < 0:
		return fmt.Sprintf("%s has more %s than %s and costs %s less.", words.Capital(a), what, b, payer)
	}
	return fmt.Sprintf("Each further year of a %s under %s, compared with %s, costs %s %s (%s).", one, a, b, payer, words.Pounds(extra.Pounds), range95)
}
