package calibration

import "fmt"

// dispersion tells how staff per patient differ between networks, and how much
// the share that networks report would have to differ for that.
func (p *page) dispersion(r *Report) {
	if len(r.Targets.Dispersions) == 0 {
		return
	}
	factor, spread := r.After.Score.Factor, r.spread()
	p.line("FTE per 10,000 patients over networks that report any: reported; simulated times the factor; and")
	p.line("simulated times factors that differ between networks with a standard deviation of %.2f", spread)
	head := "quarter\tnetworks\t"
	for _, share := range r.Targets.Dispersions[0].Shares {
		head += fmt.Sprintf("\t%.0f%% below", 100*share)
	}
	rows := []string{head + "\tvariation"}
	for i, d := range r.Targets.Dispersions {
		row := func(what string, quantiles []float64, variation float64) {
			text := fmt.Sprintf("%v\t%d\t%s", d.Quarter, d.Networks, what)
			for _, quantile := range quantiles {
				text += fmt.Sprintf("\t%.2f", quantile)
			}
			rows = append(rows, text+fmt.Sprintf("\t%.2f", variation))
		}
		values := r.After.Simulation.PerPatient[i]
		even, uneven := Reported(values, factor, 0, r.Seed), Reported(values, factor, spread, r.Seed)
		row("reported", d.Quantiles, d.Variation)
		row("one factor", Quantiles(even, d.Shares), Variation(even))
		row("differing", Quantiles(uneven, d.Shares), Variation(uneven))
	}
	p.table(rows)
	p.line("That standard deviation is fitted to the variation of %v; later quarters are not fitted.", r.Targets.Dispersions[0].Quarter)
	p.line("It stands for all that makes networks differ more than simulated ones, reporting among it.")
	p.line("")
}

// spread returns the standard deviation of the reporting factor over networks,
// fitted to the first quarter of which dispersion is known.
func (r *Report) spread() float64 {
	if len(r.Targets.Dispersions) == 0 || r.Targets.Dispersions[0].Quarter > r.Targets.Until {
		return 0
	}
	return FactorSpread(r.After.Simulation.PerPatient[0], r.Targets.Dispersions[0].Variation, r.After.Score.Factor)
}
