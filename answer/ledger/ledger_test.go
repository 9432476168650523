package ledger

import (
	"math"
	"math/big"
	"math/bits"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"skillmix/sim"
)

// gapOf makes a gap of so many pairs, in which b is always 1.
func gapOf(pairs int, at func(set, pair int) float64) *Gap {
	g := &Gap{A: "new-money", B: "budget-transfer", Measure: "posts_per_1000_staff", Setting: "trust", Month: sim.MonthOf(2029, 3), Of: 64}
	for pair := range pairs {
		g.Pairs = append(g.Pairs, pair)
	}
	for set := range Sets {
		a, b := make([]float64, pairs), make([]float64, pairs)
		for pair := range pairs {
			a[pair], b[pair] = 1+at(set, pair), 1
		}
		g.ValuesOf = append(g.ValuesOf, a, b)
	}
	return g
}

func ledgerOf(t testing.TB, gap *Gap) *Ledger {
	t.Helper()
	ledger, err := Make(gap)
	if err != nil {
		t.Fatal(err)
	}
	return ledger
}

const clarityOpen, financeOpen, consentOpen, all = 1, 2, 4, 31

// Parts of games whose Shapley values are known (Shapley 1953, axioms 1 to 3).
func TestShapleyOfKnownGames(t *testing.T) {
	each := []float64{0.5, 1, -0.25, 0, 2}
	cases := []struct {
		name   string
		at     func(set int) float64
		want   [5]float64
		left   float64
		reason string
	}{
		{"additive", func(set int) float64 {
			gap := 4.0
			for i, w := range each {
				if set&(1<<i) != 0 {
					gap -= w
				}
			}
			return gap
		}, [5]float64{0.5, 1, -0.25, 0, 2}, 0.75, "barriers that do not touch each other have what they do alone; one does nothing, one widens"},
		{"symmetric", func(set int) float64 {
			return []float64{5, 4, 4, 3, 1, 0}[bits.OnesCount(uint(set))]
		}, [5]float64{1, 1, 1, 1, 1}, 0, "barriers that cannot be told apart have equal parts"},
		{"dummy", func(set int) float64 {
			if set&financeOpen != 0 {
				return 0
			}
			return 3
		}, [5]float64{0, 3, 0, 0, 0}, 0, "what never changes the gap has no part"},
		{"interaction", func(set int) float64 {
			if set&clarityOpen != 0 && set&consentOpen != 0 {
				return 1
			}
			return 2
		}, [5]float64{0.5, 0, 0.5, 0, 0}, 1, "what two do only together they share equally"},
		{"chain", func(set int) float64 {
			if set&(clarityOpen|financeOpen|consentOpen) == clarityOpen|financeOpen|consentOpen {
				return 0
			}
			return 3
		}, [5]float64{1, 1, 1, 0, 0}, 0, "what three do only together they share equally"},
		{"either", func(set int) float64 {
			if set&(clarityOpen|financeOpen) != 0 {
				return 0
			}
			return 3
		}, [5]float64{1.5, 1.5, 0, 0, 0}, 0, "where either does, whichever is opened first has the whole"},
	}
	for _, c := range cases {
		ledger := ledgerOf(t, gapOf(1, func(set, _ int) float64 { return c.at(set) }))
		for i, part := range ledger.Parts {
			if math.Abs(part.Mean-c.want[i]) > 1e-12 {
				t.Errorf("%s: %s is %v, want %v: %s", c.name, part.Name, part.Mean, c.want[i], c.reason)
			}
			if first, last := c.at(0)-c.at(1<<i), c.at(all&^(1<<i))-c.at(all); math.Abs(part.First-first) > 1e-12 || math.Abs(part.Last-last) > 1e-12 {
				t.Errorf("%s: %s is %v opened first and %v last, want %v and %v", c.name, part.Name, part.First, part.Last, first, last)
			}
		}
		if math.Abs(ledger.Left.Mean-c.left) > 1e-12 {
			t.Errorf("%s: %v is left, want %v: %s", c.name, ledger.Left.Mean, c.left, c.reason)
		}
	}
}

// orders calls visit with every order of five barriers.
func orders(visit func(order []int)) {
	var extend func(order []int, used int)
	extend = func(order []int, used int) {
		if used == all {
			visit(order)
			return
		}
		for i := range Barriers {
			if used&(1<<i) == 0 {
				extend(append(order[:len(order):len(order)], i), used|1<<i)
			}
		}
	}
	extend(nil, 0)
}

func randomGap(t *rapid.T) *Gap {
	pairs := rapid.IntRange(1, 6).Draw(t, "pairs")
	scale := math.Pow10(rapid.IntRange(-6, 6).Draw(t, "scale"))
	// Half of the values are few, so that ties and exact zeros come up.
	value := rapid.OneOf(rapid.Float64Range(-3, 3), rapid.SampledFrom([]float64{0, 0, 1, -1, 0.5, 0.005}))
	values := map[[2]int]float64{}
	for set := range Sets {
		for pair := range pairs {
			values[[2]int{set, pair}] = scale * value.Draw(t, "gap")
		}
	}
	gap := gapOf(pairs, func(set, pair int) float64 { return values[[2]int{set, pair}] })
	for _, column := range gap.ValuesOf {
		for i := range column {
			column[i] -= 1 // so that small differences stay what they are
		}
	}
	return gap
}

// A part is what a barrier adds on average over all orders, by counting them.
func TestShapleyIsTheMeanOverOrders(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		gap := randomGap(t)
		sums, count, size := [5]float64{}, 0.0, 0.0
		orders(func(order []int) {
			open := 0
			count++
			for _, i := range order {
				sums[i] += gap.at(open, 0) - gap.at(open|1<<i, 0)
				size = max(size, math.Abs(gap.at(open, 0)))
				open |= 1 << i
			}
		})
		if count != 120 {
			t.Fatalf("%v orders", count)
		}
		for i := range sums {
			if got, want := gap.shapley(i, 0), sums[i]/count; math.Abs(got-want) > 1e-12*(1+size) {
				t.Fatalf("%s is %v, want %v", Barriers[i].Name, got, want)
			}
		}
	})
}

// rational reads a decimal number exactly.
func rational(t rapid.TB, text string) *big.Rat {
	number, ok := new(big.Rat).SetString(strings.ReplaceAll(text, ",", ""))
	if !ok {
		t.Fatalf("%q is no number", text)
	}
	return number
}

// Parts and what is left add up to the gap to the last digit, wherever they are
// written, and rounding moves none by a unit.
func TestPartsAddUpInEveryDigit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ledger, err := Make(randomGap(t))
		if err != nil {
			t.Fatal(err)
		}
		shown, exact, percent, sum := new(big.Rat), new(big.Rat), int64(0), 0.0
		unit := math.Pow10(-ledger.Decimals)
		for _, row := range ledger.rows() {
			shown.Add(shown, rational(t, ledger.Text(row)))
			exact.Add(exact, rational(t, ledger.Amount(row)))
			percent += row.Percent
			sum += row.Mean
			if off := math.Abs(float64(row.Shown)*unit - row.Mean); off >= unit*(1+1e-9) {
				t.Errorf("%s is %v, and shown as %s", row.Name, row.Mean, ledger.Text(row))
			}
			if row.Mean == 0 && (row.Shown != 0 || row.Exact != 0) {
				t.Errorf("%s is nothing, and shown as %s and %s", row.Name, ledger.Text(row), ledger.Amount(row))
			}
			for _, text := range append(ledger.row("", row), ledger.Amount(row)) {
				if strings.Contains(text, "NaN") || strings.Contains(text, "Inf") || strings.HasPrefix(text, "-0") && strings.Trim(text, "-0.") == "" {
					t.Errorf("%s says %q", row.Name, text)
				}
			}
		}
		if whole := rational(t, ledger.Text(&ledger.Whole)); shown.Cmp(whole) != 0 {
			t.Errorf("shown parts add up to %s, and the gap is %s", shown.FloatString(9), whole.FloatString(9))
		}
		if whole := rational(t, ledger.Amount(&ledger.Whole)); exact.Cmp(whole) != 0 {
			t.Errorf("parts in files add up to %s, and the gap is %s", exact.FloatString(13), whole.FloatString(13))
		}
		if ledger.Shares() && (percent != 100 || ledger.Whole.Percent != 100) {
			t.Errorf("shares add up to %d%%", percent)
		}
		if math.Abs(sum-ledger.Whole.Mean) > 1e-9*(1+math.Abs(sum)) {
			t.Errorf("parts add up to %v, and the gap is %v", sum, ledger.Whole.Mean)
		}
	})
}

func TestRoundToSum(t *testing.T) {
	cases := []struct {
		whole    float64
		parts    []float64
		decimals int
		total    int64
		want     []int64
		reason   string
	}{
		{1, []float64{1. / 3, 1. / 3, 1. / 3}, 2, 100, []int64{34, 33, 33}, "of equal remainders the first"},
		{1.8, []float64{-0.1346, 1.4760, 0.4677, -0.0007, -0.0084, 0}, 2, 180, []int64{-14, 148, 47, 0, -1, 0}, "the negative one lost most of a unit that was too much"},
		{0, []float64{0.3, -0.3, 0}, 0, 0, []int64{0, 0, 0}, "opposite parts of no gap"},
		{0, []float64{0.6, 0, -0.3, -0.3}, 0, 0, []int64{0, 0, 0, 0}, "what gained most gives its unit back, and nothing stays nothing"},
		{0.3, []float64{0.1, 0.2}, 1, 3, []int64{1, 2}, "0.1 + 0.2 is not quite 0.3 in binary"},
		{-1, []float64{-0.5, -0.5}, 0, -1, []int64{0, -1}, "of equal ones the first gets its unit back"},
		{0, []float64{0, 0}, 3, 0, []int64{0, 0}, "nothing"},
	}
	for _, c := range cases {
		total, units := roundToSum(c.whole, c.parts, c.decimals)
		if total != c.total || len(units) != len(c.want) {
			t.Fatalf("got %d and %v: %s", total, units, c.reason)
		}
		for i := range units {
			if units[i] != c.want[i] {
				t.Errorf("%v of %v become %v, want %v: %s", c.parts, c.whole, units, c.want, c.reason)
				break
			}
		}
	}
}

func TestInUnits(t *testing.T) {
	cases := []struct {
		units    int64
		decimals int
		want     string
	}{{179, 2, "1.79"}, {-5, 2, "-0.05"}, {0, 2, "0.00"}, {-1234567, 0, "-1234567"}, {100, 2, "1.00"}, {1, 6, "0.000001"}}
	for _, c := range cases {
		if got := inUnits(c.units, c.decimals); got != c.want {
			t.Errorf("%d units of %d decimals are %s, want %s", c.units, c.decimals, got, c.want)
		}
	}
}

func TestALedgerNeedsTheHeadlineInEveryRun(t *testing.T) {
	gap := gapOf(2, func(int, int) float64 { return 1 })
	gap.ValuesOf[3][1] = math.NaN()
	_, err := Make(gap)
	if err == nil || !strings.Contains(err.Error(), "posts_per_1000_staff has no value in the last month of replicate 1 of budget-transfer") {
		t.Errorf("error %v", err)
	}
}
