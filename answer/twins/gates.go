package twins

import (
	"skillmix/answer/words"

	"slices"
)

// A gateSaid is a gate in words.
type gateSaid struct {
	name    string
	failed  string // what was wrong, in a service of a trust
	network string // in a network, where it is said otherwise
}

// gatesSaid lists the gates in the order of masks.
var gatesSaid = []gateSaid{
	{"crowding", "the trust's agenda was full", ""},
	{"clarity", "the role was not clear enough", ""},
	{"finance", "no route had the money", "there was no money for it"},
	{"consent", "senior doctors refused", "its practices refused"},
	{"supervision", "no senior time was free to supervise", "there was no doctors' time to supervise"},
	{"rooms", "there was no room to work in", ""},
	{"employer", "the network was not yet ready to employ", ""},
	{"candidate", "there was nobody to appoint", ""},
}

// failedIn words what was wrong with a case, gate by gate.
func (c *Case) failedIn(u *Unit) string {
	var said []string
	for _, gate := range c.Failed {
		said = append(said, c.gateIn(gate, u))
	}
	return words.Listed(said)
}

// gateIn words one gate.
func (c *Case) gateIn(gate string, u *Unit) string {
	if gate == "consent" && !u.Network {
		return c.refusal()
	}
	return saidBriefly(gate, u)
}

// saidBriefly words what was wrong at a gate, whoever was asked and how.
func saidBriefly(gate string, u *Unit) string {
	at := slices.IndexFunc(gatesSaid, func(g gateSaid) bool { return g.name == gate })
	switch {
	case at < 0:
		return "it failed at " + gate
	case u.Network && gatesSaid[at].network != "":
		return gatesSaid[at].network
	}
	return gatesSaid[at].failed
}

// refusal words who refused, and how likely consent was on the last route
// that was tried. Where none had the money, doctors were asked all the same.
func (c *Case) refusal() string {
	if len(c.Attempts) == 0 {
		return "senior doctors would have refused"
	}
	last := &c.Attempts[len(c.Attempts)-1]
	who := "senior doctors"
	if last.Route == "nursing-conversion" {
		who = "senior doctors or the holder of the budget"
	}
	return who + " refused " + paidBy(last.Route) + " (" + chanceOf(last) + ")"
}

// ranked puts gates in the order of masks.
func ranked(gates []string) []string {
	rank := func(name string) int {
		return slices.IndexFunc(gatesSaid, func(g gateSaid) bool { return g.name == name })
	}
	slices.SortStableFunc(gates, func(a, b string) int { return rank(a) - rank(b) })
	return gates
}
