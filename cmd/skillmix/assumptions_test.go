package main

import (
	"fmt"
	"strings"
	"testing"

	"skillmix/answer/report"
	"skillmix/model"
)

func TestAssumptions(t *testing.T) {
	at := newPlace(t)
	at.write("other.toml", `extends = "baseline"
[population]
preset = "classroom"
[mechanisms]
crowding = false
[parameters]
q0 = 0.5
silo_pass = { uniform = [0.2, 0.4] }
[report]
replicates = 9
`)
	options := newRunOptions()
	options.overrules = []string{"population.preset=classroom", "gates.open=rooms"}
	plan, err := newPlan([]string{"baseline", at.path("other.toml")}, *options)
	if err != nil {
		t.Fatal(err)
	}
	assumed, err := plan.assumptions()
	if err != nil {
		t.Fatal(err)
	}
	if n := len(assumed.Judged) + len(assumed.Other); n != model.ParameterCount {
		t.Errorf("%d assumptions are told, want all %d", n, model.ParameterCount)
	}
	told := map[string]string{}
	for _, all := range [][]report.Assumption{assumed.Judged, assumed.Other} {
		for _, assumption := range all {
			told[assumption.Key] = fmt.Sprint(assumption.Values)
		}
	}
	for _, c := range []struct{ key, want, reason string }{
		{"q0", "{baseline 0.6 0.2 to 1} {other 0.5 }", "one has a range, the other a number"},
		{"silo_pass", "{other 0.3 0.2 to 0.4, all alike}", "a distribution in words"},
		{"crowding_weight", "{other 0 (`crowding` is off) }", "a mechanism that is off has no range"},
		{"poach_rate", "[{ 0.02 0.01 to 0.04}]", "once where all agree"},
	} {
		if !strings.Contains(told[c.key], c.want) {
			t.Errorf("%s is told as %s, want %s: %s", c.key, told[c.key], c.want, c.reason)
		}
	}
	keys := map[string]string{}
	for _, choice := range assumed.Differ {
		keys[choice.Key] = strings.Join(choice.Values, "|")
		if choice.Meaning == "" {
			t.Errorf("nothing says what %s means", choice.Key)
		}
	}
	if keys["mechanisms.crowding"] != "true|false" || keys["report.replicates"] != "" || len(keys) != 3 {
		t.Errorf("the scenarios are said to differ in %v, want a mechanism and two parameters", keys)
	}
	if shared := strings.Join(assumed.Shared, " "); !strings.Contains(shared, "held open: rooms.") || strings.Contains(shared, "crowding") {
		t.Errorf("all share %q; want the open gate, and not what one has switched off", shared)
	}
}

func TestMeaningsOfKeys(t *testing.T) {
	for _, c := range []struct{ key, want, reason string }{
		{"parameters.q0", "success", "a parameter has that of the catalogue"},
		{"funding.offered", "programme's money", "a fixed key that of the manual"},
		{"mechanisms.crowding", "agenda", "a mechanism its own"},
		{"change", "change for a time", "a block is explained"},
		{"nothing.known", "", "what is not known has none"},
	} {
		if got := meaningOf(c.key); !strings.Contains(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%s means %q, want %q: %s", c.key, got, c.want, c.reason)
		}
	}
}
