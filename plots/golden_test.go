package plots_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"gonum.org/v1/plot/cmpimg"
)

var update = flag.Bool("update", false, "write the golden charts of testdata anew")

// pictureTolerance allows for rounding in the smoothing of edges, in parts of
// the greatest difference between two colours.
const pictureTolerance = 0.02

// A drawable is a chart of either kind.
type drawable interface {
	SVG() ([]byte, error)
	PNG() ([]byte, error)
}

// of makes a chart's function one that the table of goldens takes.
func of[T drawable](chart func() T) func() drawable { return func() drawable { return chart() } }

var goldens = []struct {
	name   string
	chart  func() drawable
	png    bool
	reason string
}{
	{"two-scenarios", of(twoScenarios), true, "the chart that most users see first"},
	{"four-scenarios", of(fourScenarios), true, "as many series as there may be, over the longest run"},
	{"one-scenario", of(oneScenario), false, "one world by itself"},
	{"identical-zeros", of(identicalZeros), true, "lines that coincide, at the foot of the axis"},
	{"one-month", of(oneMonth), false, "a series without a length"},
	{"observed", of(withObserved), true, "values from the world over what was simulated"},
	{"long-words", of(longWords), false, "texts longer than a line"},
	{"difference", of(signedDifference), true, "values on both sides of zero"},
	{"no-difference", of(noDifference), false, "differences that are all zero"},
	{"four-panels", of(fourPanels), true, "small multiples with labels at the ends of lines"},
	{"twelve-panels", of(twelvePanels), true, "small multiples with a key"},
	{"shares", of(sharesWithLevels), true, "percentages, and levels that say what they stand for"},
	{"across-trusts", of(acrossTrusts), true, "an axis over shares of organisations"},
	{"pounds", of(poundsWithGaps), true, "pounds, months without a value, and a panel with a note"},
	{"one-month-panels", of(oneMonthPanels), true, "panels without a length"},
	{"waterfall", of(barriers), true, "a step that adds, one of nothing, and errors"},
	{"waterfall-reversed", of(reversed), true, "a total below zero, and steps beyond it"},
	{"waterfall-of-nothing", of(noGap), false, "nothing to part"},
}

func TestGoldenCharts(t *testing.T) {
	for _, test := range goldens {
		t.Run(test.name, func(t *testing.T) {
			svg, err := test.chart().SVG()
			if err != nil {
				t.Fatalf("%v (%s)", err, test.reason)
			}
			if want := golden(t, test.name+".svg", svg); !bytes.Equal(svg, want) {
				t.Errorf("the SVG differs from testdata/%s.svg (%s): if that is meant, look at it and run with -update",
					test.name, test.reason)
			}
			if !test.png {
				return
			}
			png, err := test.chart().PNG()
			if err != nil {
				t.Fatalf("%v (%s)", err, test.reason)
			}
			same, err := cmpimg.EqualApprox("png", png, golden(t, test.name+".png", png), pictureTolerance)
			if err != nil {
				t.Fatal(err)
			}
			if !same {
				t.Errorf("the PNG differs from testdata/%s.png (%s): if that is meant, look at it and run with -update",
					test.name, test.reason)
			}
		})
	}
}

// golden returns the file kept in testdata, after writing it anew where asked.
func golden(t *testing.T, name string, got []byte) []byte {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v: run with -update to make it", err)
	}
	return want
}

func TestSameChartGivesSameBytes(t *testing.T) {
	chart := fourScenarios()
	for name, draw := range map[string]func() ([]byte, error){"SVG": chart.SVG, "PNG": chart.PNG} {
		first, err := draw()
		if err != nil {
			t.Fatal(err)
		}
		second, err := draw()
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first, second) {
			t.Errorf("two drawings of one chart as %s differ", name)
		}
	}
}
