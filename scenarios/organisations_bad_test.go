package scenarios

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestBadOrganisations(t *testing.T) {
	for _, test := range []struct{ trusts, pcns, want, reason string }{
		{"\n", "", "t.csv: empty; the first line names the columns: code, kind, area, staff_fte", "nothing at all"},
		{"code,kind,area,staff_fte\n", "", "t.csv: no rows below the names of the columns; give at least one trust, or leave the file out", "a header alone"},
		{"code,kind,area,staff_fte\n,,,\n", "", "t.csv: no rows below", "blank rows do not count"},
		{"code;kind;area;staff_fte\nR1;acute;N;5000\n", "", "t.csv:1: code: no such column; columns are divided by commas, not by semicolons or tabs", "a spreadsheet of another country"},
		{"code,kind,area,staf_fte\nR1,acute,N,5000\n", "", `t.csv:1: staff_fte: no such column; did you mean "staf_fte"?`, "a slip in a needed column"},
		{"code,kind,area,headcount\nR1,acute,N,5000\n", "", `t.csv:1: staff_fte: no such column; if it has another name, say which: population.columns.trusts.staff_fte = "..."; there are "code", "kind", "area", "headcount"`, "another name"},
		{"code,kind,area,staff_fte,acp_in_post\nR1,acute,N,5000,3\n", "", `t.csv:1: acp_in_post: unknown column; did you mean "acps_in_post"? otherwise give it a name less like it`, "a slip in an optional column would silently be ignored"},
		{"code,kind,area,staff_fte,code\nR1,acute,N,5000,R1\n", "", "t.csv:1: code: stands at the head of two columns, 1 and 5; rename one", "which of the two"},
		{"code,kind,area,staff_fte\nR1,acute,N\xe9,5000\n", "", "t.csv:2: not UTF-8; save the table as CSV UTF-8", "Windows-1252"},
		{"c\x00o\x00d\x00e\x00\n", "", "t.csv:1: not a text; save the table as CSV UTF-8", "UTF-16"},
		{trustsWith("R3,\"Three,acute,North,1000"), "", "t.csv:4: a quotation mark that does not close, or stands inside text", "an open quotation mark swallows the rest"},
		{trustsWith(`R3,The "old" site,acute,North,1000`), "", "t.csv:4: a quotation mark that does not close, or stands inside text", "quotation marks that are not doubled"},
		{trustsWith("R3,Three,acute,North"), "", "t.csv:4: 4 fields, where the first line has 5; text with a comma in it stands in quotes", "a cell is missing"},
		{trustsWith("R3,Three, of them,acute,North,1000"), "", "t.csv:4: 6 fields, where the first line has 5", "a comma in a name"},
		{trustsWith("R3,,acute,,"), "", "t.csv:4: nothing stands under area, staff_fte; every row needs it; population.skip_incomplete = true leaves such rows out", "empty cells, told once a row; a name may be empty"},
		{trustsWith("R1,Again,acute,North,1000"), "", `t.csv:4: code: "R1" stands in t.csv:2 too; codes tell organisations apart, so each stands once`, "a code twice"},
		{goodTrusts, pcnHeader + "R1,First,North,40000,41000,5\n", `p.csv:2: code: "R1" stands in t.csv:2 too`, "a code in both tables"},
		{trustsWith("R/3,Three,acute,North,1000"), "", `t.csv:4: code: "R/3" holds a /, which divides a trust from its services; text without /, each once`, "it would clash with a service"},
		{trustsWith("R3,\"Th\nree\",acute,North,1000"), "", "t.csv:4: name: contains a line break or another control character; one line of at most 200 characters", "names stand in tables"},
		{trustsWith("R3,Three,acutte,North,1000"), "", `t.csv:4: kind: "acutte" is not a kind of trust; did you mean "acute"?`, "a slip"},
		{trustsWith("R3,Three,hospice,North,1000"), "", `t.csv:4: kind: "hospice" is not a kind of trust; one of "acute", "community", "mental-health", "ambulance", "combined"`, "what there is"},
		{trustsWith("R3,Three,acute,North,-5"), "", "t.csv:4: staff_fte: -5 is below 1; all staff, full-time equivalents, 1 to 100000", "negative"},
		{trustsWith("R3,Three,acute,North,5000000"), "", "t.csv:4: staff_fte: 5000000 is above 100000", "absurd"},
		{trustsWith("R3,Three,acute,North,\"5,000\""), "", `t.csv:4: staff_fte: "5,000" has commas; write it without, as 5000`, "thousands"},
		{trustsWith("R3,Three,acute,North,n/a"), "", `t.csv:4: staff_fte: "n/a" is not a number; all staff`, "text"},
		{trustsWith("R3,Three,acute,North,NaN"), "", `t.csv:4: staff_fte: "NaN" is not a number`, "it would poison every result"},
		{trustsWith("R3,Three,acute,North,Inf"), "", `t.csv:4: staff_fte: "Inf" is not a number`, "no trust is infinite"},
		{trustsWith("R3,Three,acute,North,1e999"), "", `t.csv:4: staff_fte: "1e999" is out of range`, "infinite in another way"},
		{trustsWith("R3,Three,acute,north,1000"), "", `t.csv:4: area: "north" is written "North" in t.csv:2; write it alike`, "two areas that are one"},
		{"code,kind,area,region,staff_fte\nR1,acute,N,East,5000\nR2,acute,N,,5000\nR3,acute,N,West,5000\n", "",
			`t.csv:4: region: "West", but t.csv:2 says that the area "N" is in "East"; an area has one region`, "an area in two regions"},
		{"code,kind,area,staff_fte,doctors_fte\nR1,acute,N,500,900\n", "", "t.csv:2: doctors_fte: 900 is above the 500 staff of the trust", "more doctors than staff"},
		{"code,kind,area,staff_fte,doctors_fte,consultants_fte\nR1,acute,N,500,60,70\n", "", "t.csv:2: consultants_fte: 70 is above the 60 doctors of the trust; doctors_fte counts all doctors, consultants too", "the rest only was given as doctors"},
		{"code,kind,area,staff_fte,consultants_fte\nR1,acute,N,50,70\n", "", "t.csv:2: consultants_fte: 70 is above the 50 staff", "more consultants than staff"},
		{"code,kind,area,staff_fte,doctors_fte\nR1,acute,N,500,*\n", "", `t.csv:2: doctors_fte: "*" is not a number; all doctors, consultants too, full-time equivalents, 0 to 50000, not above staff_fte; leave the cell empty if it is not known`, "a suppressed count"},
		{"code,kind,area,staff_fte,sites\nR1,acute,N,500,0\n", "", "t.csv:2: sites: 0 is below 1", "a trust is somewhere"},
		{"code,kind,area,staff_fte,sites\nR1,acute,N,500,1.5\n", "", "t.csv:2: sites: 1.5 is not a whole number; main sites, a whole number, 1 to 10", "half a site"},
		{"code,kind,area,staff_fte,acps_in_post\nR1,acute,N,5,6\n", "", "t.csv:2: acps_in_post: 6 is above the 5 staff of the trust", "more posts than staff"},
		{"code,kind,area,staff_fte,services\nR1,acute,N,500,surgery;emergencies;surgery\n", "", `t.csv:2: services: "emergencies" is not a service; one of "urgent-emergency"`, "not a slug"},
		{"code,kind,area,staff_fte,services\nR1,acute,N,500,surgery; surgery\n", "", `t.csv:2: services: "surgery" is listed twice; leave one out`, "a service twice"},
		{"", pcnHeader + "U1,First,North,0,41000,5\n", "p.csv:2: registered: 0 is below 1; registered patients, 1 to 1000000", "a network without patients"},
		{"", pcnHeader + "U1,First,North,40000,4100,5\n", "p.csv:2: weighted: 4100 against 40000 registered; patients weighted for need, between a quarter and four times the registered", "a digit lost"},
		{"", pcnHeader + "U1,First,North,40000,41000,0\n", "p.csv:2: practices: 0 is below 1", "a network without practices"},
		{"", "code,area,registered,weighted,practices,posts_pharmacist\nU1,N,40000,41000,5,2\n", `p.csv:1: posts_pharmacist: there is no role "pharmacist"; one of "acp", "clinical-pharmacist"`, "roles have fixed names"},
		{"", "code,area,registered,weighted,practices,posts_paramedics\nU1,N,40000,41000,5,2\n", `p.csv:1: posts_paramedics: unknown column; did you mean "posts_paramedic"?`, "a slip in a role"},
		{"", "code,area,registered,weighted,practices,posts_paramedic\nU1,N,40000,41000,5,-2\n", "p.csv:2: posts_paramedic: -2 is below 0", "negative"},
	} {
		f := own(test.trusts, test.pcns)
		f["mine.toml"] += "[report]\nheadline = \"posts_per_1000_staff\"\n"
		if test.trusts == "" {
			f["mine.toml"] = strings.Replace(f["mine.toml"], HeadlinePosts, HeadlineNetworks, 1)
		}
		if test.trusts == "\n" {
			f["t.csv"] = ""
		}
		_, err := f.load("mine.toml")
		var problems Errors
		if !errors.As(err, &problems) {
			t.Errorf("%s: got %v, want Errors", test.reason, err)
			continue
		}
		if first := withoutPlaces(problems[0]); !strings.HasPrefix(first, test.want) {
			t.Errorf("%s: got\n%s\nwant\n%s...", test.reason, first, test.want)
		}
	}
}

// Every bad row is told, with its line, up to a number that can be read.
func TestAllBadRowsAreTold(t *testing.T) {
	table := "code,kind,area,staff_fte\n"
	for i := range 30 {
		table += fmt.Sprintf("R%d,acute,N,%d\n", i, -i)
	}
	f := own(table, pcnHeader+"U1,First,North,40000,41000,none\n")
	_, err := f.load("mine.toml", "funding.offered=-1")
	lines := strings.Split(withoutPlaces(err), "\n")
	if len(lines) != 1+20+1+1 || !strings.HasPrefix(lines[0], "--set funding.offered: -1 is below 0") ||
		!strings.HasPrefix(lines[20], "t.csv:21: staff_fte: -19 is below 1") ||
		lines[21] != "t.csv: 10 more problems are not shown; mend these first" ||
		!strings.HasPrefix(lines[22], `p.csv:2: practices: "none" is not a number`) {
		t.Errorf("told:\n%s", err)
	}
}

func TestOrganisationsMayNotBeTooMany(t *testing.T) {
	row := func(format string, n int) string {
		var table strings.Builder
		for i := range n {
			fmt.Fprintf(&table, format, i)
		}
		return table.String()
	}
	for _, test := range []struct{ trusts, pcns, want, reason string }{
		{"code,kind,area,staff_fte\n" + row("R%d,acute,N,100\n", 5001), "", "t.csv:5002: more than 5000 rows", "England has 217 trusts"},
		{"", pcnHeader + row("U%d,,N,100,100,1\n", 20001), "p.csv:20002: more than 20000 rows", "England has 1,255 networks"},
		{"", pcnHeader + row("U%[1]d,,N%[1]d,100,100,1\n", 201), `p.csv:202: area: "N200" is one area too many: at most 200`, "each network an area of its own"},
		{"code\n" + strings.Repeat("x", maxTableBytes), "", "t.csv: larger than 4 MiB; keep only rows and columns of use", "not a table of organisations"},
	} {
		f := own(test.trusts, test.pcns)
		_, err := f.load("mine.toml")
		if err == nil || !strings.HasPrefix(withoutPlaces(err), test.want) {
			t.Errorf("%s: got %.300v, want %s", test.reason, err, test.want)
		}
	}
}
