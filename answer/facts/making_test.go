package facts

import (
	"math"
	"testing"
)

func TestMakings(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		of     string
		rows   rows
		want   float64
		reason string
	}{
		{"count", rows{values: [2][]float64{{1, 1, 1}}}, 3, "rows are counted"},
		{"count", rows{}, 0, "no rows are none"},
		{"sum", rows{values: [2][]float64{{1, 2.5}}}, 3.5, ""},
		{"sum", rows{}, 0, "an empty sum is nothing"},
		{"mean", rows{values: [2][]float64{{1, 2, 6}}}, 3, ""},
		{"mean", rows{}, nan, "a mean of no rows is not defined"},
		{"share", rows{values: [2][]float64{{1, 0, 0, 1}}}, 0.5, "of truths"},
		{"median", rows{values: [2][]float64{{9, 1, 2, 4}}}, 3, "between the middle two"},
		{"median", rows{}, nan, ""},
		{"quantile", rows{values: [2][]float64{{0, 10, 20, 30, 40}}}, 36, "type 7 at 0.9"},
		{"mode", rows{values: [2][]float64{{3, 1, 2, 3, 1}}}, 1, "the least of two equally common"},
		{"mode", rows{values: [2][]float64{{5, 4, 5}}}, 5, ""},
		{"mode", rows{}, nan, ""},
		{"correlation", rows{values: [2][]float64{{1, 2, 3}, {2, 4, 6}}}, 1, "a straight line"},
		{"correlation", rows{values: [2][]float64{{1, 2, 3, 4}, {1, -1, -1, 1}}}, 0, "as much up as down"},
		{"correlation", rows{values: [2][]float64{{1, 2}, {2, 4}}}, nan, "two rows always lie on a line"},
		{"correlation", rows{values: [2][]float64{{1, 2, 3}, {2, 2, 2}}}, nan, "a constant varies with nothing"},
		{"variance_share", rows{values: [2][]float64{{1, 1, 3, 3}}, within: []string{"a", "a", "b", "b"}, less: []string{"x", "x", "x", "x"}}, 0,
			"two alike in each group: all variance is between groups"},
		// Total: squares 4 over 3. Within: squares 4 over 2.
		{"variance_share", rows{values: [2][]float64{{1, 3, 1, 3}}, within: []string{"a", "a", "b", "b"}, less: []string{"x", "x", "x", "x"}}, 1.5,
			"groups that are more alike than chance makes them"},
		{"variance_share", rows{values: [2][]float64{{1, 3, 11, 13, 99}}, within: []string{"a", "a", "b", "b", "c"}, less: []string{"x", "x", "y", "y", "y"}}, 1,
			"the difference between x and y is taken away, and a row alone in its group does not count"},
		{"variance_share", rows{values: [2][]float64{{1, 3}}, within: []string{"a", "b"}, less: []string{"x", "x"}}, nan, "no group has two"},
	} {
		for i := range makings {
			if makings[i].name != c.of {
				continue
			}
			got := makings[i].of(&Statistic{Quantile: 0.9}, &c.rows)
			if got != c.want && !(math.IsNaN(got) && math.IsNaN(c.want)) && math.Abs(got-c.want) > 1e-12 {
				t.Errorf("%s of %v is %v, want %v: %s", c.of, c.rows.values, got, c.want, c.reason)
			}
		}
	}
}
