package scenarios

import (
	"slices"
	"testing"

	"skillmix/model"
)

// A grid has a world for each combination, each with a name of its own, and is
// written and read again.
func TestVariants(t *testing.T) {
	text := "extends = \"new-money\"\n[vary]\nfunding.offered = [10_000, 20000.5]\nparameters.q0 = [{ uniform = [0, 1] }, 0.5]\n[vary.mechanisms]\nevidence = [true, false]\n"
	files := func(string) ([]byte, error) { return []byte(text), nil }
	s, err := loader{read: files}.load("mine.toml", nil)
	if err != nil {
		t.Fatal(err)
	}
	all := s.Variants()
	if len(all) != 8 {
		t.Fatalf("%d variants", len(all))
	}
	if got, want := all[0].Sets, []string{"funding.offered=10000", "mechanisms.evidence=true", "parameters.q0={ uniform = [0, 1] }"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if got, want := all[7].Name, "mine-offered-20000.5-evidence-false-q0-0.5"; got != want {
		t.Errorf("named %s, want %s", got, want)
	}
	names := map[string]bool{}
	for _, variant := range all {
		names[variant.Name] = true
		one, err := loader{read: files}.load("mine.toml", variant.Sets)
		if err != nil {
			t.Fatalf("%v: %v", variant.Sets, err)
		}
		if fixed := one.Settings.Parameters[model.Q0].Fixed(); fixed != slices.Contains(variant.Sets, "parameters.q0=0.5") {
			t.Errorf("%v: %+v", variant.Sets, one.Settings.Parameters[model.Q0])
		}
	}
	if len(names) != len(all) {
		t.Errorf("names are not distinct: %v", names)
	}
	again, err := loader{read: func(string) ([]byte, error) { return s.Resolved(), nil }}.load("mine.toml", nil)
	if err != nil || string(again.Resolved()) != string(s.Resolved()) || len(again.Variants()) != 8 {
		t.Errorf("written and read again: %v", err)
	}
	if s, err = (loader{read: files}).load("mine.toml", []string{"vary={}"}); err != nil || len(s.Variants()) != 0 {
		t.Errorf("taken back: %v, %v", s, err)
	}
}
