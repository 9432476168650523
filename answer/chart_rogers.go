package answer

import (
	"fmt"
	"slices"

	"skillmix/plots"
)

// A category of adopters, by when they adopt: Rogers, Diffusion of Innovations (5th
// edition, 2003), chapter 7. until is the share of all who have adopted when the last
// of the category has.
type category struct {
	until float64
	name  string
}

var categories = []category{
	{.025, "innovators"}, {.16, "early adopters"}, {.5, "early majority"}, {.84, "late majority"}, {1, "laggards"},
}

// leastAdopted is the share of units from which on categories are told of: innovators
// and early adopters have all adopted.
const leastAdopted = .16

// categoryOf returns the category in which adopters are when a share has adopted.
func categoryOf(share float64) category {
	for _, category := range categories {
		if share <= category.until {
			return category
		}
	}
	return categories[len(categories)-1]
}

// rogers draws the share of units that have ever adopted, and where one category of
// adopters ends and the next begins.
func (d *drawing) rogers() (*plots.Figure, string, error) {
	column, kept := d.column("adopted_ever_share")
	if !kept {
		return nil, "The records do not hold who has ever adopted.", nil
	}
	courses, err := d.Runs.courses(column, []int{d.headline.group}, itself)
	if err != nil {
		return nil, "", err
	}
	course := courses[0]
	units := unitsOf(d.headline.setting)
	var begins, ends []float64
	for scenario := range d.names {
		begin, end := course.ends(scenario)
		begins, ends = append(begins, begin), append(ends, end)
	}
	if !(slices.Max(ends) >= leastAdopted) {
		return nil, fmt.Sprintf("Too few %s have ever had a filled post to tell categories of adopters: innovators and early adopters are %s of them.",
			units, percent(leastAdopted)), nil
	}
	if slices.Min(begins) > .5 {
		return nil, fmt.Sprintf("In %s more than half of %s had a filled post already, so who came before the late majority cannot be told.",
			monthInWords(course.months[0]), units), nil
	}
	figure := d.figure(d.rogersTitle(units, ends),
		fmt.Sprintf("Share of %s that have ever had a filled post, by category of adopters (Rogers 2003), %s", units, d.statistic("median")))
	figure.Percent = true
	panel := plots.Panel{}
	var shown []string
	for scenario, name := range d.names {
		panel.Series = append(panel.Series, course.line(scenario, capital(name), bothBands))
		shown = append(shown, fmt.Sprintf("%s: %s.", capital(name), course.path(scenario, percent)))
	}
	var said []string
	for i, category := range categories[:len(categories)-1] {
		next := categories[i+1].name
		panel.Levels = append(panel.Levels, plots.Level{Value: category.until, Label: capital(next) + " from here"})
		said = append(said, fmt.Sprintf("%s above %v%%", next, 100*category.until))
	}
	figure.Panels = []plots.Panel{panel}
	alt(figure, fmt.Sprintf("Line chart of the share of %s that have ever had a filled post, with levels: %s.", units, listed(said)), shown...)
	return figure, "", nil
}

// unitsOf names those who adopt in a setting.
func unitsOf(setting string) string {
	switch setting {
	case "trust":
		return "services"
	case "pcn":
		return "networks"
	}
	return "services and networks"
}

// rogersTitle says which category adopters have reached, by scenario.
func (d *drawing) rogersTitle(units string, ends []float64) string {
	var order []string
	shares := map[string][]string{} // by category: what is said of each scenario
	none := make([]string, len(ends))
	for scenario, share := range ends {
		if !(share > 0) {
			none[scenario] = "nowhere"
			continue
		}
		category := categoryOf(share).name
		if shares[category] == nil {
			order, shares[category] = append(order, category), make([]string, len(ends))
		}
		shares[category][scenario] = percent(share)
	}
	var parts []string
	for i, category := range order {
		said := d.under(shares[category])
		if i == 0 {
			said = withUnit(said, " of "+units) // said once
		}
		parts = append(parts, fmt.Sprintf("to the %s (%s)", category, said))
	}
	if said := d.under(none); said != "" {
		parts = append(parts, said)
	}
	return fmt.Sprintf("By %s take-up has got %s", d.end(), listed(parts))
}
