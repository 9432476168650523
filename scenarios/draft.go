package scenarios

import (
	"fmt"

	"skillmix/model"
	"skillmix/sim"
)

// A draft is a scenario in the making: documents are applied to it from the
// farthest parent to the last --set option, each overruling those before.
type draft struct {
	scenario  Scenario
	blocks    map[string][]block // by heading: [[support]] and [[change]], merged so far
	support   []supportDraft
	changes   []changeDraft
	roles     []*roleDraft // in the order in which they were first named
	takenBack []string     // roles that an empty list took back
	without   []entry      // arrs.without of each document
	own       ownDraft
	keys      []key
	sections  []string
	errors    Errors
	more      int              // problems beyond those told
	given     map[string]entry // the last entry for each key that was read well
	failed    map[string]bool  // keys that some document has wrong
	broken    bool             // a whole document could not be read
	readTable func(path string) ([]byte, error)
}

// A supportDraft is a support block whose months may still be left open.
type supportDraft struct {
	block   model.Support
	table   entry
	keys    map[string]entry
	isFrom  bool // from was given
	isUntil bool // until was given
	bad     bool // some key of the block is wrong
}

// Limits of months. A run of the greatest length from the latest start ends
// in 2150.
var (
	earliestStart = sim.MonthOf(1990, 1)
	latestStart   = sim.MonthOf(2100, 12)
	latestMonth   = sim.MonthOf(2150, 12)
	firstNetworks = sim.MonthOf(2019, 7) // primary care networks begin
)

const (
	mostMonths     = 600
	mostReplicates = 100_000
	mostOffered    = 10_000_000
	mostSupport    = 100 // blocks
	mostChanges    = 100 // blocks
)

// newDraft holds the defaults of a bare run. Those of the months that depend
// on the run's start and length are filled in by finish.
func newDraft(name string) *draft {
	return &draft{
		scenario: Scenario{
			Name:       name,
			Preset:     "metropolitan",
			Headline:   HeadlinePosts,
			Replicates: 64,
			Settings: model.Settings{
				Start:      sim.MonthOf(2019, 4),
				Months:     120,
				StartPosts: true,
				StartClear: true,
				Funding:    model.Funding{Offered: 40000},
				ARRS:       model.ARRS{Start: firstNetworks, End: sim.MonthOf(2049, 3)},
				Parameters: model.Defaults(),
			},
		},
		keys:     keys(),
		sections: sections(),
		blocks:   map[string][]block{},
		given:    map[string]entry{},
		failed:   map[string]bool{},
	}
}

// mostTold is how many problems of a scenario are told; more do not help.
const mostTold = 100

// full reports whether no further problem is told.
func (d *draft) full() bool { return len(d.errors) >= mostTold }

// fail reports a problem with an entry.
func (d *draft) fail(e entry, format string, arguments ...any) {
	if d.failed[e.path.String()] = true; d.full() {
		d.more++
		return
	}
	d.errors = append(d.errors, e.problem(format, arguments...))
}

// failKey reports a problem with an entry's key.
func (d *draft) failKey(e entry, format string, arguments ...any) {
	if d.failed[e.path.String()] = true; d.full() {
		d.more++
		return
	}
	d.errors = append(d.errors, e.problemOfKey(format, arguments...))
}

// told returns the problems in order, and says how many are not shown.
func (d *draft) told() Errors {
	d.errors.sorted()
	if d.more > 0 {
		d.errors = append(d.errors, Error{File: d.errors[len(d.errors)-1].File, Message: fmt.Sprintf("%d more problems are not shown; mend these first", d.more)})
	}
	return d.errors
}

// finish fills in the months that depend on others, checks what concerns
// several keys at once, and returns the scenario or all problems.
func (d *draft) finish() (*Scenario, error) {
	if !d.broken {
		for _, b := range d.blocks[sectionSupport] {
			d.support = append(d.support, d.readSupport(b))
		}
		for _, b := range d.blocks[sectionChange] {
			d.changes = append(d.changes, d.readChange(b))
		}
		d.finishMonths()
		d.finishRoles()
		d.finishOrganisations()
		d.finishSample()
	}
	if len(d.errors) > 0 {
		return nil, d.told()
	}
	s := &d.scenario
	if s.Title == "" {
		s.Title = s.Name
	}
	for _, block := range d.support {
		s.Settings.Support = append(s.Settings.Support, block.block)
	}
	for _, change := range d.changes {
		s.Settings.Changes = append(s.Settings.Changes, change.block)
	}
	return s, nil
}

func (d *draft) finishMonths() {
	settings := &d.scenario.Settings
	last := settings.Start + sim.Month(settings.Months) - 1
	funding := &settings.Funding
	start, isStart := d.given["funding.start"]
	if !isStart {
		funding.Start = settings.Start
	}
	if _, given := d.given["funding.end"]; !given {
		funding.End = last
	}
	if isStart && d.sound("funding.start", "time.start", "time.months") &&
		(funding.Start < settings.Start || funding.Start > last) {
		d.fail(start, "%s is outside the run, which lasts from %s to %s", funding.Start, settings.Start, last)
	}
	if funding.End < funding.Start && d.sound("funding.start", "funding.end", "time.start", "time.months") {
		d.fail(d.later("funding.end", "funding.start", "time.start"),
			"the programme would end in %s, before it starts in %s", funding.End, funding.Start)
	}
	d.finishARRS()
	d.finishChanges(settings.Start, last)
	for i := range d.support {
		support := &d.support[i]
		if !support.isFrom {
			support.block.From = settings.Start
		}
		if !support.isUntil {
			support.block.Until = last
		}
		if support.block.Until < support.block.From && !support.bad && d.sound("time.start", "time.months") {
			at := support.keys[fieldFrom]
			if support.isUntil {
				at = support.keys[fieldUntil]
			}
			d.fail(at, "support would end in %s, before it starts in %s", support.block.Until, support.block.From)
		}
	}
}

// finishARRS fills in and checks the months of the scheme.
func (d *draft) finishARRS() {
	arrs := &d.scenario.Settings.ARRS
	if _, given := d.given["arrs.hiring"]; !given {
		arrs.Hiring = arrs.Start
	}
	if _, given := d.given["arrs.announced"]; !given {
		arrs.Announced = arrs.Start
	}
	if !d.sound("arrs.start", "arrs.hiring", "arrs.end", "arrs.announced") {
		return
	}
	if arrs.End < arrs.Start {
		d.fail(d.later("arrs.end", "arrs.start"), "the scheme would end in %s, before it starts in %s", arrs.End, arrs.Start)
		return
	}
	if arrs.Hiring < arrs.Start {
		d.fail(d.later("arrs.hiring", "arrs.start"), "networks would hire from %s, before the scheme starts in %s", arrs.Hiring, arrs.Start)
	}
	if arrs.Hiring > arrs.End {
		d.fail(d.later("arrs.hiring", "arrs.end"), "networks would hire from %s, after the scheme ends in %s", arrs.Hiring, arrs.End)
	}
	if arrs.Announced > arrs.End {
		d.fail(d.later("arrs.announced", "arrs.end"), "the end would be announced in %s, after it has come in %s", arrs.Announced, arrs.End)
	}
}

// sound reports whether none of the keys was found wrong.
func (d *draft) sound(keys ...string) bool {
	for _, key := range keys {
		if d.failed[key] {
			return false
		}
	}
	return true
}

// later returns the entry, among those given, that stands in the last of the
// documents; of several in one document the first named.
func (d *draft) later(keys ...string) entry {
	var last entry
	for _, key := range keys {
		if e, given := d.given[key]; given && (last.document == nil || e.document.layer > last.document.layer) {
			last = e
		}
	}
	return last
}
