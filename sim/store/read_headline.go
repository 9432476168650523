package store

import (
	"github.com/parquet-go/parquet-go"

	"skillmix/sim"
)

// Headline reads one of the sweep's Headlines as the table of runs has it: the value
// of each run of a set in its last month, by world and pair, and not a number where the
// run failed or has none. The error is a *ReadError.
func (r *Reader) Headline(set, headline int) ([][]float64, error) {
	values := make([][]float64, r.sweep.Design.Worlds)
	for world := range values {
		values[world] = make([]float64, r.Pairs())
	}
	column := len(r.sweep.runColumns()) - len(r.sweep.Headlines) + headline
	for part := range r.parts {
		cells := make([]parquet.Value, r.sweep.Runs(part))
		if err := r.read(RunsTable, part, func(file *parquet.File) error { return readColumn(file, column, 0, cells) }); err != nil {
			return nil, err
		}
		row := 0
		r.sweep.newPart(part).each(func(place sim.Place, _ *sim.Outcome) {
			if place.Set == set {
				value := nothing
				if !cells[row].IsNull() {
					value = cells[row].Double()
				}
				values[place.World][place.Replicate*r.sweep.Design.Points+place.Point] = value
			}
			row++
		})
	}
	return values, nil
}
