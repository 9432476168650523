package calibration

import (
	"math"
	"testing"
)

func TestYears(t *testing.T) {
	s := &Simulation{}
	s.Spend("2019/20", 100, 60)
	s.Spend("2020/21", 200, 100)
	s.Spend("2020/21", 200, 50)
	if len(s.Years) != 2 || s.Years[0].Share() != 0.6 || s.Years[1].Share() != 0.375 {
		t.Errorf("%+v", s.Years)
	}
	if got := (Year{}).Share(); got != 0 {
		t.Errorf("%v of nothing unspent", got)
	}
}

// A factor with the spread found makes values vary as reported ones do, and
// keeps its mean.
func TestFactorSpread(t *testing.T) {
	values := make([]float64, 5000)
	for i := range values {
		values[i] = 1 + float64(i%11)/10
	}
	const factor, wanted = 0.65, 0.5
	spread := FactorSpread(values, wanted, factor)
	reported := Reported(values, factor, spread, 1)
	if got := Variation(reported); math.Abs(got-wanted) > 0.02 {
		t.Errorf("reported values vary by %.3f, want %v", got, wanted)
	}
	sum, true := 0.0, 0.0
	for i := range values {
		sum, true = sum+reported[i], true+values[i]
		if reported[i] < 0 || reported[i] > values[i] {
			t.Fatalf("%v reported of %v", reported[i], values[i])
		}
	}
	if got := sum / true; math.Abs(got-factor) > 0.01 {
		t.Errorf("mean factor %.3f, want %v", got, factor)
	}
	if got := FactorSpread(values, 0.01, factor); got != 0 {
		t.Errorf("values vary enough, and the factor spreads by %v", got)
	}
	if got := Reported(values, factor, 0, 1)[3]; got != values[3]*factor {
		t.Errorf("without a spread %v is reported as %v", values[3], got)
	}
	if got := FactorSpread(values, 50, factor); got >= math.Sqrt(factor*(1-factor)) {
		t.Errorf("a factor between 0 and 1 cannot spread by %v", got)
	}
}

func TestQuantiles(t *testing.T) {
	got := Quantiles([]float64{4, 1, 3, 2, 5}, []float64{0.2, 0.5, 1})
	for i, want := range []float64{1, 2.5, 5} {
		if math.Abs(got[i]-want) > 1e-12 {
			t.Errorf("quantiles %v", got)
		}
	}
	if !math.IsNaN(Quantiles(nil, []float64{0.5})[0]) {
		t.Error("a median of nothing")
	}
}
