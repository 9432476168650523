package main

import (
	"context"
	"fmt"
	"regexp"
	"strings"

	"skillmix/answer/twins"
)

// whyUnit tells the story of one unit, or of a trust's services in brief.
func (p *program) whyUnit(ctx context.Context, q *question) error {
	units, err := q.units()
	if err != nil {
		return err
	}
	code := q.options.unit
	for i := range units {
		if units[i].Code == code {
			return p.unitStory(ctx, q, i)
		}
	}
	for i := range units {
		if units[i].Organisation == code {
			return p.trustStory(ctx, q)
		}
	}
	return q.unknownUnit(units)
}

// unitStory tells of one unit.
func (p *program) unitStory(ctx context.Context, q *question, unit int) error {
	stem := "unit-" + fileWord(q.options.unit) + "-" + q.replicateName()
	place, err := q.openPlace(q.head("unit", q.replicates(), q.options.unit), stem+".json", stem+".svg", stem+".png")
	if err != nil {
		return err
	}
	defer place.leave()
	histories, err := p.watched(ctx, q, func(u twins.Unit) bool { return u.Code == q.options.unit })
	if err != nil {
		return err
	}
	story := twins.Tell(histories, unit)
	figure := story.Figure(q.sourceLine())
	place.add(stem+".svg", drawn(figure.SVG))
	place.add(stem+".png", drawn(figure.PNG))
	return p.keep(ctx, q, place, storyDocument(place.head, story), func() error { return p.printStory(q, story, place.wrote()) })
}

// sourceLine says where a chart of this replicate comes from.
func (q *question) sourceLine() string {
	runs := "one run of each world"
	if len(q.worlds) == 1 {
		runs = "one run"
	}
	judged := "drawn"
	if q.fixed {
		judged = "held"
	}
	return fmt.Sprintf("Source: skillmix, seed %d, inputs %.12s, replicate %d: %s, judged values %s", q.seed.value, q.identity.Inputs, q.options.replicate.value, runs, judged)
}

var unfit = regexp.MustCompile(`[^\pL\pN._-]+`)

// fileWord writes a code so that it can be part of a file's name.
func fileWord(code string) string { return strings.Trim(unfit.ReplaceAllString(code, "-"), "-.") }

// printStory tells a story, month by month.
func (p *program) printStory(q *question, story *twins.Story, wrote []string) error {
	var out strings.Builder
	opening := []string{fmt.Sprintf("%s (%s).", story.Unit.Code, story.Unit.Where()), q.which(), story.Opening() + ".", story.Beginning()}
	switch {
	case len(story.Worlds) == 2 && story.Parting == nil:
		opening = append(opening, "Nothing parts the two worlds: every decision and every post is alike.")
	case story.Parting != nil:
		opening = append(opening, "Here the worlds part: "+story.Parted)
	}
	item(&out, "Story", opening...)
	for i := range story.Months {
		writeMonth(&out, story, &story.Months[i])
	}
	out.WriteString("\n")
	item(&out, "Wrote", wrote...)
	_, err := fmt.Fprint(p.stdout, out.String())
	return err
}

// writeMonth tells a month: what is the same in both worlds once.
func writeMonth(out *strings.Builder, story *twins.Story, month *twins.Month) {
	out.WriteString("\n" + story.MonthHeading(month) + "\n")
	for _, line := range story.Lines(month) {
		margin := "  "
		if line.World != "" {
			margin += line.World + ": "
		}
		paragraph(out, margin, "    ", line.Text)
	}
}
