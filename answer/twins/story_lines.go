package twins

import (
	"strings"

	"skillmix/answer/words"
)

// A Line is what is said of a month, of one world or of both.
type Line struct {
	World string // empty where it holds for each world there is
	Text  string
}

// Lines lists what is to be read of a month: what happened, then how the unit
// stands where a year ends. What is alike in both worlds is said once.
func (s *Story) Lines(month *Month) []Line {
	happened := s.lines(month, "Nothing happens.", func(p *Page) string { return strings.Join(p.Told, " ") })
	return append(happened, s.lines(month, "", func(p *Page) string { return p.Stands })...)
}

// lines lists one of the two.
func (s *Story) lines(month *Month, nothing string, of func(p *Page) string) (lines []Line) {
	first := of(&month.Worlds[0])
	if len(s.Worlds) == 1 || first == of(&month.Worlds[1]) {
		if first == "" {
			return nil
		}
		return []Line{{"", first}}
	}
	for i := range month.Worlds {
		said := of(&month.Worlds[i])
		if said == "" {
			said = nothing
		}
		lines = append(lines, Line{words.Capital(words.Label(s.Worlds[i].World)), said})
	}
	return lines
}

// MonthHeading names a month, and marks it with a star where the worlds are
// apart.
func (s *Story) MonthHeading(month *Month) string {
	name := words.Month(month.Month)
	switch {
	case s.Parting != nil && s.Parting.Month == month.At:
		return name + " * here the worlds part"
	case month.Apart:
		return name + " *"
	}
	return name
}
