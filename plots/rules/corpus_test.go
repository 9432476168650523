package rules_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"skillmix/plots/rules"
)

var update = flag.Bool("update", false, "write the bad charts of testdata anew")

var corpus = []struct {
	name, of string
	spoil    spoiling
	fault    string // that must be named
}{
	{"not-xml", "figure", with("</svg>", ""), "the SVG cannot be read"},
	{"kind-unknown", "figure", with(`data-chart="figure" `, ""), "not one that is known"},
	{"role-missing", "figure", with(` role="img"`, ""), "and not img"},
	{"name-missing", "figure", matching(`<title.*</title>\n`, ""), "there is no name"},
	{"alt-missing", "figure", matching(`<desc([^>]*)>.*</desc>`, "<desc$1></desc>"), "there is no text alternative"},
	{"alt-without-finding", "figure", matching(`<desc([^>]*)>.*</desc>`, "<desc$1>A line chart.</desc>"), "does not begin with the finding"},
	{"alt-unlinked", "figure", matching(` aria-describedby="[^"]*"`, ""), "aria-describedby is"},
	{"id-common", "figure", matching(`chart-[0-9a-f]{8}-title`, "title"), "may be that of something else"},
	{"id-twice", "figure", matching(`-desc"`, `-title"`), "is there twice"},
	{"title-missing", "figure", without(`"title"`), "there is no title"},
	{"title-cut-short", "figure", within(`"title"`, matching(`>[^<]*</text>\n</g>`, ">alike and so</text>\n</g>")), "not all of the title can be read"},
	{"title-is-subtitle", "figure", within(`"subtitle"`, matching(`>[^<]*</text>`, ">New money puts twice as many people in post as transfer, in trusts and in primary care networks alike</text>")), "title and subtitle are the same"},
	{"subtitle-missing", "figure", without(`"subtitle"`), "there is no subtitle"},
	{"source-missing", "figure", without(`"source"`), "there is no source"},
	{"source-without-seed", "figure", with("; seed 1;", ";"), "the source lacks the seed"},
	{"source-without-hash", "figure", matching(` (3f9a61c2|b07d55e4)`, ""), "the source lacks the hash"},
	{"source-without-runs", "figure", with("; 64 paired runs of each.", "."), "the source lacks the number of runs"},
	{"text-small", "figure", with("font-size:12px", "font-size:9px"), "too small to read"},
	{"text-serif", "figure", with("Arial,Helvetica,sans-serif", "Georgia,serif"), "no sans-serif font"},
	{"text-pale", "figure", within(`"subtitle"`, with("fill:#0B0C0C", "fill:#28A197")), "is too pale on white"},
	{"text-over-text", "figure", within(`"subtitle"`, matching(`y="[^"]*"`, `y="-28"`)), "lies over"},
	{"text-cut-off", "figure", within(`"title"`, with("font-size:17px", "font-size:24px")), "is cut off"},
	{"text-of-nan", "figure", with(">Target<", ">Target NaN<"), "holds what is no number"},
	{"text-of-less-than-zero", "waterfall", with(">−1.8<", ">−0.0<"), "a zero with a sign"},
	{"text-empty", "figure", with(">Trusts<", "> <"), "a text without words"},
	{"path-of-nan", "figure", within(`"line"`, matching(`L[^L"]*,`, "LNaN,")), "a path holds what is no number"},
	{"line-off-canvas", "figure", within(`"line"`, matching(`L[0-9.]*,`, "L700,")), "it leaves the canvas"},
	{"line-off-axes", "figure", within(`"line"`, matching(`L[0-9.]*,`, "L500,")), "a line that is cut off at its axes"},
	{"ground-dark", "figure", with("fill:#FFFFFF\" />\n<g data-part=\"title\"", "fill:#0B0C0C\" />\n<g data-part=\"title\""), "the ground is not white"},
	{"script", "figure", with("</svg>", "<script>alert(1)</script></svg>"), "a <script> element"},
	{"panels-missing", "figure", with(`data-part="panel"`, `data-part="pane"`), "there is no panel"},
	{"panel-empty", "figure", without(`"line"`), "panel 1 is empty"},
	{"panel-of-one-point", "figure", matching(`(<g data-part="line"[^>]*>\n<path d="M)([0-9.,]*)L[^"]*`, "${1}${2}L${2}"), "panel 2 is empty"},
	{"heading-missing", "figure", without(`"heading"`), "panel 1 has no heading"},
	{"axis-without-zero", "figure", with(">0</text>", ">1</text>"), "does not show zero"},
	{"grid-not-horizontal", "figure", within(`"grid"`, matching(`L([0-9.]*),[0-9.]*`, "L$1,100")), "not horizontal"},
	{"series-five", "figure", matching(`(?s)(<g data-part="line" data-series="1".*?</g>\n)`, "$1$1$1$1"), "at most 4 apart"},
	{"line-pale", "figure", within(`"line"`, matching(`stroke:#[0-9A-F]{6}`, "stroke:#B0E0E6")), "is too pale on white"},
	{"line-faded", "figure", within(`"line"`, matching(`(stroke:#[0-9A-F]{6})`, "$1;stroke-opacity:0.3")), "is too pale on white"},
	{"lines-told-by-colour", "figure", matching(`;stroke-dasharray:9,3.5`, ""), "have the same dashes"},
	{"markers-alike", "figure", func(svg string) string {
		for _, part := range []string{"markers", "label"} {
			first := regexp.MustCompile(`(?s)<g data-part="` + part + `" data-series="1" data-label="New money">\n(.*?)(<text|</g>)`).FindStringSubmatch(svg)[1]
			svg = regexp.MustCompile(`(?s)(<g data-part="`+part+`" data-series="2" data-label="Budget transfer">\n).*?(<text|</g>)`).ReplaceAllString(svg, "${1}"+first+"${2}")
		}
		return svg
	}, "have the same marker"},
	{"marker-missing", "figure", func(svg string) string {
		svg = without(`"markers" data-series="2"`)(svg)
		return matching(`(?s)(<g data-part="label" data-series="2"[^>]*>\n).*?<text`, "$1<text")(svg)
	}, "has no marker"},
	{"label-missing", "figure", without(`"label" data-series="2"`), "is not labelled at its end or in the key"},
	{"label-of-another", "figure", with(">Budget transfer</text>", ">Transfer</text>"), "is not labelled at its end or in the key"},
	{"label-grey", "figure", within(`"label" data-series="1"`, with("fill:#0B0C0C", "fill:#6B7378")), "is not near-black"},
	{"look-changes", "figure", lastOf(`stroke-dasharray:9,3.5`, `stroke-dasharray:5,5`), "looks otherwise in another panel"},
	{"level-unlabelled", "figure", without(`"label" data-level`), "a level without its label"},
	{"level-pale", "figure", within(`"level"`, matching(`stroke:#[0-9A-F]{6}`, "stroke:#C0C4C6")), "a level that is too pale"},
	{"bands-unexplained", "figure", with(">80% of runs<", ">Shaded<"), "what the bands are"},
	{"runs-unexplained", "figure", with(">Single runs<", ">Thin<"), "what the thin lines are"},
	{"observed-unexplained", "figure", without(`"entry" data-set`), "what the hollow marks"},
	{"total-missing", "waterfall", without(`"label"`), "row 1 has no label"},
	{"value-missing", "waterfall", without(`"value"`), "row 1 has no value"},
	{"value-grey", "waterfall", within(`"value"`, with("fill:#0B0C0C", "fill:#6B7378")), "is not near-black"},
	{"bar-missing", "waterfall", without(`"bar"`), "row 1 has no bar"},
	{"bar-pale", "waterfall", with("fill:#12436D", "fill:#C7D3DD"), "row 2 is too pale"},
	{"bars-told-by-colour", "waterfall", matching(`<path[^>]*stroke-width:1.2" />\n`, ""), "are hatched"},
	{"bars-unexplained", "waterfall", without(`"entry" data-kind="adds"`), "the key does not explain bars"},
	{"whiskers-unexplained", "waterfall", without(`"entry" data-kind="error"`), "what the whiskers are"},
	{"end-missing", "waterfall", lastOf(`data-kind="total"`, `data-kind="takes"`), "nothing left at the foot"},
	{"axis-of-bars-without-zero", "waterfall", matching(`>0\.0</text>`, ">0.1</text>"), "does not show zero"},
}

// good returns the charts that the corpus was made from.
func good(t *testing.T) map[string]string {
	t.Helper()
	figure, err := goodFigure().SVG()
	if err != nil {
		t.Fatal(err)
	}
	waterfall, err := goodWaterfall().SVG()
	if err != nil {
		t.Fatal(err)
	}
	return map[string]string{"figure": string(figure), "waterfall": string(waterfall)}
}

func TestGoodChartsHaveNoFault(t *testing.T) {
	svgs := good(t)
	for _, fault := range rules.Compare([]byte(svgs["figure"]), rules.Figure(goodFigure())) {
		t.Errorf("figure: %s", fault)
	}
	for _, fault := range rules.Compare([]byte(svgs["waterfall"]), rules.Waterfall(goodWaterfall())) {
		t.Errorf("waterfall: %s", fault)
	}
}

func TestBadChartsAreCaught(t *testing.T) {
	svgs := good(t)
	for _, bad := range corpus {
		path := filepath.Join("testdata", bad.name+".svg")
		spoilt := bad.spoil(svgs[bad.of])
		if spoilt == svgs[bad.of] {
			t.Errorf("%s: nothing was spoilt", bad.name)
		}
		made := fmt.Appendf(nil, "<!-- Bad in one way. To be named: %s -->\n%s", bad.fault, spoilt)
		if *update {
			if err := os.WriteFile(path, made, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		kept, err := os.ReadFile(path)
		if err != nil {
			t.Fatalf("%v: run with -update to make it", err)
		}
		if !bytes.Equal(kept, made) {
			t.Errorf("%s is not what is made from a good chart now: run with -update", path)
		}
		faults := rules.Faults(kept)
		if !strings.Contains(strings.Join(faults, "\n"), bad.fault) {
			t.Errorf("%s: %q was not named; faults: %q", path, bad.fault, faults)
		}
	}
}

// No bad chart is kept that nothing makes.
func TestCorpusHasNoOtherFiles(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "*"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != len(corpus) {
		t.Errorf("testdata has %d files, and the corpus %d charts", len(files), len(corpus))
	}
}

func TestWhatAChartDoesNotSayIsNamed(t *testing.T) {
	svg := []byte(good(t)["waterfall"])
	tests := []struct {
		change       func(*rules.Said)
		want, reason string
	}{
		{func(s *rules.Said) { s.Title = "Finance explains the gap" }, "the name is", "another finding"},
		{func(s *rules.Said) { s.Alt += " And more." }, "the description is", "a text alternative cut short"},
		{func(s *rules.Said) { s.Subtitle = "Another measure" }, "not all of the subtitle", "another measure"},
		{func(s *rules.Said) { s.Unit = "pounds" }, "does not name the unit", "another unit"},
		{func(s *rules.Said) { s.Source += " Seen." }, "not all of the source", "a source cut short"},
		{func(s *rules.Said) { s.Words = append(s.Words, "Capacity") }, `not all of "Capacity"`, "a step that is missing"},
	}
	for _, test := range tests {
		said := rules.Waterfall(goodWaterfall())
		test.change(&said)
		if got := strings.Join(rules.Compare(svg, said), "\n"); !strings.Contains(got, test.want) {
			t.Errorf("%s was not noticed; faults: %q", test.reason, got)
		}
	}
	if got := strings.Join(rules.Compare([]byte("no chart"), rules.Said{}), "\n"); !strings.Contains(got, "cannot be read") {
		t.Errorf("what is no SVG was not noticed: %q", got)
	}
}

func TestChartsThatCannotStandInOnePage(t *testing.T) {
	svgs := good(t)
	if clashes := rules.Clashes([]byte(svgs["figure"]), []byte(svgs["waterfall"])); clashes != nil {
		t.Errorf("two charts have ids of their own, but: %q", clashes)
	}
	if clashes := rules.Clashes([]byte(svgs["figure"]), []byte(svgs["figure"])); len(clashes) == 0 {
		t.Error("the same chart twice has the same ids, and it was not noticed")
	}
}
