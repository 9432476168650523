package report

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"skillmix/answer/invented/results"
	"slices"
	"strings"
	"testing"

	"skillmix/answer"
	"skillmix/answer/gates"
)

// svgOfReport is a chart as package plots writes them.
const svgOfReport = `<svg xmlns="http://www.w3.org/2000/svg" role="img"><title>T</title></svg>`

// reportOf puts a report together from a result as cmd does.
func reportOf(t *testing.T, result *answer.Result) *Report {
	t.Helper()
	money, err := answer.SumMoney(result.Runs)
	if err != nil {
		t.Fatal(err)
	}
	barriers, err := gates.Meet(result.Runs, result.Headline)
	if err != nil {
		t.Fatal(err)
	}
	report := &Report{
		Result: result, Money: money, Barriers: barriers, Maker: "skillmix 9.9",
		Assumed: Assumptions{
			Differ: []Choice{{Key: "funding.routes", Meaning: "the routes", Values: slices.Repeat([]string{"new-money", ""}, 2)[:len(result.Scenarios)]}},
			Judged: []Assumption{
				{"q0", "Evidence", "success of the role", "probability", "judgement: founders", []AssumedValue{{Default: "0.6", Range: "0.2 to 1"}}},
				{"loss", "Consent", "weight of a loss", "logit", "judgement: founders", []AssumedValue{{"new-money", "1", "0 to 2"}, {"budget-transfer", "3", ""}}},
			},
		},
		Quality: Quality{Planned: 20, Done: 20, Facts: 37, Open: []string{"Pigs fly"}},
		Files:   []Term{{"summary.csv", "figures"}},
	}
	report.Draw("difference", Drawing{Name: "adoption", SVG: []byte(svgOfReport), Title: "T", Alt: "It rises.", Caption: "Posts.", Data: "summary.csv"})
	return report
}

func written(t *testing.T, report *Report) string {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, report); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestReport(t *testing.T) {
	result := results.OverTwoYears(t)
	page := written(t, reportOf(t, result))
	if again := written(t, reportOf(t, result)); again != page {
		t.Error("the same result gave two reports")
	}
	finding, err := answer.Find(result)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, reason string }{
		{"<!DOCTYPE html>\n<html lang=\"en-GB\">", "the language is said"},
		{"<h1>" + finding.Lead + "</h1>", "the finding comes first"},
		{"<p class=\"detail\">" + finding.Detail + "</p>", "and how sure it is"},
		{"41 values of it rest on judgement", "the caution counts what is judged"},
		{"There are only 5 runs of each scenario", "few runs are said to be few"},
		{"March 2020", "a row for each March"},
		{"January 2021", "and one for the last month"},
		{"at the end of each financial year (March) and in the last month", "the caption says which months"},
		{"Money &lt;b&gt;&amp; &#34;more&#34;&lt;/b&gt;", "a title is text, not markup"},
		{"skillmix run scenario.new-money.toml", "how to rerun"},
		{result.Inputs, "the hash of the inputs"},
		{"fedcba9876543210", "the hash of a scenario"},
		{"Under new money 100% of proposals fail at finance", "the gates in words"},
		{"£22.00", "22 months of a pound offered, to the penny"},
		{svgOfReport, "the chart stands in the page"},
		{`<th scope="rowgroup" colspan="5">Consent</th>`, "a group of rows is headed"},
		{"<p>It rises.</p>", "and its words for those who do not see it"},
		{`<a href="charts/adoption.svg">`, "its files are linked"},
		{`Numbers: <a href="summary.csv">`, "and its numbers"},
		{"Success of the role (<code>q0</code>)", "what is judged is listed"},
		{"Weight of a loss, in budget transfer (<code>loss</code>)", "by scenario where they differ"},
		{">none</td>", "an empty value is said to be none"},
		{"Pigs fly", "what is known not to hold is said"},
		{"Of areas, kinds of organisation, services and roles nothing can be told: the records keep no groups.", "a section with nothing to tell says why"},
		{"clear: 95% of pairs lie on one side of zero", "the difference is judged in words"},
	} {
		if !strings.Contains(page, c.text) {
			t.Errorf("the report lacks %q: %s", c.text, c.reason)
		}
	}
	checkPage(t, page)
}

// TestReportsOfEveryKind makes reports of results at the edges, which must be whole pages
// without a figure that is none.
func TestReportsOfEveryKind(t *testing.T) {
	const posts = "posts_per_1000_staff"
	cases := []struct {
		name   string
		values [][]float64
		fixed  bool
		want   string
		reason string
	}{
		{"one scenario", [][]float64{{1, 2, 3}}, false, "One scenario was run 3 times", "nothing to compare"},
		{"one run", [][]float64{{1}}, true, "One scenario was run once", "nothing to compare, and no range"},
		{"one pair", [][]float64{{1}, {2}}, false, "in a single pair of runs, so that no range can be given", "no range"},
		{"nobody", [][]float64{{0, 0}, {0, 0}}, false, "no difference in any pair", "zeros everywhere"},
		{"unresolved", [][]float64{{4, 2, 3, 3}, {2, 3, 4, 3.4}}, false, "That is not evidence that they are alike", "a caution"},
		{"three", [][]float64{{4, 4, 4}, {2, 2, 3}, {5, 3, 4}}, true, "Budget transfer less mixed", "every pair is in the table"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			result := results.Headlines(t, posts, c.values)
			if result.Spread = !c.fixed; result.Spread {
				result.ChanceAlone = c.values
			}
			page := written(t, reportOf(t, result))
			if !strings.Contains(page, c.want) {
				t.Errorf("the report lacks %q: %s", c.want, c.reason)
			}
			checkPage(t, page)
		})
	}
}

func TestSectionsAreSound(t *testing.T) {
	report := reportOf(t, results.OverTwoYears(t))
	all, err := report.Sections()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != len(sections) {
		t.Fatalf("%d sections, want %d", len(all), len(sections))
	}
	for _, section := range all {
		for _, wrong := range wrongIn(section) {
			t.Errorf("section %s: %s", section.ID, wrong)
		}
	}
	// The checker itself must be able to complain.
	for _, c := range []struct {
		section Section
		want    string
	}{
		{Section{ID: "a b", Heading: "A", Absent: "No."}, "is no address"},
		{Section{ID: "a", Absent: "No."}, "no heading"},
		{Section{ID: "a", Heading: "A"}, "says neither"},
		{Section{ID: "a", Heading: "A", Parts: []Part{{}}}, "0 fields"},
		{Section{ID: "a", Heading: "A", Parts: []Part{{Paragraph: "x", Command: "y"}}}, "2 fields"},
		{Section{ID: "a", Heading: "A", Parts: []Part{{Table: &Table{ID: "t", Columns: columns("x"), Absent: "No."}}}}, "no caption"},
		{Section{ID: "a", Heading: "A", Parts: []Part{{Table: &Table{ID: "t", Caption: "c", Columns: columns("x")}}}}, "neither rows nor a reason"},
		{Section{ID: "a", Heading: "A", Parts: []Part{{Table: &Table{ID: "t", Caption: "c", Columns: columns("x", "y"), Rows: []Row{{Head: "h"}}}}}}, "0 cells"},
		{Section{ID: "a", Heading: "A", Parts: []Part{{Table: &Table{ID: "t", Caption: "c", Columns: columns("x", "y"), Rows: []Row{{Head: "h", Cells: []string{""}}}}}}}, "an empty cell"},
	} {
		if wrong := strings.Join(wrongIn(c.section), "; "); !strings.Contains(wrong, c.want) {
			t.Errorf("the checker says %q of a bad section, want %q", wrong, c.want)
		}
	}
}

// wrongIn complains of what no section may be.
func wrongIn(section Section) (wrong []string) {
	complain := func(format string, a ...any) { wrong = append(wrong, fmt.Sprintf(format, a...)) }
	if !regexp.MustCompile(`^[a-z][a-z0-9-]*$`).MatchString(section.ID) {
		complain("%q is no address", section.ID)
	}
	if section.Heading == "" {
		complain("no heading")
	}
	if len(section.Parts) == 0 && section.Absent == "" {
		complain("it says neither anything nor why not")
	}
	for _, part := range section.Parts {
		fields := 0
		for _, given := range []bool{part.Heading != "", part.Paragraph != "", part.List != nil, part.Terms != nil, part.Command != "", part.Drawing != nil, part.Table != nil} {
			if given {
				fields++
			}
		}
		if fields != 1 {
			complain("a part with %d fields", fields)
		}
		table := part.Table
		if table == nil {
			continue
		}
		if table.ID == "" || table.Caption == "" {
			complain("table %q has no caption or no address", table.ID)
		}
		if len(table.Rows) == 0 && table.Absent == "" {
			complain("table %s has neither rows nor a reason", table.ID)
		}
		for _, row := range table.Rows {
			if row.Group != "" {
				continue
			}
			if len(row.Cells) != len(table.Columns)-1 {
				complain("table %s: %d cells under %d headings", table.ID, len(row.Cells), len(table.Columns)-1)
			}
			if row.Head == "" || slices.Contains(row.Cells, "") {
				complain("table %s: an empty cell", table.ID)
			}
		}
	}
	return wrong
}

func TestAChartForASectionThatIsNotThere(t *testing.T) {
	report := reportOf(t, results.OverTwoYears(t))
	report.Draw("weather", Drawing{Name: "rain"})
	if err := Write(io.Discard, report); err == nil || !strings.Contains(err.Error(), "weather") {
		t.Errorf("error %v, want one that names the section", err)
	}
}

func TestAChartStandsInItsSection(t *testing.T) {
	report := reportOf(t, results.OverTwoYears(t))
	report.Draw("cost", Drawing{Name: "money", SVG: []byte(svgOfReport), Title: "M", Alt: "Much.", Caption: "Pounds.", Data: "summary.csv"})
	page := written(t, report)
	for _, c := range []struct{ text, reason string }{
		{`<figure id="chart-money">`, "a chart in a section of its own"},
		{`<a href="#chart-money">Money</a>`, "is listed with the others"},
	} {
		if !strings.Contains(page, c.text) {
			t.Errorf("the report lacks %q: %s", c.text, c.reason)
		}
	}
	if money, paragraph := strings.Index(page, "chart-money\">"), strings.Index(page, "New money that is not spent"); money < paragraph || money > strings.Index(page, `id="money"`) {
		t.Error("a chart must stand behind the first paragraph of its section, before its tables")
	}
	checkPage(t, page)
}

func TestInline(t *testing.T) {
	for _, c := range []struct{ text, want, reason string }{
		{"a < b & c", "a &lt; b &amp; c", "text is escaped"},
		{"in `a.csv` here", "in <code>a.csv</code> here", "backticks make code"},
		{"`<b>`", "<code>&lt;b&gt;</code>", "code is escaped too"},
		{"one ` alone", "one ` alone", "a backtick without a partner stands for itself"},
		{"`a` and `", "<code>a</code> and `", "also behind others"},
		{"", "", "nothing is nothing"},
	} {
		if got := string(inline(c.text)); got != c.want {
			t.Errorf("%q is shown as %q, want %q: %s", c.text, got, c.want, c.reason)
		}
	}
}

// checkPage checks that elements nest, headings do not skip a level, ids are unique,
// links within the page lead somewhere, tables can be read aloud, nothing comes from
// elsewhere or runs, and no figure is none.
func checkPage(t *testing.T, page string) {
	t.Helper()
	_, body, _ := strings.Cut(page, "</style>")
	for _, forbidden := range []string{"<script", "http://", "https://", "<no value>", "%!", "NaN", "Inf", "-0<", "-0.0 ", "><td></td>", "<p></p>", "<li></li>"} {
		if text := strings.ReplaceAll(body, "http://www.w3.org/2000/svg", ""); strings.Contains(text, forbidden) {
			t.Errorf("the report holds %q", forbidden)
		}
	}
	void := regexp.MustCompile(`<meta [^>]*>`).ReplaceAllString(page, "")
	decoder := xml.NewDecoder(strings.NewReader(strings.TrimPrefix(void, "<!DOCTYPE html>")))
	ids, links := map[string]bool{}, []string{}
	tables, captions, level := 0, 0, 0
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
		if to, within := strings.CutPrefix(attributes["href"], "#"); within {
			links = append(links, to)
		}
		switch name := element.Name.Local; name {
		case "table":
			tables++
		case "caption":
			captions++
		case "th":
			if attributes["scope"] == "" {
				t.Error("a header cell without scope")
			}
		case "h1", "h2", "h3":
			next := int(name[1] - '0')
			if next > level+1 || next == 1 && level > 0 {
				t.Errorf("a heading %s behind one of level %d", name, level)
			}
			level = next
		}
	}
	for _, to := range links {
		if !ids[to] {
			t.Errorf("a link leads to #%s, which is not there", to)
		}
	}
	if tables == 0 || captions != tables || level == 0 {
		t.Errorf("%d tables, %d captions; every table needs a caption, the page headings", tables, captions)
	}
}
