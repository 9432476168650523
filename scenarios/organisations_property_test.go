package scenarios

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"skillmix/model/population"
)

// Whatever organisations there are, written as tables and read again they are
// the same.
func TestTablesRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`["A-Za-z]([A-Za-z"'é,; .&-]{0,20}[A-Za-z"é])?`)
		trusts := rapid.SliceOfNDistinct(rapid.Custom(func(t *rapid.T) population.TrustRow { return drawTrust(t, text) }), 1, 8,
			func(row population.TrustRow) string { return row.Code }).Draw(t, "trusts")
		networks := rapid.SliceOfNDistinct(rapid.Custom(func(t *rapid.T) population.PCNRow { return drawNetwork(t, text) }), 1, 8,
			func(row population.PCNRow) string { return row.Code }).Draw(t, "networks")
		s, err := own(writeTrusts(trusts), writeNetworks(networks)).load("mine.toml")
		if err != nil {
			t.Fatalf("%v\n%s\n%s", err, writeTrusts(trusts), writeNetworks(networks))
		}
		want := population.Own(trusts, networks)
		want.Name = OwnOrganisations
		if difference := cmp.Diff(want, s.Organisations); difference != "" {
			t.Fatal(difference)
		}
	})
}

// ownAreas are areas with their regions.
var ownAreas = [][2]string{{"North", "Upper"}, {"South, and \"East\"", ""}, {"Midst", "Lower"}}

func drawTrust(t *rapid.T, text *rapid.Generator[string]) population.TrustRow {
	area := rapid.SampledFrom(ownAreas).Draw(t, "area")
	row := population.TrustRow{
		Code:  "R" + rapid.StringMatching(`[A-Z0-9]{2,4}`).Draw(t, "code"),
		Name:  text.Draw(t, "name"),
		Area:  area[0],
		Staff: rapid.Float64Range(1, mostStaff).Draw(t, "staff"),
	}
	row.Region = area[1]
	word := rapid.SampledFrom(KindWords()).Draw(t, "kind")
	row.Kind, row.Specialist = word.Kind, word.Specialist
	if rapid.Bool().Draw(t, "doctors known") {
		doctors := rapid.Float64Range(0, min(row.Staff, mostDoctors)).Draw(t, "doctors")
		row.Doctors = &doctors
		if rapid.Bool().Draw(t, "consultants known") {
			consultants := rapid.Float64Range(0, doctors).Draw(t, "consultants")
			row.Consultants = &consultants
		}
	}
	if rapid.Bool().Draw(t, "posts known") {
		posts := rapid.IntRange(0, int(min(row.Staff, mostPosts))).Draw(t, "posts")
		row.Posts = &posts
	}
	row.Sites = rapid.IntRange(0, mostSites).Draw(t, "sites")
	row.Services = rapid.SliceOfDistinct(rapid.IntRange(0, population.SpecialtyCount-1), rapid.ID).Draw(t, "services")
	return row
}

func drawNetwork(t *rapid.T, text *rapid.Generator[string]) population.PCNRow {
	area := rapid.SampledFrom(ownAreas).Draw(t, "area")
	row := population.PCNRow{
		Code:       "U" + rapid.StringMatching(`[A-Z0-9]{2,4}`).Draw(t, "code"),
		Name:       text.Draw(t, "name"),
		Area:       area[0],
		Region:     area[1],
		Registered: float64(rapid.IntRange(1, mostPatients).Draw(t, "registered")),
		Practices:  rapid.IntRange(1, 30).Draw(t, "practices"),
	}
	row.Weighted = row.Registered * rapid.Float64Range(0.5, 2).Draw(t, "weight")
	for _, role := range roles() {
		if count := rapid.IntRange(-3, 3).Draw(t, role); count >= 0 {
			row.Posts = append(row.Posts, population.RolePosts{Role: role, Count: count})
		}
	}
	return row
}

func writeTrusts(rows []population.TrustRow) string {
	records := [][]string{{"code", "name", "kind", "area", "region", "staff_fte", "doctors_fte", "consultants_fte", "sites", "services", "acps_in_post"}}
	for _, row := range rows {
		record := []string{row.Code, row.Name, row.Kind.String(), row.Area, row.Region, number(row.Staff), "", "", "", "", ""}
		if row.Specialist {
			record[2] = "Acute specialist"
		}
		if row.Doctors != nil {
			record[6] = number(*row.Doctors)
		}
		if row.Consultants != nil {
			record[7] = number(*row.Consultants)
		}
		if row.Sites > 0 {
			record[8] = strconv.Itoa(row.Sites)
		}
		var names []string
		for _, specialty := range row.Services {
			names = append(names, population.Specialties[specialty].Name)
		}
		record[9] = strings.Join(names, "; ")
		if row.Posts != nil {
			record[10] = strconv.Itoa(*row.Posts)
		}
		records = append(records, record)
	}
	return writeCSV(records)
}

func writeNetworks(rows []population.PCNRow) string {
	head := []string{"code", "name", "area", "region", "registered", "weighted", "practices"}
	for _, role := range roles() {
		head = append(head, postsPrefix+role)
	}
	records := [][]string{head}
	for _, row := range rows {
		record := []string{row.Code, row.Name, row.Area, row.Region, number(row.Registered), number(row.Weighted), strconv.Itoa(row.Practices)}
		posts := map[string]string{}
		for _, held := range row.Posts {
			posts[held.Role] = strconv.Itoa(held.Count)
		}
		for _, role := range roles() {
			record = append(record, posts[role])
		}
		records = append(records, record)
	}
	return writeCSV(records)
}

func writeCSV(records [][]string) string {
	var text bytes.Buffer
	if err := csv.NewWriter(&text).WriteAll(records); err != nil {
		panic(err)
	}
	return text.String()
}

// FuzzOrganisations feeds the reader of tables with any text. It must never
// panic, and what it accepts it must accept again from the resolved file.
func FuzzOrganisations(f *testing.F) {
	f.Add(goodTrusts, goodPCNs)
	f.Add("code,kind,area,staff_fte,services\nR1,acute,N,5,surgery;\n", "code\n\"")
	f.Add("\ufeff\"code\"\r\n", ",,,\n")
	f.Fuzz(func(t *testing.T, trusts, pcns string) {
		s, err := own(trusts, pcns).load("mine.toml")
		if err != nil || s.Organisations == nil {
			return
		}
		beside := files{"again.toml": string(s.Resolved())}
		for _, file := range s.Files {
			beside[file.Copy] = string(file.Content)
		}
		again, err := beside.load("again.toml")
		if err != nil {
			t.Fatalf("refused again: %v", err)
		}
		if difference := cmp.Diff(s.Organisations, again.Organisations); difference != "" {
			t.Error(difference)
		}
	})
}
