package words

import (
	"math"
	"testing"
)

func TestNumberFormat(t *testing.T) {
	cases := []struct {
		value float64
		want  string
	}{
		{0, "0"}, {math.Copysign(0, -1), "0"}, {1.0 / 3, "0.333333"}, {-12.3456789, "-12.3457"}, {99999.94, "99999.9"},
		{99999.96, "100000"}, {-1234567.5, "-1234568"}, {1e9, "1000000000"}, {0.00001234567, "1.23457e-05"},
	}
	for _, c := range cases {
		if got := string(AppendNumber(nil, c.value)); got != c.want {
			t.Errorf("%v is written %s, want %s", c.value, got, c.want)
		}
	}
}
