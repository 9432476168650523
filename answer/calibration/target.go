package calibration

import (
	"math"

	"skillmix/sim"
)

// A Panel is what one fixed set of networks reported, those that had reported
// staff at its start. A value that is not a number is missing.
type Panel struct {
	Start      sim.Month
	Networks   int
	Quarters   []sim.Month
	Mean       []float64   // direct-care FTE per network
	Deviation  []float64   // its standard deviation over networks
	Roles      []string    // names of roles
	RoleMeans  [][]float64 // FTE per network, by role and quarter
	RoleShares [][]float64 // share of networks that have any, by role and quarter
}

// Targets are what parameters are fitted to.
type Targets struct {
	Panels []Panel
	Until  sim.Month // last quarter that is fitted; those after it are only told
	// Unspent is the share of the entitlement of a financial year that was not
	// spent.
	Unspent float64
	// Dispersions are how reported staff per patient differ between networks:
	// the spread of the reporting factor is fitted to those of fitted quarters.
	Dispersions []Dispersion
}

// A Dispersion is how staff per patient differ between networks that report
// any.
type Dispersion struct {
	Quarter   sim.Month
	Networks  int
	Shares    []float64 // of networks below each quantile, rising
	Quantiles []float64 // direct-care FTE per 10,000 registered patients
	Variation float64   // standard deviation over mean
}

// Fitted returns how many of a panel's quarters are fitted.
func (t *Targets) Fitted(panel int) int {
	count := 0
	for _, quarter := range t.Panels[panel].Quarters {
		if quarter <= t.Until {
			count++
		}
	}
	return count
}

// A Simulation is what a world did in the place of the panels' networks, in
// true FTE: reported counts are lower by a factor. Shapes are those of the
// panels.
type Simulation struct {
	Panels  []Simulated
	Unspent float64 // share of the year's entitlement
	Years   []Year
	// PerPatient are true FTE per 10,000 registered patients of each network with
	// staff, of all replicates, for each of the targets' dispersions.
	PerPatient [][]float64
}

// A Year is a financial year's money of the scheme, pounds.
type Year struct {
	Name              string
	Entitled, Unspent float64
}

// Simulated is one panel of simulated networks.
type Simulated struct {
	Included   float64 // share of all networks that are in the panel
	Mean       []float64
	Deviation  []float64
	RoleMeans  [][]float64
	RoleShares [][]float64
}

// NewSimulation returns a simulation of the targets' shape, all zero.
func NewSimulation(t *Targets) *Simulation {
	s := &Simulation{PerPatient: make([][]float64, len(t.Dispersions))}
	for i := range t.Panels {
		p := &t.Panels[i]
		one := Simulated{Mean: make([]float64, len(p.Quarters)), Deviation: make([]float64, len(p.Quarters))}
		for range p.Roles {
			one.RoleMeans = append(one.RoleMeans, make([]float64, len(p.Quarters)))
			one.RoleShares = append(one.RoleShares, make([]float64, len(p.Quarters)))
		}
		s.Panels = append(s.Panels, one)
	}
	return s
}

// Average returns the mean of several simulations of one shape.
func Average(t *Targets, all []*Simulation) *Simulation {
	mean := NewSimulation(t)
	weight := 1 / float64(len(all))
	add := func(into, from []float64) {
		for i, value := range from {
			into[i] += weight * value
		}
	}
	for _, one := range all {
		mean.Unspent += weight * one.Unspent
		for i, values := range one.PerPatient {
			mean.PerPatient[i] = append(mean.PerPatient[i], values...)
		}
		for i, year := range one.Years {
			if i == len(mean.Years) {
				mean.Years = append(mean.Years, Year{Name: year.Name})
			}
			mean.Years[i].Entitled += weight * year.Entitled
			mean.Years[i].Unspent += weight * year.Unspent
		}
		for i := range one.Panels {
			into, from := &mean.Panels[i], &one.Panels[i]
			into.Included += weight * from.Included
			add(into.Mean, from.Mean)
			add(into.Deviation, from.Deviation)
			for r := range from.RoleMeans {
				add(into.RoleMeans[r], from.RoleMeans[r])
				add(into.RoleShares[r], from.RoleShares[r])
			}
		}
	}
	return mean
}

// missing is the value of what nobody reported.
func missing(value float64) bool { return math.IsNaN(value) }
