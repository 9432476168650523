package answer

import (
	"math"
	"slices"

	"skillmix/sim"
)

// gathered is what the runs of one setting left that outcomes are made of: a value for
// each world and pair, whatever the number of months.
type gathered struct {
	setting string
	group   int
	columns []bool // by index of gatherings: the setting keeps the measure

	months        [][][]float64 // by level: to reach it, 0 where it is not reached
	adopted       *peak         // share of units that have ever adopted
	posts         *peak
	postYears     *integral
	releasedYears *integral
	lastYear, sum [][][]float64 // by payer: pounds; nil for one of another setting
	adopters      [][]float64   // the most there were
	share         [][]float64   // the greatest
	chances       float64       // months of units in which they could make a case, over all runs
}

// A gathering reads one measure into what is gathered.
type gathering struct {
	measure string
	setting string // in which alone it is read; empty for every
	see     func(g *gathered, line sim.Line, values [][]float64)
}

// gatherings are the measures of which outcomes are made.
func gatherings(year financialYear) []gathering {
	all := []gathering{
		{"adopted_ever_share", "", func(g *gathered, line sim.Line, values [][]float64) {
			g.adopted.see(line, values)
			for i, level := range levels {
				for world := range values {
					for pair, value := range values[world] {
						if g.months[i][world][pair] == 0 && value >= level.share {
							g.months[i][world][pair] = float64(line.I + 1)
						}
					}
				}
			}
		}},
		{"posts_filled", "", func(g *gathered, line sim.Line, values [][]float64) {
			g.posts.see(line, values)
			g.postYears.see(line, values)
		}},
		{"doctor_fte_released", "", func(g *gathered, line sim.Line, values [][]float64) { g.releasedYears.see(line, values) }},
		{"adopters", "", func(g *gathered, _ sim.Line, values [][]float64) { most(g.adopters, values) }},
		{"adopter_share", "", func(g *gathered, _ sim.Line, values [][]float64) { most(g.share, values) }},
		{"proposals", "", func(g *gathered, _ sim.Line, values [][]float64) { g.chances += total(values) }},
		{"unit_months_without_proposal", "", func(g *gathered, _ sim.Line, values [][]float64) { g.chances += total(values) }},
	}
	for i, p := range payers {
		all = append(all, gathering{p.measure, p.setting, func(g *gathered, line sim.Line, values [][]float64) {
			add(g.sum[i], values)
			if year.has(line.Month) {
				add(g.lastYear[i], values)
			}
		}})
	}
	return all
}

// gather reads the measures of a whole setting, one after the other. It returns nil for a
// setting that does not tell who has adopted, and for one without units.
func (r *Runs) gather(setting string) (*gathered, error) {
	group := r.Layout.Group(setting, "all")
	if group < 0 || !r.keeps(group, "adopted_ever_share") {
		return nil, nil
	}
	g := &gathered{
		setting: setting, group: group, adopted: r.newPeak(), posts: r.newPeak(), postYears: r.newIntegral(), releasedYears: r.newIntegral(),
		adopters: r.perPair(), share: r.perPair(), lastYear: make([][][]float64, len(payers)), sum: make([][][]float64, len(payers)),
	}
	for range levels {
		g.months = append(g.months, r.perPair())
	}
	for i, p := range payers {
		if p.setting == setting {
			g.lastYear[i], g.sum[i] = r.perPair(), r.perPair()
		}
	}
	measures := gatherings(r.lastFinancialYear())
	for i, m := range measures {
		g.columns = append(g.columns, r.keeps(group, m.measure) && (m.setting == "" || m.setting == setting))
		if !g.columns[i] {
			continue
		}
		err := r.Each(r.Layout.Column(m.measure), InGroup(group), func(_ int, line sim.Line, values [][]float64) { m.see(g, line, values) })
		if err != nil {
			return nil, err
		}
		g.forget()
	}
	if g.chances == 0 && g.has("proposals", measures) && g.has("unit_months_without_proposal", measures) {
		return nil, nil
	}
	return g, nil
}

// forget drops what is needed only while a measure is read.
func (g *gathered) forget() {
	for _, p := range []*peak{g.adopted, g.posts} {
		p.before = [yearLength]memory{}
	}
}

// has reports whether the setting keeps a measure.
func (g *gathered) has(measure string, measures []gathering) bool {
	return g.columns[slices.IndexFunc(measures, func(m gathering) bool { return m.measure == measure })]
}

// keeps reports whether a group keeps a measure.
func (r *Runs) keeps(group int, measure string) bool {
	column := r.Layout.Column(measure)
	return column >= 0 && r.Layout.Has(group, column)
}

// perPair makes a number for each world and pair.
func (r *Runs) perPair() [][]float64 {
	numbers := make([][]float64, len(r.Names))
	for world := range numbers {
		numbers[world] = make([]float64, r.Source.Pairs())
	}
	return numbers
}

// units returns the number of units in each pair, not a number where no unit of any world
// ever had a filled post: the records tell it only by adopters over their share.
func (g *gathered) units() []float64 {
	units := make([]float64, len(g.share[0]))
	for pair := range units {
		units[pair] = math.NaN()
		for world := range g.share {
			if share := g.share[world][pair]; share > 0 {
				units[pair] = math.Round(g.adopters[world][pair] / share)
				break
			}
		}
	}
	return units
}

// add adds values, of which some may be none, to sums.
func add(sums, values [][]float64) {
	for world := range values {
		for pair, value := range values[world] {
			sums[world][pair] += value // a run without a value stays without one
		}
	}
}

// most keeps the greater of what was and of values.
func most(greatest, values [][]float64) {
	for world := range values {
		for pair, value := range values[world] {
			if value > greatest[world][pair] {
				greatest[world][pair] = value
			}
		}
	}
}

// total sums what is a number.
func total(values [][]float64) (sum float64) {
	for world := range values {
		for _, value := range values[world] {
			if !math.IsNaN(value) {
				sum += value
			}
		}
	}
	return sum
}
