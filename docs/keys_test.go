package docs_test

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

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

var tomlBlock = regexp.MustCompile("(?s)```toml\n(.*?)```")

// Every file that the manual shows is a scenario.
func TestFilesOfTheManual(t *testing.T) {
	shown := 0
	for _, page := range []string{"keys.md", "scenarios.md"} { // those of other pages have tests of their own
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, block := range tomlBlock.FindAllSubmatch(text, -1) {
			file := filepath.Join(t.TempDir(), "shown.toml")
			if err := os.WriteFile(file, block[1], 0o600); err != nil {
				t.Fatal(err)
			}
			shown++
			if _, err := scenarios.Load(file, nil); err != nil {
				t.Errorf("%s shows what is no scenario: %v\n%s", page, err, block[1])
			}
		}
	}
	if shown < 5 {
		t.Errorf("%d files looked at", shown)
	}
}
