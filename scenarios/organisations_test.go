package scenarios

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"skillmix/model/population"
)

// files is a file system in memory.
type files map[string]string

func (f files) read(path string) ([]byte, error) {
	if text, found := f[filepath.ToSlash(path)]; found {
		return []byte(text), nil
	}
	return nil, &fs.PathError{Op: "open", Path: path, Err: fs.ErrNotExist}
}

func (f files) load(reference string, sets ...string) (*Scenario, error) {
	return loader{read: f.read, table: f.read}.load(reference, sets)
}

const (
	goodTrusts = "code,name,kind,area,staff_fte\nR1,One,acute,North,5000\nR2,Two,community,South,2000\n"
	goodPCNs   = "code,name,area,registered,weighted,practices\nU1,First,North,40000,41000,5\nU2,Second,South,35000,34000.5,1\n"
)

// own returns a scenario of own organisations, and what its tables say.
func own(trusts, pcns string) files {
	f := files{"mine.toml": "[population]\n"}
	if trusts != "" {
		f["mine.toml"] += "trusts_file = \"t.csv\"\n"
		f["t.csv"] = trusts
	}
	if pcns != "" {
		f["mine.toml"] += "pcns_file = \"p.csv\"\n"
		f["p.csv"] = pcns
	}
	return f
}

// trustsWith returns a good table of trusts with one more row.
func trustsWith(row string) string { return goodTrusts + row + "\n" }

const pcnHeader = "code,name,area,registered,weighted,practices\n"

func TestSpellingsOfTables(t *testing.T) {
	plain, err := own(goodTrusts, goodPCNs).load("mine.toml")
	if err != nil {
		t.Fatal(err)
	}
	if plain.Preset != "" || len(plain.Organisations.Trusts) != 2 || len(plain.Organisations.PCNs) != 2 || len(plain.Organisations.Areas) != 2 {
		t.Fatalf("read %+v", plain.Organisations)
	}
	for _, test := range []struct{ trusts, pcns, reason string }{
		{"\ufeff" + goodTrusts, goodPCNs, "a byte order mark"},
		{strings.ReplaceAll(goodTrusts, "\n", "\r\n"), goodPCNs, "Windows line ends"},
		{goodTrusts + ",,,,\n\n", goodPCNs, "blank rows at the end"},
		{"code,name,kind,area,staff_fte\nR2,Two,Community Trust,South,2000.0\nR1,One,ACUTE,North,5e3\n", goodPCNs, "another order of rows, other spellings of kinds and numbers"},
		{"beds,staff_fte,code,name,kind,area\n7, 5000 ,R1,One,acute,\"North\"\n,2000,R2,Two,community,South\n", goodPCNs, "another order of columns, one more, spaces and quotes"},
		{goodTrusts, "code,name,area,region,registered,weighted,practices,posts_paramedic\nU1,First,North,,40000,41000,5.0,\nU2,Second,South,,35000,34000.5,1,\n", "no posts, a whole number with a point"},
	} {
		other, err := own(test.trusts, test.pcns).load("mine.toml")
		if err != nil {
			t.Errorf("%s: %v", test.reason, err)
			continue
		}
		if difference := cmp.Diff(plain.Organisations, other.Organisations); difference != "" {
			t.Errorf("%s: %s", test.reason, difference)
		}
	}
}

func TestColumnsOfOtherNames(t *testing.T) {
	f := own("Org,Type,STP,FTE,code\nR1,Acute,North,5000,x\nR2,Community,South,2000,y\n", "")
	f["mine.toml"] += "[population.columns.trusts]\ncode = \"Org\"\nkind = \"Type\"\narea = \"FTE\"\nstaff_fte = \"FTE\"\n"
	f["child.toml"] = "extends = \"mine.toml\"\n[population]\ncolumns = { trusts = { area = \"STP\", region = \"STP\" } }\n"
	s, err := f.load("child.toml", "population.columns.trusts.name=Org")
	if err != nil {
		t.Fatal(err)
	}
	if trust := s.Organisations.Trusts[0]; trust.Code != "R1" || trust.Name != "R1" || s.Organisations.Areas[0] != (population.Area{Code: "North", Name: "North", Region: "North"}) {
		t.Errorf("read %+v in %+v", trust, s.Organisations.Areas)
	}
	for _, test := range []struct{ set, want, reason string }{
		{"population.columns.trusts.code=Organisation", `t.csv:1: code (Organisation): no such column, though population.columns.trusts names it`, "the file has no such column"},
		{"population.columns.trusts.cod=Org", `--set population.columns.trusts.cod: there is no column "cod"; did you mean "code"?`, "we have no such column"},
		{"population.columns.trust.code=Org", `--set population.columns.trust: unknown key; did you mean "trusts"?`, "trusts is the name"},
		{"population.columns.trusts=Org", `--set population.columns.trusts: "Org" is text; write a table`, "which column"},
		{"population.columns=Org", `--set population.columns: "Org" is text; write a table for each file`, "which file"},
		{"population.columns.pcns.code=Org", "--set population.columns.pcns: there is no population.pcns_file", "the other file is not given"},
		{"population.columns.trusts.code=", `t.csv:2: code: `, "taken back: the column code counts again"},
	} {
		_, err := f.load("child.toml", test.set)
		if test.want == `t.csv:2: code: ` {
			if err != nil {
				t.Errorf("%s: %v", test.reason, err)
			}
			continue
		}
		if err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %s", test.reason, err, test.want)
		}
	}
}

func TestIncompleteRowsMayBeLeftOut(t *testing.T) {
	f := own("", goodPCNs+"U3,,,,,\nU4,Fourth,South,,,\n")
	sets := []string{"report.headline=fte_per_pcn", "population.skip_incomplete=true"}
	s, err := f.load("mine.toml", sets...)
	if err != nil {
		t.Fatal(err)
	}
	if s.Files[0].Rows != 2 || s.Files[0].LeftOut != 2 || len(s.Organisations.PCNs) != 2 {
		t.Errorf("read %d rows, left out %d", s.Files[0].Rows, s.Files[0].LeftOut)
	}
	if preset, err := f.load("mine.toml", "population.preset=classroom", "population.skip_incomplete=true"); err != nil || preset.SkipIncomplete {
		t.Errorf("a preset has no rows to leave out: %v", err)
	}
	f["p.csv"] = pcnHeader + "U3,,,,,\n"
	if _, err := f.load("mine.toml", sets...); err == nil || !strings.HasPrefix(err.Error(), "p.csv: every row has an empty cell in a column that is needed") {
		t.Errorf("nothing is left, and the error is %v", err)
	}
	f["p.csv"] = pcnHeader + "U3,,North,x,,\n"
	if _, err := f.load("mine.toml", sets[0]); err == nil || len(strings.Split(withoutPlaces(err), "\n")) != 2 {
		t.Errorf("a row that is incomplete and wrong: %v", err)
	}
}

// Of a preset and a file the later document counts.
func TestPresetOrFiles(t *testing.T) {
	f := own(goodTrusts, goodPCNs)
	f["preset.toml"] = "extends = \"mine.toml\"\n[population]\npreset = \"classroom\"\n"
	f["trusts.toml"] = "extends = \"preset.toml\"\n[population]\ntrusts_file = \"t.csv\"\n"
	f["built.toml"] = "extends = \"new-money\"\n[population]\ntrusts_file = \"t.csv\"\n"
	f["both.toml"] = "[population]\npreset = \"classroom\"\ntrusts_file = \"t.csv\"\n"
	f["sub/down.toml"] = "extends = \"../mine.toml\"\n"
	f["sub/own.toml"] = "[population]\ntrusts_file = \"../t.csv\"\n"
	for _, test := range []struct {
		reference     string
		sets          []string
		preset        string
		trusts, files int
		reason        string
	}{
		{"mine.toml", nil, "", 2, 2, "both files"},
		{"preset.toml", nil, "classroom", 0, 0, "a preset takes the place of its parent's files"},
		{"trusts.toml", nil, "", 2, 1, "and a file that of the preset, without the other file of long ago"},
		{"built.toml", nil, "", 2, 1, "a file takes the place of a built-in's preset"},
		{"mine.toml", []string{"population.preset=classroom"}, "classroom", 0, 0, "an option overrules"},
		{"preset.toml", []string{"population.trusts_file=t.csv"}, "", 2, 1, "either way"},
		{"mine.toml", []string{"population.pcns_file="}, "", 2, 1, "no networks after all"},
		{"sub/down.toml", nil, "", 2, 2, "paths are relative to the file in which they stand"},
		{"sub/own.toml", nil, "", 2, 1, "and may lead upwards"},
	} {
		s, err := f.load(test.reference, test.sets...)
		if err != nil {
			t.Errorf("%s: %v", test.reason, err)
			continue
		}
		trusts := 0
		if s.Organisations != nil {
			trusts = len(s.Organisations.Trusts)
		}
		if s.Preset != test.preset || trusts != test.trusts || len(s.Files) != test.files {
			t.Errorf("%s: preset %q, %d trusts, %d files", test.reason, s.Preset, trusts, len(s.Files))
		}
	}
	for _, test := range []struct {
		reference string
		sets      []string
		want      string
		reason    string
	}{
		{"both.toml", nil, "both.toml:3: population.trusts_file: population.preset is given too", "which of the two"},
		{"mine.toml", []string{"population.redraw=true"}, "--set population.redraw: your own organisations cannot be drawn anew", "they are real"},
		{"mine.toml", []string{"population.trusts_file=no.csv"}, "--set population.trusts_file: no.csv cannot be read: file does not exist", "a slip in the path"},
		{"mine.toml", []string{"population.trusts_file="}, "--set population.trusts_file: posts_per_1000_staff is about trusts, and there are none", "the headline is about trusts"},
		{"trusts.toml", []string{"report.headline=fte_per_pcn"}, "--set report.headline: fte_per_pcn is about networks, and there are none", "the headline is about networks"},
		{"mine.toml", []string{"population.skip_incomplete=yes"}, "--set population.skip_incomplete: \"yes\" is text; write true or false", "yes is not TOML's truth"},
	} {
		_, err := f.load(test.reference, test.sets...)
		if err == nil || !strings.HasPrefix(withoutPlaces(err), test.want) || strings.Contains(withoutPlaces(err), "\n") {
			t.Errorf("%s: got %v, want %s", test.reason, err, test.want)
		}
	}
}

// The resolved file with copies of the tables beside it gives the same
// scenario and the same bytes, and another content gives other bytes.
func TestResolvedOrganisations(t *testing.T) {
	f := own(strings.Replace(goodTrusts, "code", "the \"\"code\"\"", 1), goodPCNs+"U3,,,,,\n")
	f["t.csv"] = strings.Replace(goodTrusts, "code", `"the ""code"""`, 1)
	f["mine.toml"] += "skip_incomplete = true\ncolumns.trusts = { code = 'the \"code\"' }\n"
	s, err := f.load("mine.toml")
	if err != nil {
		t.Fatal(err)
	}
	beside := files{"result/scenario.mine.toml": string(s.Resolved())}
	for _, file := range s.Files {
		beside["result/"+file.Copy] = string(file.Content)
	}
	again, err := beside.load("result/scenario.mine.toml")
	if err != nil {
		t.Fatalf("%v\n%s", err, s.Resolved())
	}
	if difference := cmp.Diff(string(s.Resolved()), string(again.Resolved())); difference != "" {
		t.Error(difference)
	}
	if difference := cmp.Diff(s.Organisations, again.Organisations); difference != "" {
		t.Error(difference)
	}
	if difference := s.OtherOrganisations(again); difference != "" {
		t.Errorf("the same files elsewhere are other organisations: %s", difference)
	}
	f["t.csv"] += "R9,Nine,acute,North,100\n"
	changed, err := f.load("mine.toml")
	if err != nil {
		t.Fatal(err)
	}
	if string(changed.Resolved()) == string(s.Resolved()) {
		t.Error("the resolved file does not tell that a table has changed")
	}
	if difference := s.OtherOrganisations(changed); difference != "population.trusts_file is t.csv in one and t.csv, of other content, in the other" {
		t.Errorf("told %q", difference)
	}
}

// TestRealOrganisations reads the tables of real organisations in a folder
// that SKILLMIX_REAL_ORGANISATIONS names; they do not ship.
func TestRealOrganisations(t *testing.T) {
	folder := os.Getenv("SKILLMIX_REAL_ORGANISATIONS")
	if folder == "" {
		t.Skip("set SKILLMIX_REAL_ORGANISATIONS to a folder with trusts_2017.csv and pcns.csv")
	}
	sets := []string{
		"population.trusts_file=" + filepath.Join(folder, "trusts_2017.csv"), "population.pcns_file=" + filepath.Join(folder, "pcns.csv"),
		"population.columns.trusts={code='org_code',name='org_name',kind='trust_type',area='hee_region',staff_fte='total_fte'}",
		"population.columns.pcns={code='pcn_code',name='pcn_name',area='icb',region='region',registered='registered_19-20',weighted='weighted_19-20',practices='n_practices_19-20'}",
	}
	_, err := Load("baseline", sets)
	if err == nil || !strings.Contains(err.Error(), "nothing stands under registered_19-20, weighted_19-20, n_practices_19-20") {
		t.Errorf("networks that did not exist in 2019/20 were read: %v", err)
	}
	s, err := Load("baseline", append(sets, "population.skip_incomplete=true"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range s.Files {
		t.Logf("%s: %d rows read, %d left out", filepath.Base(file.Path), file.Rows, file.LeftOut)
	}
	doctors := 0.0
	for i := range s.Organisations.Trusts {
		for j := range s.Organisations.Trusts[i].Services {
			service := &s.Organisations.Trusts[i].Services[j]
			doctors += service.Senior + service.Training
		}
	}
	t.Logf("%.0f staff, %.0f doctors, %d services, %d practices, %d areas", s.Organisations.Staff(), doctors,
		s.Organisations.Services(), s.Organisations.Practices(), len(s.Organisations.Areas))
}
