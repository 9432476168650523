package calibration

import (
	"errors"
	"math"
	"slices"
	"testing"
)

var square2 = []Dimension{{"x", 0, 10}, {"y", -1, 1}}

func TestDescendFindsTheLeast(t *testing.T) {
	for _, c := range []struct {
		reason       string
		x, y         float64 // where the least is
		wantX, wantY float64
	}{
		{"inside", 3, 0.5, 3, 0.5},
		{"in a corner", 10, -1, 10, -1},
		{"beyond an edge, so at the edge", 14, 0, 10, 0},
	} {
		calls := 0
		point, value, err := Descend(square2, []float64{5, 0}, 200, func(p []float64) (float64, error) {
			calls++
			if p[0] < 0 || p[0] > 10 || p[1] < -1 || p[1] > 1 {
				t.Fatalf("%s: asked at %v, outside of the ranges", c.reason, p)
			}
			return square(p[0]-c.x) + 30*square(p[1]-c.y) + 0.2*(p[0]-c.x)*(p[1]-c.y), nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if math.Abs(point[0]-c.wantX) > 0.15 || math.Abs(point[1]-c.wantY) > 0.05 {
			t.Errorf("%s: found %v with %v, want %v, %v", c.reason, point, value, c.wantX, c.wantY)
		}
		if calls > 210 {
			t.Errorf("%s: %d evaluations, 200 were allowed", c.reason, calls)
		}
	}
}

func TestDescendStops(t *testing.T) {
	failure := errors.New("the machine stopped")
	calls := 0
	_, _, err := Descend(square2, []float64{5, 0}, 200, func([]float64) (float64, error) {
		if calls++; calls == 5 {
			return 0, failure
		}
		return 1 / float64(calls), nil
	})
	if !errors.Is(err, failure) || calls > 5 {
		t.Errorf("after the failure: %v, %d calls", err, calls)
	}
	if _, _, err := Descend(square2, []float64{5}, 200, nil); err == nil {
		t.Error("a start of another length was taken")
	}
}

// Every slice of every range holds one point; the same seed gives the same.
func TestSpreadFillsTheRanges(t *testing.T) {
	points := Spread(square2, 8, 3)
	for d, dimension := range square2 {
		taken := make([]bool, 8)
		for _, point := range points {
			at := int(dimension.share(point[d]) * 8)
			if at < 0 || at > 7 || taken[at] {
				t.Fatalf("%s: points %v", dimension.Name, points)
			}
			taken[at] = true
		}
	}
	again, other := Spread(square2, 8, 3), Spread(square2, 8, 4)
	for i := range points {
		if !slices.Equal(points[i], again[i]) {
			t.Error("the same seed gives other points")
		}
	}
	if slices.EqualFunc(points, other, slices.Equal) {
		t.Error("another seed gives the same points")
	}
}

func TestProfileWithin(t *testing.T) {
	for _, c := range []struct {
		reason     string
		objectives []float64
		low, high  float64
		some       bool
	}{
		{"a valley", []float64{3, 1, 0, 1, 3}, 1, 3, true},
		{"flat: the data tell nothing", []float64{0, 0, 0, 0, 0}, 0, 4, true},
		{"falls to an end", []float64{4, 3, 2, 1, 0}, 3, 4, true},
		{"between two values", []float64{5, 3, 0.5, 3, 5}, 1.8, 2.2, true},
		{"nowhere good", []float64{5, 3, 2, 3, 5}, 0, 0, false},
	} {
		profile := Profile{"x", []float64{0, 1, 2, 3, 4}, c.objectives}
		low, high, some := profile.Within(0, 1)
		if math.Abs(low-c.low) > 1e-9 || math.Abs(high-c.high) > 1e-9 || some != c.some {
			t.Errorf("%s: %v to %v, %v", c.reason, low, high, some)
		}
	}
}

func TestMedianAndAverages(t *testing.T) {
	for _, c := range []struct {
		values []float64
		want   float64
	}{{nil, 0}, {[]float64{3}, 3}, {[]float64{9, 1, 2}, 2}, {[]float64{9, 1, 2, 4}, 3}} {
		if got := Median(c.values); got != c.want {
			t.Errorf("median of %v is %v, want %v", c.values, got, c.want)
		}
	}
	kinds := []string{"acute"}
	got := AverageTrusts([]TrustFigures{
		{Median: 1, All: 2, Supported: 0.2, None: map[string]float64{"acute": 0.5}, Kinds: kinds, Commonest: 1, NoneOverNext: 0.1, Shares: []float64{1, 2}},
		{Median: 3, All: 4, Supported: 0.4, None: map[string]float64{"acute": 0.7}, Kinds: kinds, Commonest: 1, NoneOverNext: 0.3, Shares: []float64{3, 6}},
	})
	if got.Median != 2 || got.All != 3 || math.Abs(got.Supported-0.3) > 1e-12 || math.Abs(got.None["acute"]-0.6) > 1e-12 || got.Commonest != 1 || !slices.Equal(got.Shares, []float64{2, 4}) {
		t.Errorf("mean of trusts: %+v", got)
	}
	if median, none, supported, single := got.Within(); !median || !none || supported || !single {
		t.Errorf("%+v: only the share in the supported services is outside", got)
	}
}

// Each thing that is known counts beyond its bound, the median all along its
// range, and the spread where there are surveys beside it.
func TestTrustScore(t *testing.T) {
	met := TrustFigures{Median: math.Sqrt(8), Supported: 0.6, Commonest: 1, NoneOverNext: 0.1,
		Surveys: []Survey{{Observed: 0.06, Simulated: 0.06}, {Observed: 0.3, Simulated: 0.3}, {Observed: 0.6, Simulated: math.NaN()}}}
	for _, c := range []struct {
		reason string
		change func(*TrustFigures)
		want   float64
	}{
		{"all is met", func(*TrustFigures) {}, 0},
		{"the median at an end of its range", func(f *TrustFigures) { f.Median = 8 }, 1},
		{"and at the other", func(f *TrustFigures) { f.Median = 1 }, 1},
		{"mental health has none in 5 points fewer trusts than the next kind", func(f *TrustFigures) { f.NoneOverNext = -0.05 }, 1},
		{"45% in the supported services", func(f *TrustFigures) { f.Supported = 0.45 }, 1},
		{"pairs are commonest", func(f *TrustFigures) { f.Commonest = 2 }, 1},
		{"the spread 20 points off", func(f *TrustFigures) {
			f.Surveys = []Survey{{Observed: 0.06, Simulated: 0.06}, {Observed: 0.3, Simulated: 0.5}}
		}, 1},
		{"the spread never begins: five tolerances", func(f *TrustFigures) { f.Surveys = nil }, 25},
	} {
		figures := met
		c.change(&figures)
		if got := figures.Score(); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%s: %v, want %v", c.reason, got, c.want)
		}
	}
}

func TestPlain(t *testing.T) {
	for value, want := range map[float64]string{5500: "5500", 0.0123456: "0.0123", 22000: "22000", 1: "1", -0.5: "-0.5", 12345: "12300"} {
		if got := Plain(value); got != want {
			t.Errorf("%v is written %s, want %s", value, got, want)
		}
	}
}
