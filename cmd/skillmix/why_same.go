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

// same fails unless runs made again are those of the result's tables:
// values[i][r] is the headline at the end of the run of the world q.worlds[i] in
// replicate first+r, and not a number where the run was not made again. What is told of
// other runs would not explain the result.
func (q *question) same(reader *store.Reader, first int, values [][]float64) error {
	recorded, err := reader.Headline(0, 0)
	if err != nil {
		return err
	}
	near := 0.0
	if otherKind(q.manifest.Build) {
		near = tolerance
	}
	for i, world := range q.worlds {
		for r, again := range values[i] {
			was := recorded[world][first+r]
			if math.IsNaN(again) || again == was || math.Abs(again-was) <= near*max(math.Abs(again), math.Abs(was)) {
				continue
			}
			return q.otherRuns(world, first+r, was, again)
		}
	}
	return nil
}

// otherRuns is the error for a run that ends elsewhere than the recorded one.
func (q *question) otherRuns(world, replicate int, was, again float64) error {
	recorded := fmt.Sprint(was)
	if math.IsNaN(was) {
		recorded = "no value"
	}
	by, build := q.manifest.Build, store.CurrentBuild(version)
	return &differsError{fmt.Sprintf("%s does not hold the runs that this build makes: in replicate %d %s of %s ends at %v, and recorded is %s. It was made by skillmix %s (commit %s), and this is %s (commit %s): ask the build that made it, or run the scenarios again",
		q.folder, replicate, q.headline(), q.names()[world], again, recorded, by.Version, by.Commit, build.Version, build.Commit)}
}
