package scenarios

import (
	"embed"
	"fmt"
	"slices"

	"github.com/BurntSushi/toml"
)

//go:embed builtin/*.toml
var builtinFiles embed.FS

// builtins names the built-in scenarios in the order in which they are best
// told: where things stand, the two worlds compared, what lies between them,
// what might help, other circumstances, how it came about, the scheme in
// general practice, and diffusion for teaching.
func builtins() []string {
	return []string{
		"baseline", "new-money", "budget-transfer",
		"mixed", "pilots", "training-only",
		"evidence-programme", "champions", "return-guarantee", "protected-supervision", "role-clarity",
		"shortage", "declining-trainees", "apprenticeship-closed",
		"history",
		"arrs-england", "arrs-extended", "arrs-ends-2024", "arrs-70-percent", "formation-first", "pandemic",
		"pure-bass", "threshold",
	}
}

// Info is what a list of scenarios shows.
type Info struct {
	Name    string
	Title   string
	Summary string
	Extends string // the built-in from which it differs; empty for baseline
}

// List returns the built-in scenarios in a telling order.
func List() []Info {
	var all []Info
	for _, name := range builtins() {
		info := Info{Name: name}
		text, err := Source(name)
		if err == nil {
			_, err = toml.Decode(string(text), &info)
		}
		if err != nil {
			panic("scenarios: built-in " + name + ": " + err.Error()) // a fault of the program, which its tests exclude
		}
		info.Name = name
		all = append(all, info)
	}
	return all
}

// Source returns the commented TOML text of a built-in scenario. The error
// wraps ErrNotFound and suggests the nearest name.
func Source(name string) ([]byte, error) {
	if !slices.Contains(builtins(), name) {
		return nil, fmt.Errorf("%w: %q is not a built-in scenario%s", ErrNotFound, name, adviceOnScenario(name))
	}
	return builtinFiles.ReadFile("builtin/" + name + ".toml")
}

// adviceOnScenario suggests the nearest built-in scenario, or lists them all.
func adviceOnScenario(name string) string {
	if near := suggestion(name, builtins()); near != "" {
		return near
	}
	return "; built in are " + quoted(builtins())
}
