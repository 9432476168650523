package main

import (
	"context"
	"io"
	"slices"
	"strings"

	"skillmix/answer"
	"skillmix/answer/gates"
	"skillmix/answer/ledger"
	"skillmix/sim/store"
)

// usualPairs is how many pairs are run again with gates held open unless --reps says
// otherwise.
const usualPairs = 16

// ledgerFiles are all that a ledger may write beside its document.
var ledgerFiles = []string{
	"ledger.csv", "gaps.csv", "barriers.csv", "gates_together.csv", "charts/waterfall.svg", "charts/waterfall.png",
}

// An explanation is what the ledger of a result tells.
type explanation struct {
	asked      *question
	setting    string // in which the headline is measured
	replicates []int
	pairs      int // complete ones of the result
	ledger     *ledger.Ledger
	recorded   []gates.Counts // by the runs of the result
	again      []gates.Counts // by those that were run again as they were
	result     *answer.Result
}

// whyLedger tells which gates proposals failed, and parts the gap over barriers.
func (p *program) whyLedger(ctx context.Context, q *question) error {
	reader, err := q.reader()
	if err != nil {
		return err
	}
	defer reader.Close()
	e := &explanation{asked: q}
	if err := e.pick(reader); err != nil {
		return err
	}
	place, err := q.openPlace(q.head("ledger", e.replicates, barrierGates()...), "why.json", ledgerFiles...)
	if err != nil {
		return err
	}
	defer place.leave()
	reader.ScratchIn(place.shown)
	if e.result, err = q.result(reader); err != nil {
		return err
	}
	if err := p.explain(ctx, e, reader); err != nil {
		return err
	}
	if err := reader.Close(); err != nil {
		return err
	}
	e.add(place)
	return p.keep(ctx, q, place, e.document(place.head), func() error { return p.printLedger(e, place) })
}

// pick chooses the pairs that are run again: the first complete ones.
func (e *explanation) pick(reader *store.Reader) error {
	for pair := range reader.Pairs() {
		whole := true
		for world := range e.asked.scenarios {
			whole = whole && reader.Done(0, world, pair)
		}
		if whole {
			e.replicates = append(e.replicates, pair)
		}
	}
	e.pairs = len(e.replicates)
	wanted := min(usualPairs, e.pairs)
	if reps := e.asked.options.reps; reps.given {
		if reps.value > uint64(e.pairs) {
			return usage("--reps %d is more than the result has: give at most %d, or make a result with more", reps.value, e.pairs)
		}
		wanted = int(reps.value)
	}
	e.replicates = e.replicates[:wanted]
	return nil
}

// barrierGates writes each barrier with its gates: what holding it open is decides what
// a ledger tells.
func barrierGates() (text []string) {
	for _, barrier := range ledger.Barriers {
		text = append(text, barrier.Name+": "+strings.Join(barrier.Gates, ", "))
	}
	return text
}

// explain makes the runs and everything that is told of them.
func (p *program) explain(ctx context.Context, e *explanation, reader *store.Reader) error {
	q, runs := e.asked, e.result.Runs
	worlds, err := newCounterfactuals(q, e.replicates)
	if err != nil {
		return err
	}
	if err := worlds.run(ctx, p, reader); err != nil {
		return err
	}
	for i, world := range q.worlds {
		e.again = append(e.again, worlds.tallies[i].counts(q.names()[world], worlds.groups, len(e.replicates))...)
	}
	p.busy("reading", q.options.quiet)
	if e.recorded, err = gates.Recorded(runs, q.worlds, worlds.unitMonths); err != nil {
		return err
	}
	layout := worlds.experiment.Layout
	e.setting = layout.Groups[worlds.place[0]].Setting
	if len(q.worlds) < 2 {
		return nil
	}
	e.ledger, err = ledger.Make(&ledger.Gap{
		A: q.names()[q.worlds[0]], B: q.names()[q.worlds[1]],
		Measure: q.headline(), Unit: layout.Columns[worlds.place[1]].Unit, Setting: e.setting, Month: q.last(),
		Pairs: e.replicates, Of: e.pairs, ValuesOf: worlds.values,
	})
	if err != nil {
		return &scenarioError{err.Error()}
	}
	return nil
}

// add makes the files of the answer.
func (e *explanation) add(place *whyPlace) {
	if e.ledger != nil {
		place.add("ledger.csv", e.ledger.WriteCSV)
		place.add("gaps.csv", e.ledger.WriteGaps)
	}
	counts := slices.Concat(e.recorded, e.again)
	place.add("barriers.csv", func(w io.Writer) error { return gates.WriteBarriers(w, counts) })
	place.add("gates_together.csv", func(w io.Writer) error { return gates.WriteTogether(w, counts) })
	if e.ledger == nil {
		return
	}
	if chart := e.ledger.Chart(e.result); chart != nil {
		place.add("charts/waterfall.svg", drawn(chart.SVG))
		place.add("charts/waterfall.png", drawn(chart.PNG))
	}
}
