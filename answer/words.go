package answer

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"skillmix/sim"
)

// monthInWords writes a month as March 2029.
func monthInWords(month sim.Month) string {
	return fmt.Sprintf("%s %d", time.Month(month.OfYear()), month.Year())
}

// label writes a scenario's name as words within a sentence: budget-transfer
// as budget transfer, arrs-england as ARRS England.
func label(name string) string {
	words := strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == '_' })
	for i, word := range words {
		switch word {
		case "arrs", "nhs", "acp", "pcn", "icb", "ics":
			words[i] = strings.ToUpper(word)
		case "england":
			words[i] = capital(word)
		}
	}
	return strings.Join(words, " ")
}

// capital gives a text a capital letter to begin with.
func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// count writes a number with its noun, in the plural unless it is one.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return grouped(strconv.Itoa(n)) + " " + noun + "s"
}

// percent writes a share (0 to 1) as a whole percentage that says neither
// none nor all unless it is so.
func percent(share float64) string {
	switch {
	case share > 0 && share < 0.005:
		return "less than 1%"
	case share < 1 && share > 0.995:
		return "more than 99%"
	}
	return fmt.Sprintf("%.0f%%", 100*share)
}

// grouped puts commas between the thousands of a decimal number.
func grouped(digits string) string {
	whole, fraction, decimal := strings.Cut(digits, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for at := len(whole) - 3; at > 0; at -= 3 {
		whole = whole[:at] + "," + whole[at:]
	}
	if decimal {
		whole += "." + fraction
	}
	return sign + whole
}

// lower gives a text a small letter to begin with, unless its first word is an abbreviation.
func lower(text string) string {
	first, _, _ := strings.Cut(text, " ")
	if len(first) > 1 && first[1:] != strings.ToLower(first[1:]) {
		return text
	}
	return strings.ToLower(text[:1]) + text[1:]
}

// listed joins words as in a sentence: a, b and c.
func listed(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// isOrAre is the verb to a number of things.
func isOrAre(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

// short writes as much of a hash as tells it from others.
func short(hash string) string { return hash[:min(12, len(hash))] }
