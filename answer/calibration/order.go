package calibration

import "slices"

// A Misorder is a pair of roles whose order the simulation turns round.
type Misorder struct{ More, Less string } // as reported

// ties are ratios of two means, simulated or reported, that count as equal.
const ties = 1.10

// leastOrdered is the least reported mean of a role whose place in the order
// counts, in FTE per network.
const leastOrdered = 0.30

// Order returns the roles whose reported mean in a quarter of a panel is at
// least 0.3 FTE, most first, and the pairs that the simulation has the other
// way round. Means within 10% of each other are ties.
func (t *Targets) Order(s *Simulation, panel, quarter int) (roles []int, wrong []Misorder) {
	p, simulated := &t.Panels[panel], s.Panels[panel].RoleMeans
	for r := range p.Roles {
		if p.RoleMeans[r][quarter] >= leastOrdered {
			roles = append(roles, r)
		}
	}
	slices.SortStableFunc(roles, func(a, b int) int {
		switch x, y := p.RoleMeans[a][quarter], p.RoleMeans[b][quarter]; {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	for i, more := range roles {
		for _, less := range roles[i+1:] {
			if p.RoleMeans[more][quarter] > ties*p.RoleMeans[less][quarter] && simulated[less][quarter] > ties*simulated[more][quarter] {
				wrong = append(wrong, Misorder{p.Roles[more], p.Roles[less]})
			}
		}
	}
	return roles, wrong
}
