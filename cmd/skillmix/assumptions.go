package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"skillmix/answer/report"
	"skillmix/model"
	"skillmix/scenarios"
)

// assumptions tells what the scenarios rest on, as plain data for the report.
func (p *plan) assumptions() (report.Assumptions, error) {
	assumed := report.Assumptions{Differ: p.choices(), Shared: p.sharedSwitches()}
	for i := range model.Catalogue {
		assumption := p.assumption(model.Parameter(i))
		if slices.ContainsFunc(assumption.Values, func(v report.AssumedValue) bool { return v.Range != "" }) {
			assumed.Judged = append(assumed.Judged, assumption)
		} else {
			assumed.Other = append(assumed.Other, assumption)
		}
	}
	return assumed, nil
}

// assumption tells a parameter in every scenario, once where all agree.
func (p *plan) assumption(parameter model.Parameter) report.Assumption {
	described := &model.Catalogue[parameter]
	assumption := report.Assumption{
		Key: described.Name, Theme: described.Theme, Meaning: described.Meaning, Unit: described.Unit,
		Basis: described.Basis.String() + ": " + described.Source,
	}
	for _, scenario := range p.scenarios {
		value := assumedValue(&scenario.Settings, parameter)
		value.Scenario = scenario.Name
		assumption.Values = append(assumption.Values, value)
	}
	same := func(v report.AssumedValue) bool {
		first := assumption.Values[0]
		return v.Default == first.Default && v.Range == first.Range
	}
	if !slices.ContainsFunc(assumption.Values, func(v report.AssumedValue) bool { return !same(v) }) {
		assumption.Values = assumption.Values[:1]
		assumption.Values[0].Scenario = ""
	}
	usual := model.Defaults()[parameter]
	for _, scenario := range p.scenarios {
		if scenario.Settings.Law(parameter) != nil || scenario.Settings.Parameters[parameter] != usual {
			assumption.Basis += " (of the usual value; a scenario gives its own)"
			break
		}
	}
	return assumption
}

// assumedValue tells a parameter of a scenario. That of a mechanism that is switched
// off has no effect, so that it is not drawn.
func assumedValue(settings *model.Settings, parameter model.Parameter) report.AssumedValue {
	for i := range model.Mechanisms {
		for _, neutral := range model.Mechanisms[i].Neutral {
			if neutral.Parameter == parameter && settings.Off.Has(model.Switch(i)) {
				return report.AssumedValue{Default: figure(neutral.Value) + " (`" + model.Mechanisms[i].Name + "` is off)"}
			}
		}
	}
	if law := settings.Law(parameter); law != nil {
		return report.AssumedValue{Default: figure(law.Prior().Default), Range: lawInWords(law)}
	}
	prior := settings.Parameters[parameter]
	value := report.AssumedValue{Default: figure(prior.Default)}
	if !prior.Fixed() {
		value.Range = figure(prior.Low) + " to " + figure(prior.High)
	}
	return value
}

// lawInWords tells a distribution other than a triangular one.
func lawInWords(law *model.Law) string {
	switch law.Kind {
	case model.DiscreteLaw:
		values := make([]string, len(law.Values))
		for i, value := range law.Values {
			values[i] = figure(value)
		}
		return "one of " + strings.Join(values, ", ")
	case model.BetaLaw:
		return fmt.Sprintf("beta distribution of shapes %s and %s", figure(law.A), figure(law.B))
	case model.UniformLaw:
		return figure(law.A) + " to " + figure(law.B) + ", all alike"
	}
	return fmt.Sprintf("80%% between %s and %s (%s)", figure(law.A), figure(law.B), model.LawNames[law.Kind])
}

// figure writes a number as files have it, to six digits at most.
func figure(value float64) string {
	rounded, _ := strconv.ParseFloat(strconv.FormatFloat(value, 'g', 6, 64), 64) // what it has just written
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}

// choices lists the keys in which scenarios differ from the first, with the value of
// each scenario.
func (p *plan) choices() (all []report.Choice) {
	first := p.scenarios[0]
	at := map[string]int{}
	for i, other := range p.scenarios[1:] {
		for _, difference := range scenarios.Differences(first, other) {
			if strings.HasPrefix(difference.Key, "report.") {
				continue // what a bare run would be: it was settled for all
			}
			index, known := at[difference.Key]
			if !known {
				index = len(all)
				at[difference.Key] = index
				values := slices.Repeat([]string{difference.A}, len(p.scenarios))
				all = append(all, report.Choice{Key: difference.Key, Meaning: meaningOf(difference.Key), Values: values})
			}
			all[index].Values[i+1] = difference.B
		}
	}
	return all
}

// meaningOf tells what a key of a scenario file means.
func meaningOf(key string) string {
	section, name, _ := strings.Cut(key, ".")
	switch section {
	case "parameters":
		if parameter, known := model.ParameterNamed(name); known {
			return model.Catalogue[parameter].Meaning + ", " + model.Catalogue[parameter].Unit
		}
	case "mechanisms":
		for i := range model.Mechanisms {
			if model.Mechanisms[i].Name == name {
				return model.Mechanisms[i].Meaning
			}
		}
	case "support", "change", "role":
		return map[string]string{"support": "national support for a time", "change": "parameters that change for a time", "role": "roles that are not the usual ones"}[section]
	}
	for _, known := range scenarios.KeySections() {
		for _, info := range known.Keys {
			if info.Name == key {
				return info.Meaning
			}
		}
	}
	return ""
}

// sharedSwitches tells which mechanisms are off, and which gates are open, in every scenario.
func (p *plan) sharedSwitches() (all []string) {
	var off, open []string
	for i := range model.Mechanisms {
		if p.all(func(s *model.Settings) bool { return s.Off.Has(model.Switch(i)) }) {
			off = append(off, model.Mechanisms[i].Name)
		}
	}
	for i := range model.GateCount {
		if p.all(func(s *model.Settings) bool { return s.Open.Has(model.Gate(i)) }) {
			open = append(open, model.Gate(i).String())
		}
	}
	if len(off) > 0 {
		all = append(all, "Mechanisms that are switched off: "+strings.Join(off, ", ")+".")
	}
	if len(open) > 0 {
		all = append(all, "Gates that are held open: "+strings.Join(open, ", ")+".")
	}
	return all
}

// all reports whether something is so in every scenario.
func (p *plan) all(so func(*model.Settings) bool) bool {
	return !slices.ContainsFunc(p.scenarios, func(s *scenarios.Scenario) bool { return !so(&s.Settings) })
}
