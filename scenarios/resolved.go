package scenarios

import (
	"bytes"
	"fmt"
	"strings"

	"skillmix/model"
	"skillmix/model/population"
	"skillmix/sim"
)

// Resolved writes the scenario as a complete file: every default explicit,
// every parameter with its unit, no parent. Loading it gives the same
// scenario, except for its name. Equal scenarios give equal bytes.
func (s *Scenario) Resolved() []byte {
	w := &writer{}
	settings := &s.Settings
	w.line("# A complete scenario: every default is written out.")
	w.line("")
	w.line("title   = %s", tomlText(s.Title))
	w.line("summary = %s", tomlText(s.Summary))
	w.section("time")
	w.line("start  = %q", settings.Start)
	w.line("months = %d", settings.Months)
	w.population(s)
	w.section("start")
	w.line("posts   = %t", settings.StartPosts)
	w.line("clarity = %q", clarityYear(settings.StartClear))
	w.section("funding")
	w.line("routes           = [%s]", quoted(routeNames(settings.Funding.Routes)))
	w.line("offered          = %s # pounds per 1,000 FTE staff a year", number(settings.Funding.Offered))
	w.line("start            = %q", settings.Funding.Start)
	w.line("end              = %q", settings.Funding.End)
	w.line("guarantee_return = %t", settings.Funding.GuaranteedReturn)
	for i := range settings.Support {
		w.support(&settings.Support[i])
	}
	for i := range settings.Changes {
		w.change(&settings.Changes[i])
	}
	w.section("arrs")
	w.line("start     = %q", settings.ARRS.Start)
	w.line("hiring    = %q", settings.ARRS.Hiring)
	w.line("end       = %q", settings.ARRS.End)
	w.line("announced = %q", settings.ARRS.Announced)
	w.line("without   = [%s]", quoted(s.RolesOffList()))
	w.roleBlocks(s)
	w.section("gates")
	w.line("open = [%s]", quoted(gateNames(settings.Open)))
	w.section(sectionMechanisms)
	for i := range model.Mechanisms {
		w.line("%s = %t", model.Mechanisms[i].Name, !settings.Off.Has(model.Switch(i)))
	}
	w.parameters(settings)
	w.vary(s.Vary)
	w.sample(s.Sample)
	w.section("report")
	w.line("headline   = %q", s.Headline)
	w.line("replicates = %d", s.Replicates)
	return w.Bytes()
}

// A writer writes TOML.
type writer struct{ bytes.Buffer }

func (w *writer) line(format string, arguments ...any) { fmt.Fprintf(w, format+"\n", arguments...) }

func (w *writer) section(name string) { w.line("\n[%s]", name) }

func (w *writer) support(support *model.Support) {
	services := specialtyNames(support.Specialties)
	every := ""
	if len(services) == 0 {
		every = " # every service"
	}
	w.line("\n[[%s]]", sectionSupport)
	w.blockName("name     = %q", support.Name)
	w.line("services = [%s]%s", quoted(services), every)
	w.line("from     = %q", support.From)
	w.line("until    = %q", support.Until)
	w.line("clarity  = %s # gain per month, a share of what is missing", number(support.Clarity))
	w.line("offered  = %s # pounds per 1,000 FTE staff of the services a year", number(support.Offered))
}

// vary writes the levers of a grid.
func (w *writer) vary(levers []Lever) {
	if len(levers) == 0 {
		return
	}
	w.section(sectionVary)
	for _, lever := range levers {
		if lever.ranged() {
			w.line("%s = { low = %s, high = %s }", lever.Key, number(lever.Low), number(lever.High))
			continue
		}
		w.line("%s = [%s]", lever.Key, strings.Join(lever.Values, ", "))
	}
}

// sample writes what is sampled.
func (w *writer) sample(sample Sample) {
	if sample.Points == 0 {
		return
	}
	w.section("sample")
	w.line("method = %q", sim.Methods[sample.Method])
	w.line("points = %d", sample.Points)
	w.line("judged = [%s]", quoted(sample.names()))
}

// blockName writes a block's name, if it has one.
func (w *writer) blockName(format, name string) {
	if name != "" {
		w.line(format, name)
	}
}

func (w *writer) change(change *model.Change) {
	w.line("\n[[%s]]", sectionChange)
	w.blockName("name       = %q", change.Name)
	w.line("from       = %q", change.From)
	w.line("until      = %q", change.Until)
	w.line("parameters = { %s }", assignmentText(change.Values))
}

func assignmentText(values []model.Assignment) string {
	all := make([]string, len(values))
	for i, value := range values {
		all[i] = model.Catalogue[value.Parameter].Name + " = " + number(value.Value)
	}
	return strings.Join(all, ", ")
}

func specialtyNames(specialties []int) []string {
	all := make([]string, len(specialties))
	for i, specialty := range specialties {
		all[i] = population.Specialties[specialty].Name
	}
	return all
}

func (w *writer) parameters(settings *model.Settings) {
	w.section(sectionParameters)
	theme := ""
	for i := range model.Catalogue {
		described := &model.Catalogue[i]
		if described.Theme != theme {
			theme = described.Theme
			w.line("\n# %s", theme)
		}
		w.line("%s = %s # %s", described.Name, parameterText(settings, model.Parameter(i)), described.Unit)
	}
}

// parameterText writes a number, a range or a distribution.
func parameterText(settings *model.Settings, parameter model.Parameter) string {
	if law := settings.Law(parameter); law != nil {
		return lawText(law)
	}
	prior := settings.Parameters[parameter]
	if prior.Fixed() {
		return number(prior.Default)
	}
	return fmt.Sprintf("{ low = %s, default = %s, high = %s }", number(prior.Low), number(prior.Default), number(prior.High))
}

func clarityYear(clear bool) string {
	if clear {
		return startClarities[0]
	}
	return startClarities[1]
}

func routeNames(routes []model.Route) []string {
	all := make([]string, len(routes))
	for i, route := range routes {
		all[i] = route.String()
	}
	return all
}

func gateNames(open model.Gates) []string {
	var all []string
	for i := range model.GateCount {
		if open.Has(model.Gate(i)) {
			all = append(all, model.Gate(i).String())
		}
	}
	return all
}

// tomlText writes checked text, which has no control characters, as a TOML
// string.
func tomlText(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}
