package population

// A Specialty is a kind of service. Names, and which trusts have which, come
// from the model's definitions; figures are marked with their basis.
type Specialty struct {
	// Name is the slug that scenario files and outputs use.
	Name string
	// Support is how far national policy supported advanced roles in the
	// early 2000s, 0 to 1 (Drennan; size judged).
	Support float64
	// Closeness is how close the role's work is to that of doctors, 0 to 1
	// (judged).
	Closeness float64
	// Doctors is the medical establishment, FTE per 1,000 staff of the trust
	// (judged; the sums agree with doctors by kind of trust, NHS Digital,
	// September 2017).
	Doctors float64
	// SeniorShare is the share of consultants in it (NHS Digital, September
	// 2017, by specialty group).
	SeniorShare float64
	// Vacancy is the level of vacancy in training grades (judged around 9%,
	// the medical rate of 2017/18, NHS Improvement).
	Vacancy float64
	// Pull is how much commissioners want the role there, 0 to 1 (judged from
	// Drennan).
	Pull float64
	// Weight is the service's part of a trust's staff, in any unit (judged).
	Weight float64
	// Mental marks mental health services.
	Mental bool
}

// Specialties lists all specialties. Indices into it are stable within a
// version.
var Specialties = [...]Specialty{
	{"urgent-emergency", 1, .5, 11, .263, .13, .35, 10, false},
	{"musculoskeletal", 1, .35, 9, .398, .07, .45, 6, false},
	{"critical-care", .8, .55, 6, .515, .09, .1, 8, false},
	{"acute-medicine", .15, .6, 30, .367, .12, .15, 20, false},
	{"surgery", .1, .7, 25, .398, .07, .05, 20, false},
	{"paediatrics", .2, .65, 12, .394, .10, .1, 8, false},
	{"obstetrics", .05, .75, 9, .399, .07, .05, 8, false},
	{"anaesthetics", 0, .85, 15, .515, .07, 0, 8, false},
	{"outpatients", .1, .5, 12, .367, .08, .2, 12, false},
	{"podiatric", .8, .3, 1.5, .398, .05, .3, 6, false},
	{"frailty", .15, .4, 4, .367, .12, .5, 12, false},
	{"rehabilitation", .05, .45, 3, .367, .10, .3, 10, false},
	{"community-children", .03, .6, 3, .394, .11, .15, 12, false},
	{"adult-acute-mental-health", .02, .7, 15, .481, .14, .03, 25, true},
	{"community-mental-health", .03, .65, 15, .481, .13, .08, 30, true},
	{"older-adult-mental-health", .02, .6, 8, .481, .12, .06, 15, true},
	{"child-mental-health", 0, .75, 7, .481, .13, .05, 15, true},
	{"crisis", .03, .65, 5, .481, .12, .08, 15, true},
	{"ambulance-emergency", .3, .3, .2, .3, .1, .2, 80, false},
	{"ambulance-clinical-hub", .1, .5, .1, .3, .1, .5, 20, false},
}

// SpecialtyCount is the number of specialties.
const SpecialtyCount = len(Specialties)

// SpecialtyNamed returns the index of the specialty of that name.
func SpecialtyNamed(name string) (int, bool) {
	for i := range Specialties {
		if Specialties[i].Name == name {
			return i, true
		}
	}
	return 0, false
}

// has gives the chance that a trust of a profile has a service of each
// specialty (judged, so that trusts have about seven services).
var has = map[profile][]chance{
	generalAcute: {{"urgent-emergency", 1}, {"musculoskeletal", .8}, {"critical-care", .95}, {"acute-medicine", 1}, {"surgery", 1},
		{"paediatrics", .8}, {"obstetrics", .75}, {"anaesthetics", .9}, {"outpatients", .9}},
	specialistAcute: {{"musculoskeletal", .3}, {"critical-care", .6}, {"surgery", 1}, {"paediatrics", .2}, {"anaesthetics", 1}, {"outpatients", 1}},
	community: {{"podiatric", .8}, {"musculoskeletal", .9}, {"frailty", .9}, {"rehabilitation", .85}, {"community-children", .85},
		{"urgent-emergency", .6}},
	mentalHealth: {{"adult-acute-mental-health", 1}, {"community-mental-health", 1}, {"older-adult-mental-health", .9},
		{"child-mental-health", .8}, {"crisis", .8}},
	ambulance: {{"ambulance-emergency", 1}, {"ambulance-clinical-hub", 1}},
	combined: {{"urgent-emergency", 1}, {"musculoskeletal", .9}, {"critical-care", .9}, {"acute-medicine", 1}, {"surgery", 1},
		{"paediatrics", .8}, {"obstetrics", .75}, {"anaesthetics", .9}, {"outpatients", .9}, {"podiatric", .6}, {"frailty", .7},
		{"rehabilitation", .6}, {"community-children", .5}},
}

// chance is the chance of having one specialty.
type chance struct {
	specialty string
	of        float64
}

// profile is a kind of trust as its services and size are drawn; specialist
// acute trusts are of the kind acute.
type profile uint8

const (
	generalAcute profile = iota
	specialistAcute
	community
	mentalHealth
	ambulance
	combined
	profileCount int = iota
)

var profileKind = [profileCount]Kind{Acute, Acute, Community, MentalHealth, Ambulance, Combined}
