package facts

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"skillmix/sim"
)

func bound(x float64) *float64 { return &x }

// pair prepares a fact of two arms, a and b, with a statistic x.
func pair(t *testing.T, n int, expectations ...Expectation) *Prepared {
	t.Helper()
	fact := Fact{ID: "pair", Claim: "a beats b", Source: "trial", Basis: "judgement", Kind: "emergent", Months: 12, Replicates: n, Population: "classroom",
		Arms:         []Arm{{"a", start}, {"b", start}},
		Statistics:   []Statistic{{Name: "x", Setting: "trust", Group: "all", Measure: "posts", At: offset(1)}},
		Expectations: expectations}
	for i := range fact.Expectations {
		if fact.Expectations[i].Confidence == 0 {
			fact.Expectations[i].Confidence = 0.95
		}
	}
	prepared, err := Prepare(fact, layout(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	return prepared
}

// sample makes values for the two arms.
func sample(n int, a, b func(i int) float64) Sample {
	s := Sample{make([][]float64, n), make([][]float64, n)}
	for i := range n {
		s[0][i], s[1][i] = []float64{a(i)}, []float64{b(i)}
	}
	return s
}

func TestJudgements(t *testing.T) {
	wave := func(i int) float64 { return float64(i % 5) }
	constant := func(x float64) func(int) float64 { return func(int) float64 { return x } }
	for _, c := range []struct {
		e      Expectation
		a, b   func(int) float64
		value  float64
		met    bool
		shown  float64
		reason string
	}{
		{Expectation{Expression: "a.x - b.x", AtLeast: bound(0.999)}, func(i int) float64 { return wave(i) + 1 }, wave, 1, true, 1, "pairs differ by one whatever their luck"},
		{Expectation{Expression: "a.x - b.x", Above: bound(1)}, func(i int) float64 { return wave(i) + 1 }, wave, 1, false, 0, "one is not above one"},
		{Expectation{Expression: "a.x - b.x", AtMost: bound(1.001)}, func(i int) float64 { return wave(i) + 1 }, wave, 1, true, 1, ""},
		{Expectation{Expression: "a.x - b.x", Below: bound(1)}, func(i int) float64 { return wave(i) + 1 }, wave, 1, false, 0, ""},
		{Expectation{Expression: "a.x - b.x", Above: bound(0)}, wave, wave, 0, false, 0, "worlds that are alike do not differ"},
		{Expectation{Expression: "a.x", AtLeast: bound(1), AtMost: bound(3)}, wave, wave, 2, true, 0.6, "within two bounds"},
		{Expectation{Expression: "a.x", AtLeast: bound(1.9)}, wave, wave, 2, false, 0.6, "the value meets the bound and its interval does not"},
		{Expectation{Expression: "a.x / b.x", AtLeast: bound(0.9), Direction: "a.x > b.x"}, func(i int) float64 { return 2 - wave(i)/2 }, constant(1), 1, false, 0.4,
			"a direction of its own; ratios are of means"},
		{Expectation{Expression: "a.x / b.x", AtLeast: bound(1)}, constant(1), constant(0), math.Inf(1), true, 1, "without end is at least one"},
		{Expectation{Expression: "a.x / b.x", AtLeast: bound(1)}, constant(0), constant(0), math.NaN(), false, 0, "nothing over nothing is not defined and meets nothing"},
		{Expectation{Expression: "a.x", AtLeast: bound(0)}, constant(math.NaN()), wave, math.NaN(), false, 0, "never defined"},
	} {
		c.e.Effect = c.reason
		judged, err := pair(t, 50, c.e).Judge(sample(50, c.a, c.b))
		if err != nil {
			t.Fatal(err)
		}
		j := judged[0]
		same := j.Value == c.value || math.IsNaN(j.Value) && math.IsNaN(c.value) || math.Abs(j.Value-c.value) < 1e-12
		if !same || j.Met != c.met || math.Abs(j.Shown-c.shown) > 1e-9 {
			t.Errorf("%s: %+v, want value %v, met %t, shown %v: %s", c.e.Expression, j, c.value, c.met, c.shown, c.reason)
		}
	}
}

// A replicate in which one arm is not defined is left out of all.
func TestUndefinedReplicatesAreLeftOutWhole(t *testing.T) {
	judged, err := pair(t, 10, Expectation{Effect: "e", Expression: "a.x - b.x", Above: bound(0)}).Judge(sample(10,
		func(i int) float64 {
			if i == 3 {
				return math.NaN()
			}
			return 2
		}, func(i int) float64 {
			if i == 3 {
				return 1000
			}
			return 1
		}))
	if err != nil || judged[0].Replicates != 9 || judged[0].Value != 1 || !judged[0].Met {
		t.Errorf("%+v, %v", judged, err)
	}
}

// Intervals of a mean and of a ratio of means of skewed values hold the true
// value about as often as they say: within three standard errors of 95%, and a
// percent less for the skew.
func TestIntervalsCover(t *testing.T) {
	const trials, n = 400, 40
	for _, c := range []struct {
		expression string
		truth      float64
	}{{"a.x", 1}, {"a.x / b.x", 0.5}} {
		prepared := pair(t, n, Expectation{Effect: "e", Expression: c.expression, Above: bound(0)})
		covered := 0
		for trial := range trials {
			draws := sim.NewChance(7, trial).Draws(1, sim.Always)
			exponential := func(key int) float64 { return -math.Log(draws.Uniform(uint64(key))) }
			judged, err := prepared.Judge(sample(n, exponential, func(i int) float64 { return exponential(i) + exponential(1000+i) }))
			if err != nil {
				t.Fatal(err)
			}
			if judged[0].Low <= c.truth && c.truth <= judged[0].High {
				covered++
			}
		}
		if share := float64(covered) / trials; share < 0.95-3*math.Sqrt(0.95*0.05/trials)-0.01 || share > 0.99 {
			t.Errorf("%s: %.1f%% of intervals hold the true value", c.expression, 100*share)
		}
	}
}

// For normal values the interval of a mean is nearly Student's.
func TestIntervalIsAsWideAsStudents(t *testing.T) {
	const n = 16
	var values []float64
	for i := range n {
		values = append(values, math.Sqrt2*math.Erfinv(2*(float64(i)+0.5)/n-1))
	}
	judged, err := pair(t, n, Expectation{Effect: "e", Expression: "a.x", Above: bound(0)}).Judge(sample(n, func(i int) float64 { return values[i] }, func(int) float64 { return 0 }))
	if err != nil {
		t.Fatal(err)
	}
	low, high := sim.Summarize(values).MeanInterval()
	if got, want := judged[0].High-judged[0].Low, high-low; math.Abs(got/want-1) > 0.06 {
		t.Errorf("the interval is %.3f wide, Student's %.3f", got, want)
	}
}

// verdicts runs facts with values that depend on what is off.
func TestExamine(t *testing.T) {
	x := Expectation{Effect: "a over b", Expression: "a.x - b.x", Above: bound(0)}
	solid, blind, wrong, open, surprise := pair(t, 8, x), pair(t, 8, x), pair(t, 8, x), pair(t, 8, x), pair(t, 8, x)
	for i, f := range []*Prepared{solid, blind, wrong, open, surprise} {
		f.ID = []string{"solid", "blind", "wrong", "open", "surprise"}[i]
		f.RestsOn = [][]string{{"silos"}, {"evidence", "hostility"}}
	}
	open.Open, open.Reason, surprise.Open, surprise.Reason = true, "too small", true, "too small"
	wrong.Kind = "built-in"
	var asked []string
	runner := func(trials []Trial) ([]Sample, error) {
		var samples []Sample
		for _, trial := range trials {
			asked = append(asked, trial.ID+" "+strings.Join(trial.Off, "+"))
			effect := 1.0
			switch {
			case trial.ID == "wrong" || trial.ID == "open":
				effect = -1
			case trial.ID == "solid" && trial.Off != nil:
				effect = 0
			case trial.ID == "blind" && slices.Contains(trial.Off, "silos"):
				effect = 0 // but survives the loss of the others
			}
			samples = append(samples, sample(8, func(int) float64 { return effect }, func(int) float64 { return 0 }))
		}
		return samples, nil
	}
	outcomes, err := Examine([]*Prepared{solid, blind, wrong, open, surprise}, true, runner)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"solid ", "solid silos", "solid evidence+hostility", "blind ", "blind silos", "blind evidence+hostility",
		"wrong ", "wrong silos", "wrong evidence+hostility", "open ", "surprise ",
	}
	if !slices.Equal(asked, want) {
		t.Errorf("ran %q, want %q: open facts are not ablated", asked, want)
	}
	var got []string
	for _, o := range outcomes {
		line := o.ID + " " + string(o.Verdict)
		for _, a := range o.Ablations {
			line += fmt.Sprintf(" %t", a.Survives)
		}
		got = append(got, line)
	}
	if want := []string{"solid holds false false", "blind holds false true", "wrong fails false false", "open open", "surprise open, but holds"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if failures := Failures(outcomes); !slices.Equal(failures, []string{"wrong"}) {
		t.Errorf("failures %v: only those that are not open", failures)
	}
	var text bytes.Buffer
	if err := WriteText(&text, outcomes); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"solid: holds (emergent)\n  a beats b\n  trial; basis: judgement\n  - a over b: 1.00 [1.00, 1.00], above 0: met; shown by 100% of prior draws\n",
		"  without evidence and hostility: still holds, and should not\n",
		"  open: too small\n",
		"5 facts: 2 hold, 1 fail, 1 open, 1 marked as open that hold; 3 of 4 emergent and 0 of 1 built-in",
		"of 6 ablations, these facts survive: blind without evidence and hostility\n",
	} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("the text lacks %q:\n%s", want, text.String())
		}
	}
	if _, err := Examine([]*Prepared{solid}, false, func([]Trial) ([]Sample, error) { return nil, errors.New("no machine") }); err == nil {
		t.Error("an error of the runner is lost")
	}
}

func TestJSON(t *testing.T) {
	fact := pair(t, 4, Expectation{Effect: "e", Expression: "a.x / b.x", AtLeast: bound(1)})
	outcomes, err := Examine([]*Prepared{fact}, true, func([]Trial) ([]Sample, error) {
		return []Sample{sample(4, func(int) float64 { return 1 }, func(int) float64 { return 0 })}, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	if err := WriteJSON(&text, outcomes, 9); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Version, Seed int
		Facts         []struct {
			ID, Verdict  string
			Expectations []struct {
				Value   *float64
				AtLeast float64 `json:"at_least"`
				AtMost  *float64
				Met     bool
			}
			Ablations []any
		}
		Summary struct{ All struct{ Facts, Hold int } }
	}
	if err := json.Unmarshal(text.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	f := got.Facts[0]
	if got.Version != JSONVersion || got.Seed != 9 || f.ID != "pair" || f.Verdict != "holds" || f.Ablations == nil || got.Summary.All.Hold != 1 {
		t.Errorf("%s", text.String())
	}
	if e := f.Expectations[0]; e.Value != nil || e.AtLeast != 1 || e.AtMost != nil || !e.Met {
		t.Errorf("without end is null: %s", text.String())
	}
}

func TestFigures(t *testing.T) {
	for value, want := range map[float64]string{
		0: "0", 1: "1.00", -0.0451: "-0.0451", 61.68: "61.7", 12345.6: "12346", 0.0000001: "0.000000", math.Inf(-1): "-infinity",
	} {
		if got := Figure(value); got != want {
			t.Errorf("%v is written %s, want %s", value, got, want)
		}
	}
	if got := Figure(math.NaN()); got != "undefined" {
		t.Errorf("what is not defined is written %s", got)
	}
}
