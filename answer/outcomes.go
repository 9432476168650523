package answer

import (
	"math"
	"slices"

	"skillmix/sim"
)

// Outcomes are figures about whole runs: how long it took, how fast it went at most, what a
// post cost and who paid. Their size does not depend on the number of runs.
type Outcomes struct {
	Scenarios []string // names, in the order of the result
	Months    int      // of a run
	// ByYear tells that records are kept at the ends of financial years only, so that
	// months to a share are those of the row in which it is first seen, the peak is
	// between the ends of years, and years of posts are taken as straight between them.
	ByYear bool
	// LastYear is the last whole financial year; HasYear is false where there is none.
	LastYear sim.FinancialYear
	HasYear  bool
	All      []Outcome // by setting and then in the order of OutcomeMeasures
	Extras   []Extra

	first int // months until the end of the first row
}

// An Outcome is one measure in one setting.
type Outcome struct {
	Setting string // trust, pcn or all
	OutcomeMeasure
	Scenarios []OutcomeOf
	Pairs     []OutcomePair // in the order of comparison.csv
}

// OutcomeOf is an outcome of one scenario.
type OutcomeOf struct {
	sim.Summary     // over the runs in which it has a value, N of them
	Runs        int // that did not fail
	Reached     int // for months to a share: runs in which it was reached
	AtOnce      int // and of those in the first row: units may have had posts at the start
}

// An OutcomePair is the difference of two scenarios, a minus b, paired by run.
type OutcomePair struct {
	A, B        int     // indices of scenarios
	sim.Summary         // over the pairs in which both have a value
	Higher      float64 // share of pairs in which a is higher, ties counting half
}

// Of returns the outcome of a name in a setting, or nil.
func (o *Outcomes) Of(setting, name string) *Outcome {
	for i := range o.All {
		if o.All[i].Setting == setting && o.All[i].Name == name {
			return &o.All[i]
		}
	}
	return nil
}

// MeasureOutcomes makes the outcomes of all settings, one after the other. While it is at it,
// it holds some thirty numbers for each run, however many months and measures there are.
func MeasureOutcomes(runs *Runs) (*Outcomes, error) {
	lines, year := runs.Source.Lines(), runs.lastFinancialYear()
	o := &Outcomes{Scenarios: runs.Names, Months: lines[len(lines)-1].I + 1, first: lines[0].I + 1, HasYear: !year.none()}
	if o.HasYear {
		o.LastYear = year.first.FinancialYear()
	}
	for _, line := range lines {
		o.ByYear = o.ByYear || line.Covers > 1
	}
	for _, setting := range Settings {
		g, err := runs.gather(setting)
		if err != nil {
			return nil, err
		}
		if g == nil {
			continue
		}
		for _, measure := range OutcomeMeasures() {
			if values := o.values(runs, g, &measure); values != nil {
				o.All = append(o.All, o.summarize(runs, g, measure, values))
			}
		}
		o.addExtras(runs, g)
	}
	return o, nil
}

// values returns an outcome by world and pair, not a number where it has none, or nil
// where the setting cannot tell it.
func (o *Outcomes) values(runs *Runs, g *gathered, measure *OutcomeMeasure) [][]float64 {
	if !slices.Contains(measure.Settings, g.setting) || !g.tells(measure) || measure.kind == paidLastYear && !o.HasYear {
		return nil
	}
	units := g.units()
	value := func(world, pair int) float64 {
		switch measure.kind {
		case monthsTo:
			if months := g.months[measure.of][world][pair]; months > 0 {
				return months
			}
			return float64(o.Months + 1)
		case reached:
			return min(1, g.months[measure.of][world][pair])
		case peakUnits:
			if rise := g.adopted.rise[world][pair]; rise == 0 {
				return 0 // of however many units
			} else {
				return rise * units[pair]
			}
		case peakPosts:
			return g.posts.rise[world][pair]
		case perPostYear:
			return over(g.paid(world, pair), g.postYears.years[world][pair])
		case perReleasedYear:
			return over(g.paid(world, pair), g.releasedYears.years[world][pair])
		case paidLastYear:
			return g.lastYear[measure.of][world][pair]
		}
		return g.sum[measure.of][world][pair]
	}
	values := runs.perPair()
	for world := range values {
		for pair := range values[world] {
			if values[world][pair] = math.NaN(); runs.Source.Done(runs.Set, world, pair) {
				values[world][pair] = value(world, pair)
			}
		}
	}
	return values
}

// tells reports whether the setting keeps what a measure is made of.
func (g *gathered) tells(measure *OutcomeMeasure) bool {
	needs := func(names ...string) bool {
		all := gatherings(financialYear{})
		return !slices.ContainsFunc(names, func(name string) bool { return !g.has(name, all) })
	}
	var paid []string
	for _, p := range payers {
		if p.setting == g.setting {
			paid = append(paid, p.measure)
		}
	}
	switch measure.kind {
	case peakUnits:
		return needs("adopters", "adopter_share")
	case peakPosts:
		return needs("posts_filled")
	case perPostYear:
		return needs(append(paid, "posts_filled")...)
	case perReleasedYear:
		return needs(append(paid, "doctor_fte_released")...)
	case paidLastYear, paidInAll:
		return needs(payers[measure.of].measure)
	}
	return true
}

// paid returns what all payers of the setting paid in a run, in pounds.
func (g *gathered) paid(world, pair int) (pounds float64) {
	for i, p := range payers {
		if p.setting == g.setting {
			pounds += g.sum[i][world][pair]
		}
	}
	return pounds
}

// over divides, where there is something to divide by.
func over(pounds, years float64) float64 {
	if years <= 0 {
		return math.NaN()
	}
	return pounds / years
}

// summarize makes an outcome of its values.
func (o *Outcomes) summarize(runs *Runs, g *gathered, measure OutcomeMeasure, values [][]float64) Outcome {
	outcome := Outcome{Setting: g.setting, OutcomeMeasure: measure}
	var (
		summarizer sim.Summarizer
		scratch    []float64
		a, b       []float64
	)
	for world := range values {
		of := OutcomeOf{Summary: runs.Summarize(&summarizer, &scratch, values[world]), Runs: runs.done[world]}
		if measure.kind == monthsTo {
			for _, months := range values[world] {
				if months <= float64(o.Months) {
					of.Reached++
				}
				if months == float64(o.first) {
					of.AtOnce++
				}
			}
		}
		outcome.Scenarios = append(outcome.Scenarios, of)
		for other := world + 1; other < len(values); other++ {
			pair := OutcomePair{A: world, B: other, Summary: runs.Summarize(&summarizer, &scratch, sim.Paired(values[world], values[other]))}
			a, b = definedPairs(a, b, values[world], values[other])
			pair.Higher = sim.ShareHigher(a, b)
			outcome.Pairs = append(outcome.Pairs, pair)
		}
	}
	return outcome
}
