package answer

import (
	"bufio"
	"io"
	"strconv"

	"skillmix/answer/words"
	"skillmix/sim"
)

// Tables are the figures of summary.csv and comparison.csv. What they take in
// memory does not depend on the number of runs.
type Tables struct {
	runs      *Runs
	outcomes  *Outcomes // nil for none
	lines     []sim.Line
	summaries [][]sim.Summary // by column and line*worlds+world
	compared  [][]comparison  // by column and line*pairs+pair
}

// A comparison is of one scenario with another, over pairs.
type comparison struct {
	sim.Summary
	share float64 // of pairs in which the first is higher
}

// Tabulate summarizes every measure of every line. outcomes, if not nil, are rows of the
// tables too.
func Tabulate(runs *Runs, outcomes *Outcomes) (*Tables, error) {
	layout, worlds := runs.Layout, len(runs.Names)
	t := &Tables{
		runs: runs, outcomes: outcomes, lines: runs.Source.Lines(),
		summaries: make([][]sim.Summary, len(layout.Columns)), compared: make([][]comparison, len(layout.Columns)),
	}
	var (
		summarizer sim.Summarizer
		a, b, both []float64
	)
	for c := range layout.Columns {
		t.summaries[c] = make([]sim.Summary, len(t.lines)*worlds)
		t.compared[c] = make([]comparison, len(t.lines)*worlds*(worlds-1)/2)
		has := func(line sim.Line) bool { return layout.Has(line.Group, c) }
		err := runs.Each(c, has, func(index int, _ sim.Line, values [][]float64) {
			at := index * worlds * (worlds - 1) / 2
			for i := range worlds {
				t.summaries[c][index*worlds+i] = runs.Summarize(&summarizer, &a, values[i])
				for j := i + 1; j < worlds; j++ {
					differences := sim.Paired(values[i], values[j]) // not a number where either is none
					a, b = definedPairs(a, b, values[i], values[j])
					t.compared[c][at] = comparison{runs.Summarize(&summarizer, &both, differences), sim.ShareHigher(a, b)}
					at++
				}
			}
		})
		if err != nil {
			return nil, err
		}
	}
	return t, nil
}

// WriteSummary writes summary.csv: one row for each scenario, month, group
// and measure that the layout keeps, with mean, median and quantiles over
// runs and the Monte Carlo standard error of the mean (empty for a
// single run). n counts the runs in which the measure has a
// value; where it has none in any, the row is left out. Quantiles are exact.
// The outcomes of a scenario stand at the end of its rows, in the last month.
func (t *Tables) WriteSummary(w io.Writer) error {
	out := bufio.NewWriterSize(w, 1<<16)
	out.WriteString("scenario,month,setting,group,measure,mean,median,p2_5,p10,p90,p97_5,mcse,n\n")
	for world, name := range t.runs.Names {
		err := t.rows(out, words.Fields(name), func(line []byte, index, column int) ([]byte, int) {
			s := &t.summaries[column][index*len(t.runs.Names)+world]
			line = words.AppendFields(line, s.Mean, s.Median, s.P2_5, s.P10, s.P90, s.P97_5)
			return appendError(line, s.MCSE, s.Independent), s.N
		})
		if err != nil {
			return err
		}
		t.outcomeRows(out, words.Fields(name), func(line []byte, outcome *Outcome) ([]byte, int) {
			s := &outcome.Scenarios[world]
			line = words.AppendFields(line, s.Mean, s.Median, s.P2_5, s.P10, s.P90, s.P97_5)
			return appendError(line, s.MCSE, s.Independent), s.N
		})
	}
	return out.Flush()
}

// WriteComparison writes comparison.csv: for every pair of scenarios (the
// first with each later one, then the second, and so on) the differences a
// minus b, paired by run, with the share of pairs in which a is higher
// (ties count half). Rows follow those of WriteSummary; n counts the pairs in
// which both have a value.
func (t *Tables) WriteComparison(w io.Writer) error {
	out := bufio.NewWriterSize(w, 1<<16)
	out.WriteString("a,b,month,setting,group,measure,mean_diff,p2_5,p10,p90,p97_5,mcse,share_a_higher,n\n")
	worlds := len(t.runs.Names)
	at, pairs := 0, worlds*(worlds-1)/2
	for a := range worlds {
		for b := a + 1; b < worlds; b++ {
			err := t.rows(out, words.Fields(t.runs.Names[a], t.runs.Names[b]), func(line []byte, index, column int) ([]byte, int) {
				s := &t.compared[column][index*pairs+at]
				line = words.AppendFields(line, s.Mean, s.P2_5, s.P10, s.P90, s.P97_5)
				return words.AppendFields(appendError(line, s.MCSE, s.Independent), s.share), s.N
			})
			if err != nil {
				return err
			}
			t.outcomeRows(out, words.Fields(t.runs.Names[a], t.runs.Names[b]), func(line []byte, outcome *Outcome) ([]byte, int) {
				s := &outcome.Pairs[at]
				line = words.AppendFields(line, s.Mean, s.P2_5, s.P10, s.P90, s.P97_5)
				return words.AppendFields(appendError(line, s.MCSE, s.Independent), s.Higher), s.N
			})
			at++
		}
	}
	return out.Flush()
}

// rows writes the rows that begin with start. figures appends those of a line's
// column and tells over how many runs they are.
func (t *Tables) rows(out *bufio.Writer, start string, figures func(line []byte, index, column int) ([]byte, int)) error {
	var text []byte
	texts := t.runs.cells()
	for index, line := range t.lines {
		begin := start + "," + line.Month.String()
		for _, cell := range texts[line.Group] {
			var n int
			text = append(append(text[:0], begin...), cell.text...)
			if text, n = figures(text, index, cell.column); n == 0 {
				continue
			}
			text = append(strconv.AppendInt(append(text, ','), int64(n), 10), '\n')
			if _, err := out.Write(text); err != nil {
				return err
			}
		}
	}
	return nil
}

// outcomeRows writes a row for each outcome, like rows. A failure to write comes back from
// the writer's Flush.
func (t *Tables) outcomeRows(out *bufio.Writer, start string, figures func(line []byte, outcome *Outcome) ([]byte, int)) {
	if t.outcomes == nil {
		return
	}
	var text []byte
	begin := start + "," + t.runs.Last().String()
	for i := range t.outcomes.All {
		outcome := &t.outcomes.All[i]
		text = append(append(text[:0], begin...), ","+words.Fields(outcome.Setting, "all", outcome.Name)...)
		var n int
		if text, n = figures(text, outcome); n > 0 {
			out.Write(append(strconv.AppendInt(append(text, ','), int64(n), 10), '\n'))
		}
	}
}
