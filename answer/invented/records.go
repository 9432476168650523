package invented

import (
	"math"

	"skillmix/sim"
)

// Records is a source of runs in memory.
type Records struct {
	All    []*sim.Record // pair after pair, one for each world; nil for a run that failed
	Worlds int
	Like   *sim.Record // has the layout and the months of all
}

// Lines lists the months and groups that there are values of.
func (r Records) Lines() []sim.Line { return r.Like.Layout().Lines(r.Like.Month(0), r.Like.Months()) }

// Pairs returns the number of pairs.
func (r Records) Pairs() int { return len(r.All) / r.Worlds }

// Done reports whether the run of a world in a pair did not fail.
func (r Records) Done(_, world, pair int) bool { return r.All[pair*r.Worlds+world] != nil }

// Read reads a measure in the lines from first to before last, into
// into[world*(last-first)+line-first], a value for each pair. It does not fail.
func (r Records) Read(_, column, first, last int, into [][]float64) error {
	lines := r.Lines()[first:last]
	for world := range r.Worlds {
		for i, line := range lines {
			for pair := range r.Pairs() {
				value, kept := math.NaN(), false
				if record := r.All[pair*r.Worlds+world]; record != nil {
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
