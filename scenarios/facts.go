package scenarios

import (
	"path/filepath"

	"skillmix/sim"
)

// A Fact is a finding turned into an experiment, as its file tells it:
// worlds that differ in what is claimed to matter, what is measured in them,
// and what is expected of it. What the expressions in it say is not checked
// here, but where the worlds are known.
type Fact struct {
	ID     string // lower-case words joined by hyphens
	Claim  string
	Source string
	Basis  string // one of FactBases
	Kind   string // one of FactKinds
	Open   bool   // known not to hold; Reason says why
	Reason string

	// RestsOn lists groups of mechanisms. Without any one group, all of whose
	// mechanisms are switched off together, the fact should fail.
	RestsOn [][]string

	Preset     string // population of every arm; "" for that of its scenario
	Months     int    // length of every run
	Replicates int
	Fixed      bool // hold judged values instead of drawing them from their priors

	Arms         []FactArm // in the order of the file
	Statistics   []FactStatistic
	Expectations []FactExpectation

	document *document
	folder   string
}

// FactBases are what a fact's size may rest on: a direction that a study
// reports, a published number, or a size that was chosen.
var FactBases = []string{"seed", "data", "judgement"}

// FactKinds tell facts that several mechanisms must bring about together from
// those that mostly test the sign of a coefficient.
var FactKinds = []string{"emergent", "built-in"}

// A FactArm is one of a fact's worlds: a scenario and settings that overrule
// it. All arms share every random number.
type FactArm struct {
	Name     string
	Scenario string // a built-in's name, or a path relative to the fact's file
	Sets     []string
}

// A FactStatistic is one number for each run: from a recorded series, or from
// the rows of a table of the world.
type FactStatistic struct {
	Name string
	Arms []string // in which it is taken; none means all

	Setting, Group, Measure string // of a series
	Table, Where            string // of a table
	Columns                 []string
	Of                      string
	Quantile                float64
	Within, Less            []string

	At, From, Until FactMonth
	TimeTo          *float64 // level
}

// A FactMonth is a month of a run, counted from 1, or a calendar month; both
// are zero where none is given.
type FactMonth struct {
	Offset int
	Month  sim.Month
}

// A FactExpectation is what a fact says of its statistics: an expression over
// their means and the bounds it must meet.
type FactExpectation struct {
	Effect     string // what the expression is, in words
	Expression string
	Direction  string // optional: true where a single replicate shows what is claimed
	AtLeast    *float64
	AtMost     *float64
	Above      *float64
	Below      *float64
	Confidence float64 // of the interval, both of whose ends must meet the bounds
}

// Worlds loads the scenario of every arm, in order, with the fact's own
// population and length and with the named mechanisms switched off. The error
// is an Errors that names the fact's file and line.
func (f *Fact) Worlds(off []string) ([]*Scenario, error) {
	var (
		worlds   []*Scenario
		problems Errors
	)
	for _, arm := range f.Arms {
		sets := append([]string{}, arm.Sets...)
		if f.Preset != "" {
			sets = append(sets, "population.preset="+f.Preset)
		}
		sets = append(sets, "time.months="+number(float64(f.Months)))
		for _, mechanism := range off {
			sets = append(sets, "mechanisms."+mechanism+"=false")
		}
		reference := arm.Scenario
		if !contains(builtins(), reference) && !filepath.IsAbs(reference) {
			reference = filepath.Join(f.folder, reference)
		}
		world, err := Load(reference, sets)
		if err != nil {
			problems = append(problems, f.Problem(err.Error(), "arms", arm.Name))
			continue
		}
		worlds = append(worlds, world)
	}
	if len(problems) > 0 {
		return nil, problems
	}
	return worlds, nil
}

// Problem is something wrong with a part of the fact's file. The path leads to
// the part: names of tables and keys, and for the n-th of a list "[n]",
// counted from 0.
func (f *Fact) Problem(message string, steps ...string) Error {
	return entry{document: f.document, path: path(steps)}.problem("%s", message)
}
