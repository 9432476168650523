package answer

import (
	"math"
	"strings"
	"testing"

	"skillmix/answer/diffusion"
	"skillmix/answer/invented"
	"skillmix/sim"
)

// following is a world of 400 units that adopt as a curve says.
func following(share func(month float64) float64) world {
	return func(month int, measure string) float64 {
		switch measure {
		case "adopted_ever_share", "adopter_share":
			return share(float64(month))
		case "adopters":
			return 400 * share(float64(month))
		}
		return 0
	}
}

func diffusionOf(t *testing.T, byYear bool, months int, share func(month float64) float64) *Diffusion {
	t.Helper()
	runs := outcomeRuns(t, byYear, sim.MonthOf(2019, 4), months, [][]world{{following(share)}})
	all, err := Diffuse(runs, "trust")
	if err != nil {
		t.Fatal(err)
	}
	d := &all[0]
	if d.NoBass == "" && (d.Fit.P <= 0 || len(d.Fitted) != len(d.Months)) {
		t.Errorf("coefficients are told without a fit: %+v", d.Fit)
	}
	if told := d.String(); strings.Contains(told, "NaN") || strings.Contains(told, "Inf") || !strings.HasSuffix(told, ".") {
		t.Errorf("it is told as %q", told)
	}
	return d
}

func TestDiffusionThatIsTold(t *testing.T) {
	bass := func(start, ceiling, p, q float64) func(float64) float64 {
		return diffusion.Bass{Start: start, Ceiling: ceiling, P: p, Q: q}.At
	}
	d := diffusionOf(t, false, 180, bass(0, 1, 0.0025, 0.05))
	const want = "Under new money 100% of units have ever had a filled post by March 2034, from less than 1% in April 2019. " +
		"Bass's model fits with p 0.0025 and q 0.050 a month for those who had none at the start and a ceiling of 100% of units; " +
		"they take the role up fastest in January 2024 (R² over 0.999, typical distance less than 0.1 points)."
	// It is fastest after ln(20)/0.0525 = 57.1 months, and the 58th is January 2024.
	if got := strings.Replace(d.String(), "more than 99%", "100%", 1); got != want {
		t.Errorf("it is told as\n%s\nwant\n%s", got, want)
	}
	if d.Units != 400 || d.NoCategories != "" {
		t.Errorf("%v units, categories not told: %q", d.Units, d.NoCategories)
	}
	for i, want := range []string{
		"innovators, 0% to 2.5%: 10 units, by December 2019",
		"early adopters, 2.5% to 16%: 54 units, by October 2021",
		"early majority, 16% to 50%: 136 units, by February 2024",
		"late majority, 50% to 84%: 136 units, by September 2026",
		"laggards, 84% to 100%: 63 units so far",
	} {
		if a := &d.Categories[i]; a.Name+", "+a.Span()+": "+a.String() != want {
			t.Errorf("%s, %s: %s; want %s", a.Name, a.Span(), a.String(), want)
		}
	}
	later := diffusionOf(t, false, 120, bass(0.46, 0.95, 0.002, 0.08))
	if a := later.Categories[1]; later.NoBass != "" || !a.AtStart || !a.Complete {
		t.Errorf("posts at the start are early adopters: %+v, %q", a, later.NoBass)
	}
	if a := later.Categories[4]; a.Complete || math.Abs(a.Units-400*(later.Shares[119]-0.84)) > 1e-6 {
		t.Errorf("laggards: %+v", a)
	}
	if yearly := diffusionOf(t, true, 180, bass(0, 1, 0.0025, 0.05)); math.Abs(yearly.Fit.Q-0.05) > 0.0005 || yearly.NoBass != "" {
		t.Errorf("by year q is %v (%s), want 0.05 within 1%%", yearly.Fit.Q, yearly.NoBass)
	}
}

func TestDiffusionThatIsNotTold(t *testing.T) {
	bass := func(p, q float64) func(float64) float64 { return diffusion.Bass{Ceiling: 1, P: p, Q: q}.At }
	cases := []struct {
		name   string
		byYear bool
		months int
		share  func(month float64) float64
		why    string
	}{
		{"nobody", false, 60, func(float64) float64 { return 0 }, "no unit takes the role up"},
		{"few", false, 60, func(month float64) float64 { return 0.4 + 0.001*month }, "too few units take the role up after April 2019 (6% of all, and a curve needs 16%)"},
		{"one month", false, 1, bass(0.001, 0.1), "too few units"},
		{"few rows", true, 60, bass(0.001, 0.1), "the curve has only 5 points, and a fit needs 8 points"},
		{"constant hazard", false, 120, bass(0.02, 0), "there is no S-curve: the role is taken up fastest at or near the start"},
		{"hardly bent", false, 120, bass(0.01, 0.011), "there is no S-curve: the role is taken up fastest at or near the start"},
		{"still faster", false, 60, bass(0.0002, 0.1), "there is no S-curve yet: the role is taken up ever faster until the end"},
		{"a jump", false, 60, func(month float64) float64 { return 0.9 * min(1, max(0, month-20)) }, "within a few months"},
		{"steps", false, 120, func(month float64) float64 { return 0.33 * math.Floor(1+month/45) }, "Bass's curve does not describe how they do (R² 0."},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d := diffusionOf(t, c.byYear, c.months, c.share)
			if !strings.Contains(d.NoBass, c.why) || d.NoCategories == "" || d.Fitted != nil {
				t.Errorf("no coefficients: %q, no categories: %q, want %q", d.NoBass, d.NoCategories, c.why)
			}
			if row := d.BassRow(); row[0] != "not given: "+d.NoBass || len(row) != 6 {
				t.Errorf("row %q", row)
			}
		})
	}
}

func TestDiffusionWithoutTheMeasure(t *testing.T) {
	runs := runsOf(t, invented.World{Names: []string{"a"}, Replicates: 2, Start: sim.MonthOf(2019, 4), Months: 3, At: func(int, int, sim.Month, string) float64 { return 1 }})
	for _, setting := range []string{"trust", "moon"} {
		if all, err := Diffuse(runs, setting); all != nil || err != nil {
			t.Errorf("%s: %v, %v, want nothing", setting, all, err)
		}
	}
	if outcomes := outcomesOf(t, runs); len(outcomes.All) > 0 {
		t.Error("there are outcomes of records that do not say who has adopted")
	}
}
