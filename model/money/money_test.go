package money

import (
	"testing"

	"pgregory.net/rapid"

	"skillmix/sim"
)

// Twelve parts add up to the sum and none is below a twelfth rounded down.
func TestPart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		annual := Pence(rapid.Int64Range(0, 1e13).Draw(t, "annual"))
		sum := Pence(0)
		for month := range 12 {
			part := Part(annual, month)
			if part < annual/12 {
				t.Fatalf("month %d: %d of %d", month, part, annual)
			}
			sum += part
		}
		if sum != annual {
			t.Fatalf("parts of %d add up to %d", annual, sum)
		}
	})
}

func TestAnnual(t *testing.T) {
	for _, test := range []struct {
		reason string
		pounds float64
		want   Pence
	}{
		{"already twelve parts", 60000, 6000000},
		{"62,000 pounds are 516,666.67 pence a month", 62000, 6200004},
		{"nothing", 0, 0},
	} {
		if got := Annual(test.pounds); got != test.want || got%12 != 0 {
			t.Errorf("%s: %d, want %d", test.reason, got, test.want)
		}
	}
}

// Shares add up to the total, are within a penny of their quota, and give
// nothing to those of no size.
func TestShare(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		total := Pence(rapid.Int64Range(0, 1e12).Draw(t, "total"))
		sizes := rapid.SliceOfN(rapid.Float64Range(0, 20000), 1, 60).Draw(t, "sizes")
		sum := 0.0
		for _, size := range sizes {
			sum += size
		}
		shares := make([]Pence, len(sizes))
		Share(total, sizes, shares)
		given := Pence(0)
		for i, share := range shares {
			given += share
			if sizes[i] == 0 && share != 0 {
				t.Fatalf("size 0 got %d", share)
			}
			if sum > 0 {
				if quota := float64(total) * sizes[i] / sum; float64(share) < quota-1.01 || float64(share) > quota+1.01 {
					t.Fatalf("share %d of quota %v", share, quota)
				}
			}
		}
		if sum > 0 && given != total {
			t.Fatalf("gave %d of %d", given, total)
		}
	})
}

func TestShareTies(t *testing.T) {
	shares := make([]Pence, 3)
	Share(100, []float64{1, 1, 1}, shares)
	if shares[0] != 34 || shares[1] != 33 || shares[2] != 33 {
		t.Errorf("100 pence among three equals: %v, want the odd penny with the first", shares)
	}
}

func TestPot(t *testing.T) {
	var pot Pot
	pot.Recurrent = 1205
	if room := pot.Room(); room != 1200 {
		t.Errorf("room %d, want 1200: whole pence a month", room)
	}
	pot.Receive(1000)
	pot.Spend(300)
	pot.Draw(50)
	if lost := pot.Close(); lost != 700 || pot.Unspent != 0 || pot.Lost != 700 || !pot.Balanced() {
		t.Errorf("lost %d of %+v, want 700", lost, pot)
	}
}

// Entitlements by hand from the published sums.
func TestEntitlement(t *testing.T) {
	for _, test := range []struct {
		reason   string
		year     sim.FinancialYear
		weighted float64
		want     Pence
	}{
		{"before the scheme", 2018, 50000, 0},
		{"a flat sum in 2019/20", 2019, 50000, 5394225},
		{"twice that for a large network", 2019, 100000, 10788450},
		{"7.28 pounds a patient", 2020, 50000, 36400000},
		{"12.30 pounds a patient", 2021, 50000, 61500000},
		{"16.696 pounds: 500,900 for 30,000 patients, as published", 2022, 30000, 50088000},
		{"834,800 for 50,000 patients, as published", 2022, 50000, 83480000},
		{"22.671 pounds", 2023, 50000, 113355000},
		{"22.894 pounds", 2024, 50000, 114470000},
		{"26.631 pounds", 2025, 50000, 133155000},
		{"later years repeat the last", 2030, 50000, Entitlement(2026, 50000)},
	} {
		if got := Entitlement(test.year, test.weighted); got != test.want {
			t.Errorf("%s: %d, want %d", test.reason, got, test.want)
		}
	}
}

func TestCostIndex(t *testing.T) {
	for year, want := range map[sim.FinancialYear]float64{2019: 1, 2020: 1, 2021: 1.02, 2025: 1.2, 2040: 1.2} {
		if got := CostIndex(year); got != want {
			t.Errorf("%v: %v, want %v", year, got, want)
		}
	}
}
