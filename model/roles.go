package model

import (
	"math"

	"skillmix/model/belief"
	"skillmix/sim"
)

// ACP is the role of advanced clinical practitioner, which trusts and
// networks both employ; it is the first of Roles.
const ACP = 0

// A Role is a kind of post. Figures other than dates, caps and maxima are
// judged (trial of the equations).
type Role struct {
	Name         string  // slug that outputs use
	Closeness    float64 // to doctors' work, 0 to 1; in trusts the specialty's counts
	Substitution float64 // doctor FTE that a productive post gives at perfect task fit
	RoomTenths   int     // need of rooms, in tenths of a usual post's
	Regulated    bool
	Prescribes   bool    // may prescribe
	Supervision  float64 // hours a week of a doctor's time that a new holder needs
	Clarity      float64 // in networks at the start, 0 to 1
	RampMonths   float64 // to full work in a network
	Maximum      float64 // most that is reimbursed for 1 FTE in 2020/21, pounds a year
	Need         float64 // posts that 50,000 patients need
	PoolStart    float64 // seekers per 100,000 patients at the start
	PoolInflow   float64 // new seekers per 100,000 patients a month
	Appeal       float64 // constant of networks' choice; most are fitted (docs/calibration.md)
	BeliefA      float64 // belief of networks, successes
	BeliefB      float64 // and failures
	Eligible     sim.Month
	Caps         []Cap // none for most
	Upskilled    bool  // existing staff take the work on, without extra pay: nobody is hired
}

// A Cap limits a network's posts in a role from one month up to another.
type Cap struct {
	From, Until  sim.Month
	Usual, Large int // posts of a usual network and of one of 100,000 patients
}

// always and whenever bound caps and eligibility.
var (
	schemeStart = sim.MonthOf(2019, 7)
	endless     = sim.MonthOf(2200, 1)
)

// Roles lists the roles there are unless a scenario says otherwise: it may
// change their figures and add roles behind them. Eligibility and caps: NHS England's network contract
// by year. Mental health practitioners are half paid by the scheme, so their
// maximum is half.
var Roles = []Role{
	{"acp", .8, .6, 10, true, true, 1, 0.3, 12, 62700, 2, .1, .02, -1.5, 2, 2, sim.MonthOf(2021, 4), []Cap{
		{sim.MonthOf(2021, 4), sim.MonthOf(2022, 4), 1, 1}, {sim.MonthOf(2022, 4), sim.MonthOf(2023, 4), 2, 3}, {sim.MonthOf(2023, 4), endless, 3, 6}}, false},
	{"clinical-pharmacist", .45, .35, 10, true, true, 1, 0.6, 18, 55700, 6, 1.2, .26, 0, 3, 1.5, schemeStart, []Cap{{schemeStart, sim.MonthOf(2020, 4), 1, 2}}, false},
	{"social-prescribing-link-worker", .15, .12, 6, false, false, 0.6, 0.5, 9, 35400, 3, 1.5, .14, .42, 2.6, 1.6, schemeStart, []Cap{{schemeStart, sim.MonthOf(2020, 4), 1, 2}}, false},
	{"pharmacy-technician", .2, .15, 6, true, false, 0.8, 0.3, 9, 35400, 3, .3, .08, -1.18, 2, 2, sim.MonthOf(2020, 4), []Cap{{sim.MonthOf(2020, 4), sim.MonthOf(2021, 4), 1, 2}}, false},
	{"care-coordinator", .1, .10, 5, false, false, 0.5, 0.3, 6, 29100, 7, 1.6, .50, -1.5, 2, 2, sim.MonthOf(2020, 4), nil, false},
	{"health-and-wellbeing-coach", .15, .10, 7, false, false, 0.6, 0.25, 9, 35400, 3, .5, .18, -2.43, 2, 2, sim.MonthOf(2020, 4), nil, false},
	{"first-contact-physiotherapist", .4, .35, 10, true, true, 0.8, 0.4, 9, 55700, 2.5, .6, .08, -.59, 2.6, 1.8, sim.MonthOf(2020, 4), []Cap{{sim.MonthOf(2020, 4), sim.MonthOf(2021, 4), 1, 2}}, false},
	{"paramedic", .6, .40, 8, true, true, 1.2, 0.4, 15, 53700, 2, .5, .05, -.61, 2, 2, sim.MonthOf(2021, 4), nil, false},
	{"physician-associate", .9, .45, 10, false, false, 2.5, 0.2, 42, 53700, 2.5, .3, .05, 1.09, 2, 2, sim.MonthOf(2020, 4), nil, false},
	{"nursing-associate", .35, .15, 9, true, false, 1.2, 0.25, 18, 29000, 2.5, .3, .10, -2.76, 2, 2, sim.MonthOf(2020, 10), nil, false},
	{"mental-health-practitioner", .4, .25, 10, true, false, 0.8, 0.3, 12, 27000, 1, .2, .03, -1.6, 2, 2, sim.MonthOf(2021, 4), []Cap{
		{sim.MonthOf(2021, 4), sim.MonthOf(2022, 4), 1, 2}, {sim.MonthOf(2022, 4), sim.MonthOf(2023, 4), 2, 4}}, false},
	{"dietitian", .25, .15, 9, true, false, 0.7, 0.3, 9, 53700, .7, .2, .02, -3.46, 2, 2, sim.MonthOf(2020, 4), nil, false},
	{"podiatrist", .25, .20, 9, true, true, 0.7, 0.3, 9, 53700, .5, .2, .02, -3.93, 2, 2, sim.MonthOf(2020, 4), nil, false},
	{"occupational-therapist", .25, .15, 9, true, false, 0.7, 0.25, 9, 53700, .8, .3, .02, -2.87, 2, 2, sim.MonthOf(2020, 4), nil, false},
	{"general-practice-assistant", .1, .10, 4, false, false, 0.4, 0.25, 6, 27000, 4, 1.5, .40, 0, 2, 2, sim.MonthOf(2022, 10), nil, false},
	{"digital-and-transformation-lead", 0, .05, 2, false, false, 0.2, 0.2, 6, 45000, 1, .3, .05, -2, 2, 2, sim.MonthOf(2022, 4), nil, false},
	{"care-navigator", .05, .05, 0, false, false, .3, .3, 6, 0, 6, 0, 0, 0, 2, 2, endless, nil, true},
}

// MostRoles is the most roles a world can have.
const MostRoles = 24

// rooms returns the role's need of rooms against a usual post.
func (r *Role) rooms() float64 { return float64(r.RoomTenths) / 10 }

// prior returns what networks believe about the role before any evidence.
func (r *Role) prior() belief.Belief { return belief.Belief{A: r.BeliefA, B: r.BeliefB} }

// caps are the most posts in a role, of a usual network and of a large one.
type caps struct{ usual, large int32 }

// uncapped is what a role without caps has.
var uncapped = caps{math.MaxInt32, math.MaxInt32}

func (c caps) of(large bool) int32 {
	if large {
		return c.large
	}
	return c.usual
}

// cap returns the most posts a network may be reimbursed for in the role.
func (r *Role) cap(month sim.Month, large bool) int32 {
	for i := range r.Caps {
		if c := &r.Caps[i]; month >= c.From && month < c.Until {
			if large {
				return int32(c.Large)
			}
			return int32(c.Usual)
		}
	}
	return uncapped.usual
}

// RoleNamed returns the index in Roles of the role of that name.
func RoleNamed(name string) (int, bool) {
	for i := range Roles {
		if Roles[i].Name == name {
			return i, true
		}
	}
	return 0, false
}
