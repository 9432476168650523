package answer

import (
	"slices"
	"strings"

	"skillmix/answer/words"
	"skillmix/sim"
)

// A Breakdown is where a setting's scenarios end, and how the first two differ, in the groups
// of one dimension: by area, kind of trust, service or role.
type Breakdown struct {
	Setting   string // trust, pcn or all
	Dimension string // area, kind, service or role
	Month     sim.Month
	Measures  []BreakdownMeasure
	Groups    []BreakdownGroup // in the layout's order
	// Lacks says in words why there is no breakdown; empty where there is one.
	Lacks string
}

// A BreakdownMeasure is what is told of each group.
type BreakdownMeasure struct {
	Name     string
	Quantity string // in words, with its unit
	Share    bool   // it is from 0 to 1
}

// A BreakdownGroup is one area, kind, service or role.
type BreakdownGroup struct {
	Name   string // as in tables, without the dimension
	Label  string // in words
	Values []BreakdownValue
}

// A BreakdownValue is a measure of a group.
type BreakdownValue struct {
	Scenarios []sim.Summary // over the runs that did not fail
	// Difference is the first scenario minus the second, paired; nil where there is one
	// scenario. Higher is the share of pairs in which the first is higher, ties counting half.
	Difference *sim.Summary
	Higher     float64
}

// breakdowns are the dimensions that are told, with the measures in the order of their weight:
// the first that a group keeps is what stands out or does not.
var breakdowns = []struct {
	setting, dimension string
	measures           []string
}{
	{"trust", "area", []string{"posts_per_1000_staff", "posts_filled", "adopter_share"}},
	{"trust", "kind", []string{"posts_per_1000_staff", "posts_filled", "adopter_share"}},
	{"trust", "service", []string{"posts_per_1000_staff", "posts_filled", "adopter_share"}},
	{"pcn", "area", []string{"fte_per_pcn", "posts_filled", "adopter_share"}},
	{"pcn", "role", []string{"posts_filled", "adopter_share"}},
	{"all", "area", []string{"posts_filled", "adopter_share"}},
}

// BreakDown tells where scenarios end in each area, kind of trust, service and role, at the
// end of the last financial year that is recorded: groups other than whole settings are kept
// in March only. A dimension that the layout does not keep, and one without a March, has no
// groups and says why.
func BreakDown(runs *Runs) ([]Breakdown, error) {
	march, found := runs.lastMarch()
	var all []Breakdown
	for _, of := range breakdowns {
		if runs.Layout.Group(of.setting, "all") < 0 {
			continue
		}
		b := Breakdown{Setting: of.setting, Dimension: of.dimension, Month: march}
		var groups []int
		for g, group := range runs.Layout.Groups {
			if group.Setting == of.setting && strings.HasPrefix(group.Name, of.dimension+":") {
				groups = append(groups, g)
				name := strings.TrimPrefix(group.Name, of.dimension+":")
				b.Groups = append(b.Groups, BreakdownGroup{Name: name, Label: GroupLabel(of.dimension, name)})
			}
		}
		switch {
		case len(groups) == 0:
			b.Lacks = "the runs keep whole settings only; --detail month keeps the groups too"
		case !found:
			b.Lacks, b.Groups = "groups are kept at the end of March, and there is none in the run", nil
		default:
			if err := b.measure(runs, groups, of.measures); err != nil {
				return nil, err
			}
		}
		all = append(all, b)
	}
	return all, nil
}

// lastMarch returns the last March that is recorded.
func (r *Runs) lastMarch() (sim.Month, bool) {
	month := r.Last()
	for month.OfFinancialYear() != yearLength-1 {
		month--
	}
	return month, month >= r.First()
}

// measure fills in what the groups have.
func (b *Breakdown) measure(runs *Runs, groups []int, measures []string) error {
	for _, name := range measures {
		column := runs.Layout.Column(name)
		if column < 0 || !slices.ContainsFunc(groups, func(g int) bool { return runs.Layout.Has(g, column) }) {
			continue
		}
		b.Measures = append(b.Measures, BreakdownMeasure{
			Name: name, Quantity: quantityOf(runs.Layout.Columns[column]), Share: strings.HasSuffix(name, "_share"),
		})
		for i := range b.Groups {
			b.Groups[i].Values = append(b.Groups[i].Values, BreakdownValue{Scenarios: make([]sim.Summary, len(runs.Names))})
		}
		wanted := func(line sim.Line) bool {
			return line.Month == b.Month && slices.Contains(groups, line.Group) && runs.Layout.Has(line.Group, column)
		}
		var (
			summarizer sim.Summarizer
			scratch    []float64
			x, y       []float64
		)
		err := runs.Each(column, wanted, func(_ int, line sim.Line, values [][]float64) {
			of := &b.Groups[slices.Index(groups, line.Group)]
			value := &of.Values[len(of.Values)-1]
			for world := range values {
				value.Scenarios[world] = runs.Summarize(&summarizer, &scratch, values[world])
			}
			if len(values) > 1 {
				difference := runs.Summarize(&summarizer, &scratch, sim.Paired(values[0], values[1]))
				x, y = definedPairs(x, y, values[0], values[1])
				value.Difference, value.Higher = &difference, sim.ShareHigher(x, y)
			}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// quantityOf words a measure as the head of a table.
func quantityOf(column sim.Column) string {
	switch column.Name {
	case "posts_filled":
		return "Filled posts"
	case "adopter_share":
		return "Units with a filled post"
	}
	return phraseOf(column).quantity
}

// GroupLabel words a group of a dimension (area, kind, service or role): urgent-emergency as Urgent and emergency, an area by its code.
func GroupLabel(dimension, name string) string {
	if dimension == "area" {
		return name
	}
	if said, found := groupWords[name]; found {
		return said
	}
	return words.Capital(words.Label(name))
}

// groupWords are the groups whose name does not read as words.
var groupWords = map[string]string{
	"urgent-emergency":          "Urgent and emergency",
	"podiatric":                 "Podiatry",
	"community-children":        "Community children's",
	"older-adult-mental-health": "Older adults' mental health",
	"child-mental-health":       "Children's mental health",
	"crisis":                    "Mental health crisis",
}
