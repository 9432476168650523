package scenarios

import (
	"fmt"

	"skillmix/sim"
)

// A shape says what may stand under a key. The reader, the manual and the
// schema are made from it.
type shape struct {
	kind        shapeKind
	least, most float64   // of numbers
	from, to    sim.Month // of months
	never       bool      // "never" may stand for a month
	longest     int       // of text, in characters
	empty       bool      // text may be empty
	slug        bool      // text is small letters, digits and hyphens
	names       []string  // of names: what there is
	what        string    // what it holds: a unit, or the noun of a name
	usual       string    // the plausible range of a number; empty if none is stated
}

type shapeKind uint8

const (
	shapeTruth shapeKind = iota
	shapeText
	shapeMonth
	shapeWhole
	shapeNumber
	shapeName  // one of names
	shapeNames // a list of them, each once
	shapeTable // with keys of its own
)

// kindWords are the kinds as the manual has them.
var kindWords = [...]string{"true or false", "text", "month", "whole number", "number", "name", "list of names", "table"}

// allowed words what may stand there, for the manual.
func (s shape) allowed() string {
	switch s.kind {
	case shapeTruth:
		return "`true`, `false`"
	case shapeText:
		if s.slug {
			return fmt.Sprintf("small letters, digits and hyphens, at most %d characters", s.longest)
		}
		return fmt.Sprintf("one line of at most %d characters", s.longest)
	case shapeMonth:
		text := fmt.Sprintf("`\"%s\"` to `\"%s\"`", s.from, s.to)
		if s.never {
			text += ", or `\"never\"`"
		}
		return text
	case shapeWhole, shapeNumber:
		text := number(s.least) + " to " + number(s.most)
		if s.usual != "" {
			text += ", usually " + s.usual
		}
		return text
	case shapeName, shapeNames:
		return "one of " + quotedCode(s.names)
	}
	return ""
}

// quotedCode lists names as `"a"`, `"b"`.
func quotedCode(names []string) string {
	text := ""
	for i, name := range names {
		if i > 0 {
			text += ", "
		}
		text += "`\"" + name + "\"`"
	}
	return text
}

// The constructors below make keys of sections: each reads its value by its
// shape and gives it to set.

func truthKey(section, name, meaning string, set func(*Scenario, bool)) key {
	return key{section, name, formValue, shape{kind: shapeTruth}, meaning, func(d *draft, e entry) bool {
		v, ok := d.truth(e)
		if ok {
			set(&d.scenario, v)
		}
		return ok
	}}
}

func textKey(section, name string, longest int, empty bool, meaning string, set func(*Scenario, string)) key {
	return key{section, name, formText, shape{kind: shapeText, longest: longest, empty: empty}, meaning, func(d *draft, e entry) bool {
		if empty && e.raw == "" {
			set(&d.scenario, "")
			return true
		}
		v, ok := d.text(e, longest)
		if ok {
			set(&d.scenario, v)
		}
		return ok
	}}
}

func monthKey(section, name string, from, to sim.Month, meaning string, set func(*Scenario, sim.Month)) key {
	return key{section, name, formText, shape{kind: shapeMonth, from: from, to: to}, meaning, func(d *draft, e entry) bool {
		v, ok := d.month(e, from, to)
		if ok {
			set(&d.scenario, v)
		}
		return ok
	}}
}

func wholeKey(section, name string, least, most int, what, meaning string, set func(*Scenario, int)) key {
	s := shape{kind: shapeWhole, least: float64(least), most: float64(most), what: what}
	return key{section, name, formValue, s, meaning, func(d *draft, e entry) bool {
		v, ok := d.whole(e, least, most, what)
		if ok {
			set(&d.scenario, v)
		}
		return ok
	}}
}

func numberKey(section, name string, least, most float64, what, meaning string, set func(*Scenario, float64)) key {
	s := shape{kind: shapeNumber, least: least, most: most, what: what}
	return key{section, name, formValue, s, meaning, func(d *draft, e entry) bool {
		v, ok := d.number(e, least, most, what)
		if ok {
			set(&d.scenario, v)
		}
		return ok
	}}
}

func nameKey(section, name string, known []string, what, meaning string, set func(*Scenario, int)) key {
	return key{section, name, formText, shape{kind: shapeName, names: known, what: what}, meaning, func(d *draft, e entry) bool {
		i, ok := d.name(e, known, what)
		if ok {
			set(&d.scenario, i)
		}
		return ok
	}}
}

func namesKey(section, name string, known []string, what, meaning string, set func(*Scenario, []int)) key {
	return key{section, name, formNames, shape{kind: shapeNames, names: known, what: what}, meaning, func(d *draft, e entry) bool {
		all, ok := d.names(e, known, what)
		if ok {
			set(&d.scenario, all)
		}
		return ok
	}}
}
