package model

import (
	"skillmix/model/belief"
	"skillmix/model/consent"
	"skillmix/model/labour"
	"skillmix/model/money"
	"skillmix/model/population"
	"skillmix/sim"
)

// A World is one run's state: plain structs in slices, reused from one
// replicate to the next. step.go has the order of a month; each phase is a
// file of its own and says what it reads and writes.
type World struct {
	settings *Settings
	people   *population.Population
	chance   sim.Chance
	luck     luck   // of this month
	lasting  luck   // of what is drawn once
	p        Values // this month's
	usual    Values // without changes that hold for a time
	shape    *shape
	roles    []Role
	every    RoleSet // of the roles

	month       sim.Month
	established float64 // medical establishment against the start, a growth factor
	growth      float64 // its monthly factor
	hazard      float64 // of leaving a trust, sum so far
	retained    float64 // share of evidence kept from month to month
	consent     consent.Coefficients
	cost        costs
	price       [MostRoles]price // of networks' posts, this financial year
	cheapest    money.Pence      // least that the scheme reimburses for a post this month
	offered     RoleSet          // roles on the scheme's list this month
	caps        [MostRoles]caps  // of networks' posts this month
	capped      RoleSet          // roles that have one
	roomTenths  [MostRoles]uint8 // need of rooms by role, as in Roles
	routeOrder  []Route          // in which a case tries them

	areas     []area
	trusts    []trust
	services  []service
	networks  []network
	clarities [][MostRoles]float64 // how clear roles are to each network, 0 to 1
	answers   []practice
	posts     posts

	peers     []peerGroup     // by area and specialty
	published belief.Outcomes // mean of all services, last month

	roleOutcomes [MostRoles]belief.Outcomes // mean of all networks, before the last review
	practising   float64                    // doctors in general practice against the start
	needMet      [64]float64                // what so many posts leave of the need for another
	fresh        []float64                  // how far doctors do work twice after so many months with holders

	contributions []contribution // of networks' holders, by role and months in post
	settled       int            // months in post from which contributions stay

	proposals []Proposal // of this month
	attempts  []Attempt  // of this month's proposals
	order     []ordered  // scratch: cases in the order in which they are served
	seeking   []seeking  // scratch: open posts that would be filled
	tallies   []tally    // by group of the shape
	observed  bool       // the tallies have been read, and begin anew
	recording int        // how many of a unit's groups are recorded this month
	sizes     []float64  // scratch: of trusts, for sharing out
	shares    []money.Pence
}

// costs are annual costs of posts.
type costs struct {
	post, medical, locum money.Pence
}

// An area is an integrated care system: a labour market and a circle of
// peers.
type area struct {
	key    uint64
	staff  float64 // of its trusts, FTE
	people float64 // registered patients of its networks
	pools  [MostRoles]pool
	tight  [MostRoles]float64     // what a tight market leaves of a role's weight in networks' choice
	lure   [MostRoles]float32     // hazard of being drawn away, sum so far
	pay    [MostRoles]float64     // pay above the usual, a share
	cost   [MostRoles]money.Pence // of a network's post a year, with that pay
	next   int32                  // the area from which posts are filled when this one has nobody, -1 for none
	circle circle
}

// A pool is the people of one role in an area who are, were or want to be
// in post. Initial + inflow + completed = in post + seekers + left.
type pool struct {
	seekers, initial, inflow, completed, inPost, left int32

	open int32 // posts

	available int32         // seekers at the end of last month
	vacancies int32         // open posts at the end of last month
	market    labour.Market // the two of them
	wanted    int32         // posts of this month that would be filled and are not yet
	monthly   float64       // expected new seekers a month
}
