package answer

import (
	"bufio"
	"io"
	"strconv"

	"skillmix/sim"
)

// WriteComparison writes comparison.csv: for every pair of scenarios (the
// first with each later one, then the second, and so on) the differences a
// minus b, paired by replicate, with the share of pairs in which a is higher
// (ties count half). Rows follow those of WriteSummary; n counts the pairs in
// which both have a value.
func WriteComparison(w io.Writer, runs *Runs) error {
	out := bufio.NewWriterSize(w, 1<<16)
	out.WriteString("a,b,month,setting,group,measure,mean_diff,p2_5,p10,p90,p97_5,mcse,share_a_higher,n\n")
	cells := runs.cells()
	for a := range runs.Names {
		for b := a + 1; b < len(runs.Names); b++ {
			if err := writePair(out, runs, cells, a, b); err != nil {
				return err
			}
		}
	}
	return out.Flush()
}

func writePair(out *bufio.Writer, runs *Runs, cells []cell, a, b int) error {
	var (
		summarizer         sim.Summarizer
		valuesA, valuesB   []float64
		line               []byte
		keptA, keptB       bool
		names              = fields(runs.Names[a], runs.Names[b])
		definedA, definedB []float64
	)
	for i := range runs.months() {
		start := names + "," + runs.month(i).String()
		for _, cell := range cells {
			valuesA, keptA = runs.values(valuesA, a, i, cell.group, cell.column)
			valuesB, keptB = runs.values(valuesB, b, i, cell.group, cell.column)
			if !keptA || !keptB {
				continue
			}
			if definedA, definedB = definedPairs(valuesA, valuesB); len(definedA) == 0 {
				continue
			}
			s := summarizer.Summarize(sim.Paired(definedA, definedB))
			line = append(append(line[:0], start...), cell.text...)
			line = appendFields(line, s.Mean, s.P2_5, s.P10, s.P90, s.P97_5)
			line = appendFields(appendError(line, s.MCSE, s.N), sim.ShareHigher(definedA, definedB))
			line = append(strconv.AppendInt(append(line, ','), int64(s.N), 10), '\n')
			if _, err := out.Write(line); err != nil {
				return err
			}
		}
	}
	return nil
}
