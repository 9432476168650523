package model

import (
	"skillmix/model/belief"
	"skillmix/model/money"
	"skillmix/model/population"
	"skillmix/sim"
)

// price is a post's annual cost and what the scheme reimburses of it.
type price struct {
	cost, claim money.Pence
}

// A circle is what the networks of an area see of each other: the state of the
// end of last month, outcomes only in months in which they review roles.
type circle struct {
	networks int32
	holders  [MostRoles]int32 // networks with a holder of the role
	outcomes [MostRoles]belief.Outcomes

	understanding [MostRoles][2]understanding // of networks without and with a holder
	belief        [MostRoles]belief.Belief    // of networks without evidence of their own
	doubt         [MostRoles]float64          // theirs
}

// understanding is how a month moves the clarity of a role: what it gains, and
// the share of it that is kept.
type understanding struct{ gain, kept float64 }

// A network is a primary care network. What every month reads stands first, so
// that walking the networks walks as little memory as it can.
type network struct {
	of     *population.PCN
	key    uint64
	area   int32
	from   int32 // its practices are answers[from:to]
	to     int32
	groups groupSet

	large     bool
	floating  bool    // staff float between practices
	operating int32   // index into formation.Operatings
	quality   float64 // of a federation, 0 weak to 1 strong
	director  director
	maturity  float64 // 0 to 1
	pattern   float64 // of tasks, 0 to 1, where task fit tends
	fit       float64 // of tasks, 0 to 1
	support   float64 // won or lost in a shock, logit
	months    float64 // with holders
	hazard    float64 // of leaving it, sum so far
	newcomers float64 // share of holders in their first half year
	teaching  float64 // hours a week that new holders take
	released  float64 // doctor FTE that posts give

	doctors  float64 // FTE, before they grow or shrink everywhere
	demand   float64 // doctor FTE of work
	norm     float64 // pressure that has become usual
	pressure float64
	tension  float64

	lived    belief.Outcomes // witnessed, faded
	learned  RoleSet         // roles of which there are evaluated outcomes
	held     RoleSet         // had a holder at the end of last month
	ever     RoleSet         // had one at the end of any month
	holding  RoleSet         // has a holder
	agrees   RoleSet         // its practices agree to this financial year
	answered RoleSet         // its practices were asked about

	vacant   int32 // first of its open posts, -1 for none
	occupied int32 // first of its filled posts, -1 for none
	open     int32
	holders  int32
	ownPosts int32            // that practices pay, open or filled
	adopted  sim.Month        // first month with a holder, 0 for none
	count    [MostRoles]int16 // open and filled, by role
	filled   [MostRoles]int16
	own      [MostRoles]int16 // that practices pay

	smallest  float64     // share of the list of its smallest practice
	rooms     float64     // that it has
	usedRooms float64     // against a usual post's
	pot       money.Pot   // the scheme
	practices money.Pot   // practices' own money
	entitled  money.Pence // this financial year
	next      money.Pence // announced for the next
	planned   money.Pence // annual claims up to which it sets up posts
	due       money.Pence // for posts this financial year so far, claimed or not
	part      money.Pence // of the entitlement, this month's
	running   money.Pence // annual claims of all posts, open or filled
	inPost    money.Pence // annual claims of filled posts
	paid      money.Pence // annual cost of filled posts
	ownCost   money.Pence // annual cost of posts that practices pay
	shared    money.Pence // what practices pay a year of the scheme's posts
	ownStart  money.Pence // what they paid a year for posts at the start

	want         want                       // of rooms, as last asked for
	appraised    RoleSet                    // roles whose appeal was asked for since the last review
	appeal       [MostRoles]float64         // exponential of what was reviewed
	reviewed     [MostRoles]float64         // utility, as last reviewed
	belief       [MostRoles]belief.Belief   // as last reviewed
	outcomes     [MostRoles]belief.Outcomes // evaluated, own, faded
	utility      [MostRoles]float64         // what does not change in a role's utility
	first        [MostRoles]sim.Month       // with a holder, 0 for none
	left         int32                      // leavers so far
	hired        int32                      // people hired so far
	holderMonths float64                    // so far
	monthsOpen   float64                    // of posts, so far
	ordinal      uint64
	cumulative   ledger
	memory       memory // of moments that facts compare with later ones
}

// memory holds a network's state at some moments, for tables.
type memory struct {
	atStart        int32   // posts at the start
	fitYear1       float64 // task fit after the first year
	beliefYear2    float64 // conviction after the second
	ownYear2       int32   // posts that practices paid then
	heldAtEnd      int32   // filled posts in the last month of the scheme
	beliefAtEnd    float64 // what it had learnt of its roles by then
	changedNew     float64 // change of task fit in the years after a new director, sum of monthly sizes
	monthsNew      float64
	changedOld     float64 // and in other months
	monthsOld      float64
	inHouseAtShock bool // holders worked in-house when a crisis began
	shocked        bool
}

// A director leads a network, and changes.
type director struct {
	skill, knowledge float64 // 0 to 1
	since            sim.Month
	ordinal          uint64
}

// A practice answers for its partners.
type practice struct {
	of         *population.Practice
	key        uint64
	share      float64 // of its network's list
	scepticism float64
	risk       float64 // aversion
}
