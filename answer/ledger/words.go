package ledger

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"skillmix/answer/words"
)

// names returns the scenarios' names as words.
func (l *Ledger) names() (a, b string) { return words.Label(l.A), words.Label(l.B) }

// Text writes a row's mean as text shows it.
func (l *Ledger) Text(part *Part) string { return l.number(part.Shown) }

// number writes units of the ledger's last digit.
func (l *Ledger) number(units int64) string { return words.Grouped(inUnits(units, l.Decimals)) }

// value writes any figure with the ledger's decimals.
func (l *Ledger) value(x float64) string { return words.Rounding(l.Decimals).Number(x) }

// String says in a sentence what the gap rests on.
func (l *Ledger) String() string {
	a, b := l.names()
	gap, pairs := l.number(l.Whole.Shown), words.Count(len(l.Pairs), "pair")
	switch l.Verdict {
	case Alike:
		if !l.moves() {
			return fmt.Sprintf("%s and %s do not differ in %s, and holding barriers open does not part them.", words.Capital(a), b, l.anyPair())
		}
		return fmt.Sprintf("%s and %s do not differ in %s; the parts tell how holding a barrier open would part them.", words.Capital(a), b, l.anyPair())
	case Unresolved:
		low, high := l.Whole.MeanInterval()
		return fmt.Sprintf("The gap of %s between %s and %s is unresolved over %s (95%% interval %s to %s): its parts may be chance.",
			gap, a, b, pairs, l.value(low), l.value(high))
	case Once:
		return fmt.Sprintf("Of the gap of %s between %s and %s in a single pair, %s: what is chance cannot be told.", gap, a, b, l.largest(func(Part) bool { return true }))
	}
	said := l.largest(func(part Part) bool { return part.Resolved() })
	if left := l.Left.Mean / l.Whole.Mean; left > 0.5 && l.Left.Resolved() {
		said += fmt.Sprintf("; %s is left with all five open", l.number(l.Left.Shown))
	}
	return fmt.Sprintf("Of the %s by which %s exceeds %s, %s.", gap, a, b, said)
}

// mostSaid is the number of barriers that the sentence names.
const mostSaid = 2

// largest says which barriers account for most of the gap, of those that count: the
// two that widen it most, or the one that narrows it.
func (l *Ledger) largest(counts func(Part) bool) string {
	var widen, narrow []Part
	sign := int64(1)
	if l.Whole.Mean < 0 {
		sign = -1
	}
	for _, part := range l.Parts {
		switch {
		case !counts(part) || part.Shown == 0:
		case part.Shown*sign > 0:
			widen = append(widen, part)
		default:
			narrow = append(narrow, part)
		}
	}
	bySize := func(a, b Part) int { return cmp.Compare(math.Abs(b.Mean), math.Abs(a.Mean)) }
	slices.SortStableFunc(widen, bySize)
	slices.SortStableFunc(narrow, bySize)
	var said []string
	for i, part := range widen[:min(mostSaid, len(widen))] {
		verb := " for "
		if i == 0 {
			verb = " accounts for "
		}
		said = append(said, part.Name+verb+l.number(part.Shown))
	}
	text := strings.Join(said, " and ")
	if text == "" {
		if text = "no barrier's part is told apart from zero"; len(narrow) > 0 {
			text = "no barrier accounts for any"
		}
	}
	if len(narrow) > 0 && len(widen) < mostSaid {
		text += fmt.Sprintf("; without %s it would be wider by %s", narrow[0].Name, l.number(-sign*narrow[0].Shown))
	}
	return text
}

// Head are the headings of Rows.
var Head = []string{"Barrier", "Part", "Share", "95% interval", "Error"}

// Rows are the lines of the ledger as text: a barrier each, what is left and the
// gap. Parts and what is left add up to the gap in the digits shown.
func (l *Ledger) Rows() [][]string {
	var rows [][]string
	for i := range l.Parts {
		rows = append(rows, l.row(words.Capital(l.Parts[i].Name), &l.Parts[i]))
	}
	rows = append(rows, l.row(leftLabel, &l.Left))
	return append(rows, l.row("Gap", &l.Whole))
}

const leftLabel = "Left with all five open"

func (l *Ledger) row(name string, part *Part) []string {
	share, interval, mcse := "-", "one pair", "-"
	if l.Shares() {
		share = fmt.Sprintf("%d%%", part.Percent)
	}
	if part.N > 1 {
		low, high := part.MeanInterval()
		interval, mcse = l.value(low)+" to "+l.value(high), l.small(part.MCSE)
		if part.MCSE == 0 {
			interval = "in every pair"
		}
	}
	return []string{name, l.number(part.Shown), share, interval, mcse}
}

// small writes an error, which is seldom nothing.
func (l *Ledger) small(mcse float64) string { return words.Rounding(l.Decimals).Amount(mcse) }

// Heading says what the ledger's numbers are.
func (l *Ledger) Heading() string {
	a, b := l.names()
	return fmt.Sprintf("%s minus %s in %s, by barrier: %s, means over %s.",
		words.Capital(a), b, words.Month(l.Month), words.Lower(l.quantity), l.pairsInWords())
}

// pairsInWords tells how many pairs were run again, and of how many.
func (l *Ledger) pairsInWords() string {
	if len(l.Pairs) == l.Of {
		if l.Of == 1 {
			return "the only pair of the result, run again"
		}
		return fmt.Sprintf("all %s of the result, run again", words.Count(l.Of, "pair"))
	}
	return fmt.Sprintf("%s of the result's %s, run again", words.Count(len(l.Pairs), "pair"), words.Grouped(fmt.Sprint(l.Of)))
}

func (l *Ledger) anyPair() string {
	if len(l.Pairs) == 1 {
		return "the only pair"
	}
	return "any of " + words.Count(len(l.Pairs), "pair")
}

// Reading says in two sentences how a ledger is read.
const Reading = "A part is what the gap loses when a barrier is held open in both worlds, averaged over all orders in which the five can be opened: what two barriers do only together they share equally. " +
	"Without a barrier whose part is negative the gap would be wider; crowding and what stimulates proposals are held open by nobody, and what they do is in the row of what is left."

// Notes says what holding each barrier open means, and what a last row of nothing does.
func (l *Ledger) Notes() []string {
	var notes []string
	for _, barrier := range Barriers {
		notes = append(notes, words.Capital(barrier.Name)+" open: "+barrier.Open+".")
	}
	if l.Left.Mean == 0 && l.Left.MCSE == 0 && l.Verdict != Alike {
		notes = append(notes, "Nothing is left: with all five open both scenarios end alike in every pair.")
	}
	return notes
}
