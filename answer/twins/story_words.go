package twins

import (
	"fmt"
	"math"
	"strings"

	"skillmix/answer/words"
)

// tell words what happened to a unit in a month.
func (p *Page) tell(u *Unit) (said []string) {
	for i := range p.Cases {
		c := &p.Cases[i]
		sentence := fmt.Sprintf("A case for %s, %s, %s.", post(c.Role), prompt(c.Stimulus), c.ended(u))
		said = append(said, sentence)
	}
	for i := range p.Events {
		said = append(said, p.Events[i].say())
	}
	if p.Adopts {
		said = append(said, "With that the unit adopts: it has a holder for the first time in the run.")
	}
	return said
}

// eventsSaid words what happens to one post and to several: %s stands for the
// post or the posts.
var eventsSaid = map[string][2]string{
	Opened:    {"%s opened", "%s opened"},
	Filled:    {"%s was filled", "%s were filled"},
	Began:     {"%s was taken by a trainee", "%s were taken by trainees"},
	Completed: {"the trainee in %s qualified and stays", "the trainees in %s qualified and stay"},
	Left:      {"the holder of %s left", "the holders of %s left"},
	Gone:      {"the trainee in %s went", "the trainees in %s went"},
	Moved:     {"%s changed who pays", "%s changed who pays"},
	Ended:     {"%s ended with its money", "%s ended with their money"},
	Lapsed:    {"%s lapsed when its holder left", "%s lapsed when their holders left"},
	Withdrawn: {"%s was withdrawn, since nobody could be found", "%s were withdrawn, since nobody could be found"},
}

// say words an event in a sentence.
func (e *Event) say() string {
	which := 0
	if e.Count > 1 {
		which = 1
	}
	thing := "a post, within the month,"
	if e.Count > 1 {
		thing = fmt.Sprintf("%d posts, within the month,", e.Count)
	}
	if e.Role != "" {
		thing = posts(e.Count, e.Role)
		// What pays goes without saying where it is what networks have it for.
		if e.Kind == Moved || e.Kind == Opened && e.Route != "arrs" {
			thing += ", paid by " + payer(e.Route) + ","
		}
	}
	said := fmt.Sprintf(eventsSaid[e.Kind][which], thing)
	if e.Kind == Moved {
		said = strings.Replace(said, ", paid by", ", now paid by", 1)
	}
	return words.Capital(said) + "."
}

// stands words how a unit stands.
func (s State) stands(network bool) string {
	said := []string{standing(s)}
	if network {
		said = append(said, levelsOf("maturity", s.Maturity, "conviction", s.Belief, "tension", s.Tension)...)
	} else {
		said = append(said, levelsOf("believed success", s.Belief, "doubt of safety", s.Doubt, "hostility", s.Hostility, "clarity", s.Clarity,
			"peers with holders", s.Exposure, "tension", s.Tension)...)
		said = append(said, fmt.Sprintf("chance of consent %s to a post that takes no medical money and %s to one that does", level(s.Consent), level(s.ConsentTransfer)))
	}
	return "It has " + said[0] + "; " + strings.Join(said[1:], ", ") + "."
}

// levelsOf words names and levels in turn; a level that there is not is left
// out.
func levelsOf(pairs ...any) (said []string) {
	for i := 0; i < len(pairs); i += 2 {
		if x := pairs[i+1].(float64); !math.IsNaN(x) {
			said = append(said, fmt.Sprintf("%s %s", pairs[i], level(x)))
		}
	}
	return said
}

// Opening tells in a sentence whether and when the unit adopts in each world.
func (s *Story) Opening() string {
	return words.Capital(s.Unit.Code) + " " + s.adoptions()
}

// adoptions words when the unit adopts.
func (s *Story) adoptions() string {
	first, last := s.Worlds[0], s.Worlds[len(s.Worlds)-1]
	switch a, b := s.Adopted[0], s.Adopted[len(s.Adopted)-1]; {
	case len(s.Worlds) == 1:
		return first.adopts(a) + " " + under(first)
	case a == b && a == Never:
		return "adopts in neither world"
	case a == b:
		return first.adopts(a) + " in both worlds"
	default:
		return first.adopts(a) + " " + under(first) + " and " + last.adopts(b) + " " + under(last)
	}
}

// adopts words a month of adoption. Who has a holder at the end of the first
// month mostly had one before.
func (h *History) adopts(month int) string {
	switch month {
	case Never:
		return "never adopts"
	case 0:
		return "has a holder from the first month"
	}
	return "adopts in " + words.Month(h.month(month))
}

// Beginning words the posts that the unit has before the first month.
func (s *Story) Beginning() string {
	held, open := 0, 0
	for _, p := range s.Worlds[0].Books[s.index][0] {
		if p.Held {
			held++
		} else {
			open++
		}
	}
	return "It begins with " + standing(State{Held: held, Open: open}) + "."
}
