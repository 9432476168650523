package charts

import (
	"strings"
	"testing"

	"skillmix/answer"
	"skillmix/answer/invented"
	"skillmix/answer/invented/results"
	"skillmix/sim"
)

// Reports are drawn divided by their factor, only beside their own measure,
// and only in months that were run.
func TestObservedOnTheChart(t *testing.T) {
	reported := answer.Observation{
		Measure: "fte_per_pcn", Setting: "pcn", Who: "438 networks", Factor: 0.5, Manual: "docs/calibration.md", Lacks: "Without care coordinators.",
		Months: []sim.Month{sim.MonthOf(2020, 6), sim.MonthOf(2020, 9), sim.MonthOf(2021, 3)}, Values: []float64{2, 3, 5},
	}
	for _, c := range []struct {
		headline string
		start    sim.Month
		months   int
		want     []float64
		reason   string
	}{
		{"fte_per_pcn", sim.MonthOf(2019, 7), 33, []float64{4, 6, 10}, "all months were run"},
		{"fte_per_pcn", sim.MonthOf(2020, 7), 4, []float64{6}, "one month was run"},
		{"fte_per_pcn", sim.MonthOf(2023, 7), 4, nil, "no month was run"},
		{"posts_per_1000_staff", sim.MonthOf(2019, 7), 33, nil, "another measure"},
	} {
		result := results.Headlines(t, c.headline, [][]float64{{7, 8}})
		result.Runs = results.Runs(t, invented.World{Names: []string{"new-money"}, Replicates: 2, Start: c.start, Months: c.months, At: func(int, int, sim.Month, string) float64 { return 7 }})
		result.Observed = []answer.Observation{reported}
		chart, err := adoptionOf(result)
		if err != nil {
			t.Fatal(err)
		}
		told := strings.Contains(chart.Alt, "Hollow marks show what was reported by 438 networks, divided by 0.50: reports are incomplete")
		if len(c.want) == 0 {
			if len(chart.Panels[0].Observed) > 0 || told {
				t.Errorf("%s: %+v is drawn", c.reason, chart.Panels[0].Observed)
			}
			continue
		}
		if len(chart.Panels[0].Observed) != 1 || !told {
			t.Errorf("%s: %+v is drawn; told: %s", c.reason, chart.Panels[0].Observed, chart.Alt)
			continue
		}
		if !strings.HasSuffix(chart.Source, ". Without care coordinators.") || !strings.Contains(chart.Alt, "in March 2021. Without care coordinators.") && c.start != sim.MonthOf(2020, 7) {
			t.Errorf("%s: what lacks is not told: %s; %s", c.reason, chart.Source, chart.Alt)
		}
		points := chart.Panels[0].Observed[0]
		if len(points.Values) != len(c.want) || points.Values[0] != c.want[0] || !strings.Contains(points.Label, "divided by 0.50") {
			t.Errorf("%s: %+v", c.reason, points)
		}
		if _, err := chart.SVG(); err != nil {
			t.Errorf("%s: %v", c.reason, err)
		}
	}
}
