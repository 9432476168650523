package twins

import (
	"fmt"
	"strings"

	"skillmix/answer/words"
)

// Summary tells in sentences how many units and trusts adopt where, and what
// parted those that flip.
func (f *Flips) Summary() []string {
	said := []string{f.Units.say("unit", f.Worlds)}
	if f.Trusts.All() > 0 {
		said = append(said, f.Trusts.say("trust", f.Worlds))
	}
	if len(f.Rows) == 0 {
		return append(said, "No unit flips: whoever adopts in one world adopts in the other.")
	}
	said = append(said, "What first parted them: "+sayKinds(f.Parted)+".")
	if len(f.Decided) > 0 && !sameKinds(f.Parted, f.Decided) {
		said = append(said, "What first gave one a post that the other did not get: "+sayKinds(f.Decided)+".")
	}
	return said
}

// say words a tally of units or trusts.
func (t Tally) say(noun string, worlds [2]*History) string {
	switch all := t.All(); {
	case t.Both == all && all > 1:
		return fmt.Sprintf("All %s adopt in both worlds.", words.Count(all, noun))
	case t.Neither == all && all > 1:
		return fmt.Sprintf("None of %s adopts in either world.", words.Count(all, noun))
	}
	adopt := "adopt"
	if t.Both <= 1 { // none adopts
		adopt = "adopts"
	}
	return fmt.Sprintf("Of %s, %s %s in both worlds and %s in neither, %s only %s and %s only %s.",
		words.Count(t.All(), noun), none(t.Both), adopt, none(t.Neither), none(t.Only[0]), under(worlds[0]), none(t.Only[1]), under(worlds[1]))
}

// sayKinds words how often each kind of parting was met.
func sayKinds(kinds []KindCount) string {
	var said []string
	for _, kind := range kinds {
		said = append(said, fmt.Sprintf("%s (%d)", kindSaid(kind.Kind), kind.Count))
	}
	return strings.Join(said, ", ")
}

// kindSaid words a kind of parting.
func kindSaid(kind string) string {
	switch kind {
	case KindCase:
		return "a case in one world and none in the other"
	case KindRole:
		return "a case for another role"
	case KindRoute:
		return "another route that pays"
	case KindPosts:
		return "the filling of posts"
	}
	gates := strings.Split(kind, "+")
	if len(gates) == 1 {
		return "the gate " + kind
	}
	return "the gates " + words.Listed(gates)
}

// sameKinds reports whether two counts are equal.
func sameKinds(a, b []KindCount) bool { return sayKinds(a) == sayKinds(b) }

// Heading words what the flips of one direction have in common, for a list of
// them.
func (f *Flips) Heading(in int) string {
	return fmt.Sprintf("%s and not %s", words.Capital(under(f.Worlds[in])), under(f.Worlds[1-in]))
}

// Say tells of a flip: who it is, when it adopts, and what parted the worlds.
// Where another case gave it a post, the first parting is told briefly.
func (f *Flips) Say(flip *Flip) string {
	u := &f.Worlds[0].Units[flip.Unit]
	said := fmt.Sprintf("%s (%s) %s. ", u.Code, u.Where(), f.Worlds[flip.In].adopts(flip.Adopted))
	if flip.Lead == nil {
		return said + flip.PartedBy
	}
	return said + fmt.Sprintf("The worlds first differ in %s, by %s. %s",
		words.Month(f.Worlds[0].month(flip.Parted.Month)), kindSaid(flip.Parted.Kind), flip.LeadBy)
}

// Where words what kind of unit it is and where.
func (u *Unit) Where() string {
	if u.Network {
		return "network, " + u.Area
	}
	return fmt.Sprintf("%s, %s trust %s, %s", words.Label(u.Service), words.Label(u.Kind), u.Organisation, u.Area)
}

// SayTrusts tells of each trust that adopts in one world only.
func (f *Flips) SayTrusts() (said []string) {
	for i := range f.Across {
		flip := &f.Across[i]
		h := f.Worlds[flip.In]
		said = append(said, fmt.Sprintf("%s (%s trust, %s): a service of it %s %s, and none %s.",
			flip.Code, words.Label(flip.Kind), flip.Area, h.adopts(flip.Adopted), under(h), under(f.Worlds[1-flip.In])))
	}
	return said
}
