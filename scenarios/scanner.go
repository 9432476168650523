package scenarios

import (
	"strconv"
	"strings"
)

// A scanner moves over the characters of a TOML document and counts lines.
type scanner struct {
	text string
	at   int
	line int
}

func (s *scanner) more() bool { return s.at < len(s.text) }

// peek returns the character at hand, and 0, which no document holds, at the
// end.
func (s *scanner) peek() byte {
	if !s.more() {
		return 0
	}
	return s.text[s.at]
}

// next moves on by one character, if there is one.
func (s *scanner) next() {
	if s.more() {
		if s.text[s.at] == '\n' {
			s.line++
		}
		s.at++
	}
}

// until moves to the next character that is one of stops, or to the end.
func (s *scanner) until(stops string) {
	for s.more() && strings.IndexByte(stops, s.peek()) < 0 {
		s.next()
	}
}

// skipSpace skips blanks within a line.
func (s *scanner) skipSpace() {
	for s.more() && (s.peek() == ' ' || s.peek() == '\t') {
		s.next()
	}
}

// skipBlank skips blanks, ends of lines and comments.
func (s *scanner) skipBlank() {
	for s.more() {
		switch s.peek() {
		case ' ', '\t', '\r', '\n':
			s.next()
		case '#':
			s.until("\n")
		default:
			return
		}
	}
}

// A keyPart is a name of a dotted key and where it stands.
type keyPart struct {
	name string
	span span
}

// key reads a key, which may be dotted and quoted, and returns its parts.
func (s *scanner) key() []keyPart {
	var names []keyPart
	for {
		s.skipSpace()
		if !s.more() {
			return names
		}
		start := s.at
		if quote := s.peek(); quote == '"' || quote == '\'' {
			s.skipText()
			names = append(names, keyPart{unquote(s.text[start:s.at]), span{start, s.at}})
		} else {
			s.until(" \t\r\n.=]#,}\"'")
			names = append(names, keyPart{s.text[start:s.at], span{start, s.at}})
		}
		s.skipSpace()
		if !s.more() || s.peek() != '.' {
			return names
		}
		s.next()
	}
}

// unquote returns the text of a quoted key.
func unquote(quoted string) string {
	if strings.HasPrefix(quoted, "'") {
		return strings.Trim(quoted, "'")
	}
	if text, err := strconv.Unquote(quoted); err == nil {
		return text
	}
	return strings.Trim(quoted, `"`)
}

// skipText skips a string of any of TOML's four kinds, from its first quotation
// mark to its last.
func (s *scanner) skipText() {
	quote := s.text[s.at : s.at+1]
	if triple := strings.Repeat(quote, 3); strings.HasPrefix(s.text[s.at:], triple) {
		s.skip(3)
		for s.more() && !strings.HasPrefix(s.text[s.at:], triple) {
			s.character(quote)
		}
		s.skip(3)
		// One or two quotation marks may stand right before the closing three.
		for range 2 {
			if s.peek() == quote[0] {
				s.next()
			}
		}
		return
	}
	s.next()
	for s.more() && s.peek() != '\n' && s.peek() != quote[0] {
		s.character(quote)
	}
	if s.more() && s.peek() != '\n' {
		s.next()
	}
}

// character skips one character of a string, an escaped one with its
// backslash.
func (s *scanner) character(quote string) {
	if quote == `"` && s.peek() == '\\' {
		s.next()
	}
	s.next()
}

func (s *scanner) skip(n int) {
	for range n {
		s.next()
	}
}
