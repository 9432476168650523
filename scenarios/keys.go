package scenarios

import (
	"skillmix/model"
	"skillmix/model/population"
	"skillmix/sim"
)

// A form says how the value of a key is written, so that a --set option may
// leave out quotes and brackets.
type form uint8

const (
	formValue form = iota // as in TOML
	formText              // text or a month: quotes may be left out
	formNames             // a list of names: brackets and quotes may be left out
)

// A key is one that a scenario file may hold: what may stand under it, what it
// means and how it is read.
type key struct {
	section string // "" at the top of the file
	name    string
	form    form
	shape   shape
	meaning string
	take    func(d *draft, e entry) bool // reports whether the value was good
}

func (k key) String() string {
	if k.section == "" {
		return k.name
	}
	return k.section + "." + k.name
}

// keys lists every fixed key, in the order of a resolved file. Sections with
// keys of their own making (support, change, role, mechanisms, parameters) are
// in blocks.go, changes.go and roles.go.
func keys() []key {
	return append([]key{
		textKey("", "title", 120, false, "what charts and tables call the scenario; by default its name",
			func(s *Scenario, v string) { s.Title = v }),
		textKey("", "summary", 300, true, "one line for lists",
			func(s *Scenario, v string) { s.Summary = v }),
		// The chain of files was followed before.
		{"", "extends", formText, shape{kind: shapeText, longest: longestPath},
			"a built-in scenario or the path of a file, whose values hold where this file says nothing", func(*draft, entry) bool { return true }},
		monthKey("time", "start", earliestStart, latestStart, "first month of the run",
			func(s *Scenario, v sim.Month) { s.Settings.Start = v }),
		wholeKey("time", "months", 1, mostMonths, "length of the run in months", "length of the run",
			func(s *Scenario, v int) { s.Settings.Months = v }),
		nameKey("population", "preset", population.Presets, "population", "the simulated organisations, drawn from published distributions",
			func(s *Scenario, i int) { s.Preset = population.Presets[i] }),
		truthKey("population", "redraw", "whether other organisations are drawn in each replicate",
			func(s *Scenario, v bool) { s.Redraw = v }),
		fileKey("trusts", "a CSV file of your own trusts, in place of a preset's (organisations.md)"),
		fileKey("pcns", "a CSV file of your own primary care networks (organisations.md)"),
		{"population", "columns", formValue, shape{kind: shapeTable},
			"how your files name columns: a table for each file, from the names of organisations.md to the file's", (*draft).takeColumns},
		truthKey("population", "skip_incomplete", "whether rows that lack a needed value are left out",
			func(s *Scenario, v bool) { s.SkipIncomplete = v }),
		truthKey("start", "posts", "whether trusts and networks have posts at the start",
			func(s *Scenario, v bool) { s.Settings.StartPosts = v }),
		nameKey("start", "clarity", startClarities, "year of starting clarity",
			"how clear the role is at the start: as in 2019, when services that once had national support were clearer, or as in 2000, before it",
			func(s *Scenario, i int) { s.Settings.StartClear = i == 0 }),
		namesKey("funding", "routes", routeNames(programmeRoutes), "route of a programme",
			"the programme's routes, in the order in which they are tried; what is offered is divided equally between them",
			func(s *Scenario, all []int) {
				s.Settings.Funding.Routes = nil
				for _, i := range all {
					s.Settings.Funding.Routes = append(s.Settings.Funding.Routes, programmeRoutes[i])
				}
			}),
		numberKey("funding", "offered", 0, mostOffered, "pounds per 1,000 FTE staff a year", "the programme's money, new in each financial year",
			func(s *Scenario, v float64) { s.Settings.Funding.Offered = v }),
		monthKey("funding", "start", earliestStart, latestMonth, "first month of the programme; by default the run's",
			func(s *Scenario, v sim.Month) { s.Settings.Funding.Start = v }),
		monthKey("funding", "end", earliestStart, latestMonth, "last month in which new money may begin; by default the run's",
			func(s *Scenario, v sim.Month) { s.Settings.Funding.End = v }),
		truthKey("funding", "guarantee_return", "whether a converted medical post comes back, vacant, when the new post ends",
			func(s *Scenario, v bool) { s.Settings.Funding.GuaranteedReturn = v }),
		monthKey("arrs", "start", firstNetworks, latestMonth, "first month of the reimbursement scheme of primary care networks",
			func(s *Scenario, v sim.Month) { s.Settings.ARRS.Start = v }),
		monthKey("arrs", "hiring", firstNetworks, latestMonth, "first month in which networks set up posts; by default the scheme's first",
			func(s *Scenario, v sim.Month) { s.Settings.ARRS.Hiring = v }),
		monthKey("arrs", "end", firstNetworks, latestMonth, "last month of the scheme",
			func(s *Scenario, v sim.Month) { s.Settings.ARRS.End = v }),
		monthKey("arrs", "announced", earliestStart, latestMonth, "month in which the end becomes known; until then networks take the scheme to go on; by default known from the start",
			func(s *Scenario, v sim.Month) { s.Settings.ARRS.Announced = v }),
		// Names wait until all roles are known.
		{"arrs", "without", formNames, shape{kind: shapeNames, names: roles(), what: "role"},
			"roles that the scheme leaves off its list, usual or added; practices may still pay for them themselves", (*draft).takeWithout},
		namesKey("gates", "open", gateNames(model.Gates(1<<model.GateCount-1)), "gate", "gates at which nothing fails",
			func(s *Scenario, all []int) {
				s.Settings.Open = 0
				for _, i := range all {
					s.Settings.Open = s.Settings.Open.With(model.Gate(i))
				}
			}),
		nameKey("report", "headline", headlines, "headline measure", "the measure of the finding: ACPs in post per 1,000 FTE staff in trusts, or direct-care FTE per network",
			func(s *Scenario, i int) { s.Headline = headlines[i] }),
		wholeKey("report", "replicates", 1, mostReplicates, "pairs of runs", "pairs of runs of a bare command",
			func(s *Scenario, v int) { s.Replicates = v }),
	}, sampleKeys()...)
}

// fileKey is the key of a table of a user's own organisations.
func fileKey(side, meaning string) key {
	return key{"population", side + "_file", formText, shape{kind: shapeText, longest: longestPath, empty: true}, meaning,
		func(d *draft, e entry) bool { return d.takeFile(e, side) }}
}

// startClarities are the states of clarity a run may start with.
var startClarities = []string{"2019", "2000"}

// programmeRoutes are the routes a programme may have.
var programmeRoutes = []model.Route{model.RouteNewMoney, model.RouteTransfer, model.RoutePilot}

// headlines are the measures that may stand in a finding.
var headlines = []string{HeadlinePosts, HeadlineNetworks}
