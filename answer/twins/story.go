package twins

import (
	"slices"

	"skillmix/sim"
)

// A Story is what happened to a unit, in one world or in two beside each
// other.
type Story struct {
	Unit    Unit
	Parting *Parting // where two worlds parted, nil where they did not or there is one
	Parted  string   // the same in words
	Worlds  []*History
	Adopted []int // by world: month of the run, from 0, or Never
	Months  []Month
	index   int // of the unit
}

// A Month is a month of a story in which something happened or a financial
// year, or the run, ended.
type Month struct {
	At     int // of the run, from 0
	Month  sim.Month
	Apart  bool // what happened differs between the worlds
	Worlds []Page
}

// A Page is a month of a story in one world.
type Page struct {
	Cases  []Case
	Events []Event
	Adopts bool // the unit has a holder for the first time
	State  State
	Told   []string // what happened, sentence by sentence
	Stands string   // how it stands, where a year ends
}

// Tell tells the story of a watched unit in one or two worlds.
func Tell(worlds []*History, unit int) *Story {
	story := &Story{Unit: worlds[0].Units[unit], Worlds: worlds, index: unit}
	story.part()
	for at := range worlds[0].Months {
		if month := story.tellMonth(at); month != nil {
			story.Months = append(story.Months, *month)
		}
	}
	return story
}

// part finds when the unit adopts and where two worlds part.
func (s *Story) part() {
	for _, h := range s.Worlds {
		s.Adopted = append(s.Adopted, h.Adopted(s.index))
	}
	if len(s.Worlds) == 2 {
		pair := [2]*History{s.Worlds[0], s.Worlds[1]}
		if s.Parting = FirstParting(pair, s.index, pair[0].Months); s.Parting != nil {
			s.Parted = s.Parting.Say(pair, s.index)
		}
	}
}

// tellMonth tells a month, or nothing where there is nothing to tell.
func (s *Story) tellMonth(at int) *Month {
	month := &Month{At: at, Month: s.Worlds[0].month(at)}
	closes := month.Month.OfFinancialYear() == 11 || at == s.Worlds[0].Months-1
	happened := false
	for i, h := range s.Worlds {
		page := h.page(s.index, at)
		page.Adopts = at == s.Adopted[i] && !h.begins(s.index)
		page.Told = page.tell(&s.Unit)
		happened = happened || len(page.Told) > 0
		if closes {
			page.Stands = page.State.stands(s.Unit.Network)
		}
		month.Worlds = append(month.Worlds, page)
	}
	if !happened && !closes {
		return nil
	}
	if len(month.Worlds) == 2 {
		month.Apart = !slices.Equal(month.Worlds[0].Told, month.Worlds[1].Told)
	}
	return month
}

// page gathers what happened to a unit in a month.
func (h *History) page(unit, at int) Page {
	books := h.Books[unit]
	was := State{}
	if at > 0 {
		was = h.States[at-1][unit]
	}
	is := h.States[at][unit]
	return Page{Cases: h.in(unit, at), Events: eventsBetween(books[at], books[at+1], was, is), State: is}
}

// begins reports whether a watched unit has a holder before the first month.
func (h *History) begins(unit int) bool {
	return slices.ContainsFunc(h.Books[unit][0], func(p Post) bool { return p.Held })
}
