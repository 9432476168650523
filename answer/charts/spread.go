package charts

import (
	"fmt"
	"math"
	"slices"

	"skillmix/answer/words"
	"skillmix/plots"
	"skillmix/sim"
)

// Organisations are values of single organisations in the last month of a few runs.
type Organisations struct {
	Who string // what they are, in the plural, such as trusts
	// Quantity names what is measured, for a chart, and Unit in a sentence, such as
	// posts; both as of one organisation.
	Quantity, Unit string
	// Values are by scenario, run and organisation. Runs of all scenarios share their
	// luck, one by one.
	Values [][][]float64
}

// leastOrganisations is the number from which on a spread is drawn.
const leastOrganisations = 5

// spread draws how unequal organisations are: the value that a share of them does not
// exceed, a line for each scenario.
func (d *drawing) spread(o *Organisations) (*plots.Figure, string, error) {
	if o == nil {
		return nil, "Runs do not keep the values of single organisations.", nil
	}
	if least := o.least(); least < leastOrganisations {
		return nil, fmt.Sprintf("There are too few %s to draw their spread: %d.", o.Who, least), nil
	}
	figure := d.figure("", "")
	figure.Subtitle = fmt.Sprintf("%s, %s from the lowest to the highest (%s, simulated), %s", o.Quantity, o.Who, words.Label(d.Population), d.end())
	figure.Across = o.Who
	panel := plots.Panel{}
	var (
		middles, tops []float64
		runs          = len(o.Values[0])
		most          = 0.0
	)
	for scenario, name := range d.names {
		series := o.series(scenario, words.Capital(name))
		panel.Series = append(panel.Series, series)
		middles, tops = append(middles, series.Median[50]), append(tops, series.Median[90])
		most = max(most, series.Median[90])
	}
	if most == 0 {
		return nil, fmt.Sprintf("At least nine in ten %s have nothing in %s.", o.Who, d.end()), nil
	}
	digits := words.RoundingOf(0, append(slices.Clone(middles), tops...)...)
	middle, top := d.under(each(middles, digits.Amount)), d.under(each(tops, digits.Amount))
	figure.Title = fmt.Sprintf("Half of %s have at most %s", o.Who, withUnit(middle, " "+o.Unit))
	if len(d.names) <= 2 { // more would be too long for a title
		figure.Title += "; one in ten has at least " + d.underAgain(each(tops, digits.Amount))
	}
	d.setPanel(figure, panel)
	of := "from a single run of each scenario"
	if runs > 1 {
		of = fmt.Sprintf("medians over %d runs of each scenario", runs)
	}
	note(figure, fmt.Sprintf("Values of single %s are %s", o.Who, of))
	alt(figure, fmt.Sprintf("Line chart of the value that a share of %s does not exceed, %s.", o.Who, of)+d.besideFirst(),
		fmt.Sprintf("Middle: %s.", middle), fmt.Sprintf("Nine in ten do not exceed: %s.", top))
	return figure, "", nil
}

// series is the line of a scenario: at each share of organisations the median over runs.
func (o *Organisations) series(scenario int, name string) plots.Series {
	series := plots.Series{Label: name, At: places()}
	var curves [][]float64
	for _, values := range o.Values[scenario] {
		curves = append(curves, quantileCurve(values))
	}
	for i := range series.At {
		var at []float64
		for _, curve := range curves {
			at = append(at, curve[i])
		}
		series.Median = append(series.Median, sim.Summarize(at).Median)
	}
	if runs := len(curves); runs > 1 {
		series.Trajectories = curves[:min(mostTrajectories, runs-1)]
	}
	return series
}

// least returns the smallest number of organisations of any run.
func (o *Organisations) least() int {
	least := math.MaxInt
	for _, runs := range o.Values {
		for _, values := range runs {
			least = min(least, len(values))
		}
	}
	return least
}

// places are the shares of organisations at which curves have a value: every percent.
func places() []float64 {
	at := make([]float64, 101)
	for i := range at {
		at[i] = float64(i) / 100
	}
	return at
}

// quantileCurve returns the quantiles of values at places. They interpolate
// linearly between order statistics, like those of sim.Summarize.
func quantileCurve(values []float64) []float64 {
	sorted := slices.Sorted(slices.Values(values))
	curve := places()
	for i, p := range curve {
		at := p * float64(len(sorted)-1)
		low := min(int(at), len(sorted)-1)
		high := min(low+1, len(sorted)-1)
		curve[i] = sorted[low] + (at-float64(low))*(sorted[high]-sorted[low])
	}
	return curve
}
