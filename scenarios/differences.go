package scenarios

import (
	"fmt"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"skillmix/model"
	"skillmix/sim"
)

// A Difference is a key in which two scenarios differ.
type Difference struct {
	Key string // such as funding.offered; of a block its heading, such as change
	A   string // its value in the first scenario, as a file would write it
	B   string // its value in the second
}

// Differences lists the keys, in the order of a resolved file, in which two
// scenarios differ, their titles and summaries aside. Months that only follow
// from others (a programme that lasts as long as the run, say) are left out.
func Differences(a, b *Scenario) []Difference {
	first, second := a.settled(), b.settled()
	var all []Difference
	for _, key := range mergedKeys(first, second) {
		if from, to := first.values[key], second.values[key]; from != to && !(first.follows[key] && second.follows[key]) {
			all = append(all, Difference{Key: key, A: from, B: to})
		}
	}
	return all
}

// settled is a resolved scenario as text by key.
type settled struct {
	keys    []string // in the order of the file
	values  map[string]string
	follows map[string]bool // months that are what they are by default
}

func (s *Scenario) settled() settled {
	all := settled{values: map[string]string{}}
	put := func(key, value string) {
		if _, known := all.values[key]; known {
			all.values[key] += "; " + value // blocks of one heading
			return
		}
		all.keys = append(all.keys, key)
		all.values[key] = value
	}
	var tree map[string]any
	meta, err := toml.Decode(string(s.Resolved()), &tree)
	if err != nil {
		panic("scenarios: a resolved scenario cannot be read: " + err.Error()) // a fault of the program, which its tests exclude
	}
	for _, key := range meta.Keys() {
		if table, ok := tree[key[0]].(map[string]any); ok && len(key) == 2 {
			put(key.String(), valueText(table[key[1]]))
		}
	}
	for i := range s.Settings.Support {
		put(sectionSupport, supportText(&s.Settings.Support[i]))
	}
	for i := range s.Settings.Changes {
		put(sectionChange, changeText(&s.Settings.Changes[i]))
	}
	changed, added := s.ChangedRoles()
	for i := range s.Settings.Roles {
		if role := &s.Settings.Roles[i]; contains(changed, role.Name) || contains(added, role.Name) {
			put(sectionRole, roleText(role))
		}
	}
	funding, arrs := &s.Settings.Funding, &s.Settings.ARRS
	all.follows = map[string]bool{
		"funding.start":  funding.Start == s.Settings.Start,
		"funding.end":    funding.End == s.Settings.Start+sim.Month(s.Settings.Months)-1,
		"arrs.hiring":    arrs.Hiring == arrs.Start,
		"arrs.announced": arrs.Announced == arrs.Start,
	}
	return all
}

// mergedKeys lists the keys of two scenarios in the order of the second's
// file, then those which only the first has.
func mergedKeys(a, b settled) []string {
	keys := slices.Clone(b.keys)
	for _, key := range a.keys {
		if _, known := b.values[key]; !known {
			keys = append(keys, key)
		}
	}
	return keys
}

// valueText writes a decoded value of a resolved file.
func valueText(value any) string {
	switch v := value.(type) {
	case float64:
		return number(v)
	case []any:
		items := make([]string, len(v))
		for i := range v {
			items[i] = valueText(v[i])
		}
		return strings.Join(items, ", ")
	case map[string]any:
		if middle, isRange := v["default"]; isRange {
			return fmt.Sprintf("%s (%s to %s)", valueText(middle), valueText(v["low"]), valueText(v["high"]))
		}
		items := make([]string, 0, len(v))
		for _, name := range sortedKeys(v) {
			items = append(items, name+" = "+valueText(v[name]))
		}
		return strings.Join(items, ", ")
	}
	return fmt.Sprint(value)
}

func supportText(support *model.Support) string {
	services := "every service"
	if len(support.Specialties) > 0 {
		services = strings.Join(specialtyNames(support.Specialties), ", ")
	}
	return named(support.Name) + fmt.Sprintf("%s to %s, %s: clarity = %s, offered = %s", support.From, support.Until, services, number(support.Clarity), number(support.Offered))
}

// named begins a block's text with its name.
func named(name string) string {
	if name == "" {
		return ""
	}
	return name + ", "
}

func changeText(change *model.Change) string {
	return named(change.Name) + fmt.Sprintf("%s to %s: %s", change.From, change.Until, assignmentText(change.Values))
}
