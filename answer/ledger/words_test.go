package ledger

import (
	"strings"
	"testing"
)

// wobble differs between pairs and has mean zero over four.
func wobble(pair int) float64 { return []float64{0.1, -0.1, 0.05, -0.05}[pair%4] }

func TestLedgerInWords(t *testing.T) {
	opens := func(set int, barrier int) float64 {
		if set&barrier != 0 {
			return 1
		}
		return 0
	}
	cases := []struct {
		name    string
		pairs   int
		at      func(set, pair int) float64
		want    string
		verdict Verdict
	}{
		{"two that widen", 4, func(set, pair int) float64 {
			return 2 + wobble(pair) - 1.5*opens(set, financeOpen) - 0.4*opens(set, consentOpen)
		}, "Of the 2.00 by which new money exceeds budget transfer, finance accounts for 1.50 and consent for 0.40.", Resolved},
		{"one that narrows", 4, func(set, pair int) float64 {
			return 2 + wobble(pair) - 1.5*opens(set, financeOpen) + 0.4*opens(set, clarityOpen)
		}, "Of the 2.00 by which new money exceeds budget transfer, finance accounts for 1.50; without clarity it would be wider by 0.40.", Resolved},
		{"reversed", 4, func(set, pair int) float64 {
			return -2 + wobble(pair) + 1.5*opens(set, financeOpen)
		}, "Of the 2.00 by which budget transfer exceeds new money, finance accounts for 1.50.", Resolved},
		{"nothing told apart", 4, func(set, pair int) float64 {
			return 2 + wobble(pair) - wobble(pair+1)*opens(set, financeOpen)
		}, "Of the 2.00 by which new money exceeds budget transfer, no barrier's part is told apart from zero; 2.00 is left with all five open.", Resolved},
		{"only narrowing", 4, func(set, pair int) float64 {
			return 2 + wobble(pair) + 0.4*opens(set, clarityOpen)
		}, "Of the 2.00 by which new money exceeds budget transfer, no barrier accounts for any; without clarity it would be wider by 0.40; 2.40 is left with all five open.", Resolved},
		{"mostly something else", 4, func(set, pair int) float64 {
			return 2 + wobble(pair) - 0.1*opens(set, financeOpen)
		}, "Of the 2.00 by which new money exceeds budget transfer, finance accounts for 0.10; 1.90 is left with all five open.", Resolved},
		{"unresolved", 4, func(set, pair int) float64 {
			return 0.01 + wobble(pair) - opens(set, financeOpen)
		}, "The gap of 0.01 between new money and budget transfer is unresolved over 4 pairs (95% interval -0.14 to 0.16): its parts may be chance.", Unresolved},
		{"alike and never parted", 4, func(int, int) float64 { return 0 },
			"New money and budget transfer do not differ in any of 4 pairs, and holding barriers open does not part them.", Alike},
		{"alike but parted", 4, func(set, pair int) float64 { return (1 + wobble(pair)) * opens(set, financeOpen) },
			"New money and budget transfer do not differ in any of 4 pairs; the parts tell how holding a barrier open would part them.", Alike},
		{"one pair", 1, func(set, _ int) float64 { return 2 - 1.5*opens(set, financeOpen) },
			"Of the gap of 2.00 between new money and budget transfer in a single pair, finance accounts for 1.50: what is chance cannot be told.", Once},
		{"one pair, alike", 1, func(int, int) float64 { return 0 },
			"New money and budget transfer do not differ in the only pair, and holding barriers open does not part them.", Alike},
	}
	for _, c := range cases {
		ledger := ledgerOf(t, gapOf(c.pairs, c.at))
		if got := ledger.String(); got != c.want || ledger.Verdict != c.verdict {
			t.Errorf("%s: verdict %d\n got %s\nwant %s", c.name, ledger.Verdict, got, c.want)
		}
		for _, row := range ledger.Rows() {
			for _, cell := range row {
				if cell == "" || strings.Contains(cell, "NaN") || strings.Contains(cell, "Inf") {
					t.Errorf("%s: the row %q", c.name, row)
				}
			}
		}
	}
}

func TestLedgerTable(t *testing.T) {
	ledger := ledgerOf(t, gapOf(4, func(set, pair int) float64 {
		gap := 2 + wobble(pair)
		if set&financeOpen != 0 {
			gap = 0
		}
		return gap
	}))
	var text strings.Builder
	for _, row := range ledger.Rows() {
		text.WriteString(strings.Join(row, " | ") + "\n")
	}
	want := `Clarity | 0.00 | 0% | in every pair | 0
Finance | 2.00 | 100% | 1.85 to 2.15 | 0.05
Consent | 0.00 | 0% | in every pair | 0
Capacity | 0.00 | 0% | in every pair | 0
Candidates | 0.00 | 0% | in every pair | 0
Left with all five open | 0.00 | 0% | in every pair | 0
Gap | 2.00 | 100% | 1.85 to 2.15 | 0.05
`
	if text.String() != want {
		t.Errorf("got\n%swant\n%s", text.String(), want)
	}
	if got, want := ledger.Heading(), "New money minus budget transfer in March 2029, by barrier: ACPs in post per 1,000 FTE staff, means over 4 pairs of the result's 64, run again."; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	notes := ledger.Notes()
	if got, want := notes[len(notes)-1], "Nothing is left: with all five open both scenarios end alike in every pair."; got != want || len(notes) != 6 {
		t.Errorf("got %q, want %s as the last of 6", notes, want)
	}
}

func TestLedgerFiles(t *testing.T) {
	ledger := ledgerOf(t, gapOf(2, func(set, pair int) float64 {
		if set&consentOpen != 0 {
			return 0
		}
		return float64(1 + pair)
	}))
	var table, gaps strings.Builder
	if err := ledger.WriteCSV(&table); err != nil {
		t.Fatal(err)
	}
	if err := ledger.WriteGaps(&gaps); err != nil {
		t.Fatal(err)
	}
	// The mean is 1.5 with a standard error of 0.5, and Student's t of one degree of
	// freedom 12.706, so that the interval has zero in it and there are no shares.
	for _, row := range []string{
		"a,b,month,setting,measure,part,gates,amount,share,low95,high95,mcse,opened_first,opened_last,pairs",
		"new-money,budget-transfer,2029-03,trust,posts_per_1000_staff,consent,consent,1.500000,,-4.8531,7.8531,0.5,1.5,1.5,2",
		"new-money,budget-transfer,2029-03,trust,posts_per_1000_staff,capacity,supervision+rooms+employer,0.000000,,0,0,0,0,0,2",
		"new-money,budget-transfer,2029-03,trust,posts_per_1000_staff,left,,0.000000,,0,0,0,0,0,2",
		"new-money,budget-transfer,2029-03,trust,posts_per_1000_staff,gap,,1.500000,,-4.8531,7.8531,0.5,1.5,1.5,2",
	} {
		if !strings.Contains(table.String(), row+"\n") {
			t.Errorf("ledger.csv has no row %s\n%s", row, table.String())
		}
	}
	if rows := strings.Count(gaps.String(), "\n"); rows != 1+32*2 {
		t.Errorf("gaps.csv has %d rows", rows)
	}
	for _, row := range []string{"open,replicate,a,b,value_a,value_b,gap", "none,1,new-money,budget-transfer,3,1,2", "clarity+finance+consent+capacity+candidates,0,new-money,budget-transfer,1,1,0"} {
		if !strings.Contains(gaps.String(), row+"\n") {
			t.Errorf("gaps.csv has no row %s", row)
		}
	}
}
