package words

import "testing"

func TestPoundsInWords(t *testing.T) {
	for _, c := range []struct {
		value float64
		want  string
	}{{0, "£0"}, {-0.2, "£0"}, {4.4, "£4"}, {312.4, "£312"}, {67639.8, "£67,600"}, {-8834, "-£8,830"}, {999_600, "£1.0 million"}, {40_658_948, "£40.7 million"}, {1_294_142_619, "£1,294.1 million"}} {
		if got := Pounds(c.value); got != c.want {
			t.Errorf("%v is %q, want %q", c.value, got, c.want)
		}
	}
}
