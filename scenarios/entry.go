package scenarios

import (
	"fmt"
	"math"
	"strconv"
	"time"

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

// problem words what is wrong with the entry.
func (e entry) problem(format string, arguments ...any) Error {
	return Error{
		File:    e.document.file,
		Line:    e.document.lines.line(e.path),
		Key:     e.path.String(),
		Message: fmt.Sprintf(format, arguments...),
		rank:    e.document.rank,
	}
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
	var v float64
	switch raw := e.raw.(type) {
	case int64:
		v = float64(raw)
	case float64:
		v = raw
	default:
		d.fail(e, "%s, not a number; %s", kind(e.raw), within(wants, least, most))
		return 0, false
	}
	switch {
	case math.IsNaN(v) || math.IsInf(v, 0):
		d.fail(e, "%s is not a number to compute with; %s", number(v), within(wants, least, most))
	case v < least:
		d.fail(e, "%s is below %s; %s", number(v), number(least), within(wants, least, most))
	case v > most:
		d.fail(e, "%s is above %s; %s", number(v), number(most), within(wants, least, most))
	default:
		return v + 0, true // + 0 makes a negative zero positive
	}
	return 0, false
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
