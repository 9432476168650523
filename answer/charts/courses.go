package charts

import (
	"math"

	"skillmix/answer"
	"skillmix/plots"
	"skillmix/sim"
)

// itself leaves the values of scenarios as they are.
func itself(values [][]float64) [][]float64 { return values }

// courses reads how a measure went in several groups at once, of which each keeps
// it. derive makes, of the values of a line by scenario and pair, those of what is
// followed. A course is nil where its group has no line.
func courses(r *answer.Runs, column int, groups []int, derive func(values [][]float64) [][]float64) ([]*course, error) {
	all := make([]*course, len(groups))
	index := make(map[int]int, len(groups))
	for i, group := range groups {
		index[group] = i
	}
	var (
		summarizer sim.Summarizer
		scratch    []float64
	)
	complete := r.Complete()
	wanted := func(line sim.Line) bool { _, found := index[line.Group]; return found }
	err := r.Each(column, wanted, func(_ int, line sim.Line, values [][]float64) {
		derived := derive(values)
		c := all[index[line.Group]]
		if c == nil {
			c = newCourse(r, len(derived))
			all[index[line.Group]] = c
		}
		c.months = append(c.months, line.Month)
		for i, of := range derived {
			c.summaries[i] = append(c.summaries[i], r.Summarize(&summarizer, &scratch, of))
			for t := range c.trajectories[i] {
				c.trajectories[i][t] = append(c.trajectories[i][t], of[complete[t]])
			}
		}
	})
	return all, err
}

// newCourse returns an empty course of so many lines.
func newCourse(r *answer.Runs, lines int) *course {
	c := &course{
		single:    r.Replicates() == 1,
		summaries: make([][]sim.Summary, lines), trajectories: make([][][]float64, lines),
	}
	for i := range lines {
		if !c.single {
			c.trajectories[i] = make([][]float64, min(mostTrajectories, r.Replicates()-1))
		}
	}
	return c
}

// bands says which bands of a course are drawn.
type bands uint8

const (
	noBands     bands = iota
	middleBand        // that of 80% of runs
	bothBands         // also that of 95%
	bandsAndRun       // and a few single runs
)

// line gathers what is drawn of one line of a course. Where no run has a value it has
// a gap. A single run has no bands.
func (c *course) line(i int, name string, drawn bands) plots.Series {
	series := plots.Series{Label: name, Start: c.months[0], Months: c.months}
	gaps := false
	for _, s := range c.summaries[i] {
		median := s.Median
		if s.N == 0 {
			median, gaps = math.NaN(), true
		}
		series.Median = append(series.Median, median)
	}
	if c.single || gaps {
		return series
	}
	for _, s := range c.summaries[i] {
		if drawn >= middleBand {
			series.Low80, series.High80 = append(series.Low80, s.P10), append(series.High80, s.P90)
		}
		if drawn >= bothBands {
			series.Low95, series.High95 = append(series.Low95, s.P2_5), append(series.High95, s.P97_5)
		}
	}
	if drawn == bandsAndRun {
		series.Trajectories = c.trajectories[i]
	}
	return series
}

// ends returns the first and the last median of a line; not a number where no run has
// a value.
func (c *course) ends(i int) (first, last float64) {
	of := func(s sim.Summary) float64 {
		if s.N == 0 {
			return math.NaN()
		}
		return s.Median
	}
	return of(c.summaries[i][0]), of(c.summaries[i][len(c.summaries[i])-1])
}

// known reports whether a line has a value in any month.
func (c *course) known(i int) bool {
	for _, s := range c.summaries[i] {
		if s.N > 0 {
			return true
		}
	}
	return false
}

// path says from where to where the median of a line goes.
func (c *course) path(i int, say func(float64) string) string {
	first, last := c.ends(i)
	if len(c.months) == 1 {
		return fromTo([]float64{first}, say)
	}
	return fromTo([]float64{first, last}, say)
}
