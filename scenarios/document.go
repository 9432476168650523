package scenarios

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/BurntSushi/toml"
)

// The largest scenario file that is read, and limits far beyond any sensible
// scenario that keep a strange file from occupying the machine for minutes.
const (
	maxBytes = 1 << 18
	maxDepth = 32 // lists and inline tables within each other
	maxDots  = 8  // dots in a key
)

// A document is a TOML file or one --set option, decoded but not yet checked.
type document struct {
	file   string // as errors name it
	rank   int    // its place among the files of an Errors
	layer  int    // documents of higher layers overrule lower ones
	folder string // to which the paths in it are relative
	tree   map[string]any
	places placeIndex
}

// parse decodes a file. What is wrong with its syntax comes back as one
// Error.
func parse(file string, rank int, text []byte) (*document, *Error) {
	problem := func(line int, key, message string) *Error {
		return &Error{File: file, Line: line, Key: key, Message: message, rank: rank}
	}
	if len(text) > maxBytes {
		return nil, problem(0, "", fmt.Sprintf("larger than %d bytes; a scenario is a few kilobytes of text", maxBytes))
	}
	if at, message := excess(string(text)); message != "" {
		found := problem(0, "", message)
		found.mark(string(text), span{at, at + 1})
		return nil, found
	}
	d := &document{file: file, rank: rank, tree: map[string]any{}}
	if _, err := toml.Decode(string(text), &d.tree); err != nil {
		var syntax toml.ParseError
		if errors.As(err, &syntax) {
			found := problem(0, syntax.LastKey, explain(syntax.Message))
			found.mark(string(text), span{syntax.Position.Start, syntax.Position.Start + syntax.Position.Len})
			return nil, found
		}
		return nil, problem(0, "", err.Error())
	}
	d.places = indexPlaces(strings.TrimPrefix(string(text), "\ufeff"))
	return d, nil
}

// excess returns the offset at which a document exceeds the limits of nesting,
// and a message, which is empty if it does not.
func excess(text string) (at int, message string) {
	s := scanner{text: text, line: 1}
	depth, dots := 0, 0
	for s.more() {
		switch s.peek() {
		case '#':
			s.until("\n")
			continue
		case '"', '\'':
			s.skipText()
			continue
		case '[', '{':
			depth, dots = depth+1, 0
		case ']', '}':
			depth = max(0, depth-1)
		case '=', ',', '\n':
			dots = 0
		case '.':
			dots++
		}
		if depth > maxDepth || dots > maxDots {
			return s.at, "nested too deeply; a scenario has tables, keys and short lists only"
		}
		s.next()
	}
	return 0, ""
}

// lineOf returns the line of an offset. The library's own line is one too
// high where a heading is not closed.
func lineOf(text []byte, offset int) int {
	return 1 + bytes.Count(text[:min(max(offset, 0), len(text))], []byte("\n"))
}

// explain adds to a message of the TOML library what people who do not know
// TOML most often need to hear.
func explain(message string) string {
	for _, hint := range []struct{ part, advice string }{
		{"invalid datetime", `; a month is written in quotes, as "2019-04"`},
		{"expected value but found '£'", "; write pounds as a plain number, as 40000"},
		{"expected value but found", "; text is written in quotes, and true and false in small letters"},
		{"but got ',' instead", "; numbers are written without commas, as 40000"},
	} {
		if strings.Contains(message, hint.part) {
			return message + hint.advice
		}
	}
	return message
}
