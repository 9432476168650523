package population

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func drawn(t *testing.T, preset string, seed uint64) *Population {
	t.Helper()
	people, err := Draw(preset, seed)
	if err != nil {
		t.Fatal(err)
	}
	return people
}

// Counts are those of the published tables or, for the small populations, of
// the model's definition.
func TestCounts(t *testing.T) {
	for _, test := range []struct {
		preset                                 string
		areas, trusts, networks                int
		fewestPractices, mostPractices         int
		leastServicesPerTrust, mostServicesPer float64
	}{
		{"classroom", 2, 6, 12, 30, 100, 4, 11},
		{"metropolitan", 5, 36, 174, 850, 1070, 6, 9},
		{"england", 42, 217, 1255, 6200, 7000, 6, 9},
	} {
		people := drawn(t, test.preset, 1)
		if len(people.Areas) != test.areas || len(people.Trusts) != test.trusts || len(people.PCNs) != test.networks {
			t.Errorf("%s: %d areas, %d trusts, %d networks", test.preset, len(people.Areas), len(people.Trusts), len(people.PCNs))
		}
		if n := people.Practices(); n < test.fewestPractices || n > test.mostPractices {
			t.Errorf("%s: %d practices, want %d to %d", test.preset, n, test.fewestPractices, test.mostPractices)
		}
		if mean := float64(people.Services()) / float64(len(people.Trusts)); mean < test.leastServicesPerTrust || mean > test.mostServicesPer {
			t.Errorf("%s: %.1f services per trust", test.preset, mean)
		}
	}
}

// England has the published quantiles of size and lists, and totals near the
// published ones.
func TestEnglandIsAsPublished(t *testing.T) {
	people := drawn(t, "england", 3)
	var general, lists []float64
	staff, doctors := 0.0, 0.0
	for i := range people.Trusts {
		trust := &people.Trusts[i]
		staff += trust.Staff
		if profileOf(trust.Code) == generalAcute {
			general = append(general, trust.Staff)
		}
		for j := range trust.Services {
			doctors += trust.Services[j].Senior + trust.Services[j].Training
		}
	}
	mean := 0.0
	for i := range people.PCNs {
		lists = append(lists, people.PCNs[i].Registered)
		mean += people.PCNs[i].Registered / float64(len(people.PCNs))
	}
	for _, test := range []struct {
		what            string
		values          []float64
		quantile, value float64
	}{
		{"staff of acute trusts, median (NHS Digital 2017)", general, 0.5, 4884},
		{"staff of acute trusts, upper tenth", general, 0.9, 8945},
		{"patients of a network, median (NHS Payments 2019/20)", lists, 0.5, 43400},
		{"patients of a network, lowest twentieth", lists, 0.05, 28691},
		{"patients of a network, highest twentieth", lists, 0.95, 78880},
	} {
		slices.Sort(test.values)
		if got := test.values[int(test.quantile*float64(len(test.values)))]; math.Abs(got/test.value-1) > 0.03 {
			t.Errorf("%s: %.0f, published %.0f", test.what, got, test.value)
		}
	}
	for _, test := range []struct {
		what                   string
		got, published, within float64
	}{
		{"mean list (NHS Payments 2019/20)", mean, 47427, 0.03},
		{"staff of all trusts (NHS Digital 2017)", staff, 1035978, 0.1},
		{"doctors of all trusts (NHS Digital 2017)", doctors, 108708, 0.15},
	} {
		t.Logf("%s: %.0f, published %.0f", test.what, test.got, test.published)
		if math.Abs(test.got/test.published-1) > test.within {
			t.Errorf("%s: %.0f, published %.0f", test.what, test.got, test.published)
		}
	}
}

func TestCodesAreUnique(t *testing.T) {
	people := drawn(t, "england", 1)
	seen := map[string]bool{}
	note := func(code string) {
		if code == "" || seen[code] {
			t.Errorf("code %q stands twice", code)
		}
		seen[code] = true
	}
	for i := range people.Trusts {
		note(people.Trusts[i].Code)
		for j := range people.Trusts[i].Services {
			note(people.Trusts[i].Services[j].Code)
		}
	}
	for i := range people.PCNs {
		note(people.PCNs[i].Code)
		for j := range people.PCNs[i].Practices {
			note(people.PCNs[i].Practices[j].Code)
		}
	}
}

// Lists and staff are shared out whole.
func TestPartsAddUp(t *testing.T) {
	people := drawn(t, "england", 1)
	for i := range people.Trusts {
		sum := 0.0
		for j := range people.Trusts[i].Services {
			sum += people.Trusts[i].Services[j].Staff
		}
		if math.Abs(sum-people.Trusts[i].Staff) > 1e-6 {
			t.Errorf("%s: services have %v of %v staff", people.Trusts[i].Code, sum, people.Trusts[i].Staff)
		}
	}
	for i := range people.PCNs {
		sum := 0.0
		for j := range people.PCNs[i].Practices {
			sum += people.PCNs[i].Practices[j].List
		}
		if math.Abs(sum-people.PCNs[i].Registered) > 1e-6 {
			t.Errorf("%s: practices have %v of %v patients", people.PCNs[i].Code, sum, people.PCNs[i].Registered)
		}
	}
}

func TestDrawIsDeterministic(t *testing.T) {
	if diff := cmp.Diff(drawn(t, "metropolitan", 7), drawn(t, "metropolitan", 7)); diff != "" {
		t.Error(diff)
	}
	if cmp.Equal(drawn(t, "metropolitan", 7), drawn(t, "metropolitan", 8)) {
		t.Error("another seed gives the same organisations")
	}
}

func TestUnknownPreset(t *testing.T) {
	if _, err := Draw("wales", 1); err == nil {
		t.Error("an unknown population was drawn")
	}
}

// Every specialty that a profile names is known.
func TestProfilesNameKnownSpecialties(t *testing.T) {
	for profile, chances := range has {
		for _, chance := range chances {
			if _, ok := SpecialtyNamed(chance.specialty); !ok {
				t.Errorf("profile %d names %q", profile, chance.specialty)
			}
		}
	}
}

// England's regions differ as the published ones do, on average over many
// draws: a single one has a dozen acute trusts in a region.
func TestRegionsDiffer(t *testing.T) {
	const draws = 40
	type sums struct{ networks, list, weighting, practices, acute, size float64 }
	regions := map[string]*sums{}
	for seed := range uint64(draws) {
		people := drawn(t, "england", seed)
		of := func(area int) *sums {
			name := people.Areas[area].Region
			if regions[name] == nil {
				regions[name] = &sums{}
			}
			return regions[name]
		}
		for i := range people.PCNs {
			pcn := &people.PCNs[i]
			s := of(pcn.Area)
			s.networks++
			s.list += pcn.Registered
			s.weighting += math.Log(pcn.Weighted / pcn.Registered)
			s.practices += float64(len(pcn.Practices))
		}
		for i := range people.Trusts {
			if trust := &people.Trusts[i]; profileOf(trust.Code) == generalAcute {
				s := of(trust.Area)
				s.acute++
				s.size += trust.Staff
			}
		}
	}
	for _, test := range []struct {
		region                           string
		weighting, practices, list, size float64 // published means
	}{
		{"London", -.068, 6.2, 50564, 6649},
		{"South East", -.026, 4.5, 46232, 5059},
		{"South West", .008, 4.5, 44580, 4784},
		{"East of England", -.028, 4.7, 46691, 4140},
		{"Midlands", .008, 5.9, 49879, 5860},
		{"North East and Yorkshire", .047, 5.7, 48818, 6283},
		{"North West", .062, 6.2, 46454, 5219},
	} {
		s := regions[test.region]
		weighting, practices, list, size := s.weighting/s.networks, s.practices/s.networks, s.list/s.networks, s.size/s.acute
		t.Logf("%s: weighting %.3f (%.3f), practices %.2f (%.1f), list %.0f (%.0f), acute %.0f (%.0f)",
			test.region, weighting, test.weighting, practices, test.practices, list, test.list, size, test.size)
		if math.Abs(weighting-test.weighting) > 0.01 {
			t.Errorf("%s: weighting %.3f, published %.3f", test.region, weighting, test.weighting)
		}
		if math.Abs(practices-test.practices) > 0.5 {
			t.Errorf("%s: %.2f practices a network, published %.1f", test.region, practices, test.practices)
		}
		if math.Abs(list/test.list-1) > 0.05 {
			t.Errorf("%s: list of %.0f, published %.0f", test.region, list, test.list)
		}
		if math.Abs(size/test.size-1) > 0.12 {
			t.Errorf("%s: acute trusts of %.0f staff, published %.0f", test.region, size, test.size)
		}
	}
}
