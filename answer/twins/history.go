// Package twins compares two worlds that share their luck, unit by unit: who
// adopts in one and not in the other, the decision at which they parted, and
// the story of one unit. It knows what was seen of the worlds and nothing of
// how they work.
package twins

import (
	"slices"

	"skillmix/sim"
)

// A Unit is a decision unit: a service of a trust, or a network.
type Unit struct {
	Code         string
	Network      bool
	Organisation string // code of the trust; a network's own
	Area         string // code
	Kind         string // of the trust, or pcn
	Service      string // empty for a network
}

// A History is what was seen of a run, month by month.
type History struct {
	World  string // name of its scenario
	Start  sim.Month
	Months int
	Units  []Unit    // the same in every world of a replicate
	States [][]State // by month and unit, at the month's end
	Cases  [][]Case  // by unit, oldest first, within a month as they were made
	// Books are the posts of the units that were watched closely: before the
	// first month, and then at the end of each.
	Books map[int][]Book
}

// A State is a unit at the end of a month. Levels are from 0 to 1; one that a
// unit has not is not a number.
type State struct {
	Held, Open, Training             int  // posts
	Opened, Ended, Lapsed, Withdrawn int  // posts so far
	Awaited                          bool // an agreed post is yet to open
	Tension                          float64
	Belief                           float64 // success rate believed, or conviction of a network's practices
	Doubt                            float64 // probability that the role is not safe, as believed
	Hostility                        float64 // of senior doctors
	Clarity                          float64
	Exposure                         float64 // share of peers with a holder
	Vacancy                          float64 // mean over twelve months
	Maturity                         float64 // of a network
	Consent, ConsentTransfer         float64 // chance of it, to a post that takes no medical money and to one that does
}

// posts returns the numbers of posts by where they stand.
func (s State) posts() [3]int { return [3]int{s.Held, s.Open, s.Training} }

// A Case is a proposal for a post, as it was decided.
type Case struct {
	Month    int // of the run, from 0
	Role     string
	Stimulus string
	Failed   []string // gates, in the order of the mask; none for a case that passed
	Attempts []Attempt
	Route    string // that pays for a case that passed
}

// Passed reports whether the case passed every gate.
func (c *Case) Passed() bool { return len(c.Failed) == 0 }

// fails reports whether the case failed at a gate.
func (c *Case) fails(gate string) bool { return slices.Contains(c.Failed, gate) }

// sameDecision reports whether two cases were decided alike.
func sameDecision(a, b *Case) bool {
	return a.Role == b.Role && a.Route == b.Route && slices.Equal(a.Failed, b.Failed)
}

// An Attempt is a route that was tried.
type Attempt struct {
	Route       string  `json:"route"`
	Tau         float64 `json:"tau"`         // share of the money taken from medical posts, 0 to 1
	Probability float64 `json:"probability"` // of the senior doctors' consent
	Consented   bool    `json:"consented"`   // by all who must agree
}

// in returns a unit's cases of a month.
func (h *History) in(unit, month int) []Case {
	cases := h.Cases[unit]
	from, _ := slices.BinarySearchFunc(cases, month, func(c Case, month int) int { return c.Month - month })
	until := from
	for until < len(cases) && cases[until].Month == month {
		until++
	}
	return cases[from:until]
}

// Never is the month of adoption of who does not adopt.
const Never = -1

// Adopted returns the month of the run, from 0, in which a unit first has a
// holder at the month's end, or Never.
func (h *History) Adopted(unit int) int {
	for month := range h.Months {
		if h.States[month][unit].Held > 0 {
			return month
		}
	}
	return Never
}

// month returns a month of the run in words' terms.
func (h *History) month(at int) sim.Month { return h.Start + sim.Month(at) }
