package population

import (
	"cmp"
	"slices"

	"skillmix/sim"
)

// A TrustRow is what is known of one of a user's own trusts. Values are
// trusted: whoever reads them checks them.
type TrustRow struct {
	Code, Name   string
	Kind         Kind
	Specialist   bool   // an acute trust with few specialties
	Area, Region string // names; the region may be empty
	Staff        float64
	// Consultants and Doctors are full-time equivalents, nil if not known.
	// Doctors counts all of them, consultants too; it is not below
	// Consultants.
	Consultants, Doctors *float64
	Sites                int   // 0 if not known
	Posts                *int  // of advanced clinical practitioners now; nil if not known
	Services             []int // indices into Specialties, each once; empty if not known
}

// A PCNRow is what is known of one of a user's own networks. Values are
// trusted: whoever reads them checks them.
type PCNRow struct {
	Code, Name           string
	Area, Region         string // names; the region may be empty
	Registered, Weighted float64
	Practices            int // at least 1
	Posts                []RolePosts
}

// ownSeed is the seed of what is not known of a user's own organisations. It
// is not that of a run: a trust does not get another emergency department
// because a run has other luck.
const ownSeed = 1

// Own makes a population of a user's own organisations. What a row does not
// tell is filled in as for the populations that ship: services by kind of
// trust and chance, their parts of staff and doctors, sites by staff, and the
// lists of a network's practices. The order of rows does not matter:
// organisations are sorted by code, and areas come in the order of their
// first organisation, trusts before networks. The same rows give the same
// organisations whatever the seed of the run.
func Own(trusts []TrustRow, networks []PCNRow) *Population {
	luck := sim.NewChance(ownSeed, Fixed)
	population := &Population{}
	areas := map[string]int{}
	area := func(name, region string) int {
		index, known := areas[name]
		if !known {
			index = len(population.Areas)
			areas[name] = index
			population.Areas = append(population.Areas, Area{Code: name, Name: name})
		}
		if population.Areas[index].Region == "" {
			population.Areas[index].Region = region
		}
		return index
	}
	trusts = slices.SortedFunc(slices.Values(trusts), func(a, b TrustRow) int { return cmp.Compare(a.Code, b.Code) })
	for i := range trusts {
		row := &trusts[i]
		trust := Trust{Code: row.Code, Name: row.Name, Kind: row.Kind, Area: area(row.Area, row.Region), Staff: row.Staff, Posts: row.Posts}
		trust.fill(row, luck)
		population.Trusts = append(population.Trusts, trust)
	}
	networks = slices.SortedFunc(slices.Values(networks), func(a, b PCNRow) int { return cmp.Compare(a.Code, b.Code) })
	for i := range networks {
		row := &networks[i]
		pcn := PCN{Code: row.Code, Name: row.Name, Area: area(row.Area, row.Region),
			Registered: row.Registered, Weighted: row.Weighted, Posts: row.Posts}
		pcn.addPractices(row.Practices, luck)
		population.PCNs = append(population.PCNs, pcn)
	}
	return population
}

// fill adds the services of a user's own trust.
func (t *Trust) fill(row *TrustRow, luck sim.Chance) {
	profile := usualProfile[row.Kind]
	if row.Specialist {
		profile = specialistAcute
	}
	services, sites := row.Services, row.Sites
	if len(services) == 0 {
		services = drawnSpecialties(t.Code, profile, luck)
	}
	if sites == 0 {
		sites = t.usualSites()
	}
	t.addServices(profile, services, sites)
	t.setDoctors(row.Doctors, row.Consultants)
}

// usualProfile is how a trust's services are drawn if all that is known is
// its kind.
var usualProfile = [KindCount]profile{
	Acute: generalAcute, Community: community, MentalHealth: mentalHealth, Ambulance: ambulance, Combined: combined,
}
