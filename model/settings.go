package model

import "skillmix/sim"

// Settings is everything a scenario decides about a world, checked and
// complete. A world is made from Settings, a population and a replicate's
// luck; the same three give the same history.
type Settings struct {
	Start      sim.Month
	Months     int
	StartPosts bool // ACP posts exist at the start, drawn from the published floors
	StartClear bool // the specialties that had national support start clear about the role
	Funding    Funding
	Support    []Support
	ARRS       ARRS
	Changes    []Change              // parameters that change for a time
	Open       Gates                 // gates held open: nothing fails there
	Off        Switches              // mechanisms switched off
	Parameters [ParameterCount]Prior // indexed by Parameter
	Laws       []Law                 // from which parameters are drawn in place of their prior, each at most once
	// Roles are the roles of this world: those of Roles, in order, with figures
	// of its own, and any that it adds behind them; nil means Roles. There are
	// MostRoles at most.
	Roles []Role
}

// roles returns the roles of the world.
func (s *Settings) roles() []Role {
	if s.Roles == nil {
		return Roles
	}
	return s.Roles
}

// Law returns the law from which a parameter is drawn in place of its prior, or
// nil.
func (s *Settings) Law(parameter Parameter) *Law {
	for i := range s.Laws {
		if s.Laws[i].Parameter == parameter {
			return &s.Laws[i]
		}
	}
	return nil
}

// Funding is the programme whose effect a comparison measures. Background
// routes (commissioner, time-limited, business case, conversion of nursing
// and allied health posts, training money) are the same in every scenario
// and stand beside it.
type Funding struct {
	// Routes are the programme's routes in order of trial: RouteNewMoney,
	// RouteTransfer, RoutePilot, several or none. What is offered is divided equally
	// between them.
	Routes []Route
	// Offered is a new recurrent tranche in each financial year from Start to
	// End, in pounds per 1,000 FTE staff of trusts.
	Offered float64
	// Start is the first month of the programme, End the last month in which
	// a new tranche may begin; tranches once given continue.
	Start, End sim.Month
	// GuaranteedReturn gives a converted medical post back, vacant, when the
	// new post ends, lapses or is withdrawn.
	GuaranteedReturn bool
}

// Support is national support for some specialties during some years, as
// urgent care, musculoskeletal, critical care and podiatric services had in
// the early 2000s: a campaign that makes the role clear and external
// recurrent money for posts.
type Support struct {
	Specialties []int // indices into population.Specialties; empty means all
	From, Until sim.Month
	Clarity     float64 // gain of clarity per month, a share of what is missing
	Offered     float64 // new recurrent tranche per financial year, pounds per 1,000 FTE staff of the services supported
	Name        string  // as scenario files call it; may be empty
}

// ARRS is the Additional Roles Reimbursement Scheme as the scenario has it.
// The sums, maxima, role lists and caps by year are the published ones.
type ARRS struct {
	Start  sim.Month // first month in which networks exist and may claim
	Hiring sim.Month // first month in which they set up posts; not before Start
	End    sim.Month // last month of the scheme
	// Announced is the month in which End becomes known; until then networks
	// take the scheme to go on.
	Announced sim.Month
	// Without are roles that the scheme leaves off its list.
	Without RoleSet
}

// A Change sets parameters to other values for some months. The later of two
// changes of one parameter counts. It holds in every replicate: a changed
// parameter is not drawn. Parameters that say how a world starts do nothing
// later.
type Change struct {
	From, Until sim.Month // first and last month
	Values      []Assignment
	Name        string // as scenario files call it; may be empty
}

// An Assignment gives a parameter a value.
type Assignment struct {
	Parameter Parameter
	Value     float64
}

// A Prior says where a parameter's value comes from: the value itself, and
// the range over which judgement spreads it. Low equal to High means that
// the value is taken as given in every replicate.
type Prior struct {
	Low, Default, High float64
}

// Fixed reports whether every replicate uses the default.
func (p Prior) Fixed() bool { return p.Low == p.High }
