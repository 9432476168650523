package charts

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"skillmix/answer/gates"
	"skillmix/answer/words"
	"skillmix/plots"
)

// mostGates is the number of gates that are drawn.
const mostGates = 4

// gateYears are the proposals that fail at a gate, by financial year.
type gateYears struct {
	gate   string
	years  *years
	shares []float64 // of proposals, by scenario, over all years
}

// barriers draws the share of proposals that fail at each gate by financial year, a
// panel for each scenario.
func (d *drawing) barriers() (*plots.Figure, string, error) {
	column, kept := d.column("proposals")
	if !kept {
		return nil, "The records hold no proposals.", nil
	}
	proposals, err := yearsOf(d.Runs, d.headline.Group, column)
	if err != nil {
		return nil, "", err
	}
	if slices.Max(proposals.totals) == 0 {
		return nil, "Nobody proposes a post, so nothing can fail at a gate.", nil
	}
	gates, err := d.gates(proposals)
	if err != nil {
		return nil, "", err
	}
	if len(gates) == 0 {
		return nil, "No proposal fails at any gate.", nil
	}
	drawn, others := chooseGates(gates, len(d.names))
	figure := d.figure(d.barriersTitle(proposals, gates), "Share of proposals that fail at each gate, by financial year to March")
	figure.Percent = true
	var shown []string
	for scenario, name := range d.names {
		panel := plots.Panel{Heading: words.Capital(name)}
		switch {
		case proposals.totals[scenario] == 0:
			panel.Note = "Nobody proposes a post."
		case mostFailed(gates, scenario).shares[scenario] == 0:
			panel.Note = "No proposal fails at any gate."
		}
		if panel.Note != "" {
			figure.Panels = append(figure.Panels, panel)
			shown = append(shown, words.Capital(name)+": "+strings.ToLower(panel.Note[:1])+panel.Note[1:])
			continue
		}
		var told []string
		for _, gate := range drawn {
			shares := make([]float64, len(proposals.ends))
			for year, of := range proposals.sums[scenario] {
				shares[year] = math.NaN() // a gap where nobody proposes
				if of > 0 {
					shares[year] = gate.years.sums[scenario][year] / of
				}
			}
			line := words.Capital(words.Gate(gate.gate))
			panel.Series = append(panel.Series, proposals.series(line, shares))
			told = append(told, words.Gate(gate.gate)+" "+fromTo(shares, words.Percent))
		}
		figure.Panels = append(figure.Panels, panel)
		shown = append(shown, fmt.Sprintf("%s: %s.", words.Capital(name), strings.Join(told, "; ")))
	}
	d.inTwoColumns(figure)
	note(figure, "A proposal is tried at every gate and can fail at several")
	if len(others) > 0 {
		note(figure, "Fewer fail at "+words.Listed(others))
	}
	what := fmt.Sprintf("%s of the share of proposals that fail at each gate %s, over all runs.", panelForEach(len(d.names)), yearsInWords(proposals.ends))
	alt(figure, what, shown...)
	return figure, "", nil
}

// gates counts failures at the gates at which any proposal fails, in the layout's
// order.
func (d *drawing) gates(proposals *years) (all []gateYears, err error) {
	for column, of := range d.Runs.Layout.Columns {
		name, found := gates.FailedAt(of.Name)
		if !found || !d.Runs.Layout.Has(d.headline.Group, column) {
			continue
		}
		gate := gateYears{gate: name}
		if gate.years, err = yearsOf(d.Runs, d.headline.Group, column); err != nil {
			return nil, err
		}
		if slices.Max(gate.years.totals) == 0 {
			continue
		}
		for scenario, failed := range gate.years.totals {
			gate.shares = append(gate.shares, failed/max(1, proposals.totals[scenario]))
		}
		all = append(all, gate)
	}
	return all, nil
}

// chooseGates returns the gates to draw, from the one at which most fails in all
// scenarios together, and the names of the others. At which a scenario fails most is
// always among them.
func chooseGates(gates []gateYears, scenarios int) (drawn []gateYears, others []string) {
	must := map[string]bool{}
	for scenario := range scenarios {
		must[mostFailed(gates, scenario).gate] = true
	}
	sum := func(gate gateYears) (sum float64) {
		for _, share := range gate.shares {
			sum += share
		}
		return sum
	}
	ordered := slices.Clone(gates)
	slices.SortStableFunc(ordered, func(a, b gateYears) int { return cmp.Compare(sum(b), sum(a)) })
	room := mostGates - len(must)
	for _, gate := range ordered {
		switch {
		case must[gate.gate]:
			drawn = append(drawn, gate)
		case room > 0:
			drawn = append(drawn, gate)
			room--
		default:
			others = append(others, words.Gate(gate.gate))
		}
	}
	return drawn, others
}

// mostFailed returns the gate at which most proposals of a scenario fail.
func mostFailed(gates []gateYears, scenario int) *gateYears {
	most := &gates[0]
	for i := range gates {
		if gates[i].shares[scenario] > most.shares[scenario] {
			most = &gates[i]
		}
	}
	return most
}

// barriersTitle says at which gate most proposals of each scenario fail.
func (d *drawing) barriersTitle(proposals *years, gates []gateYears) string {
	var gatesMost []string
	shares := map[string][]string{} // by gate: what is said of each scenario
	none := make([]string, len(d.names))
	for scenario := range d.names {
		gate := mostFailed(gates, scenario)
		share := gate.shares[scenario]
		if share == 0 {
			if proposals.totals[scenario] > 0 {
				none[scenario] = "none fails"
			}
			continue
		}
		if shares[gate.gate] == nil {
			gatesMost, shares[gate.gate] = append(gatesMost, gate.gate), make([]string, len(d.names))
		}
		shares[gate.gate][scenario] = words.Percent(share)
	}
	var parts []string
	for _, gate := range gatesMost {
		parts = append(parts, fmt.Sprintf("at %s (%s)", words.Gate(gate), d.under(shares[gate])))
	}
	title := "Proposals fail most often " + strings.Join(parts, " and ")
	if said := d.under(none); said != "" {
		title += "; " + said
	}
	return title
}
