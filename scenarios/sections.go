package scenarios

import (
	"slices"

	"skillmix/model"
)

// tables returns the tables of a list that holds nothing else.
func tables(raw any) ([]map[string]any, bool) {
	switch list := raw.(type) {
	case []map[string]any:
		return list, true
	case []any:
		all := make([]map[string]any, len(list))
		for i, item := range list {
			table, ok := item.(map[string]any)
			if !ok {
				return nil, false
			}
			all[i] = table
		}
		return all, true
	}
	return nil, false
}

// readSupport reads a merged [[support]] block.
func (d *draft) readSupport(b block) supportDraft {
	support, before := supportDraft{table: b.table, keys: b.keys}, len(d.errors)
	support.block.Name = b.name
	d.read(b, supportFields(), "", func(f *field, value entry) {
		switch f.name {
		case "services":
			support.block.Specialties = f.names(d, value)
		case fieldFrom:
			support.isFrom = true
			support.block.From = f.month(d, value)
		case fieldUntil:
			support.isUntil = true
			support.block.Until = f.month(d, value)
		case "clarity":
			support.block.Clarity = f.number(d, value)
		case "offered":
			support.block.Offered = f.number(d, value)
		}
	})
	support.bad = len(d.errors) > before
	return support
}

// takeMechanism reads one key of [mechanisms].
func (d *draft) takeMechanism(e entry, name string) {
	mechanism, known := model.SwitchNamed(name)
	if !known && d.full() {
		d.failKey(e, "there is no such mechanism")
		return
	}
	if !known {
		names := make([]string, len(model.Mechanisms))
		for i := range names {
			names[i] = model.Mechanisms[i].Name
		}
		d.failKey(e, "there is no mechanism %q%s", name, suggestion(name, names))
		return
	}
	if on, ok := d.truth(e); ok {
		off := d.scenario.Settings.Off &^ model.Switches(0).With(mechanism)
		if !on {
			off = off.With(mechanism)
		}
		d.scenario.Settings.Off = off
		d.given[e.path.String()] = e
	}
}

// rangeKeys are the keys of a parameter's range.
var rangeKeys = []string{"low", "default", "high"}

// parameter returns the parameter of a name, or reports that there is none.
func (d *draft) parameter(e entry, name string) (model.Parameter, bool) {
	parameter, known := model.ParameterNamed(name)
	if !known && d.full() {
		d.failKey(e, "there is no such parameter")
	} else if !known {
		names := make([]string, len(model.Catalogue))
		for i := range names {
			names[i] = model.Catalogue[i].Name
		}
		d.failKey(e, "there is no parameter %q%s", name, suggestion(name, names))
	}
	return parameter, known
}

// takeParameter reads one key of [parameters]: a number, which every
// replicate uses, or a range or a distribution over which replicates are spread.
func (d *draft) takeParameter(e entry, name string) {
	parameter, known := d.parameter(e, name)
	if !known {
		return
	}
	table, isTable := e.raw.(map[string]any)
	if !isTable {
		if v, ok := d.figure(e, parameter); ok {
			d.keepPrior(e, parameter, model.Prior{Low: v, Default: v, High: v}, nil)
		}
		return
	}
	if family, named := lawOf(table); named {
		d.takeLaw(e, parameter, table, family)
		return
	}
	before := len(d.errors)
	slips := d.unknownAmong(e, table, slices.Concat(rangeKeys, lawNames()))
	for _, family := range lawNames() {
		if slips[family] {
			return // told, and no range is missing
		}
	}
	var values [3]float64
	for i, name := range rangeKeys {
		raw, given := table[name]
		if slips[name] {
			continue // told with the key that was probably meant for it
		}
		if !given {
			d.fail(e, "%s is missing; write all three of low, default and high, a distribution such as { normal = [low, high] }, or a single number", name)
			continue
		}
		values[i], _ = d.figure(e.below(name, raw), parameter)
	}
	if len(d.errors) > before {
		return
	}
	low, middle, high := values[0], values[1], values[2]
	if low > middle || middle > high {
		d.fail(e, "low %s, default %s and high %s are out of order; low must not exceed default, nor default high",
			number(low), number(middle), number(high))
		return
	}
	d.keepPrior(e, parameter, model.Prior{Low: low, Default: middle, High: high}, nil)
}
