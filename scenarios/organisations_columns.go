package scenarios

import (
	"strings"

	"skillmix/model"
	"skillmix/model/population"
)

// A Column is one of a table of a user's own organisations.
type Column struct {
	Name    string
	Needed  bool   // a table without it, or a row with an empty cell, is refused
	Allowed string // what may stand there, with units
	Absent  string // what is supposed where the column or the cell is empty; "" for needed columns
}

// postsPrefix begins the columns of a network's posts held now; the name of a
// role follows.
const postsPrefix = "posts_"

// Limits far beyond any organisation of the NHS, so that a slip of the keyboard or
// a column of something else is noticed.
const (
	mostStaff        = 100_000
	mostDoctors      = 50_000
	mostSites        = 10
	mostPosts        = 10_000
	mostPatients     = 1_000_000
	mostPractices    = 200
	mostRolePosts    = 1_000
	mostWeightFactor = 4 // weighted list against registered, either way
)

// TrustColumns lists the columns of a table of trusts.
func TrustColumns() []Column {
	return []Column{
		{"code", true, "text without /, each once", ""},
		{"name", false, "text", "the code"},
		{"kind", true, "one of " + strings.Join(kinds(), ", ") + ", or a word for one of them (below)", ""},
		{"area", true, "text: the labour market that organisations share, such as the integrated care system", ""},
		{"region", false, "text, the same for a whole area", "none"},
		{"staff_fte", true, "all staff, full-time equivalents, " + between(1, mostStaff), ""},
		{"doctors_fte", false, "all doctors, consultants too, full-time equivalents, " + between(0, mostDoctors) + ", not above staff_fte", "by services and staff"},
		{"consultants_fte", false, "consultants, full-time equivalents, not above doctors_fte", "the usual part of the doctors"},
		{"sites", false, "main sites, a whole number, " + between(1, mostSites), "2 above 8,500 staff, otherwise 1; ambulance trusts 1"},
		{"services", false, "names of services with semicolons between them (below)", "drawn by kind"},
		{"acps_in_post", false, "posts of advanced clinical practitioners that are filled at the start, a whole number, " + between(0, mostPosts), "drawn from published counts"},
	}
}

// PCNColumns lists the columns of a table of primary care networks.
func PCNColumns() []Column {
	return []Column{
		{"code", true, "text without /, each once", ""},
		{"name", false, "text", "the code"},
		{"area", true, "text: the labour market that organisations share, such as the integrated care system", ""},
		{"region", false, "text, the same for a whole area", "none"},
		{"registered", true, "registered patients, " + between(1, mostPatients), ""},
		{"weighted", true, "patients weighted for need, between a quarter and four times the registered", ""},
		{"practices", true, "number of practices, a whole number, " + between(1, mostPractices), ""},
		{postsPrefix + "ROLE", false, "posts of that role that are filled at the start, a whole number, " + between(0, mostRolePosts) + "; a column for each role (below)", "not known: drawn as for invented networks, which have pharmacists at most"},
	}
}

// between writes a permitted range.
func between(least, most float64) string { return number(least) + " to " + number(most) }

// roles lists the names of all roles.
func roles() []string {
	all := make([]string, len(model.Roles))
	for i := range all {
		all[i] = model.Roles[i].Name
	}
	return all
}

// kinds lists the kinds of trust.
func kinds() []string {
	all := make([]string, population.KindCount)
	for i := range all {
		all[i] = population.Kind(i).String()
	}
	return all
}

// services lists the names of all services.
func services() []string {
	all := make([]string, len(population.Specialties))
	for i := range all {
		all[i] = population.Specialties[i].Name
	}
	return all
}

// A KindWord is a way of writing a kind of trust.
type KindWord struct {
	Word       string // in small letters, with spaces for hyphens and underscores
	Kind       population.Kind
	Specialist bool // an acute trust with few services
}

// KindWords lists the ways of writing a kind of trust that tables in use have.
func KindWords() []KindWord {
	return []KindWord{
		{"acute", population.Acute, false},
		{"general acute", population.Acute, false},
		{"acute teaching", population.Acute, false},
		{"acute large", population.Acute, false},
		{"acute medium", population.Acute, false},
		{"acute small", population.Acute, false},
		{"acute specialist", population.Acute, true},
		{"specialist", population.Acute, true},
		{"community", population.Community, false},
		{"mental health", population.MentalHealth, false},
		{"mental health and learning disability", population.MentalHealth, false},
		{"ambulance", population.Ambulance, false},
		{"combined", population.Combined, false},
		{"integrated", population.Combined, false},
		{"acute and community", population.Combined, false},
	}
}

// kindWord finds the kind that a text means, however it is hyphenated and
// with or without "trust" at its end.
func kindWord(text string) (KindWord, bool) {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune(" -_", r) })
	if n := len(words); n > 1 && words[n-1] == "trust" {
		words = words[:n-1]
	}
	for _, known := range KindWords() {
		if known.Word == strings.Join(words, " ") {
			return known, true
		}
	}
	return KindWord{}, false
}
