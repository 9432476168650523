// Package scenarios reads scenario files (TOML) and gives back checked
// settings of the model. It holds the built-in scenarios. TOML is known here
// and nowhere else.
package scenarios

import (
	"skillmix/model"
	"skillmix/model/population"
)

// A Scenario is a world to run: checked, complete, every default filled in.
type Scenario struct {
	Name       string         // a built-in's name, or the file's base name without its extension
	Title      string         // one line, for charts and tables
	Summary    string         // one line for lists; may be empty
	Preset     string         // population preset, one of population.Presets; "" with the user's own organisations
	Redraw     bool           // organisations are drawn anew for each replicate
	Headline   string         // headline measure: HeadlinePosts or HeadlineNetworks
	Replicates int            // replicates of a bare run, 1 to 100,000
	Settings   model.Settings // everything the model needs
	Vary       []Lever        // levers of a grid or a sample
	Sample     Sample         // how points are spread over ranges; none with a grid

	Organisations  *population.Population // the user's own; nil with a preset
	Files          []OrganisationsFile    // where they come from, trusts before networks; empty with a preset
	SkipIncomplete bool                   // rows of those files that lack a needed value are left out
}

// The measures that may be a scenario's headline.
const (
	HeadlinePosts    = "posts_per_1000_staff" // ACPs in post per 1,000 FTE staff in trusts
	HeadlineNetworks = "fte_per_pcn"          // direct-care FTE per primary care network
)

// Judged returns the number of judged values that a run draws from their
// ranges. A value whose mechanism is off is not counted: it has no effect.
func (s *Scenario) Judged() int {
	var neutral [model.ParameterCount]bool
	for i := range model.Mechanisms {
		if s.Settings.Off.Has(model.Switch(i)) {
			for _, n := range model.Mechanisms[i].Neutral {
				neutral[n.Parameter] = true
			}
		}
	}
	count := 0
	for i, prior := range s.Settings.Parameters {
		if !prior.Fixed() && !neutral[i] {
			count++
		}
	}
	return count
}
