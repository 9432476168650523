package scenarios

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"skillmix/model"
	"skillmix/sim"
)

// A Sweep is the points at which scenarios that are run together are tried: every
// combination of their levers' values, or a sample. A scenario takes the levers that
// it has itself; one without any is the same at every point.
type Sweep struct {
	levers []Lever // of all scenarios, each key once
	judged []model.Parameter
	sample *sim.Sample // nil for a grid
	counts []int       // values of each lever of a grid
	points int
	bases  map[*Scenario]loader
}

// NewSweep returns the points of the scenarios. It fails if two of them vary a key in
// different ways or sample differently.
func NewSweep(all []*Scenario, seed uint64) (*Sweep, error) {
	s := &Sweep{points: 1, bases: map[*Scenario]loader{}}
	var sampling *Scenario
	for _, scenario := range all {
		if err := s.addLevers(scenario); err != nil {
			return nil, err
		}
		s.bases[scenario] = scenario.inMemory()
		if scenario.Sample.Points == 0 {
			continue
		}
		if sampling != nil && (sampling.Sample.Points != scenario.Sample.Points || sampling.Sample.Method != scenario.Sample.Method) {
			return nil, fmt.Errorf("%s and %s sample differently: let [sample] be equal in both, or leave it out of one", sampling.Name, scenario.Name)
		}
		sampling = scenario
		s.judged = append(s.judged, scenario.Sample.Judged...)
	}
	slices.Sort(s.judged)
	s.judged = slices.Compact(s.judged)
	if sampling != nil {
		s.points = sampling.Sample.Points
		var err error
		s.sample, err = sim.NewSample(sampling.Sample.Method, s.points, len(s.levers)+len(s.judged), seed)
		return s, err
	}
	for i := range s.levers {
		if s.levers[i].ranged() {
			return nil, fmt.Errorf("%s is varied over a range, which takes a [sample]", s.levers[i].Key)
		}
		s.counts = append(s.counts, len(s.levers[i].Values))
		if s.points *= len(s.levers[i].Values); s.points > mostPoints {
			return nil, fmt.Errorf("more than %d combinations; vary less", mostPoints)
		}
	}
	return s, nil
}

func (s *Sweep) addLevers(scenario *Scenario) error {
	for _, lever := range scenario.Vary {
		at := slices.IndexFunc(s.levers, func(other Lever) bool { return other.Key == lever.Key })
		if at < 0 {
			s.levers = append(s.levers, lever)
			continue
		}
		if other := &s.levers[at]; other.Low != lever.Low || other.High != lever.High || !slices.Equal(other.Values, lever.Values) {
			return fmt.Errorf("%s is varied in different ways: let it be equal in all scenarios that vary it", lever.Key)
		}
	}
	return nil
}

// inMemory returns a loader of the resolved scenario, so that what is on disk may
// change while a sweep runs.
func (s *Scenario) inMemory() loader {
	text := s.Resolved()
	return loader{
		read: func(string) ([]byte, error) { return text, nil },
		table: func(path string) ([]byte, error) {
			for _, file := range s.Files {
				if strings.HasSuffix(path, file.Copy) {
					return file.Content, nil
				}
			}
			return nil, fmt.Errorf("%s is not among the scenario's files", path)
		},
	}
}

// Len returns the number of points.
func (s *Sweep) Len() int { return s.points }

// Keys names what is varied: levers, then judged values as parameters.NAME.
func (s *Sweep) Keys() (keys []string) {
	for i := range s.levers {
		keys = append(keys, s.levers[i].Key)
	}
	for _, parameter := range s.judged {
		keys = append(keys, sectionParameters+"."+model.Catalogue[parameter].Name)
	}
	return keys
}

// Levers returns the number of levers, which come first among Keys.
func (s *Sweep) Levers() int { return len(s.levers) }

// Values returns what a scenario has for each of Keys at a point, as TOML; empty for
// a key that the scenario does not vary.
func (s *Sweep) Values(scenario *Scenario, point int) []string {
	values := make([]string, 0, len(s.levers)+len(s.judged))
	chosen := sim.Grid(nil, point, s.counts)
	for i := range s.levers {
		lever := &s.levers[i]
		switch {
		case !slices.ContainsFunc(scenario.Vary, func(own Lever) bool { return own.Key == lever.Key }):
			values = append(values, "")
		case s.sample == nil:
			values = append(values, lever.Values[chosen[i]])
		case lever.ranged():
			values = append(values, tomlNumber(lever.Low+s.sample.At(point, i)*(lever.High-lever.Low)))
		default:
			values = append(values, lever.Values[int(s.sample.At(point, i)*float64(len(lever.Values)))])
		}
	}
	for i, parameter := range s.judged {
		if !slices.Contains(scenario.Sample.Judged, parameter) {
			values = append(values, "")
			continue
		}
		values = append(values, tomlNumber(scenario.Settings.Quantile(parameter, s.sample.At(point, len(s.levers)+i))))
	}
	return values
}

// tomlNumber writes a number with all its digits.
func tomlNumber(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// At returns a scenario's settings at a point. Keys that are not varied keep the
// values that its resolved file has.
func (s *Sweep) At(scenario *Scenario, point int) (*model.Settings, error) {
	sets := []string{sectionVary + "={}", "sample.points=0", "sample.judged=[]"}
	keys := s.Keys()
	for i, value := range s.Values(scenario, point) {
		if value != "" {
			sets = append(sets, keys[i]+"="+value)
		}
	}
	// Of the levers of other scenarios there is none here: the name must not be a
	// built-in's, or its file would be found first.
	at, err := s.bases[scenario].load(scenario.Name+".toml", sets)
	if err != nil {
		return nil, fmt.Errorf("point %d of %s: %w", point, scenario.Name, err)
	}
	return &at.Settings, nil
}
