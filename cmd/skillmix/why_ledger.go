package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"

	"skillmix/answer"
	"skillmix/sim/store"
)

// usualPairs is how many pairs are run again with gates held open unless --reps says
// otherwise.
const usualPairs = 16

// ledgerFiles are all that a ledger may write, the manifest last.
var ledgerFiles = []string{
	"ledger.csv", "gaps.csv", "barriers.csv", "gates_together.csv", "charts/waterfall.svg", "charts/waterfall.png", whyManifest,
}

// An explanation is what the ledger of a result tells.
type explanation struct {
	asked      *question
	inputs     string // hash
	replicates []int
	pairs      int // complete ones of the result
	ledger     *answer.Ledger
	recorded   []answer.GateCounts // by the runs of the result
	again      []answer.GateCounts // by those that were run again as they were
	result     *answer.Result
	written    []string // files beside why.json
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
	e.inputs = e.hash()
	place, err := openWhyPlace(q.folder, q.options.out, e.inputs, ledgerFiles, q.options.force)
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
	files, err := e.files()
	if err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := place.write(files, ledgerFiles); err != nil {
		return err
	}
	if q.options.json {
		return p.writeJSON(e.document())
	}
	return p.printLedger(e)
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

// hash is that of all that decides what the ledger tells.
func (e *explanation) hash() string {
	var text strings.Builder
	fmt.Fprintf(&text, "skillmix why %d\nresult %s\nreplicates %v\n", jsonVersion, e.asked.manifest.Inputs, e.replicates)
	for _, world := range e.asked.worlds {
		fmt.Fprintf(&text, "world %q\n", e.asked.names()[world])
	}
	for _, barrier := range answer.LedgerBarriers {
		fmt.Fprintf(&text, "barrier %s %v\n", barrier.Name, barrier.Gates)
	}
	return store.Checksum([]byte(text.String()))
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
	if e.recorded, err = answer.RecordedGates(runs, q.worlds, worlds.unitMonths); err != nil {
		return err
	}
	if len(q.worlds) < 2 {
		return nil
	}
	layout := worlds.experiment.Layout
	group := layout.Groups[worlds.place[0]]
	e.ledger, err = answer.MakeLedger(&answer.Gap{
		A: q.names()[q.worlds[0]], B: q.names()[q.worlds[1]],
		Measure: q.headline(), Unit: layout.Columns[worlds.place[1]].Unit, Setting: group.Setting, Month: q.last(),
		Pairs: e.replicates, Of: e.pairs, ValuesOf: worlds.values,
	})
	if err != nil {
		return &scenarioError{err.Error()}
	}
	return nil
}

// files makes all files of the answer, of which the last tells what --json does.
func (e *explanation) files() (files []whyFile, err error) {
	add := func(name string, write func(io.Writer) error) {
		if err == nil {
			var content bytes.Buffer
			err = write(&content)
			files = append(files, whyFile{name, content.Bytes()})
		}
	}
	if e.ledger != nil {
		add("ledger.csv", e.ledger.WriteCSV)
		add("gaps.csv", e.ledger.WriteGaps)
	}
	counts := append(e.recorded[:len(e.recorded):len(e.recorded)], e.again...)
	add("barriers.csv", func(w io.Writer) error { return answer.WriteBarriers(w, counts) })
	add("gates_together.csv", func(w io.Writer) error { return answer.WriteGatesTogether(w, counts) })
	if e.ledger != nil {
		if chart := e.ledger.Chart(e.result); chart != nil {
			add("charts/waterfall.svg", func(w io.Writer) error { return drawInto(w, chart.SVG) })
			add("charts/waterfall.png", func(w io.Writer) error { return drawInto(w, chart.PNG) })
		}
	}
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		e.written = append(e.written, file.name)
	}
	document, err := encodeJSON(e.document())
	return append(files, whyFile{whyManifest, document}), err
}

// drawInto writes a chart.
func drawInto(w io.Writer, draw func() ([]byte, error)) error {
	picture, err := draw()
	if err != nil {
		return err
	}
	_, err = w.Write(picture)
	return err
}
