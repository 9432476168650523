package report

import (
	"fmt"

	"skillmix/answer"
	"skillmix/answer/words"
	"skillmix/sim"
)

// difference is the section that tells what differs, by how much, how sure that is and
// when it came about.
func (r *Report) difference() (Section, error) {
	section := Section{ID: "difference", Heading: "The difference"}
	numbers, err := answer.Headlines(r.Result)
	if err != nil {
		return section, err
	}
	if len(numbers.Gaps) == 0 {
		section.Heading = "The course"
	}
	section.Parts = append(section.Parts, text(r.compared(numbers)), Part{Table: r.ends(numbers)})
	if len(numbers.Gaps) > 0 {
		section.Parts = append(section.Parts, Part{Table: r.gaps(numbers)})
	}
	years, err := r.years()
	if err != nil {
		return section, err
	}
	section.Parts = append(section.Parts, Part{Table: years})
	if r.Pairing != "" {
		section.Parts = append(section.Parts, text(r.Pairing))
	}
	return section, nil
}

// compared says how runs were compared.
func (r *Report) compared(numbers *answer.HeadlineNumbers) string {
	runs := r.Result.Runs.Replicates()
	if len(numbers.Gaps) == 0 {
		if runs == 1 {
			return fmt.Sprintf("One scenario was run once, so there is nothing to compare: what follows is its course in %s.", words.Lower(numbers.Quantity))
		}
		return fmt.Sprintf("One scenario was run %d times, so there is nothing to compare it with: what follows is its course in %s.", runs, words.Lower(numbers.Quantity))
	}
	return "Runs are compared in pairs: the runs of a pair share every stroke of luck, and the draws of all values that are not known, so that " +
		"they differ by what the scenarios change. A range holds 95% of runs, or of the differences within pairs; the interval of a mean says " +
		"how well so many runs tell that mean, and shrinks as runs are added."
}

// ends is the table of where each scenario ends.
func (r *Report) ends(numbers *answer.HeadlineNumbers) *Table {
	table := &Table{
		ID: "ends", Caption: fmt.Sprintf("%s in %s, over %s of each scenario", numbers.Quantity, words.Month(numbers.Month), words.Count(r.Result.Runs.Replicates(), "run")),
		Columns: columns("Scenario", "Mean", "95% interval of the mean", "Median", "80% of runs", "95% of runs"),
	}
	if r.Result.ChanceAlone != nil {
		table.Columns = append(table.Columns, Column{"95% " + r.Result.Held(), true})
	}
	digits := numbers.Digits
	for _, level := range numbers.Levels {
		row := Row{Head: words.Capital(words.Label(level.Scenario)), Cells: append([]string{digits.Amount(level.Mean)}, spread(digits, level.Summary)...)}
		if level.ChanceAlone != nil {
			row.Cells = append(row.Cells, range95(digits, *level.ChanceAlone))
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// spread says how well a mean is known and how far runs differ: interval of the mean,
// median, ranges that hold 80% and 95%.
func spread(r words.Rounding, s sim.Summary) []string {
	if s.N < 2 {
		const single = "single run"
		return []string{single, r.Number(s.Median), single, single}
	}
	interval := "not known"
	if s.Independent > 1 {
		interval = (r + 1).Span(s.MeanInterval())
	}
	return []string{interval, r.Number(s.Median), r.Span(s.P10, s.P90), r.SpanOf(s)}
}

// range95 says the range that holds 95% of runs.
func range95(r words.Rounding, s sim.Summary) string {
	if s.N < 2 {
		return "single run"
	}
	return r.SpanOf(s)
}

// gaps is the table of the differences between every two scenarios.
func (r *Report) gaps(numbers *answer.HeadlineNumbers) *Table {
	table := &Table{
		ID: "gaps", Caption: fmt.Sprintf("Differences in %s in %s, over %s (ties count half where the first is said to be higher)", words.Lower(numbers.Quantity), words.Month(numbers.Month), words.Count(r.Result.Runs.Replicates(), "pair")),
		Columns: columns("First less second", "Mean", "95% interval of the mean", "Median", "80% of pairs", "95% of pairs"),
	}
	if r.Result.ChanceAlone != nil {
		table.Columns = append(table.Columns, Column{"95% " + r.Result.Held(), true})
	}
	table.Columns = append(table.Columns, Column{"First is higher in", true}, Column{"How sure", false})
	digits := numbers.Digits
	for _, gap := range numbers.Gaps {
		row := Row{Head: words.Capital(words.Label(gap.A)) + " less " + words.Label(gap.B), Cells: append([]string{digits.Number(gap.Mean)}, spread(digits, gap.Summary)...)}
		if gap.ChanceAlone != nil {
			row.Cells = append(row.Cells, range95(digits, *gap.ChanceAlone))
		}
		row.Cells = append(row.Cells, words.Percent(gap.Share), verdictInWords(gap.Verdict))
		table.Rows = append(table.Rows, row)
	}
	return table
}

// verdictInWords explains a verdict in a table.
func verdictInWords(v answer.Verdict) string {
	switch v {
	case answer.SinglePair:
		return "a single pair tells no range"
	case answer.NoDifference:
		return "no difference in any pair"
	case answer.Unresolved:
		return "unresolved: the interval of the mean contains zero"
	case answer.Weak:
		return "weak: the mean is not zero, but pairs lie on both sides of it"
	}
	return "clear: 95% of pairs lie on one side of zero"
}

// years tells the headline at the end of each financial year and in the last
// month, and of two scenarios the difference.
func (r *Report) years() (*Table, error) {
	runs := r.Result.Runs
	at, err := answer.FindHeadline(runs.Layout, r.Result.Headline)
	if err != nil {
		return nil, err
	}
	table := &Table{ID: "years", Columns: columns("Month", capitals(r.labels())...)}
	pair := len(runs.Names) == 2
	if pair {
		table.Columns = append(table.Columns, Column{"Difference", true})
	}
	var (
		summarizer sim.Summarizer
		scratch    []float64
		months     []sim.Month
		summaries  [][]sim.Summary
	)
	partYear := false
	err = runs.Each(at.Column, answer.InGroup(at.Group), func(_ int, line sim.Line, values [][]float64) {
		march := line.Month.OfFinancialYear() == 11
		if !march && line.Month != runs.Last() {
			return
		}
		partYear = partYear || !march
		var row []sim.Summary
		for scenario := range values {
			row = append(row, runs.Summarize(&summarizer, &scratch, values[scenario]))
		}
		if pair {
			row = append(row, runs.Summarize(&summarizer, &scratch, sim.Paired(values[0], values[1])))
		}
		months, summaries = append(months, line.Month), append(summaries, row)
	})
	if err != nil {
		return nil, err
	}
	table.tellYears(months, summaries)
	when := "at the end of each financial year (March)"
	switch {
	case partYear && len(months) == 1:
		when = "in the last month"
	case partYear:
		when += " and in the last month"
	}
	told := "from a single run"
	if n := runs.Replicates(); n > 1 {
		told = fmt.Sprintf("mean of %s and, in brackets, the range of 95%% of them,", words.Count(n, "run"))
	}
	table.Caption = fmt.Sprintf("%s: %s %s", at.Quantity(), told, when)
	return table, nil
}

// tellYears writes the summaries of months as rows, in as many decimals as the last
// month needs.
func (t *Table) tellYears(months []sim.Month, summaries [][]sim.Summary) {
	var ends []float64
	for _, s := range summaries[len(summaries)-1] {
		ends = append(ends, s.Mean)
	}
	digits := words.RoundingOf(0, ends...)
	for i, month := range months {
		row := Row{Head: words.Month(month)}
		for _, s := range summaries[i] {
			switch {
			case s.N == 0:
				row.Cells = append(row.Cells, "no value")
			case s.N == 1:
				row.Cells = append(row.Cells, digits.Number(s.Mean))
			default:
				row.Cells = append(row.Cells, digits.Number(s.Mean)+" ("+digits.SpanOf(s)+")")
			}
		}
		t.Rows = append(t.Rows, row)
	}
}
