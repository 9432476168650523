package main

import (
	"encoding/csv"
	"io"
	"math"
	"strconv"
	"strings"

	"skillmix/answer"
	"skillmix/model"
	"skillmix/scenarios"
	"skillmix/sim"
)

// points are those of a grid or a sample at which all scenarios are tried. Without a
// sweep there is one, at which nothing is varied.
type points struct{ sweep *scenarios.Sweep }

// newPoints returns the points of scenarios that sweep, and checks that the first of
// them can be run.
func newPoints(all []*scenarios.Scenario, seed uint64) (points, error) {
	sweep, err := scenarios.NewSweep(all, seed)
	if err != nil {
		return points{}, &scenarioError{err.Error()}
	}
	const tried = 50
	for point := range min(tried, sweep.Len()) {
		for _, scenario := range all {
			if _, err := sweep.At(scenario, point); err != nil {
				return points{}, err
			}
		}
	}
	return points{sweep}, nil
}

func (p *points) len() int {
	if p.sweep == nil {
		return 1
	}
	return p.sweep.Len()
}

// names are the keys that are varied.
func (p *points) names() []string {
	if p.sweep == nil {
		return nil
	}
	return p.sweep.Keys()
}

// levers returns the number of levers, which come first among names.
func (p *points) levers() int {
	if p.sweep == nil {
		return 0
	}
	return p.sweep.Levers()
}

// varies reports whether a parameter is among what is varied.
func (p *points) varies(parameter model.Parameter) bool {
	for _, key := range p.names() {
		if key == "parameters."+model.Catalogue[parameter].Name {
			return true
		}
	}
	return false
}

// columns returns the names, in the table of runs, of what is varied and is no
// parameter, which have columns of their own.
func (p *points) columns() (names []string) {
	for _, key := range p.names() {
		if !strings.HasPrefix(key, "parameters.") {
			names = append(names, key)
		}
	}
	return names
}

// describe fills in what a scenario has for each of columns at a point.
func (p *points) describe(scenario *scenarios.Scenario, point int, texts []string) {
	at := 0
	if p.sweep == nil {
		return
	}
	for i, value := range p.sweep.Values(scenario, point) {
		if !strings.HasPrefix(p.sweep.Keys()[i], "parameters.") {
			texts[at] = plainValue(value)
			at++
		}
	}
}

// plainValue writes a value in TOML as a table has it.
func plainValue(value string) string {
	if text, err := strconv.Unquote(value); err == nil {
		return text
	}
	return value
}

// writePoints writes points.csv: what each scenario has at each point, and the
// headline there over replicates, with its difference from the first scenario.
func (p *plan) writePoints(w io.Writer, runs *answer.Runs) error {
	values, err := answer.HeadlineByPair(runs, p.headline())
	if err != nil {
		return err
	}
	out := csv.NewWriter(w)
	head := append([]string{"scenario", "point"}, p.points.names()...)
	if err := out.Write(append(head, "n", "mean", "mcse", "mean_diff_from_first", "mcse_diff")); err != nil {
		return err
	}
	for world, scenario := range p.scenarios {
		for point := range p.design.Points {
			var own, differences []float64
			for pair := point; pair < len(values[world]); pair += p.design.Points {
				if x, first := values[world][pair], values[0][pair]; !math.IsNaN(x) {
					own = append(own, x)
					if !math.IsNaN(first) {
						differences = append(differences, x-first)
					}
				}
			}
			row := []string{scenario.Name, strconv.Itoa(point)}
			for _, value := range p.points.sweep.Values(scenario, point) {
				row = append(row, plainValue(value))
			}
			row = append(row, strconv.Itoa(len(own)))
			row = append(row, figures(own)...)
			if world == 0 {
				differences = nil
			}
			if err := out.Write(append(row, figures(differences)...)); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

// figures writes a mean and its Monte Carlo error, empty where there is none.
func figures(values []float64) []string {
	if len(values) == 0 {
		return []string{"", ""}
	}
	s := sim.Summarize(values)
	mean := strconv.FormatFloat(s.Mean, 'g', 6, 64)
	if s.N == 1 {
		return []string{mean, ""}
	}
	return []string{mean, strconv.FormatFloat(s.MCSE, 'g', 6, 64)}
}
