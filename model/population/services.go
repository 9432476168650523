package population

import (
	"fmt"

	"skillmix/sim"
)

// Trusts of more staff than secondSiteStaff have a second site (judged; about
// one in eight). Sites other than the main one hold secondSitePart of every
// service between them (judged).
const (
	secondSiteStaff = 8500
	secondSitePart  = 0.4
)

// communityUrgentDoctors is the part of an emergency department's doctors
// that a walk-in service has (judged).
const communityUrgentDoctors = 0.3

// drawnSpecialties draws which services a trust has, at least one.
func drawnSpecialties(code string, profile profile, luck sim.Chance) []int {
	presence := luck.Draws(drawPresence, sim.Always)
	var present []int
	for _, candidate := range has[profile] {
		specialty, _ := SpecialtyNamed(candidate.specialty)
		if presence.Bernoulli(sim.EntityKey(code+"/"+candidate.specialty), candidate.of) {
			present = append(present, specialty)
		}
	}
	if len(present) == 0 {
		first, _ := SpecialtyNamed(has[profile][0].specialty)
		return []int{first}
	}
	return present
}

// usualSites returns the number of sites of a trust of which it is not known.
func (t *Trust) usualSites() int {
	if t.Staff > secondSiteStaff && t.Kind != Ambulance {
		return 2
	}
	return 1
}

// sitePart returns the part of every service that a site holds; site 1 is the
// main one.
func sitePart(site, sites int) float64 {
	switch {
	case sites == 1:
		return 1
	case site == 1:
		return 1 - secondSitePart
	}
	return secondSitePart / float64(sites-1)
}

// addServices gives a trust services of these specialties at each of its
// sites, with their usual parts of its staff and doctors in proportion to it.
func (t *Trust) addServices(profile profile, specialties []int, sites int) {
	weight := 0.0
	for _, specialty := range specialties {
		weight += Specialties[specialty].Weight
	}
	for _, specialty := range specialties {
		s := &Specialties[specialty]
		for site := 1; site <= sites; site++ {
			part := sitePart(site, sites)
			doctors := s.Doctors * t.Staff / 1000 * part
			if profile == community && s.Name == "urgent-emergency" {
				doctors *= communityUrgentDoctors
			}
			t.Services = append(t.Services, Service{
				Code:      fmt.Sprintf("%s/%s/%d", t.Code, s.Name, site),
				Specialty: specialty,
				Site:      site,
				Staff:     t.Staff * part * s.Weight / weight,
				Senior:    doctors * s.SeniorShare,
				Training:  doctors * (1 - s.SeniorShare),
			})
		}
	}
}

// setDoctors scales the medical establishment of a trust's services to what is
// known of it: doctors in all, consultants among them, either or neither. Of
// doctors alone, consultants have their usual part.
func (t *Trust) setDoctors(doctors, consultants *float64) {
	senior, training := 0.0, 0.0
	for i := range t.Services {
		senior += t.Services[i].Senior
		training += t.Services[i].Training
	}
	bySenior, byTraining := 1.0, 1.0
	if doctors != nil {
		bySenior = *doctors / (senior + training)
		byTraining = bySenior
	}
	if consultants != nil {
		bySenior = *consultants / senior
		if doctors != nil {
			byTraining = (*doctors - *consultants) / training
		}
	}
	for i := range t.Services {
		t.Services[i].Senior *= bySenior
		t.Services[i].Training *= byTraining
	}
}
