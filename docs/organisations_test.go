package docs_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"skillmix/model"
	"skillmix/model/population"
	"skillmix/scenarios"
)

// organisations are the generated parts of the page on a user's own
// organisations.
var organisations = map[string]func() string{
	"trust columns":   func() string { return columns(scenarios.TrustColumns()) },
	"network columns": func() string { return columns(scenarios.PCNColumns()) },
	"kinds":           kindsOfTrust,
	"services":        services,
	"roles":           roles,
}

func columns(all []scenarios.Column) string {
	var rows [][]string
	for _, column := range all {
		absent := column.Absent
		if column.Needed {
			absent = "**needed**"
		}
		rows = append(rows, []string{"`" + column.Name + "`", column.Allowed, absent})
	}
	return table([]string{"column", "what stands there", "if it is empty or missing"}, rows)
}

func kindsOfTrust() string {
	var rows [][]string
	words := scenarios.KindWords()
	for kind := range population.KindCount {
		var alike []string
		for _, word := range words {
			switch {
			case word.Kind != population.Kind(kind):
			case word.Specialist:
				alike = append(alike, word.Word+" (few specialties)")
			default:
				alike = append(alike, word.Word)
			}
		}
		rows = append(rows, []string{"`" + population.Kind(kind).String() + "`", strings.Join(alike, ", ")})
	}
	return table([]string{"kind", "may be written"}, rows)
}

func services() string {
	var names []string
	for i := range population.Specialties {
		names = append(names, "`"+population.Specialties[i].Name+"`")
	}
	return strings.Join(names, ", ") + "\n"
}

func roles() string {
	var names []string
	for i := range model.Roles {
		names = append(names, "`"+model.Roles[i].Name+"`")
	}
	return strings.Join(names, ", ") + "\n"
}

// The page's example of a table is read as the page says.
func TestExampleOfOrganisations(t *testing.T) {
	page, err := os.ReadFile("organisations.md")
	if err != nil {
		t.Fatal(err)
	}
	_, after, _ := strings.Cut(string(page), "```csv\n")
	example, _, _ := strings.Cut(after, "```")
	file := filepath.Join(t.TempDir(), "trusts.csv")
	if err := os.WriteFile(file, []byte(example), 0o644); err != nil {
		t.Fatal(err)
	}
	scenario, err := scenarios.Load("baseline", []string{"population.trusts_file=" + file})
	if err != nil {
		t.Fatal(err)
	}
	trusts := scenario.Organisations.Trusts
	if len(trusts) != 3 || *trusts[0].Posts != 14 || len(trusts[1].Services) != 3 || trusts[2].Posts != nil {
		t.Errorf("the example is read as %+v", trusts)
	}
}
