package answer

import (
	"fmt"
	"math"
	"slices"

	"skillmix/answer/words"
	"skillmix/sim"
)

// A Source gives what runs left, a measure at a time: on disk or in memory. Pairs
// are runs of all worlds that share their luck.
type Source interface {
	// Lines lists the months and groups that there are values of.
	Lines() []sim.Line
	// Pairs returns the number of pairs.
	Pairs() int
	// Done reports whether the run of a world in a pair did not fail.
	Done(set, world, pair int) bool
	// Read reads a measure of a set in the lines from first to before last, into
	// into[world*(last-first)+line-first], a value for each pair: not a number
	// where the run failed or has none.
	Read(set, column, first, last int, into [][]float64) error
}

// Runs are those of an experiment whose points are scenarios, in one set.
type Runs struct {
	Names  []string // of the scenarios, by world of the source
	Layout *sim.Layout
	Source Source
	Set    int
	// Points is the number of points of a grid or sample; pairs are point after
	// point, replicate after replicate, and the points of a replicate share its luck.
	Points   int
	complete []int // pairs of which no run failed
	done     []int // runs that did not fail, by scenario
}

// NewRuns gathers which runs there are. It fails if no pair is complete.
func NewRuns(names []string, layout *sim.Layout, source Source, set, points int) (*Runs, error) {
	r := &Runs{Points: points, Names: names, Layout: layout, Source: source, Set: set, done: make([]int, len(names))}
	for pair := range source.Pairs() {
		whole := true
		for world := range names {
			if source.Done(set, world, pair) {
				r.done[world]++
			} else {
				whole = false
			}
		}
		if whole {
			r.complete = append(r.complete, pair)
		}
	}
	if len(r.complete) == 0 {
		return nil, &NoRunsError{Pairs: source.Pairs()}
	}
	return r, nil
}

// A NoRunsError says that there is nothing to tell of: in every pair a run failed.
type NoRunsError struct{ Pairs int }

// Error says how many pairs there were.
func (e *NoRunsError) Error() string {
	return fmt.Sprintf("no answer: in each of %s a run failed; runs.parquet has the reasons", words.Count(e.Pairs, "pair"))
}

// Replicates returns the number of complete pairs.
func (r *Runs) Replicates() int { return len(r.complete) }

// Failed returns the number of pairs of which a run failed.
func (r *Runs) Failed() int { return r.Source.Pairs() - len(r.complete) }

// Complete returns the pairs of which no run failed, in their order.
func (r *Runs) Complete() []int { return r.complete }

// Done returns the number of runs of a scenario that did not fail.
func (r *Runs) Done(scenario int) int { return r.done[scenario] }

// Few returns a few pairs of which no run failed, at most so many: the first, or, where
// points are swept, some at equal distances, so that not all are of the first points.
func (r *Runs) Few(most int) []int {
	n := min(most, len(r.complete))
	if r.Points == 1 {
		return slices.Clone(r.complete[:n])
	}
	few := make([]int, n)
	for i := range few {
		few[i] = r.complete[i*len(r.complete)/n]
	}
	return few
}

// mostValues is how many values are held in memory at once: 8 MB.
const mostValues = 1 << 20

// Each reads a measure and calls visit for every wanted line, in their order, with its
// index and its values by scenario and pair: not a number where a run failed or has none.
// visit may not keep the values. However many runs there are, the memory is the same. It
// returns the error of reading.
func (r *Runs) Each(column int, wanted func(line sim.Line) bool, visit func(index int, line sim.Line, values [][]float64)) error {
	lines, pairs := r.Source.Lines(), r.Source.Pairs()
	most := max(1, mostValues/(pairs*len(r.Names)))
	var storage []float64
	for first := 0; first < len(lines); first++ {
		if !wanted(lines[first]) {
			continue
		}
		last := first + 1
		for at := last; at < len(lines) && at-first < most; at++ {
			if wanted(lines[at]) {
				last = at + 1
			}
		}
		n := last - first
		if len(storage) < n*len(r.Names)*pairs {
			storage = make([]float64, n*len(r.Names)*pairs)
		}
		into := make([][]float64, n*len(r.Names))
		for i := range into {
			into[i] = storage[i*pairs : (i+1)*pairs]
		}
		if err := r.Source.Read(r.Set, column, first, last, into); err != nil {
			return err
		}
		values := make([][]float64, len(r.Names))
		for line := first; line < last; line++ {
			if !wanted(lines[line]) {
				continue
			}
			for world := range values {
				values[world] = into[world*n+line-first]
			}
			visit(line, lines[line], values)
		}
		first = last - 1
	}
	return nil
}

// InGroup wants the lines of a group, for Each.
func InGroup(group int) func(sim.Line) bool {
	return func(line sim.Line) bool { return line.Group == group }
}

// First returns the first month of which there are values.
func (r *Runs) First() sim.Month { return r.Source.Lines()[0].Month }

// Last returns the last month of which there are values.
func (r *Runs) Last() sim.Month {
	lines := r.Source.Lines()
	return lines[len(lines)-1].Month
}

// in wants the lines of a group in one month.
func in(group int, month sim.Month) func(sim.Line) bool {
	return func(line sim.Line) bool { return line.Group == group && line.Month == month }
}

// pick returns the values of complete pairs.
func (r *Runs) pick(values []float64) []float64 {
	picked := make([]float64, len(r.complete))
	for i, pair := range r.complete {
		picked[i] = values[pair]
	}
	return picked
}

// mask replaces the values of pairs that are not complete by none.
func (r *Runs) mask(values []float64) {
	complete := make([]bool, len(values))
	for _, pair := range r.complete {
		complete[pair] = true
	}
	for pair := range values {
		if !complete[pair] {
			values[pair] = math.NaN()
		}
	}
}

// defined appends to into[:0] what is a number: a measure that has no value in a
// run, such as a mean over no units, must not spoil the summary of the others.
func defined(into, values []float64) []float64 {
	into = into[:0]
	for _, value := range values {
		if !math.IsNaN(value) {
			into = append(into, value)
		}
	}
	return into
}

// definedPairs is defined for the pairs of which both are numbers.
func definedPairs(intoA, intoB, a, b []float64) ([]float64, []float64) {
	intoA, intoB = intoA[:0], intoB[:0]
	for i := range a {
		if !math.IsNaN(a[i]) && !math.IsNaN(b[i]) {
			intoA, intoB = append(intoA, a[i]), append(intoB, b[i])
		}
	}
	return intoA, intoB
}

// Summarize summarizes the values of all pairs, of which some may be not a number. It
// knows which points of a grid or sample share their luck; scratch is room to work in.
func (r *Runs) Summarize(summarizer *sim.Summarizer, scratch *[]float64, values []float64) sim.Summary {
	if r.Points > 1 {
		return summarizer.SummarizeGroups(values, len(values)/r.Points)
	}
	*scratch = defined(*scratch, values)
	return summarizer.Summarize(*scratch)
}

// Totals sums a measure over months and runs, by scenario; zero where it is not
// kept.
func (r *Runs) Totals(group int, measure string) ([]float64, error) {
	sums := make([]float64, len(r.Names))
	column := r.Layout.Column(measure)
	if column < 0 || !r.Layout.Has(group, column) {
		return sums, nil
	}
	err := r.Each(column, InGroup(group), func(_ int, _ sim.Line, values [][]float64) {
		for scenario := range values {
			for _, value := range values[scenario] {
				if !math.IsNaN(value) {
					sums[scenario] += value
				}
			}
		}
	})
	return sums, err
}
