package answer

import (
	"math"

	"skillmix/answer/diffusion"
	"skillmix/answer/words"
	"skillmix/sim"
)

// A Diffusion is how the units of a setting took up the role in one scenario: the mean over
// runs of the share that has ever had a filled post, Bass's curve fitted to it and Rogers's
// categories, where there are such.
type Diffusion struct {
	Setting  string
	Scenario string
	Units    float64     // of the setting, mean over runs; 0 if unknown, since nobody adopted
	Months   []sim.Month // of the curve
	Shares   []float64   // of units that have adopted by then, mean over runs
	Fit      diffusion.Fit
	Fitted   []float64 // Bass's curve in the same months; nil where it is not told
	// NoBass says in words why no coefficients are told; empty where they are.
	NoBass     string
	Fastest    sim.Month // in which Bass's curve is steepest, where it is told
	Categories []Adopters
	// NoCategories says in words why the categories are not told; empty where they are.
	NoCategories string
}

// Adopters are the units in one of Rogers's categories.
type Adopters struct {
	diffusion.Category
	Complete bool      // it is full by the end
	Month    sim.Month // by the end of which it is, if it is
	AtStart  bool      // it is full in the first month of the curve: posts from before count
	Units    float64   // in it by the end, mean over runs; 0 if unknown
}

// Bounds of what is told of a curve.
const (
	// enough is the share of units that must take the role up for there to be something to
	// tell: innovators and early adopters (Rogers).
	enough = 0.16
	// goodFit is the least R2 at which Bass's curve is said to describe another.
	goodFit = 0.95
	// bent is the least share of those who adopt after the start that must have done so
	// before adoption is fastest: with less there is no S to be seen.
	bent = 0.1
	// atOnce is the rate p+q a month above which adoption is a jump: it goes from a tenth to
	// nine tenths in four months or so.
	atOnce = 1
)

// Diffuse tells how each scenario's units in a setting took up the role. It is nil where the
// records do not say who has adopted.
func Diffuse(runs *Runs, setting string) ([]Diffusion, error) {
	group := runs.Layout.Group(setting, "all")
	if group < 0 || !runs.keeps(group, "adopted_ever_share") {
		return nil, nil
	}
	all := make([]Diffusion, len(runs.Names))
	var times []float64
	err := runs.Each(runs.Layout.Column("adopted_ever_share"), InGroup(group), func(_ int, line sim.Line, values [][]float64) {
		times = append(times, float64(line.I+1))
		for world := range all {
			all[world].Months = append(all[world].Months, line.Month)
			all[world].Shares = append(all[world].Shares, meanOf(values[world]))
		}
	})
	if err != nil {
		return nil, err
	}
	units, err := runs.unitsOf(group)
	if err != nil {
		return nil, err
	}
	for world := range all {
		d := &all[world]
		d.Setting, d.Scenario, d.Units = setting, runs.Names[world], units
		d.fit(times)
		d.categorize()
	}
	return all, nil
}

// meanOf is the mean of what is a number.
func meanOf(values []float64) float64 {
	sum, n := 0.0, 0
	for _, value := range values {
		if !math.IsNaN(value) {
			sum, n = sum+value, n+1
		}
	}
	return sum / float64(n)
}

// unitsOf returns the number of units of a group, 0 if no unit has a filled post in any row.
func (r *Runs) unitsOf(group int) (float64, error) {
	if !r.keeps(group, "adopters") || !r.keeps(group, "adopter_share") {
		return 0, nil
	}
	var adopters, shares []float64
	for _, part := range []struct {
		measure string
		sums    *[]float64
	}{{"adopters", &adopters}, {"adopter_share", &shares}} {
		err := r.Each(r.Layout.Column(part.measure), InGroup(group), func(_ int, _ sim.Line, values [][]float64) {
			*part.sums = append(*part.sums, total(values))
		})
		if err != nil {
			return 0, err
		}
	}
	for at := len(shares) - 1; at >= 0; at-- {
		if shares[at] > 0 {
			return adopters[at] / shares[at], nil
		}
	}
	return 0, nil
}

// fit fits Bass's curve and decides whether it is told.
func (d *Diffusion) fit(times []float64) {
	last := len(d.Shares) - 1
	rise := d.Shares[last] - d.Shares[0]
	switch {
	case d.Shares[last] == 0:
		d.NoBass = "no unit takes the role up"
		return
	case rise < enough:
		d.NoBass = "too few units take the role up after " + words.Month(d.Months[0]) + " (" + words.Percent(rise) + " of all, and a curve needs " + words.Percent(enough) + ")"
		return
	}
	fit, told := diffusion.FitBass(diffusion.Curve{Times: times, Shares: d.Shares})
	if !told {
		d.NoBass = "the curve has only " + words.Count(len(times), "point") + ", and a fit needs " + words.Count(diffusion.LeastPoints, "point")
		return
	}
	d.Fit = fit
	fastest, exists := fit.Inflection()
	switch {
	case fit.R2 < goodFit:
		d.NoBass = "Bass's curve does not describe how they do (R² " + words.Rounding(2).Number(fit.R2) + ")"
	case fit.P+fit.Q > atOnce:
		d.NoBass = "there is no curve: nearly all who take the role up do so within a few months"
	case !exists || fastest <= times[0] || (fit.At(fastest)-fit.Start)/(fit.Ceiling-fit.Start) < bent:
		d.NoBass = "there is no S-curve: the role is taken up fastest at or near the start, and slower after"
	case fastest >= times[last]:
		d.NoBass = "there is no S-curve yet: the role is taken up ever faster until the end"
	}
	if d.NoBass != "" {
		return
	}
	d.Fastest = d.Months[0] + sim.Month(math.Ceil(fastest-times[0]))
	for _, t := range times {
		d.Fitted = append(d.Fitted, fit.At(t))
	}
}

// categorize finds when each of Rogers's categories is full, and how many are in it.
func (d *Diffusion) categorize() {
	last := d.Shares[len(d.Shares)-1]
	switch {
	case d.NoBass != "":
		d.NoCategories = d.NoBass
	case d.Units == 0:
		d.NoCategories = "the number of units is not known"
	}
	for _, category := range diffusion.Rogers {
		a := Adopters{Category: category, Units: category.In(last) * d.Units}
		if at, complete := category.Complete(d.Shares); complete {
			a.Complete, a.Month, a.AtStart = true, d.Months[at], at == 0
		}
		d.Categories = append(d.Categories, a)
	}
}
