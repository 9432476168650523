package main

import (
	"cmp"
	"context"
	"errors"
	"math"
	"slices"

	"skillmix/answer/twins"
	"skillmix/model"
	"skillmix/sim"
)

// A watch looks at the worlds of one replicate while they are run again.
type watch struct {
	close   func(unit twins.Unit) bool // units whose posts are followed; nil for none
	history []*twins.History           // by place in question.worlds
	ends    [][]float64                // headline at the end, by place and for the one replicate
}

// watched runs the worlds of the replicate that is asked about again, as those of the
// result's tables were run, and looks at every month.
func (p *program) watched(ctx context.Context, q *question, close func(unit twins.Unit) bool) (*watch, error) {
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
	p.busy("running again", q.options.quiet)
	w := &watch{close: close, history: make([]*twins.History, len(q.worlds)), ends: make([][]float64, len(q.worlds))}
	if err := w.run(ctx, p, q, replicate); err != nil {
		return nil, err
	}
	return w, q.same(reader, replicate, w.ends)
}

// run makes the runs.
func (w *watch) run(ctx context.Context, p *program, q *question, replicate int) error {
	experiment := *q.sweep.Experiment
	inner := experiment.NewWorker
	if p.wrap != nil {
		inner = func() sim.Worker { return p.wrap(q.sweep.Experiment.NewWorker()) }
	}
	experiment.NewWorker = func() sim.Worker { return &twinWorker{inner(), w, q} }
	headline := q.headlines(experiment.Layout)[0]
	next := 0
	stream := sim.Stream{
		Experiment: &experiment,
		Jobs:       min(int(q.options.jobs.value), len(q.worlds)),
		Next: func() (int, bool) {
			if next++; next > len(q.worlds) {
				return 0, false
			}
			return q.design.Index(sim.Place{Replicate: replicate, World: q.worlds[next-1]}), true
		},
		Record: func() *sim.Record { return sim.NewRecord(experiment.Layout, experiment.Start, experiment.Months) },
		Finish: func(i int, outcome sim.Outcome) error {
			if outcome.Failure != nil {
				return &sim.RunError{Run: experiment.Run(i), Cause: outcome.Failure}
			}
			value, kept := outcome.Record.Value(outcome.Record.Months()-1, headline.Group, headline.Column)
			if !kept {
				value = math.NaN()
			}
			w.ends[slices.Index(q.worlds, q.design.Place(i).World)] = []float64{value}
			return nil
		},
	}
	return stream.Run(ctx)
}

// A twinWorker makes worlds that are watched.
type twinWorker struct {
	sim.Worker
	watch *watch
	asked *question
}

// Start implements sim.Worker.
func (t *twinWorker) Start(run sim.Run) (sim.Model, error) {
	inner, err := t.Worker.Start(run)
	if err != nil {
		return nil, err
	}
	world, ok := inner.(*model.World)
	if !ok {
		return nil, errors.New("a world that is watched is to be the model's own")
	}
	at := t.asked.design.Place(run.Point).World
	settings := &t.asked.scenarios[at].Settings
	history := &twins.History{World: t.asked.names()[at], Start: settings.Start, Months: settings.Months, Books: map[int][]twins.Book{}}
	t.watch.history[slices.Index(t.asked.worlds, at)] = history
	twin := &twinWorld{World: world, cards: world.Cards(), history: history}
	twin.begin(t.watch.close)
	return twin, nil
}

// A twinWorld writes down what can be seen of its units at the end of each month. It
// looks after each step, so that months which are not recorded are seen too and the
// record is what it would be without.
type twinWorld struct {
	*model.World
	cards   []model.Card
	history *twins.History
	units   map[model.Unit]int
	failed  map[model.Gates][]string
	sights  []model.PostSight
}

// begin lists the units and the posts of those that are followed closely.
func (t *twinWorld) begin(close func(unit twins.Unit) bool) {
	t.units, t.failed = map[model.Unit]int{}, map[model.Gates][]string{}
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
}

// unitOf says who a unit is in the terms of twins.
func unitOf(card model.Card) twins.Unit {
	return twins.Unit{Code: card.Code, Network: card.Network, Organisation: card.Organisation, Area: card.Area, Kind: card.Kind, Service: card.Service}
}

// Step implements sim.Model.
func (t *twinWorld) Step(month sim.Month) {
	t.World.Step(month)
	at := len(t.history.States)
	states := make([]twins.State, len(t.cards))
	for i := range t.cards {
		seen := t.See(t.cards[i].Unit)
		states[i] = twins.State{
			Held: seen.Holders, Open: seen.Open, Training: seen.Trainees,
			Opened: seen.Opened, Ended: seen.Ended, Lapsed: seen.Lapsed, Withdrawn: seen.Withdrawn, Awaited: seen.Awaited,
			Tension: seen.Tension, Belief: seen.Belief, Doubt: seen.Doubt, Hostility: seen.Hostility, Clarity: seen.Clarity,
			Exposure: seen.Exposure, Vacancy: seen.Vacancy, Maturity: seen.Maturity, Consent: seen.Consent, ConsentTransfer: seen.ConsentTau,
		}
	}
	t.history.States = append(t.history.States, states)
	proposals := t.Proposals()
	for i := range proposals {
		unit := t.units[proposals[i].Unit]
		t.history.Cases[unit] = append(t.history.Cases[unit], t.caseOf(&proposals[i], at))
	}
	t.keepBooks()
}

// caseOf writes a proposal down; what the world holds of it is used again.
func (t *twinWorld) caseOf(p *model.Proposal, at int) twins.Case {
	c := twins.Case{Month: at, Role: t.RoleName(p.Role), Stimulus: p.Stimulus.String(), Failed: t.gates(p.Failed)}
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
func (t *twinWorld) gates(mask model.Gates) []string {
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
func (t *twinWorld) keepBooks() {
	for unit := range t.history.Books {
		t.sights = t.SeePosts(t.cards[unit].Unit, t.sights[:0])
		book := make(twins.Book, len(t.sights))
		for i, seen := range t.sights {
			book[i] = twins.Post{Key: seen.Key, Role: t.RoleName(seen.Role), Route: seen.Route.String(), Held: seen.Held, Trainee: seen.Trainee, Holders: seen.Holders}
		}
		slices.SortFunc(book, func(a, b twins.Post) int { return cmp.Compare(a.Key, b.Key) })
		t.history.Books[unit] = append(t.history.Books[unit], book)
	}
}
