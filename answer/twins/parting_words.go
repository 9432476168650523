package twins

import (
	"fmt"
	"strings"

	"skillmix/answer/words"
)

// Say tells a parting in a sentence or two.
func (p *Parting) Say(worlds [2]*History, unit int) string {
	t := teller{worlds, unit, p.Month}
	in := "In " + words.Month(worlds[0].month(p.Month))
	a, b := p.Cases[0], p.Cases[1]
	switch {
	case p.Kind == KindPosts:
		return fmt.Sprintf("%s it had %s %s, and %s %s.", in, standing(t.state(0)), t.under(0), standing(t.state(1)), t.under(1))
	case a == nil || b == nil:
		return in + " " + t.alone(p)
	case p.Kind == KindRole:
		return fmt.Sprintf("%s its case was for %s %s, and %s; %s it was for %s, and %s.",
			in, post(a.Role), t.under(0), t.ended(a), t.under(1), post(b.Role), t.ended(b))
	}
	same := fmt.Sprintf("%s the same case for %s%s ", in, post(a.Role), t.prompted(a, b))
	switch {
	case p.Kind == KindRoute:
		return same + fmt.Sprintf("passed every gate in both worlds, paid by %s %s and by %s %s.", payer(a.Route), t.under(0), payer(b.Route), t.under(1))
	case a.Passed() || b.Passed():
		return same + fmt.Sprintf("was decided otherwise: %s it %s; %s it %s.", t.under(0), t.ended(a), t.under(1), t.ended(b)) + t.levels(p)
	}
	return same + t.bothFailed(a, b) + t.levels(p)
}

// bothFailed words a case that failed in both worlds, at other gates: those of
// both first.
func (t *teller) bothFailed(a, b *Case) string {
	u := &t.worlds[0].Units[t.unit]
	var shared []string
	for _, gate := range a.Failed {
		if b.fails(gate) {
			shared = append(shared, saidBriefly(gate, u))
		}
	}
	said, also := "failed in both worlds", ""
	if len(shared) > 0 {
		said, also = said+" because "+words.Listed(shared), "also "
	}
	for world, pair := range [2][2]*Case{{a, b}, {b, a}} {
		var own []string
		for _, gate := range pair[0].Failed {
			if !pair[1].fails(gate) {
				own = append(own, pair[0].gateIn(gate, u))
			}
		}
		if len(own) > 0 {
			said += fmt.Sprintf(", %s %sbecause %s", t.under(world), also, words.Listed(own))
		}
	}
	return said + "."
}

// A teller words what happened to a unit in a month.
type teller struct {
	worlds [2]*History
	unit   int
	month  int
}

func (t *teller) state(world int) State  { return t.worlds[world].States[t.month][t.unit] }
func (t *teller) under(world int) string { return under(t.worlds[world]) }

// ended words how a case was decided.
func (t *teller) ended(c *Case) string { return c.ended(&t.worlds[0].Units[t.unit]) }

// ended words how a case of a unit was decided.
func (c *Case) ended(u *Unit) string {
	if !c.Passed() {
		return "failed because " + c.failedIn(u)
	}
	if u.Network {
		return "passed every gate"
	}
	said := "passed every gate, paid by " + payer(c.Route)
	if n := len(c.Attempts); n > 0 {
		said += " (" + chanceOf(&c.Attempts[n-1]) + ")"
		for i := range c.Attempts[:n-1] {
			said += fmt.Sprintf(", after %s was refused (%s)", paidBy(c.Attempts[i].Route), chanceOf(&c.Attempts[i]))
		}
	}
	return said
}

// prompted words what prompted a case in each world.
func (t *teller) prompted(a, b *Case) string {
	if a.Stimulus == b.Stimulus {
		return ", " + prompt(a.Stimulus) + ","
	}
	return fmt.Sprintf(", %s %s and %s %s,", t.under(0), prompt(a.Stimulus), t.under(1), prompt(b.Stimulus))
}

// alone tells of a case that only one world has, and what was otherwise there.
func (t *teller) alone(p *Parting) string {
	world := 0
	if p.Cases[0] == nil {
		world = 1
	}
	c := p.Cases[world]
	said := fmt.Sprintf("a case for %s, %s, arose %s and %s; none arose %s", post(c.Role), prompt(c.Stimulus), t.under(world), t.ended(c), t.under(1-world))
	if t.month > 0 && t.worlds[1-world].States[t.month-1][t.unit].Awaited {
		return said + ", where a post agreed earlier was yet to open."
	}
	return said + "." + t.surroundings()
}

// surroundings says what was otherwise around a unit when a case arose in one
// world only: what moves the rate at which cases arise.
func (t *teller) surroundings() string {
	a, b := t.state(0), t.state(1)
	var said []string
	if apart(a.Exposure, b.Exposure) {
		said = append(said, fmt.Sprintf("%s of its peers had holders against %s", words.Percent(a.Exposure), words.Percent(b.Exposure)))
	}
	if apart(a.Maturity, b.Maturity) {
		said = append(said, fmt.Sprintf("its maturity was %s against %s", level(a.Maturity), level(b.Maturity)))
	}
	if apart(a.Tension, b.Tension) {
		said = append(said, fmt.Sprintf("tension was %s against %s", level(a.Tension), level(b.Tension)))
	}
	if apart(a.Vacancy, b.Vacancy) {
		said = append(said, fmt.Sprintf("vacancy was %s against %s", level(a.Vacancy), level(b.Vacancy)))
	}
	if len(said) == 0 {
		return ""
	}
	return fmt.Sprintf(" At that time, %s and %s: %s.", t.under(0), t.under(1), strings.Join(said, ", "))
}

// levels says how clear the role was in each world, where that parted them.
func (t *teller) levels(p *Parting) string {
	a, b := t.state(0), t.state(1)
	for _, gate := range p.Gates {
		if gate == "clarity" && apart(a.Clarity, b.Clarity) {
			return fmt.Sprintf(" Clarity was %s %s and %s %s.", level(a.Clarity), t.under(0), level(b.Clarity), t.under(1))
		}
	}
	return ""
}

// standing words how many posts a unit has.
func standing(s State) string {
	said := []string{count(s.Held, "post") + " held", none(s.Open) + " open"}
	if s.Training > 0 {
		said = append(said, fmt.Sprintf("%d with a trainee", s.Training))
	}
	return words.Listed(said)
}

// none writes a number, and nothing as none.
func none(n int) string {
	if n == 0 {
		return "none"
	}
	return words.Whole(n)
}

// count writes a number with its noun, and none as no.
func count(n int, noun string) string {
	if n == 0 {
		return "no " + noun + "s"
	}
	return words.Count(n, noun)
}
