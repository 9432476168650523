package words

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"skillmix/sim"
)

// Month writes a month as March 2029.
func Month(month sim.Month) string {
	return fmt.Sprintf("%s %d", time.Month(month.OfYear()), month.Year())
}

// Capital gives a text a capital letter to begin with.
func Capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// Lower gives a text a small letter to begin with, unless its first word is an abbreviation.
func Lower(text string) string {
	first, _, _ := strings.Cut(text, " ")
	if len(first) > 1 && first[1:] != strings.ToLower(first[1:]) {
		return text
	}
	return strings.ToLower(text[:1]) + text[1:]
}

// Listed joins words as in a sentence: a, b and c.
func Listed(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// IsOrAre is the verb to a number of things.
func IsOrAre(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}
