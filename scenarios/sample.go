package scenarios

import (
	"slices"

	"skillmix/model"
	"skillmix/sim"
)

// A Sample says how points are spread over the ranges of levers and of judged
// values. The zero value is none.
type Sample struct {
	Points int
	Method sim.Method
	Judged []model.Parameter // spread over their own ranges, in the catalogue's order
}

// mostPoints is how many points a sample or a grid may have.
const mostPoints = 100_000

// allJudged, as a name in sample.judged, stands for every judged value.
const allJudged = "all"

// names are the names of the judged values.
func (s *Sample) names() []string {
	names := make([]string, len(s.Judged))
	for i, parameter := range s.Judged {
		names[i] = model.Catalogue[parameter].Name
	}
	return names
}

// sampleKeys are the keys of [sample].
func sampleKeys() []key {
	names := []string{allJudged}
	for i := range model.Catalogue {
		names = append(names, model.Catalogue[i].Name)
	}
	return []key{
		nameKey("sample", "method", sim.Methods, "sampling method", "how points are spread over the ranges in [vary] and of judged values",
			func(s *Scenario, i int) { s.Sample.Method = sim.Method(i) }),
		wholeKey("sample", "points", 0, mostPoints, "points", "number of points; 0 takes a sample back",
			func(s *Scenario, v int) { s.Sample.Points = v }),
		namesKey("sample", "judged", names, "parameter", "judged values that are spread over their own ranges by the sample instead of being drawn anew in each replicate; \"all\" for every one",
			func(s *Scenario, all []int) {
				s.Sample.Judged = nil
				for _, i := range all {
					if i > 0 {
						s.Sample.Judged = append(s.Sample.Judged, model.Parameter(i-1))
						continue
					}
					for parameter := range model.Catalogue {
						s.Sample.Judged = append(s.Sample.Judged, model.Parameter(parameter))
					}
				}
				slices.Sort(s.Sample.Judged)
				s.Sample.Judged = slices.Compact(s.Sample.Judged)
			}),
	}
}

// finishSample checks what concerns [vary] and [sample] together, and leaves out
// judged values that are one number here.
func (d *draft) finishSample() {
	s := &d.scenario
	s.Sample.Judged = slices.DeleteFunc(s.Sample.Judged, func(parameter model.Parameter) bool {
		return s.Settings.Parameters[parameter].Fixed() && s.Settings.Law(parameter) == nil
	})
	if s.Sample.Points == 0 {
		for i := range s.Vary {
			if s.Vary[i].ranged() {
				d.fail(d.given[sectionVary], "a range is for a sample; write [sample] with method = \"latin-hypercube\" and points = 100, or list values in brackets")
				return
			}
		}
		if s.GridPoints() > mostPoints {
			d.fail(d.given[sectionVary], "more than %d combinations; vary less, or write [sample] with a number of points", mostPoints)
		}
		return
	}
	if len(s.Vary) == 0 && len(s.Sample.Judged) == 0 {
		d.fail(d.given["sample.points"], "%d points of nothing; give ranges in [vary], or name judged values with sample.judged", s.Sample.Points)
		return
	}
	if s.Sample.Points*(len(s.Vary)+len(s.Sample.Judged)) > sim.MostSampled {
		d.fail(d.given["sample.points"], "%d points of %d values; at most %d numbers in all: fewer points or fewer values", s.Sample.Points, len(s.Vary)+len(s.Sample.Judged), sim.MostSampled)
	}
}

// GridPoints returns the number of combinations of the levers' values, 1 if none are
// varied or all are sampled; any number above 100,000 stands for more than that.
func (s *Scenario) GridPoints() int {
	points := 1
	if s.Sample.Points > 0 {
		return points
	}
	for i := range s.Vary {
		if points *= max(1, len(s.Vary[i].Values)); points > mostPoints {
			break
		}
	}
	return points
}
