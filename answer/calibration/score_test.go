package calibration

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"skillmix/sim"
)

// oneRow is a set of networks whose roles each have the same share of the
// total in every quarter.
func oneRow(start sim.Month, means []float64, shares map[string]float64, roles ...string) Panel {
	p := Panel{Start: start, Networks: 10, Roles: roles, Mean: means, Deviation: make([]float64, len(means))}
	for q := range means {
		p.Quarters = append(p.Quarters, start+sim.Month(3*q))
	}
	for _, role := range roles {
		row := make([]float64, len(means))
		for q, mean := range means {
			row[q] = mean * shares[role]
		}
		p.RoleMeans, p.RoleShares = append(p.RoleMeans, row), append(p.RoleShares, make([]float64, len(means)))
	}
	return p
}

var june2020 = sim.MonthOf(2020, 6)

func targets() *Targets {
	shares := map[string]float64{"a": 0.5, "b": 0.3, "c": 0.2}
	return &Targets{
		Panels: []Panel{
			oneRow(june2020, []float64{2, 3, 4, 6}, shares, "a", "b", "c"),
			oneRow(june2020+6, []float64{4, 6}, shares, "a", "b", "c"),
		},
		Until: june2020 + 6, Unspent: 0.38,
	}
}

// times is a simulation that is exact but for a factor.
func times(t *Targets, factor float64) *Simulation {
	s := NewSimulation(t)
	s.Unspent = t.Unspent
	for i := range t.Panels {
		for q, mean := range t.Panels[i].Mean {
			s.Panels[i].Mean[q] = factor * mean
			for r := range t.Panels[i].Roles {
				s.Panels[i].RoleMeans[r][q] = factor * t.Panels[i].RoleMeans[r][q]
			}
		}
	}
	return s
}

func TestJudge(t *testing.T) {
	for _, c := range []struct {
		reason string
		spoil  func(*Simulation, *Targets)
		want   Score
	}{
		{"all is reported times 1/0.8, so 0.8 makes it exact", func(*Simulation, *Targets) {}, Score{Factor: 0.8}},
		{"quarters after the last fitted one do not count",
			func(s *Simulation, _ *Targets) {
				s.Panels[0].Mean[3], s.Panels[1].Mean[1], s.Panels[0].RoleMeans[0][3] = 99, 99, 99
			}, Score{Factor: 0.8}},
		{"spread and shares of networks do not count",
			func(s *Simulation, _ *Targets) { s.Panels[0].Deviation[0], s.Panels[0].RoleShares[0][0] = 99, 99 }, Score{Factor: 0.8}},
		{"ten points of the unspent share are one tolerance, and do not touch the factor",
			func(s *Simulation, _ *Targets) { s.Unspent += 0.1 }, Score{Factor: 0.8, Objective: 1, Unspent: 1}},
		{"a role below a tenth of an FTE does not count",
			func(s *Simulation, t *Targets) { t.Panels[0].RoleMeans[2][2], s.Panels[0].RoleMeans[2][2] = 0.09, 5 }, Score{Factor: 0.8}},
		{"a role that is missing does not count",
			func(s *Simulation, t *Targets) { t.Panels[0].RoleMeans[2][2] = math.NaN() }, Score{Factor: 0.8}},
	} {
		targets := targets()
		s := times(targets, 1/0.8)
		c.spoil(s, targets)
		got := targets.Judge(s)
		for _, pair := range [][2]float64{{got.Factor, c.want.Factor}, {got.Objective, c.want.Objective}, {got.Unspent, c.want.Unspent}, {got.Means, 0}, {got.Roles, 0}} {
			if math.Abs(pair[0]-pair[1]) > 1e-9 {
				t.Errorf("%s: %+v, want %+v", c.reason, got, c.want)
				break
			}
		}
	}
}

// A factor of 1 is not believed: reports are incomplete.
func TestFactorStaysWithinItsBounds(t *testing.T) {
	targets := targets()
	for _, c := range []struct{ times, factor float64 }{{1, MostFactor}, {0.1, MostFactor}, {3, LeastFactor}, {1 / 0.7, 0.7}} {
		got := targets.Judge(times(targets, c.times))
		if math.Abs(got.Factor-c.factor) > 1e-9 {
			t.Errorf("simulated %v times reported: factor %v, want %v", c.times, got.Factor, c.factor)
		}
	}
	// All means 15% too high is one tolerance.
	if got := targets.JudgeWith(times(targets, 1), 1.15); math.Abs(got.Means-1) > 1e-9 {
		t.Errorf("15%% too high counts as %v, want 1", got.Means)
	}
}

// The factor that is chosen is better than its neighbours, whatever the
// errors.
func TestFactorIsTheBest(t *testing.T) {
	targets := targets()
	s := times(targets, 1.3)
	s.Panels[0].Mean[0], s.Panels[1].Mean[0], s.Panels[0].RoleMeans[1][2] = 3.3, 4.4, 2.9
	best := targets.Judge(s)
	for _, factor := range []float64{best.Factor - 0.002, best.Factor + 0.002} {
		if near := targets.JudgeWith(s, factor); near.Objective <= best.Objective {
			t.Errorf("factor %v gives %v, and %v gives %v", best.Factor, best.Objective, factor, near.Objective)
		}
	}
}

// A simulation without anybody has a score, so that a search can leave it.
func TestAnEmptySimulationIsFinite(t *testing.T) {
	targets := targets()
	got := targets.Judge(NewSimulation(targets))
	if math.IsNaN(got.Objective) || math.IsInf(got.Objective, 0) || got.Objective < 100 {
		t.Errorf("an empty world scores %+v", got)
	}
}

// Repeated steps lead to the reported mix where appeal acts on the mix as in a
// choice.
func TestAppealsLeadToTheReportedMix(t *testing.T) {
	targets := targets()
	appeals := []float64{0, 2, -2}
	for range 20 {
		s, total := times(targets, 1), 0.0
		for _, appeal := range appeals {
			total += math.Exp(appeal)
		}
		for r, appeal := range appeals {
			s.Panels[0].RoleMeans[r][2] = 4 * math.Exp(appeal) / total
		}
		for r, step := range targets.Appeals(s, 0, 0.7) {
			appeals[r] += step
		}
	}
	want := []float64{0, math.Log(0.3 / 0.5), math.Log(0.2 / 0.5)}
	for r := range want {
		if math.Abs(appeals[r]-want[r]) > 1e-3 {
			t.Errorf("appeals %v, want %v: the first is the reference", appeals, want)
			break
		}
	}
}

func TestOrder(t *testing.T) {
	for _, c := range []struct {
		reason    string
		simulated []float64
		wrong     []Misorder
	}{
		{"as reported", []float64{5, 3, 2}, nil},
		{"b and c within a tenth count as equal", []float64{5, 2, 2.1}, nil},
		{"c far above b", []float64{5, 2, 3}, []Misorder{{"b", "c"}}},
		{"the reverse", []float64{1, 2, 3}, []Misorder{{"a", "b"}, {"a", "c"}, {"b", "c"}}},
	} {
		targets := targets()
		s := NewSimulation(targets)
		for r, mean := range c.simulated {
			s.Panels[0].RoleMeans[r][2] = mean
		}
		roles, wrong := targets.Order(s, 0, 2)
		if diff := cmp.Diff(c.wrong, wrong); diff != "" || len(roles) != 3 {
			t.Errorf("%s: %v (-want +got):\n%s", c.reason, roles, diff)
		}
	}
	targets := targets()
	if roles, _ := targets.Order(NewSimulation(targets), 0, 0); len(roles) != 3 || roles[0] != 0 || roles[2] != 2 {
		t.Errorf("roles in the order of what was reported: %v", roles)
	}
	targets.Panels[0].RoleMeans[2][2] = 0.29
	if roles, _ := targets.Order(NewSimulation(targets), 0, 2); len(roles) != 2 {
		t.Errorf("a role below 0.3 FTE has no place in the order: %v", roles)
	}
}

func TestAverage(t *testing.T) {
	targets := targets()
	low, high := times(targets, 1), times(targets, 3)
	low.Unspent, high.Unspent, low.Panels[0].Included = 0.2, 0.4, 1
	mean := Average(targets, []*Simulation{low, high})
	want := times(targets, 2)
	want.Unspent, want.Panels[0].Included = 0.3, 0.5
	near := cmp.Comparer(func(a, b float64) bool { return math.Abs(a-b) < 1e-12 })
	if diff := cmp.Diff(want, mean, near); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
