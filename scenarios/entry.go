package scenarios

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"

	"skillmix/model"
	"skillmix/sim"
)

// An entry is a value of a document with the place where it stands.
type entry struct {
	document *document
	path     path
	raw      any
}

// below returns the entry one step further.
func (e entry) below(step string, raw any) entry {
	return entry{document: e.document, path: e.path.with(step), raw: raw}
}

// problem words what is wrong with the entry's value.
func (e entry) problem(format string, arguments ...any) Error {
	place, known := e.document.places.value(e.path)
	return e.problemAt(place, known, format, arguments...)
}

// problemOfKey words what is wrong with the entry's key.
func (e entry) problemOfKey(format string, arguments ...any) Error {
	place, known := e.document.places.key(e.path)
	return e.problemAt(place, known, format, arguments...)
}

func (e entry) problemAt(place span, known bool, format string, arguments ...any) Error {
	found := Error{
		File:    e.document.file,
		Key:     e.path.String(),
		Message: fmt.Sprintf(format, arguments...),
		rank:    e.document.rank,
	}
	if known {
		found.mark(e.document.places.text, place)
	}
	return found
}

// kind names the type of a decoded value, as people would, with the value
// itself where it is short.
func kind(raw any) string {
	switch v := raw.(type) {
	case string:
		if len(v) > 40 {
			return "text"
		}
		return strconv.Quote(v) + " is text"
	case int64:
		return strconv.FormatInt(v, 10) + " is a number"
	case float64:
		return number(v) + " is a number"
	case bool:
		return strconv.FormatBool(v) + " is true or false"
	case time.Time:
		return "this is a date"
	case map[string]any:
		return "this is a table"
	}
	return "this is a list"
}

// number writes a number without an exponent and as short as it can be.
func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// The readers below return the value, or report what is wrong and return
// false. wants says in words what the key holds.

func (d *draft) truth(e entry) (bool, bool) {
	v, ok := e.raw.(bool)
	if !ok {
		d.fail(e, "%s; write true or false, without quotes", kind(e.raw))
	}
	return v, ok
}

func (d *draft) text(e entry, most int) (string, bool) {
	v, ok := e.raw.(string)
	if !ok {
		d.fail(e, "%s, not text; write it in quotes", kind(e.raw))
		return "", false
	}
	if fault := textFault(v, most); fault != "" {
		d.fail(e, "%s; one line of at most %d characters", fault, most)
		return "", false
	}
	return v, true
}

func (d *draft) number(e entry, least, most float64, wants string) (float64, bool) {
	return d.numberWithin(e, shape{least: least, most: most, what: wants})
}

// figure reads a value of a parameter.
func (d *draft) figure(e entry, parameter model.Parameter) (float64, bool) {
	return d.numberWithin(e, shapeOf(parameter))
}

// expected says what a number may be.
func (s shape) expected() string {
	text := within(s.what, s.least, s.most)
	if s.usual != "" {
		text += ", usually " + s.usual
	}
	return text
}

func (d *draft) numberWithin(e entry, s shape) (float64, bool) {
	var v float64
	switch raw := e.raw.(type) {
	case int64:
		v = float64(raw)
	case float64:
		v = raw
	default:
		d.fail(e, "%s, not a number%s; %s", kind(e.raw), s.adviceOnText(e.raw), s.expected())
		return 0, false
	}
	switch {
	case math.IsNaN(v) || math.IsInf(v, 0):
		d.fail(e, "%s is not a number to compute with; %s", number(v), s.expected())
	case v < s.least:
		d.fail(e, "%s is below %s; %s", number(v), number(s.least), s.expected())
	case v > s.most:
		d.fail(e, "%s is above %s%s; %s", number(v), number(s.most), s.adviceOnExcess(v), s.expected())
	default:
		return v + 0, true // + 0 makes a negative zero positive
	}
	return 0, false
}

// adviceOnExcess guesses what was meant by a number that is too large: a share
// written as a percentage.
func (s shape) adviceOnExcess(v float64) string {
	if share := v / 100; s.most <= 1 && v >= 2 && v <= 100 && share >= s.least {
		return fmt.Sprintf("; %s per cent is written %s", number(v), number(share))
	}
	return ""
}

var amount = regexp.MustCompile(`^£?\s*(-?[0-9][0-9,]*\.?[0-9]*|-?\.[0-9]+)\s*(%|k|K|m|M|bn|million|thousand)?$`)

// adviceOnText guesses which number was meant by text: pounds with a sign or
// commas, percentages, thousands and millions.
func (s shape) adviceOnText(raw any) string {
	text, isText := raw.(string)
	parts := amount.FindStringSubmatch(strings.TrimSpace(text))
	if !isText || parts == nil {
		return ""
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(parts[1], ",", ""), 64)
	if err != nil {
		return ""
	}
	switch parts[2] {
	case "%":
		v /= 100
	case "k", "K", "thousand":
		v *= 1e3
	case "m", "M", "million":
		v *= 1e6
	case "bn":
		v *= 1e9
	}
	if v < s.least || v > s.most {
		return ""
	}
	return "; write " + number(v)
}

// within adds the permitted range to what a key wants.
func within(wants string, least, most float64) string {
	return fmt.Sprintf("%s, %s to %s", wants, number(least), number(most))
}

func (d *draft) whole(e entry, least, most int, wants string) (int, bool) {
	v, ok := e.raw.(int64)
	if !ok {
		d.fail(e, "%s, not a whole number; %s", kind(e.raw), within(wants, float64(least), float64(most)))
		return 0, false
	}
	checked, ok := d.number(e, float64(least), float64(most), wants)
	return int(min(max(v, int64(least)), int64(most))), ok && checked == float64(v)
}

func (d *draft) month(e entry, least, most sim.Month) (sim.Month, bool) {
	v, ok := e.raw.(string)
	if !ok {
		d.fail(e, `%s; write year and month in quotes, as "2019-04"`, kind(e.raw))
		return 0, false
	}
	month, err := sim.ParseMonth(v)
	switch {
	case err != nil:
		d.fail(e, "%s", monthFault(v))
		return 0, false
	case month < least:
		d.fail(e, "%s is too early; a month from %s to %s", month, least, most)
		return 0, false
	case month > most:
		d.fail(e, "%s is too late; a month from %s to %s", month, least, most)
		return 0, false
	}
	return month, true
}

// names reads a list of names. known lists all that may stand there. A
// repeated name is refused. The result holds indices into known.
func (d *draft) names(e entry, known []string, what string) ([]int, bool) {
	list, ok := e.raw.([]any)
	if !ok {
		d.fail(e, "%s; write a list in brackets, as [%q]", kind(e.raw), known[0])
		return nil, false
	}
	var (
		indices []int
		seen    = map[string]bool{}
		good    = true
	)
	for i, raw := range list {
		item := e.below(element(i), raw)
		index, ok := d.name(item, known, what)
		if !ok {
			good = false
			continue
		}
		if seen[known[index]] {
			d.fail(item, "%q is listed twice; leave one out", known[index])
			good = false
		}
		seen[known[index]] = true
		indices = append(indices, index)
	}
	return indices, good
}

// name reads one of the known names and returns its index.
func (d *draft) name(e entry, known []string, what string) (int, bool) {
	v, ok := e.raw.(string)
	if !ok {
		d.fail(e, "%s, not the name of a %s; one of %s", kind(e.raw), what, quoted(known))
		return 0, false
	}
	for i, name := range known {
		if name == v {
			return i, true
		}
	}
	d.fail(e, "%q is not a %s%s", v, what, adviceOn(v, known))
	return 0, false
}

// adviceOn suggests the nearest name, or lists all if there are few.
func adviceOn(name string, known []string) string {
	if near := suggestion(name, known); near != "" {
		return near
	}
	return "; one of " + quoted(known)
}
