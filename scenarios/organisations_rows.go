package scenarios

import (
	"fmt"
	"strings"

	"skillmix/model/population"
)

// A register knows what rows have said before, of both tables.
type register struct {
	codes map[string]string // where each code stands
	areas map[string]area   // by name in small letters
}

// An area as its first row has it.
type area struct {
	name, region string
	where        string // the row that named the area
	regionWhere  string // the row that named its region
}

// mostAreas is the number of areas; England has 42 integrated care systems.
const mostAreas = 200

func newRegister() *register {
	return &register{codes: map[string]string{}, areas: map[string]area{}}
}

// where names a row for another row's complaint.
func (r *record) where() string { return fmt.Sprintf("%s:%d", r.table.file, r.line) }

// code reads a code and sees that it is the only one of its kind.
func (g *register) code(r *record) string {
	code := r.text("code")
	if code == "" {
		return ""
	}
	if strings.Contains(code, "/") {
		r.fail("code", "%s holds a /, which divides a trust from its services; %s", clipped(code), r.table.column("code").Allowed)
		return ""
	}
	if before, twice := g.codes[code]; twice {
		r.fail("code", "%s stands in %s too; codes tell organisations apart, so each stands once", clipped(code), before)
		return ""
	}
	g.codes[code] = r.where()
	return code
}

// name reads a name, for which the code may stand.
func (r *record) name() string {
	if name := r.text("name"); name != "" {
		return name
	}
	return r.cell("code")
}

// place reads area and region and sees that they agree with other rows.
func (g *register) place(r *record) (name, region string) {
	name, region = r.text("area"), r.text("region")
	if name == "" {
		return "", region
	}
	key := strings.ToLower(name)
	known, found := g.areas[key]
	if !found {
		known = area{name: name, where: r.where()}
		if len(g.areas) == mostAreas {
			r.fail("area", "%s is one area too many: at most %d; an area is a labour market that organisations share, such as an integrated care system", clipped(name), mostAreas)
		}
	}
	if known.name != name {
		r.fail("area", "%s is written %s in %s; write it alike", clipped(name), clipped(known.name), known.where)
	}
	switch {
	case region != "" && known.region == "":
		known.region, known.regionWhere = region, r.where()
	case region != "" && known.region != region:
		r.fail("region", "%s, but %s says that the area %s is in %s; an area has one region", clipped(region), known.regionWhere, clipped(name), clipped(known.region))
	}
	g.areas[key] = known
	return name, region
}

// trust reads a row of the table of trusts.
func (g *register) trust(r *record) population.TrustRow {
	row := population.TrustRow{Code: g.code(r), Name: r.name()}
	row.Area, row.Region = g.place(r)
	if text := r.cell("kind"); text != "" {
		word, known := kindWord(text)
		if row.Kind, row.Specialist = word.Kind, word.Specialist; !known {
			r.fail("kind", "%s is not a kind of trust%s", clipped(text), adviceOn(text, kinds()))
		}
	}
	staff, isStaff := r.number("staff_fte", 1, mostStaff)
	row.Staff = staff
	if doctors, ok := r.number("doctors_fte", 0, mostDoctors); ok {
		row.Doctors = &doctors
		if isStaff && doctors > staff {
			r.fail("doctors_fte", "%s is above the %s staff of the trust", number(doctors), number(staff))
		}
	}
	if consultants, ok := r.number("consultants_fte", 0, mostDoctors); ok {
		row.Consultants = &consultants
		switch {
		case row.Doctors != nil && consultants > *row.Doctors:
			r.fail("consultants_fte", "%s is above the %s doctors of the trust; doctors_fte counts all doctors, consultants too", number(consultants), number(*row.Doctors))
		case row.Doctors == nil && isStaff && consultants > staff:
			r.fail("consultants_fte", "%s is above the %s staff of the trust", number(consultants), number(staff))
		}
	}
	row.Sites, _ = r.whole("sites", 1, mostSites)
	if posts, ok := r.whole("acps_in_post", 0, mostPosts); ok {
		row.Posts = &posts
		if isStaff && float64(posts) > staff {
			r.fail("acps_in_post", "%d is above the %s staff of the trust", posts, number(staff))
		}
	}
	row.Services = r.services()
	return row
}

// services reads a list of services.
func (r *record) services() []int {
	var all []int
	seen := map[int]bool{}
	for name := range strings.SplitSeq(r.cell("services"), ";") {
		name = strings.TrimSpace(name)
		specialty, known := population.SpecialtyNamed(name)
		switch {
		case name == "":
		case !known:
			r.fail("services", "%s is not a service%s", clipped(name), adviceOn(name, services()))
		case seen[specialty]:
			r.fail("services", "%q is listed twice; leave one out", name)
		default:
			seen[specialty] = true
			all = append(all, specialty)
		}
	}
	return all
}

// network reads a row of the table of primary care networks.
func (g *register) network(r *record) population.PCNRow {
	row := population.PCNRow{Code: g.code(r), Name: r.name()}
	row.Area, row.Region = g.place(r)
	registered, isRegistered := r.number("registered", 1, mostPatients)
	weighted, isWeighted := r.number("weighted", 1.0/mostWeightFactor, mostPatients*mostWeightFactor)
	row.Registered, row.Weighted = registered, weighted
	if isRegistered && isWeighted && (weighted > registered*mostWeightFactor || weighted < registered/mostWeightFactor) {
		r.fail("weighted", "%s against %s registered; %s", number(weighted), number(registered), r.table.column("weighted").Allowed)
	}
	row.Practices, _ = r.whole("practices", 1, mostPractices)
	for _, role := range roles() {
		if count, ok := r.whole(postsPrefix+role, 0, mostRolePosts); ok {
			row.Posts = append(row.Posts, population.RolePosts{Role: role, Count: count})
		}
	}
	return row
}
