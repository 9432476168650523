package scenarios

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"skillmix/model"
)

// sectionVary lists values of levers: a run has a world for each combination.
const sectionVary = "vary"

// A Lever is a key with the values that it takes in turn, or with the range over
// which a sample spreads it.
type Lever struct {
	Key       string
	Values    []string // as TOML; empty with a range
	Low, High float64  // of a range
}

// ranged reports whether the lever is spread over a range.
func (l *Lever) ranged() bool { return len(l.Values) == 0 }

// Limits of [vary].
const (
	mostLevers = 20
	mostVaried = 20 // values of a lever
)

// mayVary reports whether a key may be varied: worlds of one run share time,
// organisations, roles and what is reported.
func mayVary(key path) bool {
	return len(key) == 2 && contains([]string{"funding", "arrs", "gates", "start", sectionMechanisms, sectionParameters}, key[0])
}

// takeVary reads the [vary] table. It replaces that of a parent; an empty one
// takes it back.
func (d *draft) takeVary(e entry) {
	table, ok := e.raw.(map[string]any)
	if !ok {
		d.fail(e, "%s, not a section; write [vary] and below it funding.offered = [10000, 20000]", kind(e.raw))
		return
	}
	d.scenario.Vary = nil
	d.given[sectionVary] = e
	d.leversBelow(e, nil, table)
	if len(d.scenario.Vary) > mostLevers {
		d.fail(e, "%d levers; at most %d", len(d.scenario.Vary), mostLevers)
	}
}

// leversBelow reads the levers of a table, whose keys may be dotted.
func (d *draft) leversBelow(e entry, key path, table map[string]any) {
	for _, name := range sortedKeys(table) {
		value, full := e.below(name, table[name]), key.with(name)
		if inner, isTable := table[name].(map[string]any); isTable && len(full) < 2 {
			d.leversBelow(value, full, inner)
			continue
		}
		if !mayVary(full) {
			d.failKey(value, "cannot be varied; levers are keys of funding, arrs, gates, start, mechanisms and parameters, as funding.offered = [10000, 20000]")
			continue
		}
		if !d.knownLever(value, full) {
			continue
		}
		if bounds, isTable := table[name].(map[string]any); isTable {
			d.leverOver(value, full, bounds)
			continue
		}
		list, isList := table[name].([]any)
		switch {
		case !isList:
			d.fail(value, "%s; write the values in brackets, as [10000, 20000]", kind(table[name]))
			continue
		case len(list) < 2 || len(list) > mostVaried:
			d.fail(value, "a list of %d; a lever takes 2 to %d values in turn", len(list), mostVaried)
			continue
		}
		lever := Lever{Key: full.String()}
		for i, raw := range list {
			if text, good := d.tried(value.below(element(i), raw), full); good {
				if slices.Contains(lever.Values, text) {
					d.fail(value.below(element(i), raw), "%s is listed twice; leave one out", text)
				}
				lever.Values = append(lever.Values, text)
			}
		}
		d.scenario.Vary = append(d.scenario.Vary, lever)
	}
}

// rangeOfLever are the keys of a range.
var rangeOfLever = []string{"low", "high"}

// leverOver reads a lever that is spread over a range.
func (d *draft) leverOver(e entry, key path, bounds map[string]any) {
	before := len(d.errors)
	d.unknownAmong(e, bounds, rangeOfLever)
	ends := make([]float64, 2)
	for i, name := range rangeOfLever {
		raw, given := bounds[name]
		if !given {
			d.fail(e, "%s is missing; write the range as { low = 10000, high = 80000 }, or values in brackets", name)
			continue
		}
		end := e.below(name, raw)
		switch v := raw.(type) {
		case float64:
			ends[i] = v
		case int64:
			ends[i] = float64(v)
		default:
			d.fail(end, "%s; a range is one of numbers: list the values in brackets", kind(raw))
			continue
		}
		d.tried(end, key)
	}
	if len(d.errors) > before {
		return
	}
	if ends[0] >= ends[1] {
		d.fail(e, "low %s is not below high %s", number(ends[0]), number(ends[1]))
		return
	}
	d.scenario.Vary = append(d.scenario.Vary, Lever{Key: key.String(), Low: ends[0], High: ends[1]})
}

// knownLever reports whether there is such a key, or tells that there is none.
func (d *draft) knownLever(e entry, key path) bool {
	switch key[0] {
	case sectionParameters:
		_, known := d.parameter(e, key[1])
		return known
	case sectionMechanisms:
		if _, known := model.SwitchNamed(key[1]); !known {
			d.takeMechanism(e, key[1])
			return false
		}
		return true
	}
	var siblings []string
	for _, fixed := range d.keys {
		if fixed.section == key[0] {
			siblings = append(siblings, fixed.name)
		}
	}
	if !contains(siblings, key[1]) {
		d.unknown(e, siblings)
		return false
	}
	return true
}

// tried reads a value as its key would, into a draft that is thrown away, and
// returns it as TOML.
func (d *draft) tried(e entry, key path) (string, bool) {
	scratch := newDraft("")
	switch key[0] {
	case sectionMechanisms:
		scratch.takeMechanism(e, key[1])
	case sectionParameters:
		scratch.takeParameter(e, key[1])
	default:
		scratch.applyKey(e, key[0], key[1])
	}
	for _, problem := range scratch.errors {
		if d.full() {
			d.more++
			continue
		}
		d.errors = append(d.errors, problem)
	}
	return tomlValue(e.raw), len(scratch.errors) == 0
}

// tomlValue writes a decoded value as TOML.
func tomlValue(raw any) string {
	switch v := raw.(type) {
	case string:
		return strconv.Quote(v)
	case float64:
		return number(v)
	case []any:
		items := make([]string, len(v))
		for i := range v {
			items[i] = tomlValue(v[i])
		}
		return "[" + strings.Join(items, ", ") + "]"
	case map[string]any:
		items := make([]string, 0, len(v))
		for _, name := range sortedKeys(v) {
			items = append(items, name+" = "+tomlValue(v[name]))
		}
		return "{ " + strings.Join(items, ", ") + " }"
	}
	return fmt.Sprint(raw)
}

// A Variant is one combination of the levers' values.
type Variant struct {
	Name string   // of the scenario, with the values
	Sets []string // for Load
}

// Variants returns every combination of the levers' values, the last lever
// turning fastest, or nothing where the scenario varies none or samples.
func (s *Scenario) Variants() []Variant {
	if len(s.Vary) == 0 || s.Sample.Points > 0 {
		return nil
	}
	all := []Variant{{Name: s.Name}}
	for _, lever := range s.Vary {
		_, short, _ := strings.Cut(lever.Key, ".")
		var next []Variant
		for _, before := range all {
			for _, value := range lever.Values {
				next = append(next, Variant{
					Name: before.Name + "-" + short + "-" + plainText(value),
					Sets: append(slices.Clone(before.Sets), lever.Key+"="+value),
				})
			}
		}
		all = next
	}
	return all
}

// plainText keeps of a value what may stand in the name of a file.
func plainText(value string) string {
	var text strings.Builder
	for _, r := range value {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '.', r == '-':
			text.WriteRune(r)
		case text.Len() > 0 && !strings.HasSuffix(text.String(), "-"):
			text.WriteByte('-')
		}
	}
	return strings.Trim(text.String(), "-")
}

// Variant loads one combination: a scenario like any other, which varies
// nothing.
func (s *Scenario) Variant(reference string, sets []string, variant Variant) (*Scenario, error) {
	one, err := Load(reference, slices.Concat(sets, variant.Sets))
	if err != nil {
		return nil, err
	}
	one.Vary, one.Name = nil, variant.Name
	if one.Title == s.Name {
		one.Title = variant.Name
	}
	return one, nil
}
