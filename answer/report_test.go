package answer

import (
	"bytes"
	"encoding/xml"
	"io"
	"regexp"
	"strings"
	"testing"

	"skillmix/plots/rules"
	"skillmix/sim"
)

// overTwoYears is a result with charts: scenario a grows, b does not.
func overTwoYears(t *testing.T) *Result {
	t.Helper()
	result := headlines(t, "posts_per_1000_staff", [][]float64{{1}, {1}})
	result.Scenarios[0].Title = `Money <b>& "more"</b>`
	result.Runs = synthetic{[]string{"new-money", "budget-transfer"}, 5, sim.MonthOf(2019, 4), 22, func(scenario, replicate int, month sim.Month, measure string) float64 {
		if measure == "posts_per_1000_staff" && scenario == 0 {
			return float64(month-sim.MonthOf(2019, 4)) / 10 * (1 + float64(replicate)/10)
		}
		return 1
	}}.runs(t)
	result.ChanceAlone, _ = HeadlineValues(result.Runs, result.Headline)
	return result
}

func TestChart(t *testing.T) {
	result := overTwoYears(t)
	chart, err := Chart(result)
	if err != nil {
		t.Fatal(err)
	}
	finding, err := Find(result)
	if err != nil {
		t.Fatal(err)
	}
	if chart.Title+"." != finding.Lead || !strings.HasPrefix(chart.Alt, finding.String()) {
		t.Errorf("title %q and text alternative %q must lead with the finding", chart.Title, chart.Alt)
	}
	const course = "New money: 0.0 in April 2019, 1.2 in February 2020, 2.5 in January 2021 (80% of runs 2.2 to 2.9, 95% 2.1 to 2.9)."
	if !strings.Contains(strings.ReplaceAll(chart.Alt, ": 0 in", ": 0.0 in"), course) {
		t.Errorf("text alternative %q lacks the course of the first curve: %q", chart.Alt, course)
	}
	for _, series := range chart.Panels[0].Series {
		if len(series.Median) != 22 || len(series.Low95) != 22 || len(series.Trajectories) != 3 {
			t.Errorf("%s has %d months, %d of a band, %d single runs, want 22, 22, 3", series.Label, len(series.Median), len(series.Low95), len(series.Trajectories))
		}
	}
	if got, want := chart.Panels[0].Series[0].Trajectories[1][10], 1.1; got != want {
		t.Errorf("single run 1 is at %v after ten months, want %v: it must be a real one", got, want)
	}
	svg, err := chart.SVG()
	if err != nil {
		t.Fatal(err)
	}
	for _, fault := range rules.Compare(svg, rules.Figure(chart)) {
		t.Error(fault)
	}
}

func TestSingleRunHasNoBands(t *testing.T) {
	chart, err := Chart(headlines(t, "posts_per_1000_staff", [][]float64{{1}}))
	if err != nil {
		t.Fatal(err)
	}
	if series := chart.Panels[0].Series[0]; series.Low80 != nil || series.High95 != nil || series.Trajectories != nil {
		t.Errorf("one run has bands or is drawn twice: %+v", series)
	}
}

func TestReport(t *testing.T) {
	result := overTwoYears(t)
	money, err := SumMoney(result.Runs)
	if err != nil {
		t.Fatal(err)
	}
	barriers, err := MeetBarriers(result.Runs, result.Headline)
	if err != nil {
		t.Fatal(err)
	}
	var first, second bytes.Buffer
	if err := WriteReport(&first, result, money, barriers, []byte("<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>")); err != nil {
		t.Fatal(err)
	}
	if err := WriteReport(&second, result, money, barriers, []byte("<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>")); err != nil {
		t.Fatal(err)
	}
	if first.String() != second.String() {
		t.Error("the same result gave two reports")
	}
	report := first.String()
	finding, err := Find(result)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, reason string }{
		{"<!DOCTYPE html>\n<html lang=\"en-GB\">", "the language is said"},
		{"<h1>" + finding.Lead + "</h1>", "the finding comes first"},
		{"<p class=\"detail\">" + finding.Detail + "</p>", "and how sure it is"},
		{"41 values of it rest on judgement", "the caution counts what is judged"},
		{"March 2020", "a row for each March"},
		{"January 2021", "and one for the last month"},
		{"Money &lt;b&gt;&amp; &#34;more&#34;&lt;/b&gt;", "a title is text, not markup"},
		{"skillmix run scenario.new-money.toml", "how to rerun"},
		{result.Inputs, "the hash of the inputs"},
		{"fedcba9876543210", "the hash of a scenario"},
		{"Under new money 100% of proposals fail at finance", "the gates in words"},
		{"£22.00", "22 months of a pound offered, to the penny"},
	} {
		if !strings.Contains(report, c.text) {
			t.Errorf("the report lacks %q: %s", c.text, c.reason)
		}
	}
	for _, forbidden := range []string{"<script", "http://", "https://", "<no value>", "%!"} {
		if text := strings.ReplaceAll(report, "http://www.w3.org/2000/svg", ""); strings.Contains(text, forbidden) {
			t.Errorf("the report holds %q", forbidden)
		}
	}
	checkMarkup(t, report)
}

// checkMarkup checks that elements nest, ids are unique and tables can be
// read aloud.
func checkMarkup(t *testing.T, report string) {
	t.Helper()
	void := regexp.MustCompile(`<meta [^>]*>`).ReplaceAllString(report, "")
	decoder := xml.NewDecoder(strings.NewReader(strings.TrimPrefix(void, "<!DOCTYPE html>")))
	ids, tables, captions, h1 := map[string]bool{}, 0, 0, 0
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("elements do not nest: %v", err)
		}
		element, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		attributes := map[string]string{}
		for _, a := range element.Attr {
			attributes[a.Name.Local] = a.Value
		}
		if id := attributes["id"]; id != "" {
			if ids[id] {
				t.Errorf("id %q is used twice", id)
			}
			ids[id] = true
		}
		switch element.Name.Local {
		case "table":
			tables++
		case "caption":
			captions++
		case "h1":
			h1++
		case "th":
			if attributes["scope"] == "" {
				t.Error("a header cell without scope")
			}
		}
	}
	if tables == 0 || captions != tables || h1 != 1 {
		t.Errorf("%d tables, %d captions, %d first headings; every table needs a caption, the page one heading", tables, captions, h1)
	}
}
