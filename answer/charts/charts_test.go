package charts

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"skillmix/answer/invented/results"
	"skillmix/sim"
)

// someOrganisations are ten of each run.
func someOrganisations(scenarios, runs int) *Organisations {
	o := &Organisations{Who: "trusts", Quantity: "Posts of a trust", Unit: "posts"}
	for scenario := range scenarios {
		var all [][]float64
		for run := range runs {
			var values []float64
			for i := range 10 {
				values = append(values, float64((i*7+run)%10*(scenario+1)))
			}
			all = append(all, values)
		}
		o.Values = append(o.Values, all)
	}
	return o
}

func TestChartsSayWhatTheyShow(t *testing.T) {
	is := func(names ...string) func(int, string) (float64, bool) {
		return func(_ int, measure string) (float64, bool) {
			for _, name := range names {
				if strings.HasPrefix(measure, name) {
					return 0, true
				}
			}
			return 0, false
		}
	}
	networks := results.TenYears(results.TwoNames, results.Usual)
	networks.Setting = "pcn"
	yearly := results.TenYears(results.TwoNames, results.Usual)
	yearly.Yearly = true
	oneMonth := results.TenYears(results.TwoNames, results.Usual)
	oneMonth.Months, oneMonth.Replicates, oneMonth.Start = 1, 1, sim.MonthOf(2024, 5)
	part := results.TenYears(results.TwoNames, results.Usual)
	part.Start, part.Months = sim.MonthOf(2019, 7), 30
	cases := []struct {
		of           results.Imagined
		chart, wants string // a title, or why there is no chart
		reason       string
	}{
		{results.TenYears(results.TwoNames, results.Usual), "adoption", "New money puts an average of 22 ACPs per 1,000 staff in post by March 2029; budget transfer puts 12", "word for word the finding"},
		{results.TenYears(results.TwoNames, results.Usual), "difference", "In March 2029 new money is 11 ACPs per 1,000 staff above budget transfer (95% of pairs 10 to 11)", "a plain difference"},
		{results.TenYears([]string{"a", "b"}[:2], results.But(func(scenario int, measure string) (float64, bool) {
			return float64(1 + scenario), measure == "posts_per_1000_staff"
		})), "difference", "In March 2029 a is 1.0 ACPs per 1,000 staff below b (95% of pairs 1.0 to 1.0)", "the first is lower; the range has the sign of the words"},
		{results.TenYears(results.TwoNames, results.But(func(_ int, measure string) (float64, bool) { return 3, measure == "posts_per_1000_staff" })), "difference",
			"New money and budget transfer do not differ in any pair of runs", "nothing differs"},
		{results.TenYears(results.TwoNames, func(scenario, replicate int, month sim.Month, measure, group string) float64 {
			if measure == "posts_per_1000_staff" {
				return 3 + float64(1-scenario)*float64(replicate%2*2-1)
			}
			return results.Usual(scenario, replicate, month, measure, group)
		}), "difference", "In March 2029 new money is not told apart from budget transfer (difference 0.0, unresolved)", "as often above as below"},
		{results.TenYears(results.TwoNames, func(scenario, replicate int, month sim.Month, measure, group string) float64 {
			if measure == "posts_per_1000_staff" && scenario == 0 {
				return 3 + float64(min(replicate-1, 4))
			}
			if measure == "posts_per_1000_staff" {
				return 3
			}
			return results.Usual(scenario, replicate, month, measure, group)
		}), "difference", "In March 2029 new money is on average 2.1 ACPs per 1,000 staff above budget transfer, and above it in 81% of pairs", "resolved, but not in every pair"},
		{results.TenYears(results.FourNames, results.Usual), "difference",
			"In March 2029 new money is 10.66 ACPs per 1,000 staff above budget transfer (95% of pairs 9.92 to 11.40), 5.33 above mixed (95% of pairs 4.96 to 5.70) and 15.99 above baseline (95% of pairs 14.88 to 17.11)", "four scenarios, the unit said once"},
		{results.TenYears(results.TwoNames[:1], results.Usual), "difference", "There is one scenario, so there is no difference between scenarios to draw.", "one scenario"},
		{oneMonth, "difference", "In a single pair of runs new money is 5.1 ACPs per 1,000 staff above budget transfer in May 2024", "one month, one run"},

		{results.TenYears(results.TwoNames, results.Usual), "barriers", "Proposals fail most often at clarity (62% under new money and 61% under budget transfer)", "one gate leads in both"},
		{results.TenYears(results.TwoNames, results.But(func(scenario int, measure string) (float64, bool) {
			return 90, measure == "failed_consent" && scenario == 1
		})), "barriers",
			"Proposals fail most often at clarity (62% under new money) and at consent (90% under budget transfer)", "each has its own"},
		{results.TenYears(results.TwoNames, results.But(func(scenario int, measure string) (float64, bool) {
			return 0, scenario == 1 && strings.HasPrefix(measure, "failed")
		})), "barriers",
			"Proposals fail most often at clarity (62% under new money); none fails under budget transfer", "one in which nothing fails"},
		{results.TenYears(results.TwoNames, results.But(is("proposals", "failed"))), "barriers", "Nobody proposes a post, so nothing can fail at a gate.", "no proposal"},
		{results.TenYears(results.TwoNames, results.But(is("failed"))), "barriers", "No proposal fails at any gate.", "no failure"},

		{results.TenYears(results.TwoNames, results.Usual), "money", "Of £120.0 million of programme money offered by March 2029, 60% is spent under new money and 10% is transferred under budget transfer", "equal offers"},
		{results.TenYears(results.FourNames[1:], results.Usual), "money", "Of £120.0 million of programme money offered by March 2029, 60% is spent under budget transfer; 10% is transferred under mixed; 30% is spent and 20% is transferred under baseline", "one that does both"},
		{results.TenYears(results.TwoNames, results.But(func(scenario int, measure string) (float64, bool) {
			return 0, scenario == 1 && strings.HasPrefix(measure, "programme")
		})), "money", "Of £120.0 million of programme money offered by March 2029, 60% is spent under new money; nothing is offered under budget transfer", "one without a programme"},
		{results.TenYears(results.TwoNames, results.But(is("programme"))), "money", "By March 2029 posts cost £180 in both", "no programme: what posts cost all the same"},
		{results.TenYears(results.TwoNames, results.But(is("programme", "spend"))), "money", "No money is offered or spent.", "no money at all"},
		{networks, "money", "Of £120.0 million that networks are entitled to by March 2029, 60% is reimbursed under new money and none is used under budget transfer", "networks"},

		{results.TenYears(results.TwoNames, results.Usual), "resistance", "Refusal of a post that takes a medical post's money falls from 90% to 50% under new money and 70% under budget transfer", "equal starts said once"},
		{networks, "resistance", "Maturity of networks rises from 0.10 to 1.00 in both", "networks: an index, not a share"},
		{oneMonth, "resistance", "Refusal of a post that takes a medical post's money is 70% under new money and 80% under budget transfer", "one month"},

		{results.TenYears(results.TwoNames, results.Usual), "rogers", "By March 2029 take-up has got to the laggards (90% of services under new money) and to the late majority (65% under budget transfer)", "in different categories"},
		{part, "money", "Of £30.0 million of programme money offered by December 2021, 60% is spent under new money and 10% is transferred under budget transfer", "all months, also those of years that are not whole"},
		{results.TenYears(results.TwoNames, results.But(is("adopted"))), "rogers", "Categories of adopters are not told: no unit takes the role up.", "nobody adopted"},
		{results.TenYears(results.TwoNames, results.But(func(_ int, measure string) (float64, bool) { return .9, measure == "adopted_ever_share" })), "rogers",
			"Categories of adopters are not told: too few units take the role up after April 2019 (0% of all, and a curve needs 16%).", "adopted before the run"},

		{results.TenYears(results.TwoNames, results.Usual), "services", "In March 2029 critical care has most: 22.3 ACPs per 1,000 staff under new money and 11.7 under budget transfer; surgery has least: 5.0 under new money and 2.5 under budget transfer", "those without posts are left out"},
		{yearly, "services", "The records do not keep services apart.", "detail year"},
		{oneMonth, "services", "Posts by service are kept at the end of financial years, and no March lies within the runs.", "no March"},
		{networks, "services", "Networks are one kind of service; their posts are drawn by role.", "networks"},
		{results.TenYears(results.TwoNames, results.But(is("posts_filled", "posts_per"))), "services", "No post of any of the services is filled at the end of a financial year.", "no posts"},
		{networks, "roles", "In March 2029 the role with most posts is clinical pharmacist: 1,092 under new money and 596 under budget transfer; that with fewest is ACP: 5 under new money and 2 under budget transfer", "networks"},
		{results.TenYears(results.TwoNames, results.Usual), "roles", "Posts in trusts are all of one role, which the chart of adoption shows.", "trusts"},

		{results.TenYears(results.TwoNames, results.Usual), "spread", "Half of trusts have at most 4.5 posts under new money and 9.0 under budget transfer; one in ten has at least 8.1 under new money and 16.2 under budget transfer", "ten trusts with 0 to 9 and 0 to 18"},
	}
	for _, c := range cases {
		chart, title := chartOf(t, c.of, c.chart), ""
		if title = chart.Why; chart.Figure != nil {
			title = chart.Figure.Title
		}
		if title != c.wants {
			t.Errorf("%s, %s:\n  got  %q\n  want %q", c.chart, c.reason, title, c.wants)
		}
	}
}

// chartOf returns a chart of an imagined result, and fails if it cannot be drawn.
func chartOf(t *testing.T, of results.Imagined, name string) Drawn {
	t.Helper()
	charts, err := All(of.Result(t), someOrganisations(len(of.Names), 8))
	if err != nil {
		t.Fatal(err)
	}
	for _, chart := range charts {
		if chart.Name == name {
			return chart
		}
	}
	t.Fatalf("there is no chart %s", name)
	return Drawn{}
}

func TestYearsAreSums(t *testing.T) {
	of := results.TenYears(results.TwoNames, results.Usual)
	of.Start, of.Months = sim.MonthOf(2020, 2), 15 // two months, a year, a month
	result := of.Result(t)
	runs := result.Runs
	years, err := yearsOf(runs, 0, runs.Layout.Column("programme_offered"))
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(years.ends, years.covers); got != "[2020-03 2021-03 2021-04] [2 12 1]" {
		t.Errorf("years are %s", got)
	}
	if got := years.sums[0]; got[0] != 8*2e6 || got[1] != 8*12e6 || got[2] != 8e6 {
		t.Errorf("sums are %v, want those of a million a month over 8 runs", got)
	}
	if got, want := years.partial(), "Only whole years are drawn, without the 2 months to March 2020 and the 1 month to April 2021."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := chartOf(t, of, "money").Figure.Panels[0].Series[0].Median; len(got) != 1 || got[0] != 12e6 {
		t.Errorf("the money of whole years is %v, want that of one: a part of a year would look like a fall", got)
	}
	short := of
	short.Months = 5
	if source := chartOf(t, short, "money").Figure.Source; !strings.HasSuffix(source, ". No financial year is whole: 2 months to March 2020 and 3 months to June 2020.") {
		t.Errorf("five months: %q", source)
	}
	chart := chartOf(t, of, "barriers").Figure
	if got := chart.Panels[0].Series[0].Median; math.Abs(got[0]-.62) > 1e-9 || math.Abs(got[2]-.62) > 1e-9 {
		t.Errorf("shares are %v, want 62 of 100 whatever a year's length", got)
	}
}

func TestBarriersLeaveGaps(t *testing.T) {
	of := results.TenYears(results.TwoNames, func(scenario, replicate int, month sim.Month, measure, group string) float64 {
		if scenario == 0 && aprilBefore(month) == sim.MonthOf(2021, 4) || scenario == 1 {
			if measure == "proposals" || strings.HasPrefix(measure, "failed") {
				return 0
			}
		}
		return results.Usual(scenario, replicate, month, measure, group)
	})
	chart := chartOf(t, of, "barriers").Figure
	for year, share := range chart.Panels[0].Series[0].Median {
		if gap := math.IsNaN(share); gap != (year == 2) {
			t.Errorf("year %d is %v: only the third has no proposal", year, share)
		}
	}
	if panel := chart.Panels[1]; panel.Note == "" || panel.Series != nil {
		t.Errorf("the panel of who never proposes says %q and has %d lines", panel.Note, len(panel.Series))
	}
	if got := len(chart.Panels[0].Series); got != 4 {
		t.Errorf("%d gates are drawn, want the four that fail most", got)
	}
	if !strings.Contains(chart.Source, "Fewer fail at supervision and finding a candidate") {
		t.Errorf("the gates that are not drawn are not named: %q", chart.Source)
	}
}

func TestSpreadIsTheMedianOfRuns(t *testing.T) {
	o := &Organisations{Who: "trusts", Quantity: "Posts", Unit: "posts", Values: [][][]float64{{
		{5, 1, 3, 2, 4}, {50, 10, 30, 20, 40}, {6, 2, 4, 3, 5},
	}}}
	of := results.TenYears(results.TwoNames[:1], results.Usual)
	charts, err := All(of.Result(t), o)
	if err != nil {
		t.Fatal(err)
	}
	series := charts[len(charts)-1].Figure.Panels[0].Series[0]
	for at, want := range map[int]float64{0: 2, 25: 3, 50: 4, 100: 6} {
		if got := series.Median[at]; math.Abs(got-want) > 1e-9 {
			t.Errorf("%d%% of trusts have at most %v, want %v: the middle one of three runs", at, got, want)
		}
	}
	o.Values[0][1] = o.Values[0][1][:4]
	if charts, err = All(of.Result(t), o); err != nil {
		t.Fatal(err)
	}
	if why := charts[len(charts)-1].Why; why != "There are too few trusts to draw their spread: 4." {
		t.Errorf("four trusts: %q", why)
	}
	if charts, err = All(of.Result(t), nil); err != nil || charts[len(charts)-1].Why == "" {
		t.Errorf("without values of organisations: %v, %+v", err, charts[len(charts)-1])
	}
}
