// Package population holds the organisations of a simulated world before
// anything happens to them: areas, trusts with their sites and services, and
// primary care networks with their practices. It draws the populations that
// ship with skillmix (classroom, metropolitan, england) from published
// distributions; no real organisation is in them.
package population

// A Population is a set of organisations. It is not changed by a run.
type Population struct {
	Name   string
	Areas  []Area
	Trusts []Trust
	PCNs   []PCN
}

// An Area is an integrated care system.
type Area struct {
	Code   string // stable, unique
	Name   string
	Region string
}

// A Kind is one of the five kinds of trust.
type Kind uint8

// The kinds of trust.
const (
	Acute Kind = iota
	Community
	MentalHealth
	Ambulance
	Combined
	KindCount int = iota
)

var kindNames = [KindCount]string{"acute", "community", "mental-health", "ambulance", "combined"}

// String returns the kind's name as outputs write it.
func (k Kind) String() string { return kindNames[k] }

// A Trust is a provider of NHS services that employs staff.
type Trust struct {
	Code     string // stable, unique
	Name     string
	Kind     Kind
	Area     int     // index into Population.Areas
	Staff    float64 // full-time equivalents
	Services []Service
}

// A Service is a trust's decision unit: one specialty at one site.
type Service struct {
	Code      string // stable, unique: trust, specialty and site
	Specialty int    // index into Specialties
	Site      int    // 1 is the main site
	Staff     float64
	Senior    float64 // established consultants, FTE
	Training  float64 // established doctors in training and other non-consultant grades, FTE
}

// A PCN is a primary care network.
type PCN struct {
	Code       string // stable, unique
	Name       string
	Area       int     // index into Population.Areas
	Registered float64 // patients
	Weighted   float64 // patients, weighted for need; what ARRS money follows
	Practices  []Practice
}

// A Practice is a general practice of a network.
type Practice struct {
	Code string  // stable, unique
	List float64 // registered patients
}

// Staff returns the staff of all trusts, FTE.
func (p *Population) Staff() float64 {
	total := 0.0
	for i := range p.Trusts {
		total += p.Trusts[i].Staff
	}
	return total
}

// Services returns the number of services of all trusts.
func (p *Population) Services() int {
	count := 0
	for i := range p.Trusts {
		count += len(p.Trusts[i].Services)
	}
	return count
}

// Practices returns the number of practices of all networks.
func (p *Population) Practices() int {
	count := 0
	for i := range p.PCNs {
		count += len(p.PCNs[i].Practices)
	}
	return count
}
