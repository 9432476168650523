package scenarios

import (
	"strconv"
	"strings"
)

// A path leads to a value in a document: names of tables and keys, and
// "[0]", "[1]" and so on for the elements of lists.
type path []string

// join writes the path as a map key. The separator cannot occur in a key.
func (p path) join() string { return strings.Join(p, "\x00") }

// with returns a new path one step longer.
func (p path) with(step string) path { return append(p[:len(p):len(p)], step) }

// String writes the path as people know it: funding.offered. Elements of
// lists are left out; the line tells them apart.
func (p path) String() string {
	var names []string
	for _, step := range p {
		if !strings.HasPrefix(step, "[") {
			names = append(names, step)
		}
	}
	return strings.Join(names, ".")
}

// element is the step to the i-th element of a list.
func element(i int) string { return "[" + strconv.Itoa(i) + "]" }

// A span is a part of a text, in bytes.
type span struct{ from, to int }

// A placeIndex tells where in a document each key and each value stands. The
// TOML library tells places for errors of syntax only; this index gives them
// for keys that are unknown and values that are out of range.
type placeIndex struct {
	text   string
	keys   map[string]span // by joined path: where it was first written
	values map[string]span
}

// key returns the place of the path's last key, or of the nearest table around
// it. Elements of lists, which have no key, have the place of their value.
func (x *placeIndex) key(p path) (span, bool) {
	for ; len(p) > 0; p = p[:len(p)-1] {
		if place, known := x.keys[p.join()]; known {
			return place, true
		}
		if place, known := x.values[p.join()]; known {
			return place, true
		}
	}
	return span{}, false
}

// value returns the place of the path's value, or that of its key where it has
// none of its own, as tables with a heading.
func (x *placeIndex) value(p path) (span, bool) {
	if place, known := x.values[p.join()]; known {
		return place, true
	}
	return x.key(p)
}

// line returns the line of the path's key, and 0 if it is not known.
func (x *placeIndex) line(p path) int {
	place, known := x.key(p)
	if !known {
		return 0
	}
	return lineOf([]byte(x.text), place.from)
}

// indexPlaces indexes a document that the TOML library has accepted. On other
// text it ends without failing and what it says means nothing.
func indexPlaces(text string) placeIndex {
	places := placeIndex{text: text, keys: map[string]span{}, values: map[string]span{}}
	s := indexer{scanner: scanner{text: text, line: 1}, places: &places, elements: map[string]int{}}
	for s.skipBlank(); s.more(); s.skipBlank() {
		before := s.at
		if s.peek() == '[' {
			s.header()
		} else {
			s.pair(s.table)
		}
		if s.at == before {
			s.next() // never stand still, whatever the text
		}
	}
	return places
}

// An indexer walks a document and notes places.
type indexer struct {
	scanner
	places   *placeIndex
	table    path           // of the last header
	elements map[string]int // how many [[headers]] each array of tables has had
}

// note records the place of a path's key unless an earlier one is known.
func (s *indexer) note(p path, at span) {
	if _, known := s.places.keys[p.join()]; !known {
		s.places.keys[p.join()] = at
	}
}

// header reads [a.b] or [[a.b]].
func (s *indexer) header() {
	s.next()
	double := s.peek() == '['
	if double {
		s.next()
	}
	keys := s.key()
	for s.more() && s.peek() == ']' {
		s.next()
	}
	table := path{}
	for i, key := range keys {
		table = table.with(key.name)
		s.note(table, key.span)
		count := s.elements[table.join()]
		switch {
		case double && i == len(keys)-1:
			s.elements[table.join()] = count + 1
			table = table.with(element(count))
			s.note(table, key.span)
		case count > 0: // a table below the last element of an array of tables
			table = table.with(element(count - 1))
		}
	}
	s.table = table
}

// pair reads key = value inside the given table.
func (s *indexer) pair(table path) {
	p := table
	for _, key := range s.key() {
		p = p.with(key.name)
		s.note(p, key.span)
	}
	s.skipSpace()
	if s.more() && s.peek() == '=' {
		s.next()
		s.skipSpace()
		s.noteValue(p)
	}
}

// noteValue reads a value and notes its place.
func (s *indexer) noteValue(p path) {
	from := s.at
	s.value(p)
	to := from + len(strings.TrimRight(s.text[from:s.at], " \t"))
	if _, known := s.places.values[p.join()]; !known {
		s.places.values[p.join()] = span{from, to}
	}
}

// value reads a value and notes the keys and elements within it.
func (s *indexer) value(p path) {
	if !s.more() {
		return
	}
	switch s.peek() {
	case '"', '\'':
		s.skipText()
	case '[':
		s.next()
		for i := 0; s.inside(']'); i++ {
			s.noteValue(p.with(element(i)))
		}
	case '{':
		s.next()
		for s.inside('}') {
			before := s.at
			s.pair(p)
			if s.at == before {
				s.next()
			}
		}
	default:
		s.until(",]}#\r\n")
	}
}

// inside skips to the next item of a list or inline table. At its end it
// takes the closing bracket and reports false.
func (s *indexer) inside(closing byte) bool {
	for s.skipBlank(); s.more(); s.skipBlank() {
		switch s.peek() {
		case ',':
			s.next()
		case closing:
			s.next()
			return false
		default:
			// A stray bracket would stop value from moving on; valid
			// documents have none.
			if strings.IndexByte("]}=", s.peek()) >= 0 {
				s.next()
				continue
			}
			return true
		}
	}
	return false
}
