package answer

import (
	"fmt"
	"math"

	"skillmix/sim"
)

// A Result is what was asked and what the runs showed.
type Result struct {
	Scenarios  []Scenario // in the order given; the points of the experiment
	Headline   string     // name of the measure that the finding is about
	Population string     // what the runs were about, such as metropolitan
	Seed       uint64
	Inputs     string // hash of all inputs
	// Judged counts the values that were drawn from their priors because they
	// rest on judgement. It is of interest only if Spread is true.
	Judged int
	// Spread tells that Runs drew judged values as well as chance. Else they
	// were held at their defaults and Runs differ by chance alone.
	Spread bool
	Runs   *Runs
	// ChanceAlone holds the headline in the last month by scenario and
	// replicate in the runs with judged values held (see HeadlineValues). It
	// is nil if Spread is false.
	ChanceAlone [][]float64
	// Observed are what was observed of the world, to set beside the runs
	// where the headline is the same measure.
	Observed []Observation
	// Command is the command line that makes the result again from the files
	// in its folder.
	Command string
}

// A Scenario is one of the worlds compared.
type Scenario struct {
	Name   string // as in file names and tables
	Title  string
	SHA256 string // of its resolved file
}

// Runs are the records of an experiment whose points are scenarios.
type Runs struct {
	Names      []string // of the scenarios, by point
	Replicates int
	Records    []*sim.Record // in the order of sim.Experiment.Run
}

// NewRuns checks that there is a record for each scenario and replicate and
// that all have one layout and period.
func NewRuns(names []string, records []*sim.Record) (*Runs, error) {
	if len(names) == 0 || len(records) == 0 || len(records)%len(names) != 0 {
		return nil, fmt.Errorf("%d records are not whole replicates of %d scenarios", len(records), len(names))
	}
	first := records[0]
	for i, record := range records {
		if record.Layout() != first.Layout() || record.Months() != first.Months() || record.Month(0) != first.Month(0) {
			return nil, fmt.Errorf("record %d has another layout or period than the first", i)
		}
	}
	return &Runs{Names: names, Replicates: len(records) / len(names), Records: records}, nil
}

func (r *Runs) layout() *sim.Layout { return r.Records[0].Layout() }
func (r *Runs) months() int         { return r.Records[0].Months() }

func (r *Runs) month(i int) sim.Month { return r.Records[0].Month(i) }

func (r *Runs) last() int { return r.months() - 1 }

func (r *Runs) record(scenario, replicate int) *sim.Record {
	return r.Records[replicate*len(r.Names)+scenario]
}

// values appends to into[:0] a measure of every replicate in the i-th month.
// It returns false where the layout does not keep it.
func (r *Runs) values(into []float64, scenario, i, group, column int) ([]float64, bool) {
	into = into[:0]
	for replicate := range r.Replicates {
		value, kept := r.record(scenario, replicate).Value(i, group, column)
		if !kept {
			return into, false
		}
		into = append(into, value)
	}
	return into, true
}

// defined drops what is not a number: a measure that has no value in a run,
// such as a mean over no units, must not spoil the summary of the others.
func defined(values []float64) []float64 {
	kept := values[:0]
	for _, value := range values {
		if !math.IsNaN(value) {
			kept = append(kept, value)
		}
	}
	return kept
}

// definedPairs drops the pairs of which either is not a number.
func definedPairs(a, b []float64) ([]float64, []float64) {
	keptA, keptB := a[:0], b[:0]
	for i := range a {
		if !math.IsNaN(a[i]) && !math.IsNaN(b[i]) {
			keptA, keptB = append(keptA, a[i]), append(keptB, b[i])
		}
	}
	return keptA, keptB
}
