package calibration

import "skillmix/sim"

// A Report is all that a calibration found.
type Report struct {
	Population string
	Seed       uint64
	Replicates int // of each trial
	Trials     int // worlds tried
	Targets    *Targets
	Before     Fit // defaults
	After      Fit // fitted values
	Fresh      Fit // fitted values with other luck, which the search never saw
	Parameters []Value
	Appeals    []Value // of roles; ranges are not given
	Profiles   []Examined
	Factors    []FactorTried
	Trusts     *Trusts
}

// A Fit is what a trial did, and how that is scored.
type Fit struct {
	Simulation *Simulation
	Score      Score
}

// A Value is a parameter before and after.
type Value struct {
	Name, Unit      string
	Low, High       float64 // plausible range
	Default, Fitted float64
}

// Examined is what the data say of one parameter over its plausible range.
type Examined struct {
	Low, High float64
	Held      Profile  // with all other parameters held
	Refitted  *Profile // with the other fitted parameters fitted again; nil if that was not done
}

// A FactorTried is how well counts alone can be fitted with a given reporting
// factor, and what that leaves unspent.
type FactorTried struct {
	Factor, Counts, Unspent float64
}

// Trusts is how the trusts of scenario history compare with what is known.
type Trusts struct {
	Population string
	SHA256     string // of the resolved scenario
	Replicates int
	Trials     int
	Parameters []Value // that were fitted
	Default    TrustFigures
	Fitted     TrustFigures
	Fresh      TrustFigures // fitted values with other luck
	Varied     []TrustTrial
	Start      sim.Month // month of the first of shares of services
}

// TrustFigures are figures of March 2019 and of the years before, means over
// replicates.
type TrustFigures struct {
	Median       float64            // ACPs per 1,000 FTE staff, median trust
	All          float64            // the same over all staff
	Supported    float64            // share of ACPs in the four services supported until 2005
	None         map[string]float64 // share of trusts without an ACP, by kind
	Kinds        []string           // of None, in order
	Commonest    float64            // the commonest number of ACPs of a service that has any
	NoneOverNext float64            // share of mental health trusts without, less that of the next kind
	Shares       []float64          // of urgent and emergency services that ever adopted, by month
	Reached      sim.Month          // when those reach the first survey's share; 0 if never
	Surveys      []Survey           // beside Shares, from Reached
}

// Within reports which of what is known the figures meet: a median of 1 to 8
// per 1,000 staff, mental health the kind of trust that most often has none,
// more than half of ACPs in the supported services, single posts commonest.
func (f TrustFigures) Within() (median, none, supported, single bool) {
	return f.Median >= leastMedian && f.Median <= mostMedian, f.NoneOverNext > 0, f.Supported > 0.5, f.Commonest < 1.5
}

// A TrustTrial is the same with one thing changed.
type TrustTrial struct {
	Change  string
	Figures TrustFigures
}

// A Survey is an observed share of emergency departments with a nurse
// practitioner, and what the simulated services show as many months after
// reaching the first survey's share.
type Survey struct {
	Month     sim.Month
	Observed  float64
	Simulated float64 // not a number where the run does not reach so far
	Scope     string
}
