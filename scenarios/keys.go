package scenarios

import (
	"skillmix/model"
	"skillmix/model/population"
)

// A form says how the value of a key is written, so that a --set option may
// leave out quotes and brackets.
type form uint8

const (
	formValue form = iota // as in TOML
	formText              // text or a month: quotes may be left out
	formNames             // a list of names: brackets and quotes may be left out
)

// A key is one that a scenario file may hold, with how it is read.
type key struct {
	section string // "" at the top of the file
	name    string
	form    form
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
// in sections.go, changes.go and roles.go.
func keys() []key {
	return []key{
		{"", "title", formText, (*draft).takeTitle},
		{"", "summary", formText, (*draft).takeSummary},
		{"", "extends", formText, (*draft).takeExtends},
		{"time", "start", formText, (*draft).takeStart},
		{"time", "months", formValue, (*draft).takeMonths},
		{"population", "preset", formText, (*draft).takePreset},
		{"population", "redraw", formValue, (*draft).takeRedraw},
		{"population", "trusts_file", formText, (*draft).takeTrustsFile},
		{"population", "pcns_file", formText, (*draft).takePCNsFile},
		{"population", "columns", formValue, (*draft).takeColumns},
		{"population", "skip_incomplete", formValue, (*draft).takeSkipIncomplete},
		{"start", "posts", formValue, (*draft).takeStartPosts},
		{"start", "clarity", formText, (*draft).takeStartClarity},
		{"funding", "routes", formNames, (*draft).takeRoutes},
		{"funding", "offered", formValue, (*draft).takeOffered},
		{"funding", "start", formText, (*draft).takeFundingStart},
		{"funding", "end", formText, (*draft).takeFundingEnd},
		{"funding", "guarantee_return", formValue, (*draft).takeGuarantee},
		{"arrs", "start", formText, (*draft).takeARRSStart},
		{"arrs", "hiring", formText, (*draft).takeARRSHiring},
		{"arrs", "end", formText, (*draft).takeARRSEnd},
		{"arrs", "announced", formText, (*draft).takeARRSAnnounced},
		{"arrs", "without", formNames, (*draft).takeWithout},
		{"gates", "open", formNames, (*draft).takeGates},
		{"report", "headline", formText, (*draft).takeHeadline},
		{"report", "replicates", formValue, (*draft).takeReplicates},
	}
}

func (d *draft) takeTitle(e entry) bool {
	v, ok := d.text(e, 120)
	if ok {
		d.scenario.Title = v
	}
	return ok
}

func (d *draft) takeSummary(e entry) bool {
	if e.raw == "" { // a resolved file says that there is none
		d.scenario.Summary = ""
		return true
	}
	v, ok := d.text(e, 300)
	if ok {
		d.scenario.Summary = v
	}
	return ok
}

// takeExtends has nothing left to do: the chain of files was followed before.
func (d *draft) takeExtends(entry) bool { return true }

func (d *draft) takeStart(e entry) bool {
	v, ok := d.month(e, earliestStart, latestStart)
	if ok {
		d.scenario.Settings.Start = v
	}
	return ok
}

func (d *draft) takeMonths(e entry) bool {
	v, ok := d.whole(e, 1, mostMonths, "length of the run in months")
	if ok {
		d.scenario.Settings.Months = v
	}
	return ok
}

func (d *draft) takePreset(e entry) bool {
	i, ok := d.name(e, population.Presets, "population")
	if ok {
		d.scenario.Preset = population.Presets[i]
	}
	return ok
}

func (d *draft) takeRedraw(e entry) bool {
	v, ok := d.truth(e)
	d.scenario.Redraw = v
	return ok
}

func (d *draft) takeStartPosts(e entry) bool {
	v, ok := d.truth(e)
	d.scenario.Settings.StartPosts = v
	return ok
}

// startClarities are the states of clarity a run may start with: of 2019,
// when the specialties that had national support were clearer than others,
// or of 2000, before that support.
var startClarities = []string{"2019", "2000"}

func (d *draft) takeStartClarity(e entry) bool {
	i, ok := d.name(e, startClarities, "year of starting clarity")
	d.scenario.Settings.StartClear = i == 0
	return ok
}

// programmeRoutes are the routes a programme may have.
var programmeRoutes = []model.Route{model.RouteNewMoney, model.RouteTransfer, model.RoutePilot}

func (d *draft) takeRoutes(e entry) bool {
	known := make([]string, len(programmeRoutes))
	for i, route := range programmeRoutes {
		known[i] = route.String()
	}
	indices, ok := d.names(e, known, "route of a programme")
	if ok {
		d.scenario.Settings.Funding.Routes = nil
		for _, i := range indices {
			d.scenario.Settings.Funding.Routes = append(d.scenario.Settings.Funding.Routes, programmeRoutes[i])
		}
	}
	return ok
}

func (d *draft) takeOffered(e entry) bool {
	v, ok := d.number(e, 0, mostOffered, "pounds per 1,000 FTE staff a year")
	if ok {
		d.scenario.Settings.Funding.Offered = v
	}
	return ok
}

func (d *draft) takeFundingStart(e entry) bool {
	v, ok := d.month(e, earliestStart, latestMonth)
	d.scenario.Settings.Funding.Start = v
	return ok
}

func (d *draft) takeFundingEnd(e entry) bool {
	v, ok := d.month(e, earliestStart, latestMonth)
	d.scenario.Settings.Funding.End = v
	return ok
}

func (d *draft) takeGuarantee(e entry) bool {
	v, ok := d.truth(e)
	d.scenario.Settings.Funding.GuaranteedReturn = v
	return ok
}

func (d *draft) takeARRSStart(e entry) bool {
	v, ok := d.month(e, firstNetworks, latestMonth)
	if ok {
		d.scenario.Settings.ARRS.Start = v
	}
	return ok
}

func (d *draft) takeARRSEnd(e entry) bool {
	v, ok := d.month(e, firstNetworks, latestMonth)
	if ok {
		d.scenario.Settings.ARRS.End = v
	}
	return ok
}

func (d *draft) takeARRSHiring(e entry) bool {
	v, ok := d.month(e, firstNetworks, latestMonth)
	if ok {
		d.scenario.Settings.ARRS.Hiring = v
	}
	return ok
}

func (d *draft) takeARRSAnnounced(e entry) bool {
	v, ok := d.month(e, earliestStart, latestMonth)
	if ok {
		d.scenario.Settings.ARRS.Announced = v
	}
	return ok
}

func (d *draft) takeGates(e entry) bool {
	known := make([]string, model.GateCount)
	for i := range known {
		known[i] = model.Gate(i).String()
	}
	indices, ok := d.names(e, known, "gate")
	if ok {
		d.scenario.Settings.Open = 0
		for _, i := range indices {
			d.scenario.Settings.Open = d.scenario.Settings.Open.With(model.Gate(i))
		}
	}
	return ok
}

// headlines are the measures that may stand in a finding.
var headlines = []string{HeadlinePosts, HeadlineNetworks}

func (d *draft) takeHeadline(e entry) bool {
	i, ok := d.name(e, headlines, "headline measure")
	if ok {
		d.scenario.Headline = headlines[i]
	}
	return ok
}

func (d *draft) takeReplicates(e entry) bool {
	v, ok := d.whole(e, 1, mostReplicates, "pairs of runs")
	if ok {
		d.scenario.Replicates = v
	}
	return ok
}
