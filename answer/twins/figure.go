package twins

import (
	"fmt"
	"math"
	"strings"

	"skillmix/answer/words"
	"skillmix/plots"
)

// A panelOf is what a panel of a story's chart shows.
type panelOf struct {
	heading string
	none    string // said where there is nothing to draw
	value   func(s *State) float64
}

// panels returns what is shown of the unit: the posts that it holds, as a share
// of the most that it ever holds, so that all panels have one axis.
func (s *Story) panels() []panelOf {
	most := s.mostHeld()
	held := panelOf{
		fmt.Sprintf("Posts held (100%% is %s)", words.Count(most, "post")), "No post is held at any time.",
		func(s *State) float64 { return float64(s.Held) / float64(most) },
	}
	if most == 0 {
		held.heading = "Posts held"
		held.value = func(*State) float64 { return math.NaN() }
	}
	if s.Unit.Network {
		return []panelOf{held,
			{"Conviction of practices", "There are no holders of whom practices could be convinced.", func(s *State) float64 { return s.Belief }},
			{"Maturity of the network", "", func(s *State) float64 { return s.Maturity }},
			{"Felt pressure for change (tension)", "", func(s *State) float64 { return s.Tension }},
		}
	}
	return []panelOf{held,
		{"Evidence: success rate believed", "", func(s *State) float64 { return s.Belief }},
		{"Hostility of senior doctors", "", func(s *State) float64 { return s.Hostility }},
		{"Clarity of the role", "", func(s *State) float64 { return s.Clarity }},
	}
}

// mostHeld returns the most posts that the unit holds in any world and month.
func (s *Story) mostHeld() (most int) {
	for _, h := range s.Worlds {
		for month := range h.Months {
			most = max(most, h.States[month][s.index].Held)
		}
	}
	return most
}

// Figure draws a story: small multiples with a line for each world. source is
// its source line.
func (s *Story) Figure(source string) *plots.Figure {
	h := s.Worlds[0]
	figure := &plots.Figure{
		Title: s.Opening(),
		Subtitle: fmt.Sprintf("Posts and attitudes of one unit (%s), at the end of each month, %s to %s, simulated", s.Unit.Where(),
			words.Month(h.month(0)), words.Month(h.month(h.Months-1))),
		Source: source, Percent: true, Columns: 2,
	}
	alt := []string{s.Opening() + "."}
	if s.Parted != "" {
		alt = append(alt, "The two worlds part. "+s.Parted)
	}
	for _, of := range s.panels() {
		panel, told := s.panel(&of)
		figure.Panels = append(figure.Panels, panel)
		alt = append(alt, told)
	}
	figure.Alt = strings.Join(alt, " ")
	return figure
}

// panel draws one panel, and tells of it for who does not see it.
func (s *Story) panel(of *panelOf) (plots.Panel, string) {
	panel := plots.Panel{Heading: of.heading}
	var told []string
	for _, h := range s.Worlds {
		values := make([]float64, h.Months)
		first, last := -1, -1
		for month := range values {
			values[month] = of.value(&h.States[month][s.index])
			if !math.IsNaN(values[month]) {
				if last = month; first < 0 {
					first = month
				}
			}
		}
		if first < 0 {
			continue
		}
		label := words.Capital(words.Label(h.World))
		panel.Series = append(panel.Series, plots.Series{Label: label, Start: h.Start, Median: values})
		told = append(told, fmt.Sprintf("%s from %s to %s", label, words.Percent(values[first]), words.Percent(values[last])))
	}
	if len(panel.Series) == 0 {
		panel.Note = of.none
		return panel, of.heading + ": " + of.none
	}
	return panel, of.heading + ": " + strings.Join(told, ", ") + "."
}
