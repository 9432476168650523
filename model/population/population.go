// Package population holds the organisations of a simulated world before
// anything happens to them: areas, trusts with their sites and services, and
// primary care networks with their practices. It draws the populations that
// ship with skillmix (classroom, metropolitan, england) from published
// distributions, in which no organisation is real, and fills in what is not
// known of a user's own organisations in the same way.
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
	// Posts is how many posts of advanced clinical practitioners the trust
	// has at the start; nil means that it is not known and has to be drawn.
	Posts *int
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
	Posts      []RolePosts // filled at the start, each role at most once; a role that is missing is not known
}

// Held returns how many posts of a role the network has at the start, and
// whether that is known.
func (p *PCN) Held(role string) (count int, known bool) {
	for _, held := range p.Posts {
		if held.Role == role {
			return held.Count, true
		}
	}
	return 0, false
}

// RolePosts is a number of posts in a role.
type RolePosts struct {
	Role  string // the role's name as scenarios and outputs write it
	Count int    // full-time posts, 0 or more
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

// Shared counts areas by what they have: trusts and networks, trusts only,
// networks only.
func (p *Population) Shared() (both, trusts, networks int) {
	has := make([][2]bool, len(p.Areas))
	for i := range p.Trusts {
		has[p.Trusts[i].Area][0] = true
	}
	for i := range p.PCNs {
		has[p.PCNs[i].Area][1] = true
	}
	for _, area := range has {
		switch area {
		case [2]bool{true, true}:
			both++
		case [2]bool{true, false}:
			trusts++
		case [2]bool{false, true}:
			networks++
		}
	}
	return both, trusts, networks
}
