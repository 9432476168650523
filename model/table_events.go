package model

import (
	"skillmix/model/population"
)

// postsTable has a row for each post of a network that has a holder.
func (w *World) postsTable() *Table {
	type place struct{ network, post int32 }
	var places []place
	for i := range w.networks {
		for at := w.networks[i].occupied; at >= 0; at = w.posts.all[at].next {
			places = append(places, place{int32(i), at})
		}
	}
	t := &Table{Rows: len(places)}
	network := func(i int) *network { return &w.networks[places[i].network] }
	post := func(i int) *post { return &w.posts.all[places[i].post] }
	t.label("unit", func(i int) string { return network(i).of.Code })
	t.label("role", func(i int) string { return w.roles[post(i).role].Name })
	t.label("route", func(i int) string { return post(i).route.String() })
	t.number("months", func(i int) float64 { return w.lasted(post(i)) })
	t.number("released", func(i int) float64 {
		return w.workOf(post(i), w.work(network(i)), w.roles[post(i).role].RampMonths)
	})
	return t
}

// proposalsTable has a row for each case of the month.
func (w *World) proposalsTable() *Table {
	t := &Table{Rows: len(w.proposals)}
	w.proposalColumns(t, func(row int) *Proposal { return &w.proposals[row] })
	return t
}

// proposalColumns adds what is known of a row's case.
func (w *World) proposalColumns(t *Table, of func(row int) *Proposal) {
	t.label("setting", func(i int) string {
		if of(i).Unit.Network {
			return "pcn"
		}
		return "trust"
	})
	t.label("unit", func(i int) string {
		if p := of(i); p.Unit.Network {
			return w.networks[p.Unit.Index].of.Code
		}
		return w.services[of(i).Unit.Index].of.Code
	})
	t.label("kind", func(i int) string {
		if p := of(i); !p.Unit.Network {
			return w.trusts[w.services[p.Unit.Index].trust].kind.String()
		}
		return "pcn"
	})
	t.label("service", func(i int) string {
		if p := of(i); !p.Unit.Network {
			return population.Specialties[w.services[p.Unit.Index].specialty].Name
		}
		return ""
	})
	t.label("role", func(i int) string { return w.roles[of(i).Role].Name })
	t.label("stimulus", func(i int) string { return of(i).Stimulus.String() })
	t.number("agreed", func(i int) float64 { return truth(of(i).Failed == 0) })
	for g := range GateCount {
		t.number("failed_"+Gate(g).String(), func(i int) float64 { return truth(of(i).Failed.Has(Gate(g))) })
	}
	t.number("vacancy", func(i int) float64 { return of(i).Vacancy })
	t.number("tension", func(i int) float64 { return of(i).Tension })
}

// attemptsTable has a row for each attempt on a route, with the columns of
// its case.
func (w *World) attemptsTable() *Table {
	type place struct{ proposal, attempt int }
	var places []place
	for i := range w.proposals {
		for j := range w.proposals[i].Attempts {
			places = append(places, place{i, j})
		}
	}
	t := &Table{Rows: len(places)}
	w.proposalColumns(t, func(row int) *Proposal { return &w.proposals[places[row].proposal] })
	attempt := func(row int) *Attempt { return &w.proposals[places[row].proposal].Attempts[places[row].attempt] }
	t.label("route", func(i int) string { return attempt(i).Route.String() })
	t.number("tau", func(i int) float64 { return attempt(i).Tau })
	t.number("probability", func(i int) float64 { return attempt(i).Probability })
	t.number("consented", func(i int) float64 { return truth(attempt(i).Consented) })
	return t
}
