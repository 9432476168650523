package store

import (
	"fmt"

	"skillmix/sim"
)

// A Sweep is an experiment whose runs are kept on disk, with the words that its
// tables use.
type Sweep struct {
	Experiment *sim.Experiment
	Design     sim.Design // its runs are those of the experiment, in the same order
	Worlds     []string   // names, by world of the design
	Sets       []string   // names, by set of the design
	// Labels and Values name what the table of runs tells of each run beside its
	// place: texts and numbers that vary. Describe fills them in; calls overlap.
	Labels, Values []string
	Describe       func(place sim.Place, labels []string, values []float64) error
	// Headlines are measures whose last values the table of runs has too.
	Headlines []Headline
	// UnitBytes is about what a run's units take in memory; zero keeps none.
	UnitBytes int
}

// A Headline names a measure of a group.
type Headline struct {
	Name          string
	Group, Column int
}

// Limits of a part: runs are held in memory until their part is written, and are
// lost with it if the program is killed.
const (
	partBytes = 6 << 20 // of records
	partRuns  = 64
	leastOf   = 8 // parts that a sweep has, if it has as many pairs
)

// PartPairs returns how many pairs make a part. It depends on the design alone,
// so that parts are the same on every machine.
func (s *Sweep) PartPairs() int {
	e := s.Experiment
	one := 8*e.Layout.Values(e.Start, e.Months) + s.UnitBytes
	runs := min(partRuns, partBytes/max(1, one))
	return max(1, min(runs/s.Design.Together(), s.Design.Pairs()/leastOf))
}

// Parts returns the number of parts.
func (s *Sweep) Parts() int {
	size := s.PartPairs()
	return (s.Design.Pairs() + size - 1) / size
}

// pairs returns the first pair of a part and the one after its last.
func (s *Sweep) pairs(part int) (first, last int) {
	size := s.PartPairs()
	return part * size, min((part+1)*size, s.Design.Pairs())
}

// Runs returns the number of runs of a part.
func (s *Sweep) Runs(part int) int {
	first, last := s.pairs(part)
	return (last - first) * s.Design.Together()
}

// Tables of a result, each a folder of parts.
const (
	RunsTable   = "runs.parquet"
	SeriesTable = "series.parquet"
	UnitsTable  = "units.parquet"
)

// tables lists the tables that the sweep has.
func (s *Sweep) tables() []string {
	if s.UnitBytes > 0 {
		return []string{RunsTable, SeriesTable, UnitsTable}
	}
	return []string{RunsTable, SeriesTable}
}

// partName returns the name of a part of a table within a result.
func partName(table string, part int) string { return fmt.Sprintf("%s/part-%05d.parquet", table, part) }
