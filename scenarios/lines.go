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

// lineIndex maps joined paths to the line where each was first written. The
// TOML library tells lines for errors of syntax only; this index gives them
// for keys that are unknown and values that are out of range.
type lineIndex map[string]int

// line returns the line of the path or of the nearest table around it, and 0
// if neither is known.
func (l lineIndex) line(p path) int {
	for ; len(p) > 0; p = p[:len(p)-1] {
		if line, ok := l[p.join()]; ok {
			return line
		}
	}
	return 0
}

// indexLines indexes a document that the TOML library has accepted. On other
// text it ends without failing and what it says means nothing.
func indexLines(text string) lineIndex {
	s := indexer{scanner: scanner{text: strings.TrimPrefix(text, "\ufeff"), line: 1}, lines: lineIndex{}, elements: map[string]int{}}
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
	return s.lines
}

// An indexer walks a document and notes lines.
type indexer struct {
	scanner
	lines    lineIndex
	table    path           // of the last header
	elements map[string]int // how many [[headers]] each array of tables has had
}

// note records the line of a path unless an earlier one is known.
func (s *indexer) note(p path, line int) {
	if _, known := s.lines[p.join()]; !known {
		s.lines[p.join()] = line
	}
}

// header reads [a.b] or [[a.b]].
func (s *indexer) header() {
	line := s.line
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
	for i, name := range keys {
		table = table.with(name)
		s.note(table, line)
		count := s.elements[table.join()]
		switch {
		case double && i == len(keys)-1:
			s.elements[table.join()] = count + 1
			table = table.with(element(count))
			s.note(table, line)
		case count > 0: // a table below the last element of an array of tables
			table = table.with(element(count - 1))
		}
	}
	s.table = table
}

// pair reads key = value inside the given table.
func (s *indexer) pair(table path) {
	line := s.line
	p := table
	for _, name := range s.key() {
		p = p.with(name)
		s.note(p, line)
	}
	s.skipSpace()
	if s.more() && s.peek() == '=' {
		s.next()
		s.skipSpace()
		s.value(p)
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
			element := p.with(element(i))
			s.note(element, s.line)
			s.value(element)
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
