package scenarios

import (
	"strings"

	"skillmix/model"
)

// localEvidence are parameters of which an organisation may have figures of its
// own, better than those of the country.
var localEvidence = []model.Parameter{
	model.VacancyLevel, model.LocumCover, model.DoctorTurnover, model.LeaveRate, model.PcnLeaveRate,
	model.PoolInflow, model.MatchRate, model.CostPost, model.CostMedical, model.CostLocum,
}

// Starter writes a short scenario file to begin with: it differs from parent in
// nothing yet, shows as comments what may be changed, and marks what needs the
// user's own evidence. reference is how the file names its parent, title its
// title, and schema the path of the schema for editors.
func Starter(parent *Scenario, reference, title, schema string) []byte {
	w := &writer{}
	w.line("#:schema %s", schema)
	w.line("# Holds only what differs from %s. Remove the # before a line and change its value.", parent.Title)
	w.line("# Lines marked YOUR EVIDENCE have national or judged figures until you give your own.")
	w.line("")
	w.line("extends = %s", tomlText(reference))
	w.line("title   = %s", tomlText(title))
	w.line("# summary = \"one line for lists\"")
	w.line("\n# [population] # YOUR EVIDENCE: your own organisations, see docs/organisations.md")
	w.line("# trusts_file = \"trusts.csv\"")
	w.line("# pcns_file   = \"networks.csv\"")
	w.line("\n# [time]")
	w.line("# start  = %q", parent.Settings.Start)
	w.line("# months = %d", parent.Settings.Months)
	funding := &parent.Settings.Funding
	w.line("\n# [funding]")
	w.line("# routes  = [%s] # of %s", quoted(routeNames(funding.Routes)), quoted(routeNames(programmeRoutes)))
	w.line("# offered = %s # pounds per 1,000 FTE staff a year; YOUR EVIDENCE: what would be offered", number(funding.Offered))
	w.line("\n# [parameters]")
	w.line("# What a programme may set:")
	for i := range model.Catalogue {
		if model.Catalogue[i].Role == model.Lever {
			w.suggest(parent, model.Parameter(i), "")
		}
	}
	w.line("# What you may know better:")
	for _, parameter := range localEvidence {
		w.suggest(parent, parameter, "YOUR EVIDENCE; now "+model.Catalogue[parameter].Basis.String()+": ")
	}
	w.line("\n# All keys: docs/keys.md. All that may be wrong: skillmix check.")
	return w.Bytes()
}

// suggest writes a parameter as a comment.
func (w *writer) suggest(parent *Scenario, parameter model.Parameter, mark string) {
	described := &model.Catalogue[parameter]
	text := "# " + described.Name + " = " + parameterText(&parent.Settings, parameter) + " # " + described.Unit + ": " + described.Meaning
	if mark != "" {
		text += ". " + mark + described.Source
	}
	w.line("%s", strings.TrimSpace(text))
}
