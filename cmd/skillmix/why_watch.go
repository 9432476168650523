package main

import (
	"cmp"
	"context"
	"slices"

	"skillmix/answer/twins"
	"skillmix/model"
	"skillmix/sim"
)

// watched runs the worlds of the replicate that is asked about again and looks at every
// month. The histories are in the order of question.worlds; the posts of the units that
// are close are followed, nil for none.
func (p *program) watched(ctx context.Context, q *question, close func(unit twins.Unit) bool) ([]*twins.History, error) {
	replicate := int(q.options.replicate.value)
	if replicates := q.manifest.Design.Replicates; replicate >= replicates {
		return nil, usage("--replicate %d: the result has %d, numbered from 0 to %d", replicate, replicates, replicates-1)
	}
	reader, err := q.reader()
	if err != nil {
		return nil, err
	}
	defer reader.Close()
	for _, world := range q.worlds {
		if !reader.Done(0, world, replicate) {
			return nil, usage("--replicate %d: the run of %s failed, for the reason in runs.parquet; ask about another replicate", replicate, q.names()[world])
		}
	}
	again, err := q.again([]int{replicate}, []model.Gates{0})
	if err != nil {
		return nil, err
	}
	histories := make([]*twins.History, len(q.worlds))
	err = again.run(ctx, p, reader, func(run sim.Run, world *model.World) observer {
		settings := &again.settings[run.Point]
		history := &twins.History{World: q.names()[q.worlds[run.Point]], Start: settings.Start, Months: settings.Months, Books: map[int][]twins.Book{}}
		histories[run.Point] = history
		return newTwinWatch(world, history, close).look
	})
	return histories, err
}

// A twinWatch writes down what can be seen of a world's units at the end of each month.
type twinWatch struct {
	world   *model.World
	cards   []model.Card
	history *twins.History
	units   map[model.Unit]int
	failed  map[model.Gates][]string
	sights  []model.PostSight
}

// newTwinWatch lists the units and the posts of those that are followed closely.
func newTwinWatch(world *model.World, history *twins.History, close func(unit twins.Unit) bool) *twinWatch {
	t := &twinWatch{world: world, cards: world.Cards(), history: history, units: map[model.Unit]int{}, failed: map[model.Gates][]string{}}
	for i, card := range t.cards {
		unit := unitOf(card)
		t.units[card.Unit] = i
		t.history.Units = append(t.history.Units, unit)
		if close != nil && close(unit) {
			t.history.Books[i] = nil
		}
	}
	t.history.Cases = make([][]twins.Case, len(t.cards))
	t.keepBooks()
	return t
}

// unitOf says who a unit is in the terms of twins.
func unitOf(card model.Card) twins.Unit {
	return twins.Unit{Code: card.Code, Network: card.Network, Organisation: card.Organisation, Area: card.Area, Kind: card.Kind, Service: card.Service}
}

// look writes a month down.
func (t *twinWatch) look(world *model.World, _ sim.Month) {
	at := len(t.history.States)
	states := make([]twins.State, len(t.cards))
	for i := range t.cards {
		seen := world.See(t.cards[i].Unit)
		states[i] = twins.State{
			Held: seen.Holders, Open: seen.Open, Training: seen.Trainees,
			Opened: seen.Opened, Ended: seen.Ended, Lapsed: seen.Lapsed, Withdrawn: seen.Withdrawn, Awaited: seen.Awaited,
			Tension: seen.Tension, Belief: seen.Belief, Doubt: seen.Doubt, Hostility: seen.Hostility, Clarity: seen.Clarity,
			Exposure: seen.Exposure, Vacancy: seen.Vacancy, Maturity: seen.Maturity, Consent: seen.Consent, ConsentTransfer: seen.ConsentTau,
		}
	}
	t.history.States = append(t.history.States, states)
	proposals := world.Proposals()
	for i := range proposals {
		unit := t.units[proposals[i].Unit]
		t.history.Cases[unit] = append(t.history.Cases[unit], t.caseOf(&proposals[i], at))
	}
	t.keepBooks()
}

// caseOf writes a proposal down; what the world holds of it is used again.
func (t *twinWatch) caseOf(p *model.Proposal, at int) twins.Case {
	c := twins.Case{Month: at, Role: t.world.RoleName(p.Role), Stimulus: p.Stimulus.String(), Failed: t.gates(p.Failed)}
	for _, attempt := range p.Attempts {
		c.Attempts = append(c.Attempts, twins.Attempt{
			Route: attempt.Route.String(), Tau: attempt.Tau, Probability: attempt.Probability, Consented: attempt.Consented,
		})
	}
	if route, passed := p.Route(); passed {
		c.Route = route.String()
	}
	return c
}

// gates names the gates of a mask.
func (t *twinWatch) gates(mask model.Gates) []string {
	names, known := t.failed[mask]
	if !known {
		for gate := range model.GateCount {
			if mask.Has(model.Gate(gate)) {
				names = append(names, model.Gate(gate).String())
			}
		}
		t.failed[mask] = names
	}
	return names
}

// keepBooks writes down the posts of the units that are followed closely.
func (t *twinWatch) keepBooks() {
	for unit := range t.history.Books {
		t.sights = t.world.SeePosts(t.cards[unit].Unit, t.sights[:0])
		book := make(twins.Book, len(t.sights))
		for i, seen := range t.sights {
			book[i] = twins.Post{Key: seen.Key, Role: t.world.RoleName(seen.Role), Route: seen.Route.String(), Held: seen.Held, Trainee: seen.Trainee, Holders: seen.Holders}
		}
		slices.SortFunc(book, func(a, b twins.Post) int { return cmp.Compare(a.Key, b.Key) })
		t.history.Books[unit] = append(t.history.Books[unit], book)
	}
}
