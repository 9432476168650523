package docs_test

import (
	"skillmix/model"
	"skillmix/scenarios"
)

// scenarioKeys lists the keys with a fixed name, by heading.
func scenarioKeys() string {
	text := ""
	for _, section := range scenarios.KeySections() {
		heading := "At the top of the file"
		if section.Heading != "" {
			heading = "`" + section.Heading + "`"
		}
		var rows [][]string
		for _, key := range section.Keys {
			usual := ""
			switch {
			case key.Needed:
				usual = "needed"
			case key.Default != "":
				usual = "`" + key.Default + "`"
			}
			rows = append(rows, []string{"`" + key.Name + "`", key.Type, key.Unit, key.Allowed, usual, key.Meaning, key.Role, key.Basis})
		}
		text += "### " + heading + "\n\n" + table([]string{"key", "type", "unit", "what may stand there", "default", "meaning", "role", "basis"}, rows) + "\n"
	}
	return text
}

// parameterKeys lists the parameters with what may stand for them.
func parameterKeys() string {
	var rows [][]string
	for i := range model.Catalogue {
		d := &model.Catalogue[i]
		rows = append(rows, []string{"`" + d.Name + "`", d.Unit, scenarios.ParameterAllowed(model.Parameter(i)), number(d.Prior.Default),
			d.Meaning, d.Role.String(), d.Basis.String() + ": " + d.Source})
	}
	return table([]string{"key", "unit", "what may stand there", "default", "meaning", "role", "basis"}, rows)
}

// mechanismKeys lists the switches.
func mechanismKeys() string {
	var rows [][]string
	for i := range model.Mechanisms {
		m := &model.Mechanisms[i]
		rows = append(rows, []string{"`" + m.Name + "`", m.Meaning})
	}
	return table([]string{"key", "what `false` switches off"}, rows)
}
