package gates

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"skillmix/answer/words"
)

// CountedIn says which runs counts are of, as tables write it: those of the result, or
// a rerun.
func (c *Counts) CountedIn() string {
	if c.Recorded {
		return "result"
	}
	return "rerun"
}

// fields say in a table of which runs and units counts are.
func (c *Counts) fields() string {
	return words.Fields(c.Scenario, c.Setting, c.Group, c.CountedIn(), strconv.Itoa(c.Runs))
}

// WriteBarriers writes barriers.csv: a row for each gate of each group. Counts are
// sums over all months and all runs; counted_in tells whether those are the runs of
// the result or the ones that were run again, and runs how many. Shares are of the
// group's proposals, empty where there is none; unit_months is empty where it differs
// between runs and was not counted.
func WriteBarriers(w io.Writer, counts []Counts) error {
	out := bufio.NewWriterSize(w, 1<<16)
	out.WriteString("scenario,setting,group,counted_in,runs,gate,failed,alone,failed_share,alone_share,proposals,unit_months,unit_months_without_proposal\n")
	for i := range counts {
		c := &counts[i]
		begin := c.fields()
		unitMonths := ""
		if c.UnitMonths >= 0 {
			unitMonths = strconv.FormatInt(c.UnitMonths, 10)
		}
		for gate, name := range c.Gates {
			line := appendCounts(append([]byte(begin), ","+name...), c.Failed[gate], c.Alone[gate])
			if c.Proposals > 0 {
				line = words.AppendFields(line, c.share(c.Failed[gate]), c.share(c.Alone[gate]))
			} else {
				line = append(line, ",,"...)
			}
			line = append(appendCounts(line, c.Proposals), ","+unitMonths...)
			out.Write(append(appendCounts(line, c.Without), '\n'))
		}
	}
	return out.Flush()
}

// WriteTogether writes gates_together.csv: for each group that was counted by
// sets of gates, how many proposals failed at each set and at no other gate (which is
// exactly), and at each two gates whatever else they failed (at_least). Gates are
// joined by a plus; the proposals that failed nowhere are at none.
func WriteTogether(w io.Writer, counts []Counts) error {
	out := bufio.NewWriterSize(w, 1<<16)
	out.WriteString("scenario,setting,group,counted_in,runs,which,gates,proposals,share\n")
	for i := range counts {
		c := &counts[i]
		begin := c.fields()
		write := func(which string, sets []Set) {
			for _, set := range sets {
				gates := strings.Join(set.Gates, "+")
				if gates == "" {
					gates = "none"
				}
				line := appendCounts(append([]byte(begin), ","+which+","+gates...), set.Proposals)
				out.Write(append(words.AppendFields(line, set.Share), '\n'))
			}
		}
		write("exactly", c.Sets())
		write("at_least", c.Couples())
	}
	return out.Flush()
}

// appendCounts appends whole numbers, each behind a comma.
func appendCounts(line []byte, counts ...int64) []byte {
	for _, n := range counts {
		line = strconv.AppendInt(append(line, ','), n, 10)
	}
	return line
}
