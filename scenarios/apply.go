package scenarios

import (
	"maps"
	"slices"

	"skillmix/model"
)

// Sections whose keys are not fixed.
const (
	sectionSupport    = "support"
	sectionChange     = "change"
	sectionRole       = "role"
	sectionMechanisms = "mechanisms"
	sectionParameters = "parameters"
)

// apply reads a document into the draft and reports all that is wrong in it.
func (d *draft) apply(document *document) {
	for _, name := range sortedKeys(document.tree) {
		e := entry{document: document, path: path{name}, raw: document.tree[name]}
		if contains([]string{sectionSupport, sectionChange, sectionRole}, name) {
			d.given[name] = e
		}
		switch {
		case name == sectionSupport:
			d.blocks[name] = d.merge(d.blocks[name], e, mostSupport, "period of support")
		case name == sectionChange:
			d.blocks[name] = d.merge(d.blocks[name], e, mostChanges, "change")
		case name == sectionRole:
			d.takeRoles(e)
		case name == sectionVary:
			d.takeVary(e)
		case contains(d.sections, name):
			d.applySection(e, name)
		default:
			d.applyKey(e, "", name)
		}
	}
}

// applySection reads a table of the document.
func (d *draft) applySection(e entry, section string) {
	table, ok := e.raw.(map[string]any)
	if !ok {
		if _, several := tables(e.raw); several {
			d.fail(e, "write the heading [%s] once, in single brackets", section)
		} else {
			d.fail(e, "%s, not a section; head it [%s] and write its keys below", kind(e.raw), section)
		}
		return
	}
	for _, name := range sortedKeys(table) {
		value := e.below(name, table[name])
		switch section {
		case sectionMechanisms:
			d.takeMechanism(value, name)
		case sectionParameters:
			d.takeParameter(value, name)
		default:
			d.applyKey(value, section, name)
		}
	}
}

// applyKey reads one fixed key.
func (d *draft) applyKey(e entry, section, name string) {
	var siblings []string
	for _, key := range d.keys {
		if key.section != section {
			continue
		}
		if key.name == name {
			if key.take(d, e) {
				d.given[key.String()] = e
			}
			return
		}
		siblings = append(siblings, key.name)
	}
	if section == "" {
		siblings = append(siblings, d.sections...)
	}
	d.unknown(e, siblings)
}

// unknown reports a key that may not stand where it does, and says where it
// belongs if the name is known elsewhere.
func (d *draft) unknown(e entry, siblings []string) {
	if d.full() {
		d.failKey(e, "unknown key")
		return
	}
	name := e.path[len(e.path)-1]
	if near := suggestion(name, siblings); near != "" {
		d.failKey(e, "unknown key%s", near)
		return
	}
	for _, key := range keys() {
		if key.name == name && key.section != "" {
			d.failKey(e, "unknown key here; %s belongs under [%s]", name, key.section)
			return
		}
		if key.name == name {
			d.failKey(e, "unknown key here; %s belongs at the top of the file, before the first heading", name)
			return
		}
	}
	if _, known := model.ParameterNamed(name); known {
		d.failKey(e, "unknown key here; %s belongs under [%s]", name, sectionParameters)
		return
	}
	if _, known := model.SwitchNamed(name); known {
		d.failKey(e, "unknown key here; %s belongs under [%s]", name, sectionMechanisms)
		return
	}
	d.failKey(e, "unknown key; known here: %s", quoted(siblings))
}

// unknownAmong reports the keys of a table that may not stand there. It returns
// the known keys that are not given and were probably meant by one of them, so
// that one slip is told once.
func (d *draft) unknownAmong(e entry, table map[string]any, known []string) map[string]bool {
	meant := map[string]bool{}
	for _, name := range sortedKeys(table) {
		if contains(known, name) {
			continue
		}
		d.unknown(e.below(name, table[name]), known)
		if near := Nearest(name, known); near != "" {
			if _, given := table[near]; !given {
				meant[near] = true
			}
		}
	}
	return meant
}

// sections lists the headings of a scenario file.
func sections() []string {
	var all []string
	for _, key := range keys() {
		if key.section != "" && !contains(all, key.section) {
			all = append(all, key.section)
		}
	}
	return append(all, sectionSupport, sectionChange, sectionRole, sectionMechanisms, sectionParameters, sectionVary)
}

func contains(names []string, name string) bool { return slices.Contains(names, name) }

// sortedKeys returns the keys of a table in a fixed order.
func sortedKeys(table map[string]any) []string { return slices.Sorted(maps.Keys(table)) }
