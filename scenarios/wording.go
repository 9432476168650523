package scenarios

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"skillmix/sim"
)

// quoted lists names as "a", "b", "c".
func quoted(names []string) string {
	quotedNames := make([]string, len(names))
	for i, name := range names {
		quotedNames[i] = strconv.Quote(name)
	}
	return strings.Join(quotedNames, ", ")
}

// textFault says why a text cannot stand in a title, or nothing.
func textFault(text string, most int) string {
	switch {
	case strings.TrimSpace(text) == "":
		return "empty"
	case utf8.RuneCountInString(text) > most:
		return fmt.Sprintf("%d characters long", utf8.RuneCountInString(text))
	case !utf8.ValidString(text):
		return "not valid UTF-8"
	case strings.ContainsFunc(text, unicode.IsControl):
		return "contains a line break or another control character"
	}
	return ""
}

var yearAndMonth = regexp.MustCompile(`^(\d{4})[-/. ](\d{1,2})(?:[-/. ]\d{1,2})?$`)

// monthFault says what is wrong with a text that is not a month, and how to
// write the month that was probably meant.
func monthFault(text string) string {
	if parts := yearAndMonth.FindStringSubmatch(text); parts != nil {
		year, errYear := strconv.Atoi(parts[1])
		month, errMonth := strconv.Atoi(parts[2])
		if errYear == nil && errMonth == nil {
			if month < 1 || month > 12 {
				return fmt.Sprintf("%q is not a month: there is no month %d; write year and month as 2019-04", text, month)
			}
			return fmt.Sprintf("%q is not written as a month; write %s", text, sim.MonthOf(year, month))
		}
	}
	if len(text) > 40 {
		return "not a month; write year and month as 2019-04"
	}
	return fmt.Sprintf("%q is not a month; write year and month as 2019-04", text)
}
