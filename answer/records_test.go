package answer

import (
	"math"

	"skillmix/sim"
)

// records is a source in memory: the records of pair after pair, one for each
// world, and nil for a run that failed.
type records struct {
	all    []*sim.Record
	worlds int
	like   *sim.Record
}

func (r records) Lines() []sim.Line { return r.like.Layout().Lines(r.like.Month(0), r.like.Months()) }
func (r records) Pairs() int        { return len(r.all) / r.worlds }

func (r records) Done(_, world, pair int) bool { return r.all[pair*r.worlds+world] != nil }

func (r records) Read(_, column, first, last int, into [][]float64) error {
	lines := r.Lines()[first:last]
	for world := range r.worlds {
		for i, line := range lines {
			for pair := range r.Pairs() {
				value, kept := math.NaN(), false
				if record := r.all[pair*r.worlds+world]; record != nil {
					if value, kept = record.Value(line.I, line.Group, column); !kept {
						value = math.NaN()
					}
				}
				into[world*len(lines)+i][pair] = value
			}
		}
	}
	return nil
}
