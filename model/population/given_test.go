package population

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func known[T any](value T) *T { return &value }

// doctorsOf sums a trust's medical establishment.
func doctorsOf(t *Trust) (senior, training float64) {
	for i := range t.Services {
		senior += t.Services[i].Senior
		training += t.Services[i].Training
	}
	return senior, training
}

func TestOwnTrustsKeepWhatIsKnown(t *testing.T) {
	plain := Own([]TrustRow{{Code: "R1", Kind: Acute, Area: "N", Staff: 5000}}, nil).Trusts[0]
	usualSenior, usualTraining := doctorsOf(&plain)
	usualShare := usualSenior / (usualSenior + usualTraining)
	for _, test := range []struct {
		reason           string
		row              TrustRow
		senior, training float64
		sites            int
	}{
		{"nothing but staff", TrustRow{Staff: 5000}, usualSenior, usualTraining, 1},
		{"doctors and consultants", TrustRow{Staff: 5000, Doctors: known(800.0), Consultants: known(300.0)}, 300, 500, 1},
		{"doctors alone", TrustRow{Staff: 5000, Doctors: known(800.0)}, 800 * usualShare, 800 * (1 - usualShare), 1},
		{"consultants alone", TrustRow{Staff: 5000, Consultants: known(300.0)}, 300, usualTraining, 1},
		{"no doctors at all", TrustRow{Staff: 5000, Doctors: known(0.0), Consultants: known(0.0)}, 0, 0, 1},
		{"a large trust has two sites", TrustRow{Staff: 10000, Doctors: known(800.0), Consultants: known(300.0)}, 300, 500, 2},
		{"unless it says otherwise", TrustRow{Staff: 10000, Doctors: known(800.0), Consultants: known(300.0), Sites: 1}, 300, 500, 1},
		{"many sites", TrustRow{Staff: 5000, Doctors: known(800.0), Consultants: known(300.0), Sites: 4}, 300, 500, 4},
	} {
		test.row.Code, test.row.Area = "R1", "N"
		trust := Own([]TrustRow{test.row}, nil).Trusts[0]
		senior, training := doctorsOf(&trust)
		staff, sites, main := 0.0, 0, 0.0
		for i := range trust.Services {
			staff += trust.Services[i].Staff
			sites = max(sites, trust.Services[i].Site)
			if trust.Services[i].Site == 1 {
				main += trust.Services[i].Staff
			}
		}
		if math.Abs(senior-test.senior) > 1e-6 || math.Abs(training-test.training) > 1e-6 || math.Abs(staff-test.row.Staff) > 1e-6 || sites != test.sites {
			t.Errorf("%s: %.2f consultants, %.2f others, %.2f staff, %d sites", test.reason, senior, training, staff, sites)
		}
		if sites > 1 && math.Abs(main/staff-0.6) > 1e-9 {
			t.Errorf("%s: the main site holds %.2f", test.reason, main/staff)
		}
	}
}

func TestOwnServices(t *testing.T) {
	surgery, _ := SpecialtyNamed("surgery")
	crisis, _ := SpecialtyNamed("crisis")
	given := Own([]TrustRow{{Code: "R1", Kind: Acute, Area: "N", Staff: 5000, Services: []int{surgery, crisis}}}, nil)
	var names []string
	for _, service := range given.Trusts[0].Services {
		names = append(names, service.Code)
	}
	if !slices.Equal(names, []string{"R1/surgery/1", "R1/crisis/1"}) {
		t.Errorf("services %v, want those given", names)
	}
	for _, profile := range []profile{generalAcute, specialistAcute, community, mentalHealth, ambulance, combined} {
		var rows []TrustRow
		for i := range 200 {
			rows = append(rows, TrustRow{Code: fmt.Sprint("R", i), Kind: profileKind[profile], Specialist: profile == specialistAcute, Area: "N", Staff: 2000})
		}
		for _, trust := range Own(rows, nil).Trusts {
			if len(trust.Services) == 0 {
				t.Errorf("%s has no service", trust.Code)
			}
			for _, service := range trust.Services {
				if !slices.ContainsFunc(has[profile], func(c chance) bool { return c.specialty == Specialties[service.Specialty].Name }) {
					t.Errorf("profile %d has %s", profile, Specialties[service.Specialty].Name)
				}
			}
		}
	}
}

// Rows may come in any order, and an organisation more changes no other.
func TestOwnIsOrderlyAndLocal(t *testing.T) {
	trusts := []TrustRow{{Code: "R2", Area: "S", Staff: 100}, {Code: "R1", Area: "N", Staff: 100}}
	networks := []PCNRow{{Code: "U2", Area: "W", Region: "West", Practices: 3, Registered: 100}, {Code: "U1", Area: "S", Region: "South", Practices: 2, Registered: 50}}
	people := Own(trusts, networks)
	if diff := cmp.Diff([]Area{{"N", "N", ""}, {"S", "S", "South"}, {"W", "W", "West"}}, people.Areas); diff != "" {
		t.Error(diff)
	}
	if both, trustsOnly, networksOnly := people.Shared(); both != 1 || trustsOnly != 1 || networksOnly != 1 {
		t.Errorf("shared by %d, %d, %d areas", both, trustsOnly, networksOnly)
	}
	slices.Reverse(trusts)
	slices.Reverse(networks)
	if diff := cmp.Diff(people, Own(trusts, networks)); diff != "" {
		t.Error(diff)
	}
	more := Own(append(trusts, TrustRow{Code: "R3", Area: "S", Staff: 100}), networks)
	if diff := cmp.Diff(people.Trusts, more.Trusts[:2]); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(people.PCNs, more.PCNs); diff != "" {
		t.Error(diff)
	}
	for _, pcn := range people.PCNs {
		sum := 0.0
		for _, practice := range pcn.Practices {
			sum += practice.List
		}
		if math.Abs(sum-pcn.Registered) > 1e-9 {
			t.Errorf("%s: practices have %v of %v patients", pcn.Code, sum, pcn.Registered)
		}
	}
}
