package model

import (
	"skillmix/model/belief"
	"skillmix/model/money"
	"skillmix/model/population"
	"skillmix/sim"
)

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
	pay     [RouteCount]money.Pence // for filled posts and trainees, a month
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

// A service is a trust's decision unit. What most phases read stands first, so
// that walking the services walks as little memory as it can.
type service struct {
	posts      int32 // first of its posts, -1 for none
	open       int32
	trainees   int32
	juniors    int32 // holders who still work up
	holders    int32
	due        sim.Month // when the case agreed opens
	quiet      sim.Month // no new case before
	adopted    sim.Month // first month with a holder, 0 for none
	ends       sim.Month // before it no money of a post ends
	leaves     float64   // up to this hazard nobody leaves
	weighed    bool      // relief and supervision stay as they are
	busy       bool      // a case agreed and not yet open
	individual bool      // somebody there develops roles without a plan
	nursing    int8      // silo that a conversion of non-medical posts takes from: 0 nursing, 1 allied health
	trust      int32
	area       int32
	peers      int32 // index into World.peers of the circle it looks at, -1 for none
	own        int32 // index into World.peers of the circle it belongs to
	groups     groupSet
	converted  int32   // medical posts converted and not returned
	months     float64 // with a holder
	key        uint64

	specialty   int
	relief      float64 // doctor FTE that posts give
	supervising float64 // hours a week that trainees and new holders take
	locums      float64 // FTE
	tension     float64
	clarity     float64
	hostility   float64
	exposure    float64
	opinion     opinion // of this month's senior doctors
	belief      belief.Belief
	outcomes    belief.Outcomes // evaluated, own, faded
	reported    belief.Outcomes // the same at the end of last month, as others know it
	witnessed   belief.Outcomes

	demand       float64 // doctor FTE of work
	trend        float64 // growth of demand beside the national, per year
	seniors      float64 // senior clinicians, FTE
	training     float64 // established posts in training grades before conversions, FTE
	filled       float64 // doctors in post in training grades, FTE
	vacant       float64 // FTE
	market       float64 // share of training-grade posts that cannot be filled
	marketHome   float64 // the level it returns to
	vacancy      float64 // vacant share of the posts not converted
	vacancyMean  float64 // over twelve months
	norm         float64 // pressure that has become usual
	pressure     float64
	hostilityFor float64 // the specialty's mean, to which turnover returns it
	scale        float64 // proposals against a standard service
	threshold    float64 // exposure that peers must pass to prompt a case

	of           *population.Service
	vacancies    [12]float64
	vacancyRun   float64 // sum over the months of the run
	pending      post
	ordinal      uint64 // posts so far
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
