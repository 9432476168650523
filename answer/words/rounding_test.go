package words

import "testing"

func TestRounding(t *testing.T) {
	cases := []struct {
		value  float64
		digits Rounding
		want   string
		reason string
	}{
		{-0.04, 1, "0.0", "no minus before zero"},
		{-0.06, 1, "-0.1", "but before what is not"},
		{1234567.8, 0, "1,234,568", "commas between thousands"},
		{-1234.5, 1, "-1,234.5", "also behind a minus"},
		{-100, 0, "-100", "no comma without thousands"},
	}
	for _, c := range cases {
		if got := c.digits.Number(c.value); got != c.want {
			t.Errorf("%v with %d decimals is %q, want %q: %s", c.value, c.digits, got, c.want, c.reason)
		}
	}
}
