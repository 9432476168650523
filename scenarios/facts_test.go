package scenarios

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"skillmix/model"
	"skillmix/sim"
)

// Every built-in fact is read, its id is its file's name, and its arms load,
// with all mechanisms and without each group it rests on.
func TestBuiltInFacts(t *testing.T) {
	files, err := filepath.Glob("facts/*.toml")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, file := range files {
		names = append(names, strings.TrimSuffix(filepath.Base(file), ".toml"))
	}
	if diff := cmp.Diff(names, slices.Sorted(slices.Values(FactNames()))); diff != "" {
		t.Errorf("the files are not those that are listed (-files +listed):\n%s", diff)
	}
	for _, name := range FactNames() {
		fact, err := LoadFact(name)
		if err != nil {
			t.Error(err)
			continue
		}
		if fact.ID != name {
			t.Errorf("%s calls itself %s", name, fact.ID)
		}
		for _, off := range append([][]string{nil}, fact.RestsOn...) {
			worlds, err := fact.Worlds(off)
			if err != nil {
				t.Errorf("%s without %v: %v", name, off, err)
				continue
			}
			for _, world := range worlds {
				if world.Settings.Months != fact.Months || world.Preset != fact.Preset {
					t.Errorf("%s: an arm has %d months in %s", name, world.Settings.Months, world.Preset)
				}
				for _, mechanism := range off {
					if s, _ := model.SwitchNamed(mechanism); !world.Settings.Off.Has(s) {
						t.Errorf("%s: %s is still on in an arm", name, mechanism)
					}
				}
			}
		}
		if text, err := FactSource(name); err != nil || !strings.HasPrefix(string(text), "# ") {
			t.Errorf("%s: no text with comments: %v", name, err)
		}
	}
}

// whole is a fact with every key.
const whole = `id = "mine"
claim = "c"
source = "s"
basis = "seed"
kind = "emergent"
status = "open"
reason = "r"
rests_on = ["silos", ["evidence", "hostility"]]
population = "classroom"
months = 24
replicates = 8
fixed = true

[arms.zebra]
scenario = "baseline"
set = ["parameters.lead_share=1"]

[arms.ant]
scenario = "new-money"

[statistics.posts]
arms = ["ant"]
setting = "pcn"
group = "role:paramedic"
measure = "posts_filled"
at = "2020-03"

[statistics.time]
measure = "posts_filled"
time_to = 5

[statistics.share]
table = "services"
where = "staff > 1"
columns = ["vacancy", "tension"]
of = "correlation"
from = 2
until = 24

[[expectations]]
effect = "e"
expression = "ant.posts"
direction = "ant.posts > 1"
above = 1
at_most = 2
confidence = 0.9
`

func TestParseFact(t *testing.T) {
	fact, err := parseFact("mine.toml", "folder", []byte(whole))
	if err != nil {
		t.Fatal(err)
	}
	five, one, two := 5.0, 1.0, 2.0
	want := &Fact{
		ID: "mine", Claim: "c", Source: "s", Basis: "seed", Kind: "emergent", Open: true, Reason: "r",
		RestsOn: [][]string{{"silos"}, {"evidence", "hostility"}}, Preset: "classroom", Months: 24, Replicates: 8, Fixed: true,
		Arms: []FactArm{{"zebra", "baseline", []string{"parameters.lead_share=1"}}, {"ant", "new-money", nil}},
		Statistics: []FactStatistic{
			{Name: "posts", Arms: []string{"ant"}, Setting: "pcn", Group: "role:paramedic", Measure: "posts_filled", At: FactMonth{Month: sim.MonthOf(2020, 3)}},
			{Name: "time", Setting: "trust", Group: "all", Measure: "posts_filled", TimeTo: &five},
			{Name: "share", Setting: "trust", Group: "all", Table: "services", Where: "staff > 1", Columns: []string{"vacancy", "tension"},
				Of: "correlation", From: FactMonth{Offset: 2}, Until: FactMonth{Offset: 24}},
		},
		Expectations: []FactExpectation{{"e", "ant.posts", "ant.posts > 1", nil, &two, &one, nil, 0.9}},
	}
	fact.document, fact.folder = nil, ""
	if diff := cmp.Diff(want, fact, cmp.AllowUnexported(Fact{})); diff != "" {
		t.Errorf("arms and statistics keep the order of the file (-want +got):\n%s", diff)
	}
}

// Each case changes one line of a good file, and names what must be said and
// where.
func TestBadFacts(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{`id = "mine"`, `id = "My fact"`, `mine.toml:1: id: "My fact" is not a name`},
		{`id = "mine"`, ``, `mine.toml: id: missing`},
		{`claim = "c"`, `claim = 3`, `mine.toml:2: claim: 3 is a number, not text`},
		{`claim = "c"`, `claims = "c"`, `mine.toml:2: claims: unknown key; did you mean "claim"?`},
		{`basis = "seed"`, `basis = "hunch"`, `mine.toml:4: basis: "hunch" is not a basis; one of "seed", "data", "judgement"`},
		{`kind = "emergent"`, `kind = "emerging"`, `mine.toml:5: kind: "emerging" is not a kind of fact; did you mean "emergent"?`},
		{`status = "open"`, `status = "holds"`, `mine.toml:6: status: "holds" is not a status`},
		{`status = "open"`, ``, `mine.toml:7: reason: a reason belongs to a fact with status = "open"`},
		{`reason = "r"`, ``, `mine.toml:6: status: an open fact needs a reason`},
		{`["silos", [`, `["silo", [`, `mine.toml:8: rests_on: "silo" is not a mechanism; did you mean "silos"?`},
		{`["silos", ["evidence", "hostility"]]`, `"silos"`, `mine.toml:8: rests_on: "silos" is text; write a list`},
		{`["evidence", "hostility"]`, `[]`, `mine.toml:8: rests_on: an empty list`},
		{`population = "classroom"`, `population = "class"`, `mine.toml:9: population: "class" is not a population`},
		{`months = 24`, `months = 0`, `mine.toml:10: months: 0 is below 1`},
		{`replicates = 8`, `replicates = 1`, `mine.toml:11: replicates: 1 is below 2`},
		{`fixed = true`, `fixed = 1`, `mine.toml:12: fixed: 1 is a number; write true or false`},
		{`[arms.zebra]`, `[arms.Zebra]`, `mine.toml:14: arms.Zebra: "Zebra" is not a name that an expression can use`},
		{`scenario = "baseline"`, ``, `mine.toml:14: arms.zebra: an arm needs a scenario`},
		{`set = [`, `sets = [`, `mine.toml:16: arms.zebra.sets: unknown key; did you mean "set"?`},
		{`arms = ["ant"]`, `arms = ["aunt"]`, `mine.toml:22: statistics.posts.arms: there is no arm "aunt"; did you mean "ant"?`},
		{`at = "2020-03"`, `at = "2020-13"`, `mine.toml:26: statistics.posts.at: "2020-13" is not a month`},
		{`at = "2020-03"`, `at = 25`, `mine.toml:26: statistics.posts.at: 25 is above 24`},
		{`at = "2020-03"`, ``, `mine.toml:21: statistics.posts: say when`},
		{`at = "2020-03"`, `from = 1`, `mine.toml:21: statistics.posts: a series over several months needs of`},
		{`at = "2020-03"`, "at = 1\nof = \"sum\"", `mine.toml:27: statistics.posts.of: a series at one month is one number`},
		{`at = "2020-03"`, "at = 1\nwhere = \"staff > 1\"", `mine.toml:27: statistics.posts.where: does not go with a series`},
		{`group = "role:paramedic"`, `grup = "role:paramedic"`, `mine.toml:24: statistics.posts.grup: unknown key; did you mean "group"?`},
		{`time_to = 5`, "time_to = 5\nat = 3", `mine.toml:30: statistics.time.time_to: the time to a level counts from the start`},
		{`table = "services"`, "table = \"services\"\nmeasure = \"posts_filled\"", `mine.toml:32: statistics.share: a statistic needs a measure (of a series) or a table, and not both`},
		{`of = "correlation"`, ``, `mine.toml:32: statistics.share: a table needs of`},
		{`from = 2`, `at = 2`, `mine.toml:37: statistics.share.at: write at for one month, or from and until`},
		{`columns = ["vacancy", "tension"]`, "column = \"vacancy\"\ncolumns = [\"vacancy\"]", `mine.toml:36: statistics.share.columns: write column for one`},
		{`effect = "e"`, ``, `mine.toml:40: expectations.effect: missing`},
		{`above = 1`, `above = "1"`, `mine.toml:44: expectations.above: "1" is text, not a number`},
		{`at_most = 2`, `at_least = 1`, `mine.toml:44: expectations.above: write at_least or above, not both`},
		{`confidence = 0.9`, `confidence = 95`, `mine.toml:46: expectations.confidence: 95 is above 0.999`},
		{`[[expectations]]`, `[expectations]`, `mine.toml:40: expectations: write each expectation as a block of its own`},
		{"above = 1\nat_most = 2\n", ``, `mine.toml:40: expectations: an expectation needs a bound`},
		{`claim = "c"`, `claim = c`, `mine.toml:2: `},
	} {
		text := strings.Replace(whole, c.old, c.new, 1)
		if text == whole {
			t.Fatalf("the good file has no %q", c.old)
		}
		_, err := parseFact("mine.toml", "", []byte(text))
		var all Errors
		if !errors.As(err, &all) {
			t.Errorf("%q for %q: no complaint", c.new, c.old)
			continue
		}
		if !strings.Contains(withoutPlaces(err), c.want) {
			t.Errorf("%q for %q:\n%v\nwant\n%s", c.new, c.old, err, c.want)
		}
	}
}

// Arms are found beside the fact's own file, and what is wrong with them is
// told with the fact's line.
func TestArmsOfAFile(t *testing.T) {
	folder := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	write("world.toml", "extends = \"new-money\"\n[funding]\noffered = 7\n")
	fact, err := LoadFact(write("good.toml", strings.Replace(whole, `"new-money"`, `"world.toml"`, 1)))
	if err != nil {
		t.Fatal(err)
	}
	worlds, err := fact.Worlds([]string{"silos"})
	if err != nil || worlds[1].Settings.Funding.Offered != 7 || !worlds[1].Settings.Off.Has(model.Silos) {
		t.Errorf("a file beside the fact's is not found: %v", err)
	}
	for _, c := range []struct{ old, new, want string }{
		{`lead_share=1`, `lead_shar=1`, `bad.toml:14: arms.zebra: --set parameters.lead_shar: there is no parameter "lead_shar"; did you mean "lead_share"?`},
		{`"new-money"`, `"newmoney"`, `bad.toml:18: arms.ant: scenario not found`},
	} {
		fact, err := LoadFact(write("bad.toml", strings.Replace(whole, c.old, c.new, 1)))
		if err != nil {
			t.Fatal(err)
		}
		if _, err = fact.Worlds(nil); err == nil || !strings.Contains(withoutPlaces(err), c.want) {
			t.Errorf("%s: %v, want %s", c.new, err, c.want)
		}
	}
	for reference, want := range map[string]string{
		"champion":                       `"champion" is neither a built-in fact nor a file; did you mean "champions"?`,
		filepath.Join(folder, "no.toml"): "neither a built-in fact nor a file",
		"":                               "neither",
	} {
		if _, err := LoadFact(reference); !errors.Is(err, ErrNoFact) || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", reference, err)
		}
	}
	if _, err := LoadFact(folder); err == nil || errors.Is(err, ErrNoFact) {
		t.Errorf("a folder is no fact, and is there: %v", err)
	}
}

// The fact of the scheme's history divides by the factor that charts use, and
// compares with the means that ship.
func TestHistoryComparesWithWhatShips(t *testing.T) {
	text, err := factFiles.ReadFile("facts/arrs-history.toml")
	if err != nil {
		t.Fatal(err)
	}
	quoted := regexp.MustCompile(`expression = "([0-9.]+) \* history\.fte_(\d+)_(\d{4})_(\d{2}) / ([0-9.]+)"`).FindAllStringSubmatch(string(text), -1)
	if len(quoted) != 13 {
		t.Fatalf("%d quarters are compared, want 6, 4 and 3", len(quoted))
	}
	panels := ObservedPanels()
	for _, quote := range quoted {
		networks, _ := strconv.Atoi(quote[2])
		quarter, err := sim.ParseMonth(quote[3] + "-" + quote[4])
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(panels, func(p ObservedPanel) bool { return p.Networks == networks })
		if i < 0 || panels[i].quarter(quarter) < 0 {
			t.Errorf("%s: no such set or quarter", quote[0])
			continue
		}
		if got, want := quote[5], strconv.FormatFloat(panels[i].Mean[panels[i].quarter(quarter)], 'f', -1, 64); got != want {
			t.Errorf("%s: the table says %s", quote[0], want)
		}
		if got, want := quote[1], strconv.FormatFloat(ReportingFactor, 'f', -1, 64); got != want {
			t.Errorf("%s: charts divide by %s", quote[0], want)
		}
	}
}
