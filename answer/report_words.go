package answer

import (
	"unicode"
	"unicode/utf8"
)

// lowered writes a text as it stands within a sentence: with a small letter to begin
// with, unless it begins with an abbreviation.
func lowered(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	second, _ := utf8.DecodeRuneInString(text[size:])
	if unicode.IsUpper(second) {
		return text
	}
	return string(unicode.ToLower(first)) + text[size:]
}
