package answer

import (
	"testing"

	"skillmix/answer/invented"
	"skillmix/sim"
)

func TestMoney(t *testing.T) {
	// Offers a tenth of a penny short of and beyond whole pence, as sums of
	// floating-point pounds have; scenario c offers a penny more in one run.
	runs := runsOf(t, invented.World{Names: []string{"a", "b", "c", "none"}, Replicates: 2, Start: sim.MonthOf(2019, 4), Months: 12, At: func(scenario, replicate int, _ sim.Month, measure string) float64 {
		switch measure {
		case offeredMeasure:
			return []float64{1000.1 - 1e-9, 1000.1 + 1e-9, 1000.1, 0}[scenario] + float64(scenario/2*replicate%2)/100*float64(1-scenario/3)
		case spentMeasure:
			return []float64{0.01, 500, 500, 0}[scenario] * float64(1+replicate)
		}
		return 0
	}})
	money, err := SumMoney(runs)
	if err != nil {
		t.Fatal(err)
	}
	cases := []struct {
		scenario       int
		offered, spent string
		reason         string
	}{
		{0, "12001.20", "0.18", "12 months of 1000.10; 12 of one and of two pence, the mean over two runs"},
		{1, "12001.20", "9000.00", "the same offer, however it was rounded"},
		{2, "12001.26", "9000.00", "12 pence more in one run of two"},
		{3, "0.00", "0.00", "nothing offered"},
	}
	for _, c := range cases {
		if got := Pounds(money[c.scenario].MeanOffered); got != c.offered {
			t.Errorf("scenario %d offers %s, want %s: %s", c.scenario, got, c.offered, c.reason)
		}
		if got := Pounds(money[c.scenario].MeanSpent); got != c.spent {
			t.Errorf("scenario %d spends %s, want %s: %s", c.scenario, got, c.spent, c.reason)
		}
	}
	agreements := []struct {
		money          []Money
		same, compared bool
		reason         string
	}{
		{money[:2], true, true, "equal to the penny"},
		{money[:3], false, true, "a penny apart in one run"},
		{[]Money{money[0], money[3]}, false, false, "only one offers anything"},
		{[]Money{money[3], money[0], money[1]}, true, true, "one that offers nothing is not compared"},
	}
	for _, c := range agreements {
		if same, compared := OfferedAgrees(c.money); same != c.same || compared != c.compared {
			t.Errorf("same %t, compared %t, want %t, %t: %s", same, compared, c.same, c.compared, c.reason)
		}
	}
}

func TestPounds(t *testing.T) {
	for pence, want := range map[int64]string{0: "0.00", 7: "0.07", -123456: "-1234.56"} {
		if got := Pounds(pence); got != want {
			t.Errorf("%d pence are %s, want %s", pence, got, want)
		}
	}
}
