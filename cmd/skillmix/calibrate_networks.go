package main

import (
	"math"
	"slices"
	"strings"

	"skillmix/answer/calibration"
	"skillmix/model"
	"skillmix/sim"
)

// unspentYear is the financial year of which the unspent sum is fitted.
const unspentYear = sim.FinancialYear(2020)

// coordinatorsFrom is the first quarter in which networks could report care
// coordinators: before it they are in no reported total.
var coordinatorsFrom = sim.MonthOf(2020, 12)

// notDirect are the roles that do not care for patients directly.
var notDirect = []string{"digital-and-transformation-lead", "care-navigator"}

// newPanelWatch returns an observer that fills in a simulation in the place of
// the panels: of each, the networks that had a holder in direct care at its
// start.
func newPanelWatch(targets *calibration.Targets, into *calibration.Simulation, layout *sim.Layout) observer {
	all := layout.Group("pcn", "all")
	entitlement, unspent := layout.Column("arrs_entitlement"), layout.Column("arrs_unspent")
	members := make([][]bool, len(targets.Panels))
	row := sim.NewRow(layout, sim.MonthOf(2020, 3)) // March has the most to write
	return func(world *model.World, month sim.Month) {
		row.Month = month
		world.Observe(row)
		sum, _ := row.Value(all, entitlement)
		left, _ := row.Value(all, unspent)
		into.Spend(month.FinancialYear().String(), sum, left)
		if month == unspentYear.End() {
			into.Unspent = into.Years[len(into.Years)-1].Share()
		}
		var posts *networkPosts
		for i := range targets.Panels {
			panel := &targets.Panels[i]
			quarter := slices.Index(panel.Quarters, month)
			if quarter < 0 {
				continue
			}
			if posts == nil {
				posts = networkPostsOf(world, month)
			}
			if month == panel.Start {
				members[i] = posts.staffed()
				into.Panels[i].Included = share(members[i])
			}
			posts.fill(panel, &into.Panels[i], members[i], quarter)
		}
		for i := range targets.Dispersions {
			if targets.Dispersions[i].Quarter == month {
				into.PerPatient[i] = networkPostsOf(world, month).perPatient()
			}
		}
	}
}

// networkPosts are filled posts of networks at the end of a month.
type networkPosts struct {
	direct     []float64            // by network, as far as networks could report them
	registered []float64            // patients, by network
	byRole     map[string][]float64 // by network
}

// networkPostsOf reads a world's table of networks.
func networkPostsOf(world *model.World, month sim.Month) *networkPosts {
	table, err := world.Table("networks")
	if err != nil {
		panic(err) // a fault of the program, which the pool reports
	}
	p := &networkPosts{direct: make([]float64, table.Rows), byRole: map[string][]float64{}}
	for _, column := range table.Columns {
		if column.Name == "registered" {
			p.registered = column.Numbers
		}
		role, found := cutRole(column.Name)
		if !found || slices.Contains(notDirect, role) {
			continue
		}
		p.byRole[role] = column.Numbers
		for i, posts := range column.Numbers {
			if role != "care-coordinator" || month >= coordinatorsFrom {
				p.direct[i] += posts
			}
		}
	}
	return p
}

// perPatient returns posts in direct care per 10,000 registered patients of the
// networks with any.
func (p *networkPosts) perPatient() []float64 {
	var all []float64
	for i, posts := range p.direct {
		if posts > 0 {
			all = append(all, posts/p.registered[i]*10_000)
		}
	}
	return all
}

// cutRole returns the role whose posts a column of networks holds.
func cutRole(column string) (string, bool) {
	const prefix = "posts_"
	if len(column) <= len(prefix) || column[:len(prefix)] != prefix {
		return "", false
	}
	role := strings.ReplaceAll(column[len(prefix):], "_", "-")
	_, known := model.RoleNamed(role)
	return role, known
}

// staffed returns which networks have a holder in direct care.
func (p *networkPosts) staffed() []bool {
	staffed := make([]bool, len(p.direct))
	for i, posts := range p.direct {
		staffed[i] = posts > 0
	}
	return staffed
}

// fill sets a quarter of a simulated panel.
func (p *networkPosts) fill(panel *calibration.Panel, into *calibration.Simulated, members []bool, quarter int) {
	into.Mean[quarter], into.Deviation[quarter] = meanOf(p.direct, members)
	for r, role := range panel.Roles {
		posts := p.byRole[role]
		into.RoleMeans[r][quarter], _ = meanOf(posts, members)
		having := make([]bool, 0, len(posts))
		for i, member := range members {
			if member {
				having = append(having, posts[i] > 0)
			}
		}
		into.RoleShares[r][quarter] = share(having)
	}
}

// meanOf returns mean and standard deviation over members, 0 without any.
func meanOf(values []float64, members []bool) (mean, deviation float64) {
	count, sum, squares := 0.0, 0.0, 0.0
	for i, member := range members {
		if member {
			count++
			sum += values[i]
			squares += values[i] * values[i]
		}
	}
	if count == 0 {
		return 0, 0
	}
	mean = sum / count
	return mean, math.Sqrt(max(0, squares/count-mean*mean))
}

// share returns how many of all are true, as a share.
func share(all []bool) float64 {
	count := 0
	for _, one := range all {
		if one {
			count++
		}
	}
	return float64(count) / float64(max(1, len(all)))
}
