package scenarios

import (
	"testing"

	"skillmix/model"
)

// Every family is read, written and read again; a number or a range takes a
// distribution back, and a distribution a range.
func TestLawsOfAFile(t *testing.T) {
	for _, c := range []struct {
		set  string
		want model.Law
	}{
		{"parameters.q0={normal=[0.4,0.8]}", model.Law{Parameter: model.Q0, Kind: model.NormalLaw, A: 0.4, B: 0.8}},
		{"parameters.cost_post={lognormal=[50000,80000]}", model.Law{Parameter: model.CostPost, Kind: model.LognormalLaw, A: 50000, B: 80000}},
		{"parameters.q0={uniform=[-1,1]}", model.Law{Parameter: model.Q0, Kind: model.UniformLaw, A: -1, B: 1}},
		{"parameters.locum_cover={beta=[7,3]}", model.Law{Parameter: model.LocumCover, Kind: model.BetaLaw, A: 7, B: 3}},
		{"parameters.q0={discrete=[0,1],weights=[1,3]}", model.Law{Parameter: model.Q0, Kind: model.DiscreteLaw, Values: []float64{0, 1}, Weights: []float64{1, 3}}},
	} {
		s, err := Load("baseline", []string{c.set})
		if err != nil {
			t.Errorf("%s: %v", c.set, err)
			continue
		}
		got := s.Settings.Law(c.want.Parameter)
		if got == nil || lawText(got) != lawText(&c.want) || s.Settings.Parameters[c.want.Parameter] != c.want.Prior() {
			t.Errorf("%s: %+v", c.set, got)
		}
		again, err := loader{read: func(string) ([]byte, error) { return s.Resolved(), nil }}.load("again.toml", nil)
		if err != nil || lawText(again.Settings.Law(c.want.Parameter)) != lawText(&c.want) {
			t.Errorf("%s: written and read again: %v", c.set, err)
		}
		before, err := Load("baseline", nil)
		if err != nil {
			t.Fatal(err)
		}
		if s.Judged() < before.Judged() {
			t.Errorf("%s: %d judged values, before %d", c.set, s.Judged(), before.Judged())
		}
	}
	s, err := Load("baseline", []string{"parameters.q0={uniform=[0,1]}", "parameters.q_safe={uniform=[0.2,0.4]}", "parameters.q0=0.5"})
	if err != nil || len(s.Settings.Laws) != 1 || !s.Settings.Parameters[model.Q0].Fixed() {
		t.Errorf("%+v, %v", s.Settings.Laws, err)
	}
	s, err = Load("baseline", []string{"parameters.q0={uniform=[0,1]}", "parameters.q0={triangular=[0,0.2,1]}"})
	if err != nil || len(s.Settings.Laws) != 0 || s.Settings.Parameters[model.Q0] != (model.Prior{Low: 0, Default: 0.2, High: 1}) {
		t.Errorf("%+v, %v", s.Settings.Parameters[model.Q0], err)
	}
}
