package store

import (
	"errors"
	"io"
	"math"

	"skillmix/sim"
)

// A part is the runs of some pairs that follow each other, in the order of the
// design.
type part struct {
	*Sweep
	number      int
	first, last int // pairs
	outcomes    []sim.Outcome
	left        int // runs that are not yet made
}

func (s *Sweep) newPart(number int) *part {
	p := &part{Sweep: s, number: number}
	p.first, p.last = s.pairs(number)
	p.left = s.Runs(number)
	p.outcomes = make([]sim.Outcome, p.left)
	return p
}

// firstRun returns the index of the part's first run in the design.
func (p *part) firstRun() int { return p.first * p.Design.Together() }

// each calls visit for every run, by set, world and pair: the order in which rows
// stand in all tables.
func (p *part) each(visit func(place sim.Place, outcome *sim.Outcome)) {
	for set := range p.Design.Sets {
		for world := range p.Design.Worlds {
			p.eachOf(set, world, visit)
		}
	}
}

// eachOf is each for a set and a world.
func (p *part) eachOf(set, world int, visit func(place sim.Place, outcome *sim.Outcome)) {
	for i := range p.outcomes {
		if place := p.Design.Place(p.firstRun() + i); place.Set == set && place.World == world {
			visit(place, &p.outcomes[i])
		}
	}
}

// placed writes the columns that say of which run a row is; rows tells how many rows
// a run has.
func (p *part) placed(out *columnWriter, rows func(outcome *sim.Outcome) int) {
	for _, value := range []func(place sim.Place, n int){
		func(place sim.Place, n int) { out.text(p.Worlds[place.World], n) },
		func(place sim.Place, n int) { out.text(p.Sets[place.Set], n) },
		func(place sim.Place, n int) { out.whole(place.Point, n) },
		func(place sim.Place, n int) { out.whole(place.Replicate, n) },
	} {
		p.each(func(place sim.Place, outcome *sim.Outcome) { value(place, rows(outcome)) })
		out.next()
	}
}

// Status of a run in the table of runs.
const (
	statusDone   = "done"
	statusFailed = "failed"
)

// writeRuns writes a row for each run.
func (p *part) writeRuns(w io.Writer) error {
	out := newColumnWriter(w, "runs", p.runColumns())
	p.placed(out, func(*sim.Outcome) int { return 1 })
	p.each(func(_ sim.Place, outcome *sim.Outcome) {
		if outcome.Failure != nil {
			out.text(statusFailed, 1)
			return
		}
		out.text(statusDone, 1)
	})
	out.next()
	p.each(func(_ sim.Place, outcome *sim.Outcome) {
		if outcome.Failure != nil {
			out.text(outcome.Failure.Error(), 1)
			return
		}
		out.empty(1)
	})
	out.next()
	labels, values, err := p.described()
	for i := range p.Labels {
		for run := range p.outcomes {
			out.text(labels[run*len(p.Labels)+i], 1)
		}
		out.next()
	}
	for i := range p.Values {
		for run := range p.outcomes {
			out.number(values[run*len(p.Values)+i])
		}
		out.next()
	}
	for _, headline := range p.Headlines {
		p.each(func(_ sim.Place, outcome *sim.Outcome) {
			if outcome.Failure != nil {
				out.empty(1)
				return
			}
			value, _ := outcome.Record.Value(outcome.Record.Months()-1, headline.Group, headline.Column)
			out.number(value)
		})
		out.next()
	}
	return errors.Join(err, out.close())
}

// described asks for the labels and values of every run, in the order of rows.
func (p *part) described() (labels []string, values []float64, err error) {
	labels, values = make([]string, len(p.outcomes)*len(p.Labels)), make([]float64, len(p.outcomes)*len(p.Values))
	if p.Describe == nil {
		return labels, values, nil
	}
	row := 0
	p.each(func(place sim.Place, _ *sim.Outcome) {
		err = errors.Join(err, p.Describe(place, labels[row*len(p.Labels):(row+1)*len(p.Labels)], values[row*len(p.Values):(row+1)*len(p.Values)]))
		row++
	})
	return labels, values, err
}

// kept returns the records of the runs of a set and a world that did not fail, and
// their places.
func (p *part) kept(set, world int) (records []*sim.Record, places []sim.Place) {
	p.eachOf(set, world, func(place sim.Place, outcome *sim.Outcome) {
		if outcome.Failure == nil {
			records, places = append(records, outcome.Record), append(places, place)
		}
	})
	return records, places
}

// writeSeries writes a row for each line of each run that did not fail: by set,
// world, month, group and run, so that what is summed up together lies together.
func (p *part) writeSeries(w io.Writer) error {
	out := newColumnWriter(w, "series", p.seriesColumns())
	layout := p.Experiment.Layout
	lines := layout.Lines(p.Experiment.Start, p.Experiment.Months)
	type block struct {
		set, world int
		records    []*sim.Record
		places     []sim.Place
	}
	var blocks []block
	for set := range p.Design.Sets {
		for world := range p.Design.Worlds {
			records, places := p.kept(set, world)
			blocks = append(blocks, block{set, world, records, places})
		}
	}
	all := func(write func(b *block, line *sim.Line, n int)) {
		for i := range blocks {
			for line := range lines {
				write(&blocks[i], &lines[line], len(blocks[i].records))
			}
		}
		out.next()
	}
	all(func(b *block, _ *sim.Line, n int) { out.text(p.Worlds[b.world], n) })
	all(func(b *block, _ *sim.Line, n int) { out.text(p.Sets[b.set], n) })
	all(func(b *block, _ *sim.Line, _ int) {
		for _, place := range b.places {
			out.whole(place.Point, 1)
		}
	})
	all(func(b *block, _ *sim.Line, _ int) {
		for _, place := range b.places {
			out.whole(place.Replicate, 1)
		}
	})
	all(func(_ *block, line *sim.Line, n int) { out.text(line.Month.String(), n) })
	all(func(_ *block, line *sim.Line, n int) { out.whole(line.Covers, n) })
	all(func(_ *block, line *sim.Line, n int) { out.text(layout.Groups[line.Group].Setting, n) })
	all(func(_ *block, line *sim.Line, n int) { out.text(layout.Groups[line.Group].Name, n) })
	var values []float64
	for c := range layout.Columns {
		all(func(b *block, line *sim.Line, n int) {
			if !layout.Has(line.Group, c) {
				out.empty(n)
				return
			}
			values = values[:0]
			for _, record := range b.records {
				value, _ := record.Value(line.I, line.Group, c)
				values = append(values, value)
			}
			out.numbers(values)
		})
	}
	return out.close()
}

// writeUnits writes a row for each unit of each run that did not fail.
func (p *part) writeUnits(w io.Writer) error {
	var like *sim.Units
	p.each(func(_ sim.Place, outcome *sim.Outcome) {
		if outcome.Failure == nil {
			like = outcome.Units
		}
	})
	if like == nil { // every run of the part failed
		like = p.unitsAtStart()
	}
	out := newColumnWriter(w, "units", unitColumns(like))
	rows := func(outcome *sim.Outcome) int {
		if outcome.Failure != nil {
			return 0
		}
		return outcome.Units.Rows
	}
	p.placed(out, rows)
	for c := range like.Columns {
		p.each(func(_ sim.Place, outcome *sim.Outcome) {
			for row := range rows(outcome) {
				if column := &outcome.Units.Columns[c]; column.Texts != nil {
					out.text(column.Texts[row], 1)
				} else {
					out.number(column.Numbers[row])
				}
			}
		})
		out.next()
	}
	return out.close()
}

// unitsAtStart asks a world that has not begun for its units, which have the columns
// of every run's: that of the first run that can be started.
func (s *Sweep) unitsAtStart() *sim.Units {
	for i := range min(partRuns, s.Design.Len()) {
		if units := s.unitsAtStartOf(i); units != nil {
			return units
		}
	}
	return &sim.Units{}
}

func (s *Sweep) unitsAtStartOf(i int) (units *sim.Units) {
	defer func() {
		if recover() != nil {
			units = nil // this run fails too
		}
	}()
	model, err := s.Experiment.NewWorker().Start(s.Experiment.Run(i))
	if teller, ok := model.(sim.UnitTeller); ok && err == nil {
		units = teller.Units()
	}
	return units
}

// nothing stands for a value that there is not.
var nothing = math.NaN()
