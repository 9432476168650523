package facts

import "skillmix/sim"

// A Fact is a finding turned into an experiment.
type Fact struct {
	ID, Claim, Source string
	Basis             string // what its size rests on: seed, data or judgement
	Kind              string // emergent or built-in
	Open              bool   // known not to hold, for the reason given
	Reason            string
	RestsOn           [][]string // groups of mechanisms without each of which it should fail
	Fixed             bool       // judged values are held, not drawn

	Population   string
	Months       int // length of every run
	Replicates   int
	Arms         []Arm
	Statistics   []Statistic
	Expectations []Expectation
}

// An Arm is one of a fact's worlds.
type Arm struct {
	Name  string
	Start sim.Month
}

// A Statistic is one number for each run of each of its arms.
type Statistic struct {
	Name string
	Arms []string // none means all

	// Of a recorded series.
	Setting, Group, Measure string
	TimeTo                  *float64 // level: the month in which the series first reaches it

	// Of the rows of a table.
	Table        string
	Where        string   // expression over columns: rows that count; empty means all
	Columns      []string // expressions over columns
	Quantile     float64  // for "quantile"
	Within, Less []string // for "variance_share": columns of labels

	Of              string // what is made of several values; see Makings
	At, From, Until When
}

// When is a month of a run: counted from 1, or a calendar month, or, where
// both are zero, none.
type When struct {
	Offset int
	Month  sim.Month
}

// given reports whether there is a month.
func (w When) given() bool { return w.Offset != 0 || w.Month != 0 }

// in returns the month counted from 0 in a run that starts then.
func (w When) in(start sim.Month) int {
	if w.Month != 0 {
		return int(w.Month - start)
	}
	return w.Offset - 1
}

// An Expectation is an expression over means of statistics, written
// arm.statistic, and its bounds.
type Expectation struct {
	Effect     string // the expression in words
	Expression string
	Direction  string   // of one replicate: an expression that is true or false; empty means that it meets the bounds
	AtLeast    *float64 // nil for no bound
	AtMost     *float64
	Above      *float64 // more than
	Below      *float64 // less than
	Confidence float64  // of the interval, which must lie within the bounds
}

// A Table is a look at a world: rows with columns of numbers or labels.
type Table struct {
	Rows    int
	Columns []Column
}

// A Column has a value for each row: Labels if they are not nil, else Numbers.
type Column struct {
	Name    string
	Numbers []float64
	Labels  []string
}

// A Problem is something wrong with a part of a fact.
type Problem struct {
	Part    []string // names that lead to it: "statistics", its name, "where"; the n-th of a list is "[n]", from 0
	Message string
}

// Error says what is wrong.
func (p *Problem) Error() string { return p.Message }
