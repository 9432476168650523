package facts

import (
	"fmt"
	"math"

	"github.com/expr-lang/expr/vm"
)

// A Sample is what the runs of a fact gave: for each arm, in the fact's
// order, for each replicate, the values of Watch.
type Sample [][][]float64

// A Judgement is how one expectation came out.
type Judgement struct {
	Value, Low, High float64 // of the expression over means, with its interval; not a number where not defined
	Shown            float64 // share of replicates that show the direction by themselves
	Replicates       int     // of which every statistic used is defined
	Met              bool    // both ends of the interval are within the bounds
}

// Judge judges every expectation on a sample. An expression is evaluated on
// the means of statistics over replicates, so that a quotient is one of
// means; a replicate in which some statistic used is not defined is left out.
func (p *Prepared) Judge(sample Sample) ([]Judgement, error) {
	judgements := make([]Judgement, len(p.expectations))
	for i := range p.expectations {
		var err error
		if judgements[i], err = p.judge(&p.expectations[i], sample); err != nil {
			return nil, fmt.Errorf("expectation %q: %w", p.expectations[i].Effect, err)
		}
	}
	return judgements, nil
}

// Holds reports whether every expectation is met.
func Holds(judgements []Judgement) bool {
	for _, judgement := range judgements {
		if !judgement.Met {
			return false
		}
	}
	return true
}

func (p *Prepared) judge(e *expected, sample Sample) (Judgement, error) {
	means := p.variables(e, sample)
	n := means.defined()
	replicates := make([]int, n)
	for i := range replicates {
		replicates[i] = i
	}
	var machine vm.VM
	at := func(x *expression, replicates []int) (float64, error) {
		means.set(replicates)
		return x.value(&machine, means.names)
	}
	j := Judgement{Value: math.NaN(), Low: math.NaN(), High: math.NaN(), Replicates: n}
	if n == 0 {
		return j, nil
	}
	var err error
	if j.Value, err = at(e.value, replicates); err != nil {
		return j, err
	}
	shows := 0
	for i := range n {
		own, err := at(e.value, replicates[i:i+1])
		shown := e.within(own, own)
		if err == nil && e.direction != nil {
			own, err = at(e.direction, replicates[i:i+1])
			shown = own == 1
		}
		if err != nil {
			return j, err
		}
		if shown {
			shows++
		}
	}
	j.Shown = float64(shows) / float64(n)
	j.Low, j.High, err = bootstrap(n, e.Confidence, func(drawn []int) (float64, error) { return at(e.value, drawn) })
	j.Met = err == nil && e.within(j.Low, j.High)
	return j, err
}

// within reports whether an interval meets the bounds. One that is not
// defined does not.
func (e *Expectation) within(low, high float64) bool {
	return !math.IsNaN(low) && !math.IsNaN(high) &&
		(e.AtLeast == nil || low >= *e.AtLeast) && (e.Above == nil || low > *e.Above) &&
		(e.AtMost == nil || high <= *e.AtMost) && (e.Below == nil || high < *e.Below)
}

// variables are the statistics that an expectation uses, by replicate, and
// the names under which expressions know their means.
type variables struct {
	values  [][]float64      // by variable: its defined replicates
	targets []map[string]any // by variable: where its mean goes
	keys    []string
	names   map[string]any
}

// variables gathers what an expectation uses.
func (p *Prepared) variables(e *expected, sample Sample) *variables {
	v := &variables{names: map[string]any{}}
	var columns [][2]int // arm and statistic
	for a, arm := range p.Arms {
		inner := map[string]any{}
		v.names[arm.Name] = inner
		for s := range p.Statistics {
			name := arm.Name + "." + p.Statistics[s].Name
			if e.uses(name) {
				v.targets, v.keys = append(v.targets, inner), append(v.keys, p.Statistics[s].Name)
				columns = append(columns, [2]int{a, s})
			}
		}
	}
	v.values = make([][]float64, len(columns))
	for r := range p.Replicates {
		defined := true
		for _, c := range columns {
			defined = defined && !math.IsNaN(sample[c[0]][r][c[1]])
		}
		for i, c := range columns {
			if defined {
				v.values[i] = append(v.values[i], sample[c[0]][r][c[1]])
			}
		}
	}
	return v
}

// uses reports whether an expression of the expectation has the name.
func (e *expected) uses(name string) bool {
	for _, x := range []*expression{e.value, e.direction} {
		if x != nil {
			for _, used := range x.names {
				if used == name {
					return true
				}
			}
		}
	}
	return false
}

// defined returns the number of replicates.
func (v *variables) defined() int {
	if len(v.values) == 0 {
		return 0
	}
	return len(v.values[0])
}

// set gives every name its mean over the replicates.
func (v *variables) set(replicates []int) {
	for i, values := range v.values {
		total := 0.0
		for _, r := range replicates {
			total += values[r]
		}
		v.targets[i][v.keys[i]] = total / float64(len(replicates))
	}
}
