package charts

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"skillmix/answer"
	"skillmix/answer/words"
	"skillmix/plots"
)

// A part is a group of a setting, such as a service, that has a panel of its own.
type part struct {
	name  string // within a sentence
	group int
	*course
	ends []float64 // last medians, by scenario
	size float64   // their sum
}

// mostParts is the number of panels that are drawn, and mostInRow of those beside each
// other where there are many.
const mostParts, mostInRow = 20, 4

// services draws posts by service.
func (d *drawing) services() (*plots.Figure, string, error) {
	if d.headline.Setting == "pcn" {
		return nil, "Networks are one kind of service; their posts are drawn by role.", nil
	}
	return d.parts("service", "services")
}

// roles draws posts by role.
func (d *drawing) roles() (*plots.Figure, string, error) {
	if d.headline.Setting != "pcn" {
		return nil, "Posts in trusts are all of one role, which the chart of adoption shows.", nil
	}
	return d.parts("role", "roles")
}

// parts draws posts by the groups of a kind: small multiples on shared axes, the largest
// first.
func (d *drawing) parts(kind, several string) (*plots.Figure, string, error) {
	column, names, groups := d.groupsOf(kind)
	if len(groups) < 2 {
		return nil, fmt.Sprintf("The records do not keep %s apart.", several), nil
	}
	if d.many() {
		return nil, d.tooMany(kind), nil
	}
	went, err := courses(d.Runs, column, groups, itself)
	if err != nil {
		return nil, "", err
	}
	var all []part
	for i, course := range went {
		if course == nil {
			return nil, fmt.Sprintf("Posts by %s are kept at the end of financial years, and no March lies within the runs.", kind), nil
		}
		p := part{name: words.Lower(answer.GroupLabel(kind, names[i])), group: groups[i], course: course}
		for scenario := range d.names {
			_, end := course.ends(scenario)
			p.ends = append(p.ends, end)
			if !math.IsNaN(end) {
				p.size += end
			}
		}
		all = append(all, p)
	}
	var none []string
	all = slices.DeleteFunc(all, func(p part) bool {
		if never := !p.any(); never {
			none = append(none, p.name)
			return true
		}
		return false
	})
	if len(all) == 0 {
		return nil, fmt.Sprintf("No post of any of the %s is filled at the end of a financial year.", several), nil
	}
	slices.SortStableFunc(all, func(a, b part) int { return cmp.Compare(b.size, a.size) })
	drawn := all[:min(len(all), mostParts)]
	if n := len(drawn); n > 2*mostInRow && n%mostInRow == 1 {
		drawn = drawn[:n-1] // rather than a row for the smallest alone
	}

	figure := d.figure(d.partsTitle(kind, all, column), fmt.Sprintf("%s, by %s, at the end of financial years, %s", d.quantityOf(column), kind, d.statistic("median")))
	digits := endDigits(all)
	var shown []string
	for _, p := range drawn {
		panel := plots.Panel{Heading: words.Capital(p.name)}
		for scenario, name := range d.names {
			panel.Series = append(panel.Series, p.line(scenario, words.Capital(name), middleBand))
		}
		figure.Panels = append(figure.Panels, panel)
		shown = append(shown, fmt.Sprintf("%s: %s.", words.Capital(p.name), d.under(each(p.ends, digits.Amount))))
	}
	if smaller := all[len(drawn):]; len(smaller) > 0 {
		var names []string
		for _, p := range smaller {
			names = append(names, p.name)
		}
		note(figure, "Lower and not drawn: "+words.Listed(names))
	}
	if len(none) > 0 {
		note(figure, "Without a post: "+words.Listed(none))
	}
	last := drawn[0].months[len(drawn[0].months)-1]
	alt(figure, fmt.Sprintf("Small multiples, a panel for each of %d %s and a line for each scenario; in %s:", len(drawn), several, words.Month(last)), shown...)
	return figure, "", nil
}

// groupsOf returns the groups of a kind in the headline's setting that keep the headline,
// or else filled posts, with their names and that measure.
func (d *drawing) groupsOf(kind string) (column int, names []string, groups []int) {
	layout := d.Runs.Layout
	for _, column := range []int{d.headline.Column, layout.Column("posts_filled")} {
		names, groups = nil, nil
		for g, group := range layout.Groups {
			name, found := strings.CutPrefix(group.Name, kind+":")
			if found && group.Setting == d.headline.Setting && column >= 0 && layout.Has(g, column) {
				names, groups = append(names, name), append(groups, g)
			}
		}
		if len(groups) > 0 {
			return column, names, groups
		}
	}
	return -1, nil, nil
}

// any reports whether there is a post in any scenario and year.
func (p *part) any() bool {
	for _, summaries := range p.summaries {
		for _, s := range summaries {
			if s.P97_5 > 0 {
				return true
			}
		}
	}
	return false
}

// quantityOf names the measure of parts.
func (d *drawing) quantityOf(column int) string {
	switch d.Runs.Layout.Columns[column].Name {
	case "posts_filled":
		return "Filled posts"
	case "posts_per_1000_staff":
		return "ACPs in post per 1,000 FTE staff of the service"
	}
	return answer.Quantity(d.Runs.Layout.Columns[column])
}

// partsTitle says which part ends with most and which with least.
func (d *drawing) partsTitle(kind string, all []part, column int) string {
	most, least := all[0], all[len(all)-1]
	digits := endDigits(all)
	unit := " posts"
	if of := unitInWords(d.Runs.Layout.Columns[column].Name); of != "" {
		unit = " " + of
	} else if column == d.headline.Column && d.Runs.Layout.Columns[column].Name != "posts_filled" {
		unit = ""
	}
	if kind == "role" {
		unit = "" // the sentence says that it counts posts
	}
	first := withUnit(d.under(each(most.ends, digits.Amount)), unit)
	month := most.months[len(most.months)-1]
	if len(all) == 1 {
		return fmt.Sprintf("In %s %s alone has posts: %s", words.Month(month), most.name, first)
	}
	last := d.underAgain(each(least.ends, digits.Amount))
	if kind == "role" {
		return fmt.Sprintf("In %s the role with most posts is %s: %s; that with fewest is %s: %s", words.Month(month), most.name, first, least.name, last)
	}
	return fmt.Sprintf("In %s %s has most: %s; %s has least: %s", words.Month(month), most.name, first, least.name, last)
}

// endDigits is how the last medians are rounded: by those of the largest and the
// smallest part.
func endDigits(all []part) words.Rounding {
	return words.RoundingOf(0, append(slices.Clone(all[0].ends), all[len(all)-1].ends...)...)
}
