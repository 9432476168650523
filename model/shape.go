package model

import (
	"slices"

	"skillmix/model/population"
	"skillmix/sim"
)

// groupSet is the set of groups to whose tallies a unit adds: first those
// that are recorded every month, which every unit has, then those of March only;
// -1 for none.
type groupSet [6]int16

// everyMonth is the number of groups of a groupSet recorded every month.
const everyMonth = 2

// tally sums a group's measures over a month.
type tally [measureCount + 1]float64

// A shape is what records of a population look like: the layout and where
// its groups are.
type shape struct {
	layout *sim.Layout
	groups []sim.Group // of the tallies; a yearly layout keeps the first three only
	yearly bool

	trustAll, networkAll, bothAll             int
	trustACP, bothACP                         int
	networkRole                               [MostRoles]int
	service                                   [population.SpecialtyCount]int
	kind                                      [population.KindCount]int
	trustArea, networkArea, bothArea          []int
	trusts, services, practices, networks     int
	unitsOf, practicesOf, networksOf, trustOf []int     // by group
	staffOf                                   []float64 // by group
}

// newShape lays out the records of a population: every group, by month or by
// year; or, yearly, each setting as a whole at the end of financial years.
func newShape(people *population.Population, roles []Role, yearly bool) (*shape, error) {
	s := &shape{yearly: yearly}
	for i := range s.networkRole {
		s.networkRole[i] = -1
	}
	var groups []sim.Group
	add := func(setting, name string, cadence sim.Cadence, keep, leave in) int {
		group := sim.Group{Setting: setting, Name: name, Cadence: cadence}
		for i, spec := range measureSpecs {
			if spec.in&keep == keep && spec.in&leave == 0 {
				group.Columns = append(group.Columns, i)
			}
		}
		groups = append(groups, group)
		return len(groups) - 1
	}
	s.trustAll = add("trust", "all", sim.Monthly, inTrust, 0)
	s.networkAll = add("pcn", "all", sim.Monthly, inNetwork, 0)
	s.bothAll = add("all", "all", sim.Monthly, inAll, 0)
	s.trustACP = add("trust", "role:"+roles[ACP].Name, sim.Yearly, inTrust|byRole, 0)
	for i := range roles {
		s.networkRole[i] = add("pcn", "role:"+roles[i].Name, sim.Yearly, inNetwork|byRole, 0)
	}
	s.bothACP = add("all", "role:"+roles[ACP].Name, sim.Yearly, inAll|byRole, 0)
	var hasSpecialty [population.SpecialtyCount]bool
	var hasKind [population.KindCount]bool
	for i := range people.Trusts {
		hasKind[people.Trusts[i].Kind] = true
		for j := range people.Trusts[i].Services {
			hasSpecialty[people.Trusts[i].Services[j].Specialty] = true
		}
	}
	for i, has := range hasSpecialty {
		if s.service[i] = -1; has {
			s.service[i] = add("trust", "service:"+population.Specialties[i].Name, sim.Yearly, inTrust, wholeTrusts)
		}
	}
	for i, has := range hasKind {
		if s.kind[i] = -1; has {
			s.kind[i] = add("trust", "kind:"+population.Kind(i).String(), sim.Yearly, inTrust, 0)
		}
	}
	for i := range people.Areas {
		name := "area:" + people.Areas[i].Code
		s.trustArea = append(s.trustArea, add("trust", name, sim.Yearly, inTrust, 0))
		s.networkArea = append(s.networkArea, add("pcn", name, sim.Yearly, inNetwork, 0))
		s.bothArea = append(s.bothArea, add("all", name, sim.Yearly, inAll, 0))
	}
	kept := groups
	if yearly {
		kept = slices.Clone(groups[:s.bothAll+1])
		for i := range kept {
			kept[i].Cadence = sim.Yearly
		}
	}
	layout, err := sim.NewLayout(Measures(), kept)
	if err != nil {
		return nil, err
	}
	s.layout, s.groups = layout, groups
	s.measure(people)
	return s, nil
}

// measure counts what each group has, for shares.
func (s *shape) measure(people *population.Population) {
	groups := len(s.groups)
	s.unitsOf, s.practicesOf = make([]int, groups), make([]int, groups)
	s.networksOf, s.trustOf = make([]int, groups), make([]int, groups)
	s.staffOf = make([]float64, groups)
	for i := range people.Trusts {
		trust := &people.Trusts[i]
		s.trusts++
		for _, g := range s.ofTrust(trust) {
			if g >= 0 {
				s.trustOf[g]++
				s.staffOf[g] += trust.Staff
			}
		}
		for j := range trust.Services {
			s.services++
			for _, g := range s.ofService(trust, trust.Services[j].Specialty) {
				if g >= 0 {
					s.unitsOf[g]++
				}
			}
			if g := s.service[trust.Services[j].Specialty]; g >= 0 {
				s.staffOf[g] += trust.Services[j].Staff
			}
		}
	}
	for i := range people.PCNs {
		network := &people.PCNs[i]
		s.networks++
		s.practices += len(network.Practices)
		for _, g := range s.ofNetwork(network) {
			if g >= 0 {
				s.unitsOf[g]++
				s.networksOf[g]++
				s.practicesOf[g] += len(network.Practices)
			}
		}
	}
	s.unitsOf[s.trustACP], s.unitsOf[s.bothACP] = s.services, s.services+s.networks
	for _, g := range s.networkRole {
		if g < 0 {
			continue
		}
		s.unitsOf[g] = s.networks
	}
}

// adopt returns the shape for other organisations of the same preset. The
// layout stays; a group that the layout does not have is not recorded.
func (s *shape) adopt(people *population.Population) *shape {
	other := *s
	other.trusts, other.services, other.practices, other.networks = 0, 0, 0, 0
	other.measure(people)
	return &other
}

// ofTrust returns the groups of a trust as an organisation.
func (s *shape) ofTrust(t *population.Trust) groupSet {
	return groupSet{int16(s.trustAll), int16(s.bothAll), int16(s.kind[t.Kind]), int16(s.trustArea[t.Area]), int16(s.bothArea[t.Area]), -1}
}

// ofService returns the groups of a trust's service.
func (s *shape) ofService(t *population.Trust, specialty int) groupSet {
	set := s.ofTrust(t)
	set[5] = int16(s.service[specialty])
	return set
}

// ofNetwork returns the groups of a network.
func (s *shape) ofNetwork(n *population.PCN) groupSet {
	return groupSet{int16(s.networkAll), int16(s.bothAll), int16(s.networkArea[n.Area]), int16(s.bothArea[n.Area]), -1, -1}
}

// recorded returns the groups of a set that are recorded this month.
func (w *World) recorded(set *groupSet) []int16 {
	return set[:w.recording]
}

// count adds x to a measure in the groups of a set that are recorded this
// month.
func (w *World) count(set *groupSet, m measure, x float64) {
	w.tallies[set[0]][m] += x
	w.tallies[set[1]][m] += x
	if w.recording == everyMonth {
		return
	}
	for _, g := range set[everyMonth:] {
		if g >= 0 {
			w.tallies[g][m] += x
		}
	}
}
