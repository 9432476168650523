package report

import (
	"slices"
	"strings"
	"testing"

	"skillmix/answer"
	"skillmix/answer/charts"
	"skillmix/answer/gates"
	"skillmix/answer/invented/results"
	"skillmix/sim"
)

// wholeReport puts together all that cmd does, with charts.
func wholeReport(t *testing.T, result *answer.Result) *Report {
	t.Helper()
	result.Command = "skillmix run"
	report := &Report{Result: result, Assumed: Assumptions{Judged: []Assumption{{"q0", "Evidence", "success", "probability", "judgement", []AssumedValue{{Default: "0.6", Range: "0 to 1"}}}}}}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	at, err := answer.FindHeadline(result.Runs.Layout, result.Headline)
	must(err)
	if at.Setting == "trust" {
		report.Money, err = answer.SumMoney(result.Runs)
		must(err)
	}
	report.Barriers, err = gates.Meet(result.Runs, result.Headline)
	must(err)
	report.Outcomes, err = answer.MeasureOutcomes(result.Runs)
	must(err)
	report.Diffusions, err = answer.Diffuse(result.Runs, at.Setting)
	must(err)
	report.Breakdowns, err = answer.BreakDown(result.Runs)
	must(err)
	if len(result.Scenarios) > 1 {
		report.AskWhy = "skillmix why ."
	}
	all, err := charts.All(result, nil)
	must(err)
	for _, drawn := range all {
		if drawn.Figure == nil {
			report.Lack(drawn.Name, drawn.Why)
			continue
		}
		svg, err := drawn.Figure.SVG()
		must(err)
		report.Draw("charts", Drawing{Name: drawn.Name, SVG: svg, Title: drawn.Figure.Title, Alt: drawn.Figure.Alt, Caption: drawn.Figure.Subtitle + ".", Data: "summary.csv"})
	}
	return report
}

// readable is a page without what browsers need and readers do not see.
func readable(page string) string {
	return strings.NewReplacer("</th>\n<td", "</th><td", `<span class="together">`, "", "</span>", "", "<code>", "`", "</code>", "`", "&#39;", "'").Replace(page)
}

// TestReportsTellWhatThereIs makes whole reports of worlds of many kinds. No section may be
// empty, none may say that it is where there is something to tell, and each page is sound.
func TestReportsTellWhatThereIs(t *testing.T) {
	nobody := results.But(func(_ int, measure string) (float64, bool) {
		return 0, measure != "programme_offered" && measure != "programme_unspent"
	})
	noProgramme := results.But(func(_ int, measure string) (float64, bool) { return 0, strings.HasPrefix(measure, "programme") })
	alike := func(_, replicate int, month sim.Month, measure, group string) float64 {
		return results.Usual(0, replicate, month, measure, group)
	}
	silent := results.But(func(_ int, measure string) (float64, bool) {
		return 0, measure == "proposals" || strings.HasPrefix(measure, "failed")
	})
	networks := results.TenYears(results.TwoNames, results.Usual)
	networks.Setting = "pcn"
	lone := results.TenYears([]string{"arrs-england"}, results.Usual)
	lone.Setting = "pcn"
	yearly := results.TenYears(results.TwoNames, results.Usual)
	yearly.Yearly = true
	month := results.Imagined{Setting: "trust", Names: results.TwoNames, Replicates: 3, Start: sim.MonthOf(2019, 4), Months: 1, At: results.Usual}
	once := results.TenYears(results.TwoNames, results.Usual)
	once.Replicates = 1
	hostile := results.TenYears([]string{`<img-src=x>`, `a&b"c'`}, results.Usual)
	five := results.TenYears(results.TwoNames, nobody)
	five.Months = 60

	for name, c := range map[string]struct {
		im     results.Imagined
		want   []string
		never  []string
		reason string
	}{
		"two": {results.TenYears(results.TwoNames, results.Usual), []string{
			"<th scope=\"row\">Months until 50% of units have had a post</th>",
			"Largest rise of filled posts within twelve months",
			"Bass's model fits with p ", "Bass's model of the mean share of units", ">New money</th><td class=\"number\">0.0",
			"Early adopters, 2.5% to 16%", "units, by ",
			"NHS trusts, by area (ACPs in post per 1,000 FTE staff): new money is above budget transfer in all 2 areas",
			"all 2 kinds of trust", "most in acute trusts (by ",
			"<summary>By service: filled posts</summary>",
			"Who pays for posts in NHS trusts", "In 2028/29, the last whole financial year", "In all, April 2019 to March 2029",
			"<dt>Medical budgets of trusts, by conversion</dt>", "Trusts' budgets for doctors",
			"Pounds for each year of a filled post", "Pounds for each year of a doctor's work released",
			"costs all payers together", "What more years of doctors' work released cost all payers together cannot be told of new money and budget transfer: neither has more.",
			"rests on each barrier", "<pre>`skillmix why .`</pre>",
			"Charts that were not drawn, and why", "<dt>Spread</dt>",
		}, []string{"primary care networks</h3>", "cost the nation cannot be told"}, "all that a comparison of trusts has"},
		"one": {results.TenYears(results.TwoNames[:1], results.Usual), []string{
			": the same in all 2 areas.", "<dt>Difference</dt>\n<dd>There is one scenario", "Who pays for posts in NHS trusts",
			"NHS trusts, by service (ACPs in post per 1,000 FTE staff): of 3 services most in critical care (", "and least in frailty (0 on average)",
		}, []string{"skillmix why .", ">Difference</th>", "rests on each barrier"}, "nothing is compared with nothing"},
		"four": {results.TenYears(results.FourNames, results.Usual), []string{
			"Difference, new money less budget transfer", "New money has more years of filled posts than baseline and costs the nation the same.", ">Baseline</th>",
		}, nil, "a difference is said to be of the first two"},
		"networks": {networks, []string{
			"Who pays for posts in primary care networks", "The nation, through the reimbursement scheme", "Additional Roles Reimbursement Scheme (ARRS)",
			"General practices, from their own money.", "Primary care networks, by role (filled posts)", "The units that take a post up are primary care networks",
			"Pounds for each year of a filled post",
		}, []string{"programme money", "£0.00", "None of the scenarios offers"}, "networks have money too"},
		"arrs": {lone, []string{"Who pays for posts in primary care networks", "of 2 roles most in clinical pharmacist"}, []string{"None of the scenarios offers"}, "a single scenario of networks"},
		"nobody": {five, []string{
			"not reached in 8 runs", "Under new money no unit ever has a filled post, so there is no curve to fit.",
			"No post was filled in any run", "Nobody proposes a post in any scenario", "do not differ in any pair in any of 2 areas",
			">Medical budgets of trusts, by conversion</th><td class=\"words\">nothing</td>",
		}, []string{`id="bass"`, `id="rogers"`}, "five years in which nobody adopts"},
		"yearly": {yearly, []string{
			"Of areas, kinds of organisation, services and roles nothing can be told: the runs keep whole settings only; --detail month keeps the groups too.",
			"Months until 10% of units have had a post", "In 2028/29, the last whole financial year",
		}, nil, "groups are not kept"},
		"month": {month, []string{
			"groups are kept at the end of March, and there is none in the run", "In all, April 2019<", "No coefficients of Bass's model are given",
		}, []string{"last whole financial year"}, "one month has no March and no year"},
		"once": {once, []string{
			"a single pair of runs cannot tell in which areas new money and budget transfer differ", "from a single run", "in a single pair",
			"cannot be told of new money and budget transfer: a single pair of runs.",
		}, nil, "a single pair has no range"},
		"alike":   {results.TenYears(results.TwoNames, alike), []string{"do not differ in any pair in any of 3 services", "none in any pair", "neither has more"}, nil, "no difference at all"},
		"silent":  {results.TenYears(results.TwoNames, silent), []string{"Nobody proposes a post in any scenario"}, nil, "posts, but no proposals"},
		"unpaid":  {results.TenYears(results.TwoNames, noProgramme), []string{"None of the scenarios offers programme money to trusts in these months.", "Who pays for posts in NHS trusts"}, []string{`id="money"`}, "others pay"},
		"hostile": {hostile, []string{"&lt;img src=x&gt;", "A&amp;b&#34;c'"}, []string{"<img", `<td class="number"></td>`}, "names are text, not markup"},
	} {
		t.Run(name, func(t *testing.T) {
			if testing.Short() && !slices.Contains([]string{"two", "networks", "nobody"}, name) {
				t.Skip("three worlds are enough in short")
			}
			report := wholeReport(t, c.im.Result(t))
			sections, err := report.Sections()
			if err != nil {
				t.Fatal(err)
			}
			for _, section := range sections {
				for _, wrong := range wrongIn(section) {
					t.Errorf("section %s: %s", section.ID, wrong)
				}
				if len(section.Parts) == 0 {
					t.Errorf("section %s is empty", section.ID)
				}
			}
			page := written(t, report)
			checkPage(t, page)
			shown := readable(page)
			for _, want := range c.want {
				if !strings.Contains(shown, want) {
					t.Errorf("the report lacks %q: %s", want, c.reason)
				}
			}
			for _, never := range c.never {
				if strings.Contains(shown, never) {
					t.Errorf("the report holds %q: %s", never, c.reason)
				}
			}
		})
	}
}

// TestReportDoesNotGrowWithRuns: what a report is made of is as much for few runs as for
// many.
func TestReportDoesNotGrowWithRuns(t *testing.T) {
	size := func(replicates int) int {
		im := results.Imagined{Setting: "trust", Names: results.TwoNames, Replicates: replicates, Start: sim.MonthOf(2019, 4), Months: 24, At: results.Usual}
		return len(written(t, wholeReport(t, im.Result(t))))
	}
	few, many := size(8), size(200)
	if grown := float64(many) / float64(few); grown > 1.02 {
		t.Errorf("a report of 200 runs has %d bytes, one of 8 runs %d", many, few)
	}
}

// TestReportWithoutWhatCanBeLeftOut says of each thing that was not given that it is not.
func TestReportWithoutWhatCanBeLeftOut(t *testing.T) {
	report := wholeReport(t, results.TenYears(results.TwoNames, results.Usual).Result(t))
	report.Outcomes, report.Diffusions, report.Breakdowns, report.AskWhy = nil, nil, nil, ""
	page := written(t, report)
	checkPage(t, page)
	page = readable(page)
	for _, want := range []string{
		"nothing can be told of how fast posts spread", "The records do not hold who pays for posts.", "nothing can be told: the records keep no groups.",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the report lacks %q", want)
		}
	}
	if strings.Contains(page, "skillmix why .") {
		t.Error("the report asks what cannot be asked")
	}
}

// TestChartsOfAReportHaveTheirOwnNames: two charts in a page do not share an id, and each
// is named by its title.
func TestChartsOfAReportHaveTheirOwnNames(t *testing.T) {
	report := wholeReport(t, results.TenYears(results.TwoNames, results.Usual).Result(t))
	page := written(t, report)
	if drawn := strings.Count(page, "<svg "); drawn < 6 || strings.Count(page, "aria-labelledby=\"chart-") != drawn {
		t.Errorf("%d charts, of which %d are named", drawn, strings.Count(page, "aria-labelledby=\"chart-"))
	}
	checkPage(t, page) // every id once
}
