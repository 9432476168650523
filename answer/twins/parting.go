package twins

import (
	"slices"
	"strings"
)

// Kinds of a parting that is not a gate's.
const (
	KindCase  = "case"  // a case in one world and none in the other
	KindRole  = "role"  // the case was for another role
	KindRoute = "route" // both passed, and others pay
	KindPosts = "posts" // a post was filled, emptied, opened or closed in one only, without a case that parted them
)

// A Parting is where a unit's histories in two worlds differ.
type Parting struct {
	Month int // of the run, from 0
	// Kind is one of the kinds above, or the gates at which the case failed in one
	// world and not in the other, joined by +.
	Kind  string
	Gates []string // of the kind, if it is gates
	Cases [2]*Case // decided otherwise; nil where there was none
}

// FirstParting returns the first month up to one before until in which a
// unit's decisions differ between two worlds: a case in one and none in the
// other, or the same case with another role, other gates failed or another
// route. Where decisions are alike it is the first month in which its posts
// differ. It is nil where neither differs.
func FirstParting(worlds [2]*History, unit, until int) *Parting {
	for month := range until {
		if p := partingIn(worlds, unit, month); p != nil {
			return p
		}
	}
	return firstPosts(worlds, unit, until)
}

// firstPosts returns the first month in which a unit's posts differ.
func firstPosts(worlds [2]*History, unit, until int) *Parting {
	for month := range until {
		if worlds[0].States[month][unit].posts() != worlds[1].States[month][unit].posts() {
			return &Parting{Month: month, Kind: KindPosts}
		}
	}
	return nil
}

// FirstLead returns the first month up to one before until in which a case of
// a unit passed in a world, and the other had no such case or one that failed.
// Where there is none it is the first month in which its posts differ, or nil.
func FirstLead(worlds [2]*History, unit, until, leader int) *Parting {
	for month := range until {
		ahead, behind := worlds[leader].in(unit, month), worlds[1-leader].in(unit, month)
		for i := range ahead {
			switch {
			case !ahead[i].Passed():
			case i >= len(behind):
				return alone(month, leader, &ahead[i])
			case !behind[i].Passed():
				cases := [2]*Case{&ahead[i], &behind[i]}
				return differing(month, cases[leader], cases[1-leader])
			}
		}
	}
	return firstPosts(worlds, unit, until)
}

// partingIn compares the cases of a month, in the order in which they were
// made. Nothing comes of a difference that changes no decision.
func partingIn(worlds [2]*History, unit, month int) *Parting {
	a, b := worlds[0].in(unit, month), worlds[1].in(unit, month)
	for i := range max(len(a), len(b)) {
		switch {
		case i >= len(a):
			return alone(month, 1, &b[i])
		case i >= len(b):
			return alone(month, 0, &a[i])
		case !sameDecision(&a[i], &b[i]):
			return differing(month, &a[i], &b[i])
		}
	}
	return nil
}

// alone is a parting by a case that only one world has.
func alone(month, world int, c *Case) *Parting {
	p := &Parting{Month: month, Kind: KindCase}
	p.Cases[world] = c
	return p
}

// differing says how two cases of a month differ.
func differing(month int, a, b *Case) *Parting {
	p := &Parting{Month: month, Cases: [2]*Case{a, b}}
	switch {
	case a.Role != b.Role:
		p.Kind = KindRole
	case !slices.Equal(a.Failed, b.Failed):
		p.Gates = onlyIn(a, b)
		p.Kind = strings.Join(p.Gates, "+")
	default:
		p.Kind = KindRoute
	}
	return p
}

// onlyIn lists the gates at which one of two cases failed and the other did
// not, in the order of masks.
func onlyIn(a, b *Case) (gates []string) {
	for _, pair := range [2][2]*Case{{a, b}, {b, a}} {
		for _, gate := range pair[0].Failed {
			if !pair[1].fails(gate) {
				gates = append(gates, gate)
			}
		}
	}
	return ranked(gates)
}
