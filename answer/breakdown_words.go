package answer

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"skillmix/answer/words"
)

// dimensions in words, as one and as many.
var dimensionWords = map[string][2]string{
	"area": {"area", "areas"}, "kind": {"kind of trust", "kinds of trust"}, "service": {"service", "services"}, "role": {"role", "roles"},
}

// Called is what its groups are called, one and several of them: kind of trust, kinds of
// trust.
func (b *Breakdown) Called() (one, several string) {
	called := dimensionWords[b.Dimension]
	return called[0], called[1]
}

// Heading is what the breakdown is by: NHS trusts, by service.
func (b *Breakdown) Heading() string {
	return words.Capital(words.Place(b.Setting)) + ", by " + dimensionWords[b.Dimension][0]
}

// Rows writes a measure, by its index, for readers: for each group its label, the mean of each
// scenario with the range of 95% of runs, and, of two scenarios or more, the mean paired
// difference of the first two with its range and the share of pairs in which the first is
// higher.
func (b *Breakdown) Rows(measure int) (rows [][]string) {
	figures := b.figures(measure)
	for i := range b.Groups {
		value := &b.Groups[i].Values[measure]
		row := []string{b.Groups[i].Label}
		for _, s := range value.Scenarios {
			row = append(row, figures.level(s))
		}
		if d := value.Difference; d != nil {
			row = append(row, figures.apart(*d), share(*d, value.Higher))
		}
		rows = append(rows, row)
	}
	return rows
}

// StandsOut says in which groups the first two scenarios differ in the first measure: only
// where the 95% interval of the mean difference excludes zero. names are those of the
// scenarios.
func (b *Breakdown) StandsOut(names []string) string {
	called := dimensionWords[b.Dimension]
	if b.Lacks != "" {
		return fmt.Sprintf("%s cannot be told: %s.", b.Heading(), b.Lacks)
	}
	if len(names) < 2 {
		return ""
	}
	a, other := words.Label(names[0]), words.Label(names[1])
	var above, below, open []*BreakdownGroup
	told, alike := 0, 0
	for i := range b.Groups {
		group := &b.Groups[i]
		switch d := group.Values[0].Difference; {
		case d.N < 2:
			continue
		case d.Mean == 0 && d.MCSE == 0:
			alike++
			open = append(open, group)
		case !d.Resolved():
			open = append(open, group)
		case d.Mean > 0:
			above = append(above, group)
		default:
			below = append(below, group)
		}
		told++
	}
	quantity := words.Lower(b.Measures[0].Quantity)
	switch {
	case told == 0:
		return fmt.Sprintf("%s: a single pair of runs cannot tell in which %s %s and %s differ.", b.Heading(), called[1], a, other)
	case alike == told:
		return fmt.Sprintf("%s (%s): %s and %s do not differ in any pair in any of %d %s.", b.Heading(), quantity, a, other, told, called[1])
	}
	figures := b.figures(0)
	parts := []string{}
	if len(above) > 0 {
		parts = append(parts, "is above "+other+" in "+b.outstanding(above, told, figures))
	}
	it := other
	if len(above) > 0 {
		it = "it"
	}
	if len(below) > 0 {
		parts = append(parts, "is below "+it+" in "+b.outstanding(below, told, figures))
	}
	text := fmt.Sprintf("%s (%s): ", b.Heading(), quantity)
	if len(parts) == 0 {
		text += fmt.Sprintf("in none of %d %s is the difference of %s and %s resolved.", told, called[1], a, other)
	} else {
		text += a + " " + strings.Join(parts, ", and ") + "."
		text += b.others(open)
	}
	if told >= 10 && len(above)+len(below) > 0 {
		text += fmt.Sprintf(" If there were no difference anywhere, about %s of %d would still stand out by chance.", few((told+10)/20), told)
	}
	return text
}

// others names the groups in which no difference is resolved, if they are few.
func (b *Breakdown) others(open []*BreakdownGroup) string {
	if len(open) == 0 {
		return ""
	}
	var names []string
	for _, group := range open {
		names = append(names, b.within(group.Label))
	}
	switch len(open) {
	case 1:
		return " In " + names[0] + " no difference is resolved."
	case 2, 3:
		return " In " + strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1] + " no difference is resolved."
	}
	return fmt.Sprintf(" In the other %d no difference is resolved.", len(open))
}

// few writes a small number as a word.
func few(n int) string {
	small := []string{"one", "one", "two", "three", "four", "five"}
	if n < len(small) {
		return small[n]
	}
	return fmt.Sprint(n)
}

// outstanding counts groups and names those with the largest and the smallest difference.
func (b *Breakdown) outstanding(groups []*BreakdownGroup, told int, figures figures) string {
	slices.SortStableFunc(groups, func(x, y *BreakdownGroup) int {
		return -cmp.Compare(math.Abs(x.Values[0].Difference.Mean), math.Abs(y.Values[0].Difference.Mean))
	})
	one := func(group *BreakdownGroup) string {
		return b.within(group.Label) + " (by " + figures.difference(math.Abs(group.Values[0].Difference.Mean)) + figures.unit() + ")"
	}
	called := dimensionWords[b.Dimension]
	text := fmt.Sprintf("%d of %d %s", len(groups), told, called[1])
	switch {
	case len(groups) == told && told == 1:
		text = "the one " + called[0]
	case len(groups) == told:
		text = fmt.Sprintf("all %d %s", told, called[1])
	}
	if len(groups) == 1 {
		return text + ", " + one(groups[0])
	}
	return text + ", most in " + one(groups[0]) + " and least in " + one(groups[len(groups)-1])
}

// within writes a group's label within a sentence.
func (b *Breakdown) within(text string) string {
	switch b.Dimension {
	case "area":
		return text
	case "kind":
		return words.Lower(text) + " trusts"
	}
	return words.Lower(text)
}
