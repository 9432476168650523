package docs_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"skillmix/model"
	"skillmix/scenarios"
)

// builtins lists the built-in scenarios with what differs from their parents.
func builtins() string {
	var rows [][]string
	for _, info := range scenarios.List() {
		parent, differences := "", ""
		if info.Extends != "" {
			parent, differences = "`"+info.Extends+"`", differencesOf(info.Extends, info.Name)
		}
		rows = append(rows, []string{"`" + info.Name + "`", info.Title, info.Summary, parent, differences})
	}
	return table([]string{"name", "title", "summary", "differs from", "in"}, rows)
}

// differencesOf writes the keys in which a scenario differs from its parent,
// with their values; of mechanisms their number.
func differencesOf(parent, name string) string {
	a, errA := scenarios.Load(parent, nil)
	b, errB := scenarios.Load(name, nil)
	if errA != nil || errB != nil {
		return fmt.Sprint(errA, errB)
	}
	var all []string
	mechanisms := 0
	for _, difference := range scenarios.Differences(a, b) {
		switch {
		case strings.HasPrefix(difference.Key, "mechanisms.") && difference.B == "false":
			if mechanisms++; mechanisms == 1 {
				all = append(all, "")
			}
			all[len(all)-1] = fmt.Sprintf("%d of `mechanisms` off", mechanisms)
		case difference.B == "":
			all = append(all, "no `"+difference.Key+"`")
		default:
			all = append(all, "`"+difference.Key+"`: "+difference.B)
		}
	}
	return strings.Join(all, "; ")
}

// Every key that a complete scenario file has is told of.
func TestEveryKeyIsDescribed(t *testing.T) {
	page, err := os.ReadFile("keys.md")
	if err != nil {
		t.Fatal(err)
	}
	scenario, err := scenarios.Load("history", []string{`change=[{from="2001-04",parameters={q0=0}}]`})
	if err != nil {
		t.Fatal(err)
	}
	section, keys := "", 0
	for line := range strings.Lines(string(scenario.Resolved())) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") {
			section = strings.Trim(line, "[]")
			continue
		}
		name, _, isKey := strings.Cut(line, "=")
		name = strings.TrimSpace(name)
		switch {
		case !isKey || strings.HasPrefix(line, "#"):
			continue
		case section != "" && !slices.Contains([]string{"mechanisms", "parameters", "support", "change"}, section):
			name = section + "." + name
		}
		keys++
		if !strings.Contains(string(page), "`"+name+"`") {
			t.Errorf("keys.md does not tell of %s", name)
		}
	}
	if keys < 250 {
		t.Errorf("only %d keys looked at", keys)
	}
}

// roleKeys lists the keys of a [[role]] block.
func roleKeys() string {
	var rows [][]string
	for _, key := range scenarios.RoleKeys() {
		standard := key.Default
		if standard == "" {
			standard = "needed"
		}
		rows = append(rows, []string{"`" + key.Name + "`", key.Meaning, key.Unit, key.Range, standard})
	}
	return table([]string{"key", "meaning", "unit", "range", "default of a role that is added"}, rows)
}

// usualRoles lists the figures of the model's roles, as a file would write
// them.
func usualRoles() string {
	head := []string{"role"}
	var rows [][]string
	for i := range model.Roles {
		row := []string{"`" + model.Roles[i].Name + "`"}
		for _, key := range scenarios.RoleKeys()[1:] {
			if i == 0 {
				head = append(head, "`"+key.Name+"`")
			}
			row = append(row, key.Figure(&model.Roles[i]))
		}
		rows = append(rows, row)
	}
	return table(head, rows)
}

// The page's example of roles is read, whole.
func TestExampleOfRoles(t *testing.T) {
	page, err := os.ReadFile("scenarios.md")
	if err != nil {
		t.Fatal(err)
	}
	_, after, _ := strings.Cut(string(page), "or adds a role:\n\n```toml\n")
	example, _, found := strings.Cut(after, "```")
	file := filepath.Join(t.TempDir(), "roles.toml")
	if err := os.WriteFile(file, []byte(example), 0o644); err != nil {
		t.Fatal(err)
	}
	scenario, err := scenarios.Load(file, nil)
	if err != nil || !found {
		t.Fatal(err)
	}
	if changed, added := scenario.ChangedRoles(); len(changed) != 1 || len(added) != 1 {
		t.Errorf("the example changes %v and adds %v", changed, added)
	}
	if most := fmt.Sprintf("A world has at most %d roles", model.MostRoles); !strings.Contains(string(page), most) {
		t.Errorf("the page does not say: %s", most)
	}
}
