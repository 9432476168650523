package ledger

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"skillmix/answer/words"
)

// WriteCSV writes ledger.csv: a row for each barrier, one for what is left with all
// open and one for the gap. Amounts have more decimals than text, and those of
// barriers and left add up to that of the gap to the last of them. share is empty
// where the gap is not resolved; the interval and the Monte Carlo error are over
// pairs, empty for a single one; opened_first is what the gap loses where the barrier
// alone is held open, opened_last where it is opened after all others.
func (l *Ledger) WriteCSV(w io.Writer) error {
	out := bufio.NewWriter(w)
	out.WriteString("a,b,month,setting,measure,part,gates,amount,share,low95,high95,mcse,opened_first,opened_last,pairs\n")
	begin := words.Fields(l.A, l.B, l.Month.String(), l.Setting, l.Measure)
	for i, row := range append(l.rows(), &l.Whole) {
		gates := ""
		if i < len(Barriers) {
			gates = strings.Join(Barriers[i].Gates, "+")
		}
		line := []byte(begin + "," + row.Name + "," + gates + "," + l.Amount(row) + ",")
		if l.Shares() {
			line = words.AppendNumber(line, row.Mean/l.Whole.Mean)
		}
		if row.N > 1 {
			low, high := row.MeanInterval()
			line = words.AppendFields(line, low, high, row.MCSE)
		} else {
			line = append(line, ",,,"...)
		}
		line = words.AppendFields(line, row.First, row.Last)
		out.Write(append(strconv.AppendInt(append(line, ','), int64(row.N), 10), '\n'))
	}
	return out.Flush()
}

// Amount writes a row's mean as files do: those of barriers and of what is left add
// up to the gap's.
func (l *Ledger) Amount(part *Part) string {
	return inUnits(part.Exact, l.Decimals+exactDecimals)
}

// WriteGaps writes gaps.csv: what the parts are made from. A row for each set of
// barriers held open and each replicate: the headline of both worlds and their
// difference, each with as many digits as it takes to read the same number back.
func (l *Ledger) WriteGaps(w io.Writer) error {
	out := bufio.NewWriterSize(w, 1<<16)
	out.WriteString("open,replicate,a,b,value_a,value_b,gap\n")
	names := words.Fields(l.A, l.B)
	for set := range Sets {
		begin := strings.Join(Open(set), "+")
		if begin == "" {
			begin = "none"
		}
		for pair, replicate := range l.Pairs {
			line := append([]byte(begin+","+strconv.Itoa(replicate)+","), names...)
			for _, value := range []float64{l.ValuesOf[2*set][pair], l.ValuesOf[2*set+1][pair], l.at(set, pair)} {
				if value == 0 {
					value = 0 // also minus zero
				}
				line = strconv.AppendFloat(append(line, ','), value, 'g', -1, 64)
			}
			out.Write(append(line, '\n'))
		}
	}
	return out.Flush()
}

// Open names the barriers of a set.
func Open(set int) (names []string) {
	for i, barrier := range Barriers {
		if set&(1<<i) != 0 {
			names = append(names, barrier.Name)
		}
	}
	return names
}
