package answer

import (
	"strconv"

	"skillmix/sim"
)

// What follows lets the other packages that word answers word them alike.

// MonthInWords writes a month as March 2029.
func MonthInWords(month sim.Month) string { return monthInWords(month) }

// Label writes a name of a scenario, a route or a role as words within a
// sentence: budget-transfer as budget transfer.
func Label(name string) string { return label(name) }

// Capital gives a text a capital letter to begin with.
func Capital(text string) string { return capital(text) }

// Count writes a number with its noun, in the plural unless it is one.
func Count(n int, noun string) string { return count(n, noun) }

// Whole writes a whole number, with commas between its thousands.
func Whole(n int) string { return grouped(strconv.Itoa(n)) }

// Percent writes a share (0 to 1) as a whole percentage that says neither none
// nor all unless it is so.
func Percent(share float64) string { return percent(share) }
