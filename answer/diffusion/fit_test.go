package diffusion

import (
	"math"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"
)

// exact is Bass's own curve at the ends of months, or of years.
func exact(b Bass, months, every int) (curve Curve) {
	for t := every; t <= months; t += every {
		curve.Times, curve.Shares = append(curve.Times, float64(t)), append(curve.Shares, b.At(float64(t)))
	}
	return curve
}

func TestFitRecoversExactCurves(t *testing.T) {
	cases := []struct {
		bass          Bass
		months, every int
		reason        string
	}{
		{Bass{0, 1, 0.0025, 0.032}, 180, 1, "the model's own verification, whole"},
		{Bass{0, 1, 0.0025, 0.032}, 120, 1, "and as long as it runs there"},
		{Bass{0, 0.7, 0.0025, 0.05}, 120, 1, "a ceiling below all"},
		{Bass{0.46, 0.9, 0.001, 0.08}, 120, 1, "posts at the start"},
		{Bass{0.05, 1, 0.01, 0.02}, 120, 1, "little imitation"},
		{Bass{0, 1, 0.00001, 0.15}, 120, 1, "hardly any innovation"},
		{Bass{0, 1, 0.03 / 12, 0.38 / 12}, 240, 12, "Bass's usual coefficients (Sultan, Farley and Lehmann 1990: 0.03 and 0.38 a year), by year"},
		{Bass{0.1, 0.8, 0.005, 0.2}, 60, 1, "fast"},
	}
	for _, c := range cases {
		fit, told := FitBass(exact(c.bass, c.months, c.every))
		if !told {
			t.Errorf("%s: there is no fit", c.reason)
			continue
		}
		for _, part := range []struct {
			name      string
			got, want float64
		}{{"p", fit.P, c.bass.P}, {"q", fit.Q, c.bass.Q}, {"ceiling", fit.Ceiling, c.bass.Ceiling}} {
			if math.Abs(part.got-part.want) > 0.01*part.want {
				t.Errorf("%s: %s is %.6f, want %.6f within 1%%", c.reason, part.name, part.got, part.want)
			}
		}
		if math.Abs(fit.Start-c.bass.Start) > 0.001 || fit.R2 < 0.99999 || fit.RMSE > 1e-4 {
			t.Errorf("%s: start %.5f, R2 %.6f, RMSE %.2g", c.reason, fit.Start, fit.R2, fit.RMSE)
		}
	}
}

// A constant hazard is Bass's model without imitation.
func TestFitOfConstantHazard(t *testing.T) {
	var curve Curve
	for month := 1; month <= 120; month++ {
		curve.Times, curve.Shares = append(curve.Times, float64(month)), append(curve.Shares, -math.Expm1(-0.02*float64(month)))
	}
	fit, told := FitBass(curve)
	if !told || fit.Q > 0.0002 || math.Abs(fit.P-0.02) > 0.0002 {
		t.Errorf("%+v, want p 0.02 within 1%% and q nearly 0", fit)
	}
	if _, exists := fit.Inflection(); exists {
		t.Error("a constant hazard has no inflection")
	}
}

// A curve with noise is fitted as nearly as its noise lets it.
func TestFitOfNoisyCurve(t *testing.T) {
	curve := exact(Bass{0, 1, 0.003, 0.05}, 120, 1)
	for i := range curve.Shares {
		curve.Shares[i] += 0.01 * math.Sin(2.4*float64(i)) // of no regard to the curve
	}
	fit, _ := FitBass(curve)
	if fit.RMSE > 0.0072 || fit.RMSE < 0.006 || math.Abs(fit.Q-0.05) > 0.005 {
		t.Errorf("%+v, want an RMSE of 0.01/sqrt(2) or less and q within a tenth", fit)
	}
}

func TestNothingToFit(t *testing.T) {
	if _, told := FitBass(exact(Bass{0, 1, 0.01, 0.1}, LeastPoints-1, 1)); told {
		t.Error("seven points were fitted with four parameters")
	}
	flat := exact(Bass{0.4, 0.4, 0.01, 0.1}, 60, 1)
	if _, told := FitBass(flat); told {
		t.Error("a flat line was fitted")
	}
}

// Bass's curve looked at from a later month on is again one, with the same p + q.
func TestStartsLater(t *testing.T) {
	whole := Bass{0, 1, 0.0025, 0.05}
	var later Curve
	for month := 1; month <= 90; month++ {
		later.Times, later.Shares = append(later.Times, float64(month)), append(later.Shares, whole.At(float64(month+30)))
	}
	fit, _ := FitBass(later)
	if sum := fit.P + fit.Q; math.Abs(sum-0.0525) > 0.0005 {
		t.Errorf("p + q is %.5f, want 0.0525", sum)
	}
	if want := whole.At(30); math.Abs(fit.Start-want) > 0.002 {
		t.Errorf("the start is at %.4f, want %.4f", fit.Start, want)
	}
	// The hazard at the start is p + q F in the whole curve.
	if want := 0.0025 + 0.05*whole.At(30); math.Abs(fit.P-want) > 0.01*want {
		t.Errorf("p is %.5f, want %.5f", fit.P, want)
	}
}

// Units on a complete network that adopt by chance, one by one, give back the hazards with
// which they do: the model's own verification (5,000 units, 0.0025 and 0.032 a month) in small.
func TestFitOfAgents(t *testing.T) {
	const units, p, q = 5000, 0.0025, 0.032
	luck := rand.New(rand.NewPCG(1, 2))
	var curve Curve
	adopters := 0
	for month := 1; month <= 180; month++ {
		hazard := -math.Expm1(-p - q*float64(adopters)/units)
		for range units - adopters {
			if luck.Float64() < hazard {
				adopters++
			}
		}
		curve.Times, curve.Shares = append(curve.Times, float64(month)), append(curve.Shares, float64(adopters)/units)
	}
	fit, _ := FitBass(curve)
	if math.Abs(fit.P-p) > 0.1*p || math.Abs(fit.Q-q) > 0.1*q || fit.R2 < 0.999 {
		t.Errorf("%+v, want p %v and q %v within a tenth", fit, p, q)
	}
}

// Whatever rises is fitted by something that is a curve, and nothing is not a number.
func TestFitIsAlwaysACurve(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var curve Curve
		share := 0.0
		for month, rise := range rapid.SliceOfN(rapid.Float64Range(0, 0.05), LeastPoints, 40).Draw(t, "rises") {
			share = min(1, share+rise)
			curve.Times, curve.Shares = append(curve.Times, float64(month+1)), append(curve.Shares, share)
		}
		fit, told := FitBass(curve)
		if !told {
			return
		}
		if !(fit.P > 0 && fit.Q >= 0 && fit.Start >= 0 && fit.Ceiling >= fit.Start && fit.Ceiling <= 1 && fit.RMSE >= 0 && fit.R2 <= 1) {
			t.Fatalf("%+v", fit)
		}
		if last := fit.At(curve.Times[len(curve.Times)-1]); !(last >= 0 && last <= 1) {
			t.Fatalf("the fit ends at %v", last)
		}
	})
}

func TestInflection(t *testing.T) {
	at, exists := Bass{0, 1, 0.0025, 0.032}.Inflection()
	if want := math.Log(12.8) / 0.0345; !exists || math.Abs(at-want) > 1e-9 {
		t.Errorf("fastest at %v, want %v", at, want)
	}
}

func TestRogers(t *testing.T) {
	shares := []float64{0.01, 0.025, 0.2, 0.5, 0.7, 1 - 1e-12}
	for i, want := range []int{1, 2, 3, 5, 5} {
		if at, complete := Rogers[i].Complete(shares); !complete || at != want {
			t.Errorf("%s are complete at point %d (%v), want %d", Rogers[i].Name, at, complete, want)
		}
	}
	if _, complete := Rogers[4].Complete(shares[:5]); complete {
		t.Error("laggards are complete before all have adopted")
	}
	sum := 0.0
	for _, category := range Rogers {
		sum += category.In(0.6)
	}
	if math.Abs(sum-0.6) > 1e-12 || math.Abs(Rogers[3].In(0.6)-0.1) > 1e-12 || Rogers[4].In(0.6) != 0 {
		t.Error("categories do not add up to what has adopted")
	}
}

func BenchmarkFit(b *testing.B) {
	curve := exact(Bass{0.46, 0.9, 0.001, 0.08}, 120, 1)
	for b.Loop() {
		FitBass(curve)
	}
}
