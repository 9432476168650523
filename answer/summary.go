package answer

import (
	"bufio"
	"io"
	"strconv"

	"skillmix/sim"
)

// WriteSummary writes summary.csv: one row for each scenario, month, group
// and measure that the layout keeps, with mean, median and quantiles over
// replicates and the Monte Carlo standard error of the mean (empty for a
// single replicate). n counts the replicates in which the measure has a
// value; where it has none in any, the row is left out.
func WriteSummary(w io.Writer, runs *Runs) error {
	out := bufio.NewWriterSize(w, 1<<16)
	out.WriteString("scenario,month,setting,group,measure,mean,median,p2_5,p10,p90,p97_5,mcse,n\n")
	var (
		summarizer sim.Summarizer
		values     []float64
		line       []byte
		kept       bool
	)
	cells := runs.cells()
	for scenario, name := range runs.Names {
		name = fields(name)
		for i := range runs.months() {
			start := name + "," + runs.month(i).String()
			for _, cell := range cells {
				if values, kept = runs.values(values, scenario, i, cell.group, cell.column); !kept {
					continue
				}
				values = defined(values)
				if len(values) == 0 {
					continue
				}
				s := summarizer.Summarize(values)
				line = append(append(line[:0], start...), cell.text...)
				line = appendFields(line, s.Mean, s.Median, s.P2_5, s.P10, s.P90, s.P97_5)
				line = append(appendError(line, s.MCSE, s.N), ',')
				line = append(strconv.AppendInt(line, int64(s.N), 10), '\n')
				if _, err := out.Write(line); err != nil {
					return err
				}
			}
		}
	}
	return out.Flush()
}
