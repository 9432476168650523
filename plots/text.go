package plots

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/font/liberation"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
)

// A typesetter measures and breaks text with the metrics of the fonts that it
// will be drawn in.
type typesetter struct{ fonts *font.Cache }

func newTypesetter() typesetter {
	return typesetter{fonts: font.NewCache(liberation.Collection())}
}

// handler returns the typesetter in the form that gonum's axes take.
func (t typesetter) handler() text.Handler { return tickHandler{text.Plain{Fonts: t.fonts}} }

func (t typesetter) face(style textStyle) font.Face {
	return t.fonts.Lookup(style.font(), style.size)
}

// width returns the length of one line of text.
func (t typesetter) width(words string, style textStyle) vg.Length {
	face := t.face(style)
	return face.Width(words)
}

// widest returns the length of the longest of several lines.
func (t typesetter) widest(lines []string, style textStyle) vg.Length {
	var widest vg.Length
	for _, line := range lines {
		widest = max(widest, t.width(line, style))
	}
	return widest
}

// wrap breaks text into lines no longer than the given length, between words
// where possible and within a word that is longer than a line by itself.
func (t typesetter) wrap(words string, style textStyle, length vg.Length) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(words) {
		if line != "" && t.width(line+" "+word, style) <= length {
			line += " " + word
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		for t.width(word, style) > length {
			head := t.longestHead(word, style, length)
			lines = append(lines, word[:head])
			word = word[head:]
		}
		line = word
	}
	return append(lines, line)
}

// longestHead returns the number of bytes of an over-long word to put on one
// line: all that fit, at least one letter, but rather up to a sign at which
// names of files are easily divided.
func (t typesetter) longestHead(word string, style textStyle, length vg.Length) int {
	fits, divides := 0, 0
	for at, letter := range word {
		end := at + utf8.RuneLen(letter)
		if at > 0 && t.width(word[:end], style) > length {
			break
		}
		fits = end
		if strings.ContainsRune("_-./", letter) {
			divides = end
		}
	}
	if divides > fits/2 {
		return divides
	}
	return fits
}

// plainText returns text on one line with single spaces, without characters
// that an XML document may not hold.
func plainText(words string) string {
	words = strings.ToValidUTF8(words, "\uFFFD")
	words = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), r == 0xFFFE, r == 0xFFFF:
			return -1
		}
		return r
	}, words)
	return strings.Join(strings.Fields(words), " ")
}
