package scenarios

import "skillmix/model"

// A KeyInfo describes a key of a scenario file for people.
type KeyInfo struct {
	Name    string // such as funding.offered; of a block's key its own name
	Type    string
	Unit    string // what it holds, where that is not plain
	Allowed string
	Default string // as a file would write it; empty if there is none
	Meaning string
	Needed  bool   // in its block
	Role    string // lever, uncertainty, constant, or choice: of the question that is asked
	Basis   string // of the default: data with their source, or whose judgement; empty for a choice
}

// KeySection is a part of a scenario file with its keys.
type KeySection struct {
	Heading string // as a file writes it; empty for the top
	Keys    []KeyInfo
}

// KeySections lists the keys of a scenario file by heading, but for those of
// roles (RoleKeys), mechanisms and parameters, which the model lists.
func KeySections() []KeySection {
	plain, err := newDraft("").finish()
	if err != nil {
		panic("scenarios: the bare scenario is wrong: " + err.Error()) // a fault of the program, which its tests exclude
	}
	usual := plain.settled()
	var all []KeySection
	for _, key := range keys() {
		heading := ""
		if key.section != "" {
			heading = "[" + key.section + "]"
		}
		if len(all) == 0 || all[len(all)-1].Heading != heading {
			all = append(all, KeySection{Heading: heading})
		}
		info := key.shape.info(key.String(), key.meaning)
		if !usual.follows[key.String()] && key.name != "title" {
			info.Default = usual.values[key.String()]
		}
		info.Role, info.Basis = key.role(), key.basis()
		section := &all[len(all)-1]
		section.Keys = append(section.Keys, info)
	}
	for _, block := range []struct {
		heading string
		fields  []field
	}{{sectionSupport, supportFields()}, {sectionChange, changeFields()}} {
		section := KeySection{Heading: "[[" + block.heading + "]]"}
		for _, field := range block.fields {
			info := field.shape.info(field.name, field.meaning)
			info.Needed, info.Role = field.needed, model.Lever.String()
			section.Keys = append(section.Keys, info)
		}
		all = append(all, section)
	}
	return all
}

// role says how an analyst may treat a key: what a programme decides is a lever,
// and the rest says what is asked.
func (k key) role() string {
	switch k.section {
	case "funding", "arrs":
		return model.Lever.String()
	}
	return "choice"
}

// basis says what the defaults rest on that are not a choice.
func (k key) basis() string {
	switch k.String() {
	case "funding.offered":
		return "judgement: founders"
	case "arrs.start":
		return "data: NHS England, network contract 2019/20"
	case "arrs.end", "arrs.announced":
		return "judgement: founders; no end is announced"
	}
	return ""
}

func (s shape) info(name, meaning string) KeyInfo {
	return KeyInfo{Name: name, Type: kindWords[s.kind], Unit: s.unit(), Allowed: s.allowed(), Meaning: meaning}
}

// unit is what a number counts.
func (s shape) unit() string {
	if s.kind == shapeNumber || s.kind == shapeWhole {
		return s.what
	}
	return ""
}

// ParameterAllowed words what may stand for a parameter.
func ParameterAllowed(parameter model.Parameter) string { return shapeOf(parameter).allowed() }
