package answer

import (
	"cmp"
	"fmt"
	"slices"

	"skillmix/answer/words"
)

// Sentence says in which groups scenarios of these names differ, as StandsOut does, or of a
// single one where it stands highest and lowest.
func (b *Breakdown) Sentence(names []string) string {
	if len(names) > 1 || b.Lacks != "" {
		return b.StandsOut(names)
	}
	return b.mostAndLeast()
}

// mostAndLeast says of a single scenario in which groups it stands highest and lowest.
func (b *Breakdown) mostAndLeast() string {
	groups := slices.Clone(b.Groups)
	groups = slices.DeleteFunc(groups, func(g BreakdownGroup) bool { return g.Values[0].Scenarios[0].N == 0 })
	called := dimensionWords[b.Dimension]
	head := fmt.Sprintf("%s (%s): ", b.Heading(), words.Lower(b.Measures[0].Quantity))
	if len(groups) == 0 {
		return head + "no value in any run."
	}
	mean := func(g BreakdownGroup) float64 { return g.Values[0].Scenarios[0].Mean }
	slices.SortStableFunc(groups, func(x, y BreakdownGroup) int { return -cmp.Compare(mean(x), mean(y)) })
	figures := b.figures(0)
	one := func(g BreakdownGroup) string {
		return fmt.Sprintf("%s (%s on average)", b.within(g.Label), figures.value(mean(g)))
	}
	first, last := groups[0], groups[len(groups)-1]
	switch {
	case mean(first) == mean(last) && len(groups) > 1:
		return fmt.Sprintf("%sthe same in all %d %s.", head, len(groups), called[1])
	case len(groups) == 1:
		return head + "in the one " + called[0] + ", " + one(first) + "."
	}
	return fmt.Sprintf("%sof %d %s most in %s and least in %s.", head, len(groups), called[1], one(first), one(last))
}
