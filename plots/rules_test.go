package plots_test

import (
	"testing"

	"skillmix/plots"
	"skillmix/plots/rules"
)

// saidBy returns what a chart must say.
func saidBy(chart drawable) rules.Said {
	if waterfall, ok := chart.(*plots.Waterfall); ok {
		return rules.Waterfall(waterfall)
	}
	return rules.Figure(chart.(*plots.Figure))
}

func TestChartsObeyTheRules(t *testing.T) {
	var all [][]byte
	for _, test := range goldens {
		chart := test.chart()
		svg, err := chart.SVG()
		if err != nil {
			t.Fatalf("%s: %v", test.name, err)
		}
		for _, fault := range rules.Compare(svg, saidBy(chart)) {
			t.Errorf("%s (%s): %s", test.name, test.reason, fault)
		}
		all = append(all, svg)
	}
	for _, clash := range rules.Clashes(all...) {
		t.Errorf("charts that stand in one page: %s", clash)
	}
}
