package model

import (
	"skillmix/model/belief"
	"skillmix/model/consent"
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
	p        Values // this month's
	usual    Values // without changes that hold for a time
	shape    *shape
	roles    []Role

	month       sim.Month
	established float64 // medical establishment against the start, a growth factor
	growth      float64 // its monthly factor
	retained    float64 // share of evidence kept from month to month
	consent     consent.Coefficients
	cost        costs
	price       [MostRoles]price // of networks' posts, this financial year
	cheapest    money.Pence      // least that the scheme reimburses for a post this month
	routeOrder  []Route          // in which a case tries them

	areas    []area
	trusts   []trust
	services []service
	networks []network
	answers  []practice
	posts    posts

	peers     []peerGroup     // by area and specialty
	published belief.Outcomes // mean of all services, last month

	roleOutcomes [MostRoles]belief.Outcomes // mean of all networks, last month
	practising   float64                    // doctors in general practice against the start
	needMet      [64]float64                // what so many posts leave of the need for another

	proposals []Proposal // of this month
	order     []ordered  // scratch: cases in the order in which they are served
	seeking   []seeking  // scratch: open posts that would be filled
	tallies   []tally    // by group of the layout
	sizes     []float64  // scratch: of trusts, for sharing out
	shares    []money.Pence
}

// price is a post's annual cost and what the scheme reimburses of it.
type price struct {
	cost, claim money.Pence
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
	tight  [MostRoles]float64 // what a tight market leaves of a role's weight in networks' choice
	poach  [MostRoles]float64 // chance that a holder is drawn away this month
	pay    [MostRoles]float64 // pay above the usual, a share
	next   int32              // the area from which posts are filled when this one has nobody, -1 for none
	circle circle
}

// A circle is what the networks of an area see of each other: the state of the
// end of last month.
type circle struct {
	networks int32
	holders  [MostRoles]int32 // networks with a holder of the role
	outcomes [MostRoles]belief.Outcomes
}

// A pool is the people of one role in an area who are, were or want to be
// in post. Initial + inflow + completed = in post + seekers + left.
type pool struct {
	seekers, initial, inflow, completed, inPost, left int32

	available int32   // seekers at the end of last month
	vacancies int32   // open posts at the end of last month
	wanted    int32   // posts of this month that would be filled and are not yet
	monthly   float64 // expected new seekers a month
}

// A trust employs, plans and pays.
type trust struct {
	of     *population.Trust
	key    uint64
	area   int32
	first  int32 // its services are services[first:last]
	last   int32
	kind   population.Kind
	groups groupSet

	champion, strategy, lead, evaluates bool
	refuses                             [2]bool // heads of nursing and of allied health refuse to convert
	crowding                            float64 // share of the agenda taken

	pots    [RouteCount]money.Pot
	tranche [RouteCount]money.Pence // what each financial year adds, or may be in use
	medical money.Pence             // annual cost of medical posts given up, standing
	peers   peerGroup
}

// A peerGroup is what units see of each other: last month's state of a
// circle.
type peerGroup struct {
	units    int32
	holders  int32 // units with a holder at the end of last month
	outcomes belief.Outcomes
}

// A service is a trust's decision unit.
type service struct {
	of        *population.Service
	key       uint64
	trust     int32
	area      int32
	peers     int32 // index into World.peers of the circle it looks at, -1 for none
	own       int32 // index into World.peers of the circle it belongs to
	specialty int
	groups    groupSet
	scale     float64 // proposals against a standard service

	demand       float64 // doctor FTE of work
	trend        float64 // growth of demand beside the national, per year
	seniors      float64 // senior clinicians, FTE
	training     float64 // established posts in training grades before conversions, FTE
	filled       float64 // doctors in post in training grades, FTE
	vacant       float64 // FTE
	locums       float64 // FTE
	converted    int32   // medical posts converted and not returned
	market       float64 // share of training-grade posts that cannot be filled
	marketHome   float64 // the level it returns to
	vacancy      float64 // vacant share of the posts not converted
	vacancies    [12]float64
	vacancyMean  float64 // over twelve months
	vacancyRun   float64 // sum over the months of the run
	norm         float64 // pressure that has become usual
	pressure     float64
	tension      float64
	relief       float64 // doctor FTE that posts give
	supervising  float64 // hours a week that trainees and new holders take
	clarity      float64
	hostility    float64
	hostilityFor float64 // the specialty's mean, to which turnover returns it
	witnessed    belief.Outcomes
	outcomes     belief.Outcomes // evaluated, own, faded
	reported     belief.Outcomes // the same at the end of last month, as others know it
	belief       belief.Belief
	exposure     float64
	threshold    float64 // exposure that peers must pass to prompt a case
	individual   bool    // somebody there develops roles without a plan
	nursing      int8    // silo that a conversion of non-medical posts takes from: 0 nursing, 1 allied health

	posts        int32 // first of its posts, -1 for none
	open         int32
	trainees     int32
	holders      int32
	months       float64   // with a holder
	busy         bool      // a case agreed and not yet open
	due          sim.Month // when it opens
	pending      post
	quiet        sim.Month // no new case before
	adopted      sim.Month // first month with a holder, 0 for none
	ordinal      uint64    // posts so far
	cumulative   ledger
	asked        int32 // cases so far
	unsupervised int32 // of them failed at supervision
}

// A ledger counts a unit's posts: initial + opened = open + trainees + filled
// + ended + lapsed + withdrawn, and medical posts removed - returned =
// conversions standing.
type ledger struct {
	initial, opened, ended, lapsed, withdrawn int32
	removed, returned                         int32
}

// A network is a primary care network.
type network struct {
	of     *population.PCN
	key    uint64
	area   int32
	from   int32 // its practices are answers[from:to]
	to     int32
	groups groupSet
	large  bool

	director  director
	maturity  float64 // 0 to 1
	operating int     // index into formation.Operatings
	quality   float64 // of a federation, 0 weak to 1 strong
	floating  bool    // staff float between practices
	pattern   float64 // of tasks, 0 to 1, where task fit tends
	fit       float64 // of tasks, 0 to 1
	support   float64 // won or lost in a shock, logit
	months    float64 // with holders
	newcomers float64 // share of holders in their first half year
	teaching  float64 // hours a week that new holders take

	demand   float64 // doctor FTE of work
	norm     float64 // pressure that has become usual
	pressure float64
	tension  float64

	outcomes [MostRoles]belief.Outcomes // evaluated, own, faded
	learned  bool                       // whether there are any
	lived    belief.Outcomes            // witnessed, faded
	mean     [MostRoles]float64         // of belief, as last reviewed
	doubt    [MostRoles]float64
	clarity  [MostRoles]float64
	first    [MostRoles]sim.Month // with a holder, 0 for none
	own      [MostRoles]int32     // posts that practices pay
	ownCost  money.Pence          // their annual cost
	shared   money.Pence          // what practices pay a year of the scheme's posts
	ownStart money.Pence          // what they paid a year for posts at the start
	held     [MostRoles]bool      // had a holder at the end of last month

	rooms        float64
	smallest     float64            // share of the list of its smallest practice
	utility      [MostRoles]float64 // what does not change in a role's utility
	appeal       [MostRoles]float64 // exponential of utility, as last reviewed
	agrees       [MostRoles]bool    // answer of its practices this financial year
	answered     [MostRoles]bool    // whether they were asked
	pot          money.Pot          // the scheme
	practices    money.Pot          // practices' own money
	entitled     money.Pence        // this financial year
	next         money.Pence        // announced for the next
	due          money.Pence        // for posts this financial year so far, claimed or not
	part         money.Pence        // of the entitlement, this month's
	running      money.Pence        // annual claims of all posts, open or filled
	inPost       money.Pence        // annual claims of filled posts
	paid         money.Pence        // annual cost of filled posts
	released     float64            // doctor FTE that posts give
	usedRooms    float64
	memory       memory  // of moments that facts compare with later ones
	left         int32   // leavers so far
	hired        int32   // people hired so far
	holderMonths float64 // so far
	monthsOpen   float64 // of posts, so far

	vacant     int32            // first of its open posts, -1 for none
	occupied   int32            // first of its filled posts, -1 for none
	count      [MostRoles]int32 // open and filled, by role
	filled     [MostRoles]int32
	open       int32
	holders    int32
	ordinal    uint64
	adopted    sim.Month
	cumulative ledger
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
