package charts

import (
	"skillmix/answer/invented/results"
	"strings"
	"testing"

	"skillmix/answer"
	"skillmix/plots"
	"skillmix/plots/rules"
)

func TestChart(t *testing.T) {
	result := results.OverTwoYears(t)
	chart, err := adoptionOf(result)
	if err != nil {
		t.Fatal(err)
	}
	finding, err := answer.Find(result)
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
	chart, err := adoptionOf(results.Headlines(t, "posts_per_1000_staff", [][]float64{{1}}))
	if err != nil {
		t.Fatal(err)
	}
	if series := chart.Panels[0].Series[0]; series.Low80 != nil || series.High95 != nil || series.Trajectories != nil {
		t.Errorf("one run has bands or is drawn twice: %+v", series)
	}
}

// adoptionOf draws the adoption chart of a result.
func adoptionOf(result *answer.Result) (*plots.Figure, error) {
	d, err := newDrawing(result)
	if err != nil {
		return nil, err
	}
	return d.adoption()
}
