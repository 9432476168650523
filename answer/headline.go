package answer

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"skillmix/answer/words"
	"skillmix/sim"
)

// A Headline is where a measure stands in the layout and how it is said.
type Headline struct {
	Group, Column int    // indices in the layout
	Setting       string // trust, pcn or all
	phrase        phrase
}

// Quantity names what is measured, with its unit, to begin a text with.
func (h Headline) Quantity() string { return h.phrase.quantity }

// Quantity names what a measure is of, with its unit, to begin a text with.
func Quantity(column sim.Column) string { return phraseOf(column).quantity }

// A phrase words a measure. %s stands for the number, %m for the month.
type phrase struct {
	first    string // of the first scenario in a sentence
	next     string // of those after it
	both     string // of two that end alike
	none     string // like first, where there is nothing; empty if that is said as 0
	nextNone string // like next
	neither  string // of two that both end with nothing
	quantity string // what is measured, for the chart and the tables
}

// phrases of the measures that scenarios report by default.
func phraseOf(column sim.Column) phrase {
	switch column.Name {
	case "posts_per_1000_staff":
		return phrase{
			"puts %s ACPs per 1,000 staff in post by %m", "puts %s", "put %s ACPs per 1,000 staff in post by %m",
			"puts no ACPs in post by %m", "puts none", "puts any ACPs in post by %m", "ACPs in post per 1,000 FTE staff",
		}
	case "fte_per_pcn":
		return phrase{
			"puts %s direct-care FTE per network in post by %m", "puts %s", "put %s direct-care FTE per network in post by %m",
			"puts no direct-care staff in post by %m", "puts none", "puts any direct-care staff in post by %m", "Direct-care FTE in post per primary care network",
		}
	}
	name := strings.ReplaceAll(column.Name, "_", " ")
	quantity := words.Capital(name)
	if column.Unit != "" {
		quantity += ", " + column.Unit
	}
	return phrase{first: "ends with " + name + " at %s in %m", next: "ends at %s", both: "end with " + name + " at %s in %m", quantity: quantity}
}

func (p phrase) say(form, number string, month sim.Month) string {
	return strings.NewReplacer("%s", number, "%m", words.Month(month)).Replace(form)
}

// Settings in which a headline is looked for, in this order.
var Settings = [...]string{"trust", "pcn", "all"}

// FindHeadline returns where a measure stands in the first setting whose group "all" keeps
// it. It fails with a *HeadlineError if records of the layout cannot answer for the measure,
// which can be found out before anything is run.
func FindHeadline(layout *sim.Layout, measure string) (Headline, error) {
	column := layout.Column(measure)
	if column < 0 {
		return Headline{}, &HeadlineError{Measure: measure, Known: measuresOf(layout)}
	}
	for _, setting := range Settings {
		if group := layout.Group(setting, "all"); group >= 0 && layout.Has(group, column) {
			return Headline{group, column, setting, phraseOf(layout.Columns[column])}, nil
		}
	}
	return Headline{}, &HeadlineError{Measure: measure, Known: measuresOf(layout)}
}

// measuresOf lists the measures that can be a headline.
func measuresOf(layout *sim.Layout) (names []string) {
	for c, column := range layout.Columns {
		if slices.ContainsFunc(Settings[:], func(setting string) bool {
			group := layout.Group(setting, "all")
			return group >= 0 && layout.Has(group, c)
		}) {
			names = append(names, column.Name)
		}
	}
	return names
}

// A HeadlineError says that a scenario's headline measure is not reported.
type HeadlineError struct {
	Measure string
	Known   []string // measures that could be a headline
}

// Error names the measure and those there are.
func (e *HeadlineError) Error() string {
	return fmt.Sprintf("report.headline: there is no measure %q; the measures are %s", e.Measure, strings.Join(e.Known, ", "))
}

// HeadlineValues returns a measure in the last month, by scenario and complete
// pair; where points are swept by every pair, and not a number for those that are not
// complete, so that the points of a replicate stay together. It fails with a *HeadlineError like FindHeadline, or if the
// measure has no value in some run that did not fail.
func HeadlineValues(runs *Runs, measure string) ([][]float64, error) {
	values, err := HeadlineByPair(runs, measure)
	if err != nil {
		return nil, err
	}
	for scenario, name := range runs.Names {
		if slices.ContainsFunc(runs.pick(values[scenario]), math.IsNaN) {
			return nil, fmt.Errorf("the headline measure %s has no value in the last month of some runs of %s", measure, name)
		}
	}
	for scenario := range values {
		if runs.Points == 1 {
			values[scenario] = runs.pick(values[scenario])
		} else {
			runs.mask(values[scenario])
		}
	}
	return values, nil
}

// HeadlineByPair returns a measure in the last month, by scenario and pair, failed
// ones too: not a number where a run failed.
func HeadlineByPair(runs *Runs, measure string) ([][]float64, error) {
	headline, err := FindHeadline(runs.Layout, measure)
	if err != nil {
		return nil, err
	}
	values := make([][]float64, len(runs.Names))
	err = runs.Each(headline.Column, in(headline.Group, runs.Last()), func(_ int, _ sim.Line, all [][]float64) {
		for scenario := range values {
			values[scenario] = slices.Clone(all[scenario])
		}
	})
	return values, err
}
