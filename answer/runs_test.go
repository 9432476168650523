package answer

import (
	"fmt"
	"testing"
)

func TestFewAreTheFirstUnlessPointsAreSwept(t *testing.T) {
	pairs := []int{0, 1, 2, 3, 5, 6, 7, 8, 9, 10} // 4 failed
	for _, c := range []struct {
		points, most int
		want, reason string
	}{
		{1, 3, "[0 1 2]", "the first"},
		{1, 20, "[0 1 2 3 5 6 7 8 9 10]", "no more than there are"},
		{5, 4, "[0 2 6 8]", "of early and of late points"},
	} {
		runs := Runs{Points: c.points, complete: pairs}
		if got := fmt.Sprint(runs.Few(c.most)); got != c.want {
			t.Errorf("%s: %s, want %s", c.reason, got, c.want)
		}
	}
}
