package charts

import (
	"fmt"

	"skillmix/answer/words"
	"skillmix/plots"
)

// An attitude is a measure of what people think, and how it is said.
type attitude struct{ measure, heading string }

// attitudes are those of a setting, of which titles tell the first. They lie between 0
// and 1; in trusts they are probabilities and shares, in networks indices.
var attitudes = map[string][]attitude{
	"trust": {
		{"resistance_tau1", "Refusal of a post that takes a medical post's money"},
		{"resistance_tau0", "Refusal of a post that takes no medical money"},
		{"evidence_mean", "Belief that the role works"},
		{"doubt", "Doubt that the role is safe"},
	},
	"pcn": {
		{"maturity", "Maturity of networks"},
		{"task_fit", "Fit of tasks to roles"},
		{"tension", "Felt pressure for change"},
	},
}

// resistance draws what people think of the role, a panel for each attitude.
func (d *drawing) resistance() (*plots.Figure, string, error) {
	var (
		title  string
		shown  []string
		panels []plots.Panel
	)
	if d.many() {
		return nil, d.tooMany("attitude"), nil
	}
	probability := d.headline.Setting == "trust"
	say := func(value float64) string { return words.Rounding(2).Number(value) }
	if probability {
		say = words.Percent
	}
	for _, attitude := range attitudes[d.headline.Setting] {
		column, kept := d.column(attitude.measure)
		if !kept {
			continue
		}
		went, err := courses(d.Runs, column, []int{d.headline.Group}, itself)
		if err != nil {
			return nil, "", err
		}
		course := went[0]
		panel := plots.Panel{Heading: attitude.heading}
		told := make([]string, len(d.names))
		for scenario, name := range d.names {
			if told[scenario] = course.path(scenario, say); course.known(scenario) {
				panel.Series = append(panel.Series, course.line(scenario, words.Capital(name), middleBand))
			}
		}
		if len(panel.Series) < len(d.names) {
			continue // there is nobody whose attitude it could be
		}
		panels = append(panels, panel)
		shown = append(shown, fmt.Sprintf("%s: %s.", attitude.heading, d.under(told)))
		if title == "" {
			title = attitude.heading + " " + d.goes(course, say)
		}
	}
	if len(panels) == 0 {
		return nil, "The records hold no attitudes.", nil
	}
	quantity := "What networks are like, means over networks from 0 to 1"
	if probability {
		quantity = "What senior doctors refuse and believe, means over services"
	}
	figure := d.figure(title, quantity+", "+d.statistic("median"))
	figure.Percent = probability
	figure.Panels = panels
	if len(panels) == 3 {
		figure.Columns = 3 // rather than a hole in the second row
	}
	alt(figure, "Line chart with a panel for each attitude and a line for each scenario.", shown...)
	return figure, "", nil
}

// goes says from where to where a measure goes, by scenario.
func (d *drawing) goes(course *course, say func(float64) string) string {
	var begins, ends []string
	same, falls, rises := true, true, true
	for scenario := range d.names {
		first, last := course.ends(scenario)
		begins, ends = append(begins, say(first)), append(ends, say(last))
		same = same && begins[scenario] == begins[0]
		falls, rises = falls && last < first, rises && last > first
	}
	if len(course.months) == 1 {
		return "is " + d.under(ends)
	}
	verb := "goes"
	if falls {
		verb = "falls"
	} else if rises {
		verb = "rises"
	}
	if same {
		return fmt.Sprintf("%s from %s to %s", verb, begins[0], d.under(ends))
	}
	for scenario := range ends {
		ends[scenario] = "from " + begins[scenario] + " to " + ends[scenario]
	}
	return verb + " " + d.under(ends)
}
