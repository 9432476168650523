package twins

import (
	"cmp"
	"slices"
	"strings"
)

// Flips is who adopts in one of two worlds of a replicate and not in the
// other. To adopt is to have a holder at the end of some month of the run.
type Flips struct {
	Worlds  [2]*History
	Adopted [2][]int // by world and unit: month of the run, from 0, or Never
	Units   Tally
	Trusts  Tally // of which any service adopts
	Rows    []Flip
	Across  []TrustFlip
	// Parted counts the kinds of partings of Rows, and Decided those of the first
	// lead (see Flip), most frequent first.
	Parted, Decided []KindCount
}

// A Tally counts who adopts where.
type Tally struct {
	Both    int    `json:"both"`
	Neither int    `json:"neither"`
	Only    [2]int `json:"only"` // in the first world, and in the second
}

// All returns how many there are.
func (t Tally) All() int { return t.Both + t.Neither + t.Only[0] + t.Only[1] }

// add counts one.
func (t *Tally) add(a, b int) {
	switch {
	case a == Never && b == Never:
		t.Neither++
	case b == Never:
		t.Only[0]++
	case a == Never:
		t.Only[1]++
	default:
		t.Both++
	}
}

// A Flip is a unit that adopts in one world and not in the other.
type Flip struct {
	Unit     int
	In       int // the world in which it adopts
	Adopted  int // month of the run, from 0
	Parted   *Parting
	PartedBy string // in words
	// Lead is the first case that passed in the world in which the unit adopts
	// and not in the other: nil where there is none, or where that is where they
	// parted.
	Lead   *Parting
	LeadBy string
}

// A TrustFlip is a trust of which a service adopts in one world and none in
// the other.
type TrustFlip struct {
	Code, Area, Kind string
	In               int
	Adopted          int // month of the run, from 0, of the first of its services
}

// A KindCount counts a kind of parting.
type KindCount struct {
	Kind  string `json:"kind"`
	Count int    `json:"flips"`
}

// FindFlips compares two worlds of a replicate.
func FindFlips(worlds [2]*History) *Flips {
	f := &Flips{Worlds: worlds}
	parted, decided := map[string]int{}, map[string]int{}
	for w, h := range worlds {
		f.Adopted[w] = make([]int, len(h.Units))
		for unit := range h.Units {
			f.Adopted[w][unit] = h.Adopted(unit)
		}
	}
	for unit := range worlds[0].Units {
		a, b := f.Adopted[0][unit], f.Adopted[1][unit]
		f.Units.add(a, b)
		if (a == Never) != (b == Never) {
			flip := f.flip(unit)
			f.Rows = append(f.Rows, flip)
			parted[flip.Parted.Kind]++
			decided[flip.Decided().Kind]++
		}
	}
	slices.SortStableFunc(f.Rows, func(a, b Flip) int {
		return cmp.Or(cmp.Compare(a.In, b.In), cmp.Compare(a.Adopted, b.Adopted),
			strings.Compare(worlds[0].Units[a.Unit].Code, worlds[0].Units[b.Unit].Code))
	})
	f.Parted, f.Decided = counted(parted), counted(decided)
	f.trusts()
	return f
}

// flip finds where the worlds of a unit parted, up to the month of adoption.
func (f *Flips) flip(unit int) Flip {
	in := 0
	if f.Adopted[0][unit] == Never {
		in = 1
	}
	flip := Flip{Unit: unit, In: in, Adopted: f.Adopted[in][unit]}
	until := flip.Adopted + 1
	flip.Parted = FirstParting(f.Worlds, unit, until)
	flip.PartedBy = flip.Parted.Say(f.Worlds, unit)
	if lead := FirstLead(f.Worlds, unit, until, in); lead != nil && lead.Month != flip.Parted.Month {
		flip.Lead, flip.LeadBy = lead, lead.Say(f.Worlds, unit)
	}
	return flip
}

// Decided returns the first lead, or where there is no other the parting.
func (f *Flip) Decided() *Parting {
	if f.Lead != nil {
		return f.Lead
	}
	return f.Parted
}

// counted sorts counts, most frequent first.
func counted(kinds map[string]int) []KindCount {
	var all []KindCount
	for kind, count := range kinds {
		all = append(all, KindCount{kind, count})
	}
	slices.SortFunc(all, func(a, b KindCount) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Kind, b.Kind))
	})
	return all
}

// trusts finds the trusts that adopt in one world only.
func (f *Flips) trusts() {
	units := f.Worlds[0].Units
	for from := 0; from < len(units) && !units[from].Network; {
		until := from + 1
		for until < len(units) && units[until].Organisation == units[from].Organisation {
			until++
		}
		a, b := earliest(f.Adopted[0][from:until]), earliest(f.Adopted[1][from:until])
		f.Trusts.add(a, b)
		flip := TrustFlip{Code: units[from].Organisation, Area: units[from].Area, Kind: units[from].Kind}
		switch {
		case a != Never && b == Never:
			flip.Adopted = a
			f.Across = append(f.Across, flip)
		case a == Never && b != Never:
			flip.In, flip.Adopted = 1, b
			f.Across = append(f.Across, flip)
		}
		from = until
	}
	slices.SortStableFunc(f.Across, func(a, b TrustFlip) int {
		return cmp.Or(cmp.Compare(a.In, b.In), cmp.Compare(a.Adopted, b.Adopted), strings.Compare(a.Code, b.Code))
	})
}

// earliest returns the first of months of adoption, or Never.
func earliest(months []int) int {
	first := Never
	for _, month := range months {
		if month != Never && (first == Never || month < first) {
			first = month
		}
	}
	return first
}
