package scenarios

import (
	"testing"

	"skillmix/model"
	"skillmix/sim"
)

// Blocks with names join those of the parent, and change those of a known name
// key by key; blocks without replace them, and an empty list removes all.
func TestBlocksAreMergedByName(t *testing.T) {
	parent := `[[change]]
name       = "first"
from       = "2020-04"
until      = "2021-03"
parameters = { q0 = 0.5 }
[[change]]
name       = "second"
from       = "2022-04"
parameters = { q0 = 0.7 }
[[support]]
offered = 10
`
	load := func(child string, sets ...string) *Scenario {
		t.Helper()
		files := map[string]string{"parent.toml": parent, "child.toml": "extends = \"parent.toml\"\n" + child}
		s, err := loader{read: func(path string) ([]byte, error) { return []byte(files[path]), nil }}.load("child.toml", sets)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	same := load("")
	if len(same.Settings.Changes) != 2 || len(same.Settings.Support) != 1 {
		t.Fatalf("%+v", same.Settings.Changes)
	}
	longer := load("[[change]]\nname = \"first\"\nuntil = \"2021-12\"\n").Settings.Changes
	if len(longer) != 2 || longer[0].From != sim.MonthOf(2020, 4) || longer[0].Until != sim.MonthOf(2021, 12) || longer[0].Values[0].Value != 0.5 || longer[1].Name != "second" {
		t.Errorf("a key changed: %+v", longer)
	}
	third := load("[[change]]\nname = \"third\"\nfrom = \"2023-04\"\nparameters = { q0 = 1 }\n").Settings.Changes
	if len(third) != 3 || third[2].Name != "third" {
		t.Errorf("one joined: %+v", third)
	}
	other := load("[[change]]\nfrom = \"2023-04\"\nparameters = { q0 = 1 }\n").Settings
	if len(other.Changes) != 1 || other.Changes[0].Values[0] != (model.Assignment{Parameter: model.Q0, Value: 1}) || len(other.Support) != 1 {
		t.Errorf("replaced: %+v", other.Changes)
	}
	if none := load("", "change=[]").Settings.Changes; len(none) != 0 {
		t.Errorf("removed: %+v", none)
	}
	// What was merged is written with its names, and read again.
	written := load("[[change]]\nname = \"first\"\nuntil = \"2021-12\"\n")
	again, err := loader{read: func(string) ([]byte, error) { return written.Resolved(), nil }}.load("again.toml", nil)
	if err != nil || again.Settings.Changes[0].Name != "first" || again.Settings.Changes[0].Until != sim.MonthOf(2021, 12) {
		t.Errorf("written and read again: %v", err)
	}
}
