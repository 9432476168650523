package answer

import (
	"bytes"
	"io"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"skillmix/answer/invented"
	"skillmix/sim"
)

// world says what a measure is at the end of a month, or within it, counted from 1; it is
// nil for a run that fails.
type world func(month int, measure string) float64

var outcomeColumns = []sim.Column{
	{Name: "adopted_ever_share", Kind: sim.Ratio}, {Name: "adopters", Kind: sim.Stock}, {Name: "adopter_share", Kind: sim.Ratio},
	{Name: "posts_filled", Kind: sim.Stock}, {Name: "doctor_fte_released", Kind: sim.Stock},
	{Name: "spend_new_money", Kind: sim.Money}, {Name: "spend_transferred", Kind: sim.Money}, {Name: "spend_background", Kind: sim.Money},
	{Name: "proposals", Kind: sim.Flow}, {Name: "unit_months_without_proposal", Kind: sim.Flow},
}

// outcomeRuns makes runs of trusts from worlds by scenario and replicate. By year, records
// keep the ends of financial years and the last month, flows summed since the row before.
func outcomeRuns(t *testing.T, byYear bool, start sim.Month, months int, worlds [][]world) *Runs {
	t.Helper()
	group := sim.Group{Setting: "trust", Name: "all"}
	for i := range outcomeColumns {
		group.Columns = append(group.Columns, i)
	}
	if byYear {
		group.Cadence = sim.Yearly
	}
	layout, err := sim.NewLayout(outcomeColumns, []sim.Group{group})
	if err != nil {
		t.Fatal(err)
	}
	var all []*sim.Record
	var names []string
	for replicate := range worlds[0] {
		for scenario := range worlds {
			if replicate == 0 {
				names = append(names, []string{"new-money", "budget-transfer"}[scenario])
			}
			at := worlds[scenario][replicate]
			if at == nil {
				all = append(all, nil)
				continue
			}
			seen := start - 1
			all = append(all, invented.Observe(layout, start, months, func(row *sim.Row) {
				for c, column := range layout.Columns {
					value := at(int(row.Month-start)+1, column.Name)
					if column.Kind == sim.Flow || column.Kind == sim.Money {
						for month := seen + 1; month < row.Month; month++ {
							value += at(int(month-start)+1, column.Name)
						}
					}
					row.Set(0, c, value)
				}
				seen = row.Month
			}))
		}
	}
	runs, err := NewRuns(names, layout, invented.Records{All: all, Worlds: len(worlds), Like: sim.NewRecord(layout, start, months)}, 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	return runs
}

// steady is a world of 40 units in which, from some share at the start on, so many more
// take the role up each month, each with a post that costs 5,000 pounds a month.
func steady(from, monthly float64) world {
	return func(month int, measure string) float64 {
		adopters := min(40, from+monthly*float64(month))
		switch measure {
		case "adopted_ever_share", "adopter_share":
			return adopters / 40
		case "adopters", "posts_filled":
			return adopters
		case "spend_new_money":
			return 5000 * adopters
		case "doctor_fte_released":
			return adopters / 2
		case "unit_months_without_proposal":
			return 40
		}
		return 0
	}
}

// none is a world in which nobody takes the role up.
func none(_ int, measure string) float64 {
	if measure == "unit_months_without_proposal" {
		return 40
	}
	return 0
}

func outcomesOf(t *testing.T, runs *Runs) *Outcomes {
	t.Helper()
	outcomes, err := MeasureOutcomes(runs)
	if err != nil {
		t.Fatal(err)
	}
	return outcomes
}

func TestOutcomesOfOneRun(t *testing.T) {
	april := sim.MonthOf(2019, 4)
	cases := []struct {
		name    string
		byYear  bool
		start   sim.Month
		months  int
		world   world
		want    map[string]float64 // not a number: no value in the run; absent: no outcome
		without []string
		reason  string
	}{
		{
			"steady", false, april, 36, steady(0, 1),
			map[string]float64{
				"months_to_10_percent": 4, "months_to_50_percent": 20, "months_to_90_percent": 36,
				"reached_90_percent": 1, "peak_units_per_year": 12, "peak_posts_per_year": 12,
				"pounds_per_post_year": 60000, "pounds_per_doctor_fte_year": 120000,
				"paid_by_nation_last_year": 5000 * (25 + 36) / 2 * 12, "paid_by_nation_in_all": 5000 * 37 * 18,
				"paid_by_medical_budgets_in_all": 0,
			}, nil,
			"4, 20 and 36 of 40 units are 10, 50 and 90%, and count from the first month; a post costs 60,000 a year, and half a doctor",
		},
		{
			"not reached", false, april, 35, steady(0, 1),
			map[string]float64{"months_to_90_percent": 36, "reached_90_percent": 0, "months_to_50_percent": 20, "paid_by_nation_last_year": 5000 * (13 + 24) / 2 * 12}, nil,
			"one month more than the run has; the last whole financial year ends eleven months earlier",
		},
		{
			"at once", false, april, 14, steady(20, 0.25),
			map[string]float64{"months_to_10_percent": 1, "months_to_50_percent": 1, "peak_units_per_year": 3}, nil,
			"posts at the start count",
		},
		{
			"nobody", false, april, 24, none,
			map[string]float64{
				"months_to_10_percent": 25, "reached_10_percent": 0, "peak_units_per_year": 0, "peak_posts_per_year": 0,
				"pounds_per_post_year": math.NaN(), "pounds_per_doctor_fte_year": math.NaN(), "paid_by_nation_in_all": 0,
			}, nil,
			"no rise is no units a year, of however many; nothing is divided by nothing",
		},
		{
			"one month", false, april, 1, steady(20, 1),
			map[string]float64{"months_to_50_percent": 1, "months_to_90_percent": 2, "peak_units_per_year": math.NaN(), "pounds_per_post_year": 60000},
			[]string{"paid_by_nation_last_year"},
			"no twelve months lie between two values, and there is no whole financial year",
		},
		{
			"by year", true, april, 36, steady(0, 1),
			map[string]float64{
				"months_to_10_percent": 12, "months_to_50_percent": 24, "months_to_90_percent": 36, "peak_units_per_year": 12,
				"paid_by_nation_last_year": 5000 * (25 + 36) / 2 * 12, "paid_by_nation_in_all": 5000 * 37 * 18,
				"pounds_per_post_year": 5000 * 37 * 18 / (12 + (13.+36)/2*24/12),
			}, nil,
			"months are those of the row in which a share is first seen; stocks are as at its end before the first row, and straight between rows",
		},
		{
			"by year, ending in June", true, april, 27, steady(0, 1),
			map[string]float64{"months_to_50_percent": 24, "peak_units_per_year": 12, "paid_by_nation_last_year": 5000 * (13 + 24) / 2 * 12}, nil,
			"the last row covers three months, which are no year",
		},
		{
			"from July", false, sim.MonthOf(2019, 7), 21, steady(0, 1),
			map[string]float64{"paid_by_nation_last_year": 5000 * (10 + 21) / 2 * 12}, nil,
			"the run ends in March 2021, and so does its only whole financial year",
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			outcomes := outcomesOf(t, outcomeRuns(t, c.byYear, c.start, c.months, [][]world{{c.world}}))
			for name, want := range c.want {
				outcome := outcomes.Of("trust", name)
				switch {
				case outcome == nil:
					t.Errorf("there is no %s", name)
				case math.IsNaN(want) && outcome.Scenarios[0].N != 0:
					t.Errorf("%s is %v, want no value: %s", name, outcome.Scenarios[0].Mean, c.reason)
				case !math.IsNaN(want) && (outcome.Scenarios[0].N != 1 || math.Abs(outcome.Scenarios[0].Mean-want) > 1e-9*want):
					t.Errorf("%s is %v in %d runs, want %v: %s", name, outcome.Scenarios[0].Mean, outcome.Scenarios[0].N, want, c.reason)
				}
			}
			for _, name := range c.without {
				if outcomes.Of("trust", name) != nil {
					t.Errorf("there is %s: %s", name, c.reason)
				}
			}
		})
	}
}

// Three pairs: a third run of the first scenario fails, and the second never adopts.
func TestOutcomesOfPairs(t *testing.T) {
	runs := outcomeRuns(t, false, sim.MonthOf(2019, 4), 36, [][]world{{steady(0, 1), steady(0, 2), nil}, {none, none, none}})
	outcomes := outcomesOf(t, runs)
	months := outcomes.Of("trust", "months_to_50_percent")
	if a := months.Scenarios[0]; a.N != 2 || a.Runs != 2 || a.Reached != 2 || a.Mean != 15 {
		t.Errorf("the first scenario reaches half in %+v, want two runs at 20 and 10 months", a)
	}
	if b := months.Scenarios[1]; b.N != 3 || b.Reached != 0 || b.Mean != 37 {
		t.Errorf("the second reaches half in %+v, want none of three runs, counted as 37", b)
	}
	if pair := months.Pairs[0]; pair.N != 2 || pair.Mean != -22 || pair.Higher != 0 {
		t.Errorf("their difference is %+v, want -22 in two pairs, the first never higher", pair)
	}
	want := map[string]OutcomeRow{
		"Months until 10% of units have had a post": {Values: []string{"3.0 (2.0 to 4.0)", "not reached in 3 runs"}, Difference: "-34.0 (-35.0 to -33.0)"},
		"Months until 90% of units have had a post": {Values: []string{"27.0 (18.4 to 35.5)", "not reached in 3 runs"}, Difference: "-10.0 (-18.6 to -1.4), unresolved"},
		"Pounds for each year of a filled post":     {Values: []string{"£60,000 (£60,000 to £60,000)", "undefined: no post was filled"}, Difference: "cannot be told"},
	}
	rows := outcomes.Rows("trust")
	for label, row := range want {
		at := slices.IndexFunc(rows, func(r OutcomeRow) bool { return r.Label == label })
		if at < 0 {
			t.Errorf("no row %q", label)
			continue
		}
		row.Label = label
		if diff := cmp.Diff(row, rows[at]); diff != "" {
			t.Errorf("row (-want +got):\n%s", diff)
		}
	}
	var table bytes.Buffer
	tables, err := Tabulate(runs, outcomes)
	if err != nil {
		t.Fatal(err)
	}
	if err := tables.WriteSummary(&table); err != nil {
		t.Fatal(err)
	}
	for _, row := range []string{
		"new-money,2022-03,trust,all,months_to_50_percent,15,15,10.25,11,19,19.75,5,2\n",
		"budget-transfer,2022-03,trust,all,reached_50_percent,0,0,0,0,0,0,0,3\n",
	} {
		if !strings.Contains(table.String(), row) {
			t.Errorf("summary.csv lacks %s", row)
		}
	}
	if strings.Contains(table.String(), "budget-transfer,2022-03,trust,all,pounds_per_post_year") {
		t.Error("summary.csv has pounds for posts that nobody filled")
	}
	if strings.Contains(table.String(), "NaN") {
		t.Error("summary.csv has something that is no number")
	}
	table.Reset()
	if err := tables.WriteComparison(&table); err != nil {
		t.Fatal(err)
	}
	const row = "new-money,budget-transfer,2022-03,trust,all,months_to_50_percent,-22,-26.75,-26,-18,-17.25,5,0,2\n"
	if !strings.Contains(table.String(), row) {
		t.Errorf("comparison.csv lacks %s", row)
	}
}

// A rise that falls short of the horizon in some runs says in how many.
func TestOutcomesSayInHowManyRuns(t *testing.T) {
	outcomes := outcomesOf(t, outcomeRuns(t, false, sim.MonthOf(2019, 4), 24, [][]world{{steady(0, 1), none, steady(20, 0)}}))
	rows := outcomes.Rows("trust")
	for label, want := range map[string]string{
		"Months until 50% of units have had a post": "15 (2 to 25); in 1 of 3 runs already in the first month, posts at the start included; not reached in 1 of 3 runs, counted as 25",
		"Pounds for each year of a filled post":     "£60,000 (£60,000 to £60,000); no post was filled in 1 of 3 runs, which are left out",
	} {
		at := slices.IndexFunc(rows, func(r OutcomeRow) bool { return r.Label == label })
		if at < 0 || rows[at].Values[0] != want {
			t.Errorf("%s: %q, want %q", label, rows[max(at, 0)].Values, want)
		}
	}
}

// The nation pays 60,000 a year for each post of the first scenario; in the second, half as
// many posts are paid by the trusts themselves. So each further post-year costs the nation
// 120,000, and all payers together 60,000.
func TestExtras(t *testing.T) {
	own := func(units float64) world {
		from := steady(units, 0)
		return func(month int, measure string) float64 {
			switch measure {
			case "spend_new_money":
				return 0
			case "spend_background":
				return from(month, "spend_new_money")
			}
			return from(month, measure)
		}
	}
	outcomes := outcomesOf(t, outcomeRuns(t, false, sim.MonthOf(2019, 4), 24, [][]world{{steady(20, 0), steady(24, 0), steady(22, 0)}, {own(10), own(12), own(11)}}))
	var said []string
	for _, extra := range outcomes.Extras {
		said = append(said, outcomes.Extra(extra))
	}
	want := []string{
		"Each further year of a filled post under new money, compared with budget transfer, costs the nation £120,000 (95% interval £120,000 to £120,000).",
		"Each further year of a filled post under new money, compared with budget transfer, costs all payers together £60,000 (95% interval £60,000 to £60,000).",
		"Each further year of a doctor's work released under new money, compared with budget transfer, costs the nation £240,000 (95% interval £240,000 to £240,000).",
		"Each further year of a doctor's work released under new money, compared with budget transfer, costs all payers together £120,000 (95% interval £120,000 to £120,000).",
	}
	if diff := cmp.Diff(want, said); diff != "" {
		t.Errorf("extras (-want +got):\n%s", diff)
	}
	same := outcomesOf(t, outcomeRuns(t, false, sim.MonthOf(2019, 4), 24, [][]world{{steady(20, 0), steady(24, 0)}, {steady(20, 0), steady(24, 0)}}))
	if got, want := same.Extra(same.Extras[0]), "What more years of filled posts cost the nation cannot be told of new money and budget transfer: neither has more."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	apart := outcomesOf(t, outcomeRuns(t, false, sim.MonthOf(2019, 4), 24, [][]world{{steady(20, 0), steady(24, 0)}, {steady(24, 0), steady(20, 0)}}))
	if got, want := apart.Extras[0].Lacks, "which has more is unresolved"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// A setting in which no unit could ever make a case has no outcomes: networks before they exist.
func TestSettingWithoutUnitsHasNoOutcomes(t *testing.T) {
	outcomes := outcomesOf(t, outcomeRuns(t, false, sim.MonthOf(2019, 4), 24, [][]world{{func(int, string) float64 { return 0 }}}))
	if len(outcomes.All) > 0 || len(outcomes.Extras) > 0 || len(outcomes.Rows("trust")) > 0 {
		t.Errorf("there are outcomes of no units: %+v", outcomes.All)
	}
	if err := (&Tables{runs: &Runs{}, outcomes: outcomes}).WriteSummary(io.Discard); err != nil {
		t.Error(err)
	}
}
