package twins

import (
	"fmt"
	"strings"

	"skillmix/answer/words"
	"skillmix/sim"
)

// A Brief is a service of a trust in short.
type Brief struct {
	Unit    Unit
	Start   sim.Month
	Text    string   // when it adopts, to stand behind its code
	Told    []string // its cases, its posts, and where the worlds part
	Parting *Parting // nil where the worlds do not part, or there is one
	Parted  string   // the same in words
	Worlds  []BriefWorld
}

// A BriefWorld is a service in one world.
type BriefWorld struct {
	World         string
	Adopted       int // month of the run, from 0, or Never
	Cases, Passed int
	Held          int // posts in the end
}

// TellServices tells of each service of a trust in short.
func TellServices(worlds []*History, trust string) (briefs []Brief) {
	for unit, u := range worlds[0].Units {
		if u.Network || u.Organisation != trust {
			continue
		}
		story := &Story{Unit: u, Worlds: worlds, index: unit}
		story.part()
		brief := Brief{Unit: u, Start: worlds[0].Start, Text: story.adoptions(), Parting: story.Parting, Parted: story.Parted}
		var said []string
		for i, h := range worlds {
			in := BriefWorld{World: h.World, Adopted: story.Adopted[i], Cases: len(h.Cases[unit]), Passed: h.passed(unit), Held: h.States[h.Months-1][unit].Held}
			brief.Worlds = append(brief.Worlds, in)
			said = append(said, fmt.Sprintf("%s %s, of which %s passed, and %s in the end", under(h), count(in.Cases, "case"), none(in.Passed), count(in.Held, "post")))
		}
		brief.Told = append(brief.Told, words.Capital(strings.Join(said, "; ")+"."))
		if story.Parted != "" {
			brief.Told = append(brief.Told, story.Parted)
		}
		briefs = append(briefs, brief)
	}
	return briefs
}

// passed counts a unit's cases that passed.
func (h *History) passed(unit int) (count int) {
	for i := range h.Cases[unit] {
		if h.Cases[unit][i].Passed() {
			count++
		}
	}
	return count
}

// WhereTrust words the kind of trust that a service belongs to, and where it
// is.
func (u *Unit) WhereTrust() string {
	return fmt.Sprintf("%s trust, %s", words.Label(u.Kind), u.Area)
}
