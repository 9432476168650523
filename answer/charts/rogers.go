package charts

import (
	"fmt"
	"slices"
	"strings"

	"skillmix/answer"
	"skillmix/answer/diffusion"
	"skillmix/answer/words"
	"skillmix/plots"
)

// rogers draws the share of units that have ever adopted, and where one of Rogers's
// categories of adopters ends and the next begins. Like the tables of categories it is
// of means over runs.
func (d *drawing) rogers() (*plots.Figure, string, error) {
	diffusions, err := answer.Diffuse(d.Runs, d.headline.Setting)
	if err != nil {
		return nil, "", err
	}
	if diffusions == nil {
		return nil, "The records do not hold who has ever adopted.", nil
	}
	told := false
	var (
		ends []float64
		whys = make([]string, len(d.names))
	)
	for scenario, of := range diffusions {
		whys[scenario] = of.NoCategories
		told = told || of.NoCategories == ""
		ends = append(ends, of.Shares[len(of.Shares)-1])
	}
	if !told {
		if why := slices.Compact(slices.Clone(whys)); len(why) == 1 {
			return nil, fmt.Sprintf("Categories of adopters are not told: %s.", why[0]), nil
		}
		for scenario := range whys {
			whys[scenario] = d.names[scenario] + ": " + whys[scenario]
		}
		return nil, fmt.Sprintf("Categories of adopters are not told. %s.", words.Capital(strings.Join(whys, "; "))), nil
	}
	units := unitsOf(d.headline.Setting)
	figure := d.figure(d.rogersTitle(units, ends),
		fmt.Sprintf("Share of %s that have ever had a filled post, by category of adopters (Rogers 1962), %s", units, d.statistic("mean")))
	figure.Percent = true
	panel := plots.Panel{}
	var shown []string
	for scenario, of := range diffusions {
		name := words.Capital(d.names[scenario])
		panel.Series = append(panel.Series, plots.Series{Label: name, Start: of.Months[0], Months: of.Months, Median: of.Shares})
		shown = append(shown, fmt.Sprintf("%s: %s.", name, fromTo(of.Shares, words.Percent)))
	}
	var said []string
	for _, category := range diffusion.Rogers[1:] {
		panel.Levels = append(panel.Levels, plots.Level{Value: category.From, Label: words.Capital(category.Name) + " from here"})
		said = append(said, fmt.Sprintf("%s above %v%%", category.Name, 100*category.From))
	}
	d.setPanel(figure, panel)
	alt(figure, fmt.Sprintf("Line chart of the share of %s that have ever had a filled post, with levels: %s.", units, words.Listed(said))+d.besideFirst(), shown...)
	return figure, "", nil
}

// categoryOf names the category in which adopters are when a share has adopted.
func categoryOf(share float64) string {
	for i, category := range diffusion.Rogers {
		if _, complete := category.Complete([]float64{share}); !complete || i == len(diffusion.Rogers)-1 {
			return category.Name
		}
	}
	return ""
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
		category := categoryOf(share)
		if shares[category] == nil {
			order, shares[category] = append(order, category), make([]string, len(ends))
		}
		shares[category][scenario] = words.Percent(share)
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
	return fmt.Sprintf("By %s take-up has got %s", d.end(), words.Listed(parts))
}
