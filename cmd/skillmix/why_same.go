package main

import (
	"fmt"
	"math"

	"skillmix/sim/store"
)

// reader opens the runs of the result. Reader.Read puts a column that is too large for
// memory where ScratchIn says: that is to be another folder, the result is only read.
func (q *question) reader() (*store.Reader, error) {
	return store.NewReader(q.folder, q.sweep, q.partsOf(q.manifest.Design.Replicates))
}

// same fails unless the worlds that were run again as they were end with the headline
// that is recorded, by world of the result and replicate: to the last bit or, on a
// machine of another kind, nearly so. What is told of other runs would not explain the
// result.
func (r *rerun) same(recorded [][]float64) error {
	near := 0.0
	if otherKind(r.manifest.Build) {
		near = tolerance
	}
	for i, world := range r.worlds {
		for at, replicate := range r.replicates {
			was, is := recorded[world][replicate], r.values[i][at]
			none := math.IsNaN(was) && math.IsNaN(is)
			if none || was == is || math.Abs(is-was) <= near*max(math.Abs(is), math.Abs(was)) {
				continue
			}
			return r.otherRuns(world, replicate, was, is)
		}
	}
	return nil
}

// otherRuns is the error for a run that ends elsewhere than the recorded one.
func (q *question) otherRuns(world, replicate int, was, is float64) error {
	by, build := q.manifest.Build, store.CurrentBuild(version)
	return &differsError{fmt.Sprintf("%s does not hold the runs that this build makes: in replicate %d %s of %s ends at %s, and recorded is %s. It was made by skillmix %s (commit %s), and this is %s (commit %s): ask the build that made it, or run the scenarios again",
		q.folder, replicate, q.headline(), q.names()[world], valueText(is), valueText(was), by.Version, by.Commit, build.Version, build.Commit)}
}

// valueText writes a value with all its digits.
func valueText(value float64) string {
	if math.IsNaN(value) {
		return "no value"
	}
	return fmt.Sprint(value)
}
