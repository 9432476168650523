package main

import (
	"context"
	"fmt"
	"strings"

	"skillmix/answer/twins"
)

// mostFlips is how many units of one direction are told on the terminal.
const mostFlips = 12

// whyFlips lists the units that adopt in one world and not in the other.
func (p *program) whyFlips(ctx context.Context, q *question) error {
	if len(q.worlds) < 2 {
		return usage("--flips compares two worlds, and %s has only %s: run it with another scenario", q.folder, q.names()[0])
	}
	name := q.replicateName()
	place, err := q.openPlace(q.head("flips", q.replicates()), "flips-"+name+".json", "flips-"+name+".csv", "units-"+name+".csv")
	if err != nil {
		return err
	}
	defer place.leave()
	histories, err := p.watched(ctx, q, nil)
	if err != nil {
		return err
	}
	flips := twins.FindFlips([2]*twins.History(histories))
	place.add("flips-"+name+".csv", flips.WriteFlips)
	place.add("units-"+name+".csv", flips.WriteUnits)
	return p.keep(ctx, q, place, flipsDocument(place.head, flips), func() error { return p.printFlips(q, flips, place) })
}

// replicateName names the replicate in names of files.
func (q *question) replicateName() string { return fmt.Sprintf("r%03d", q.options.replicate.value) }

// printFlips tells of flips.
func (p *program) printFlips(q *question, flips *twins.Flips, place *whyPlace) error {
	var out strings.Builder
	item(&out, "Flips", append([]string{q.which()}, flips.Summary()...)...)
	for in := range flips.Worlds {
		var lines []string
		count := 0
		for i := range flips.Rows {
			if flip := &flips.Rows[i]; flip.In == in {
				if count++; count <= mostFlips {
					lines = append(lines, flips.Say(flip))
				}
			}
		}
		if count == 0 {
			continue
		}
		fmt.Fprintf(&out, "\n%s (%d)\n", flips.Heading(in), count)
		for _, line := range lines {
			paragraph(&out, "- ", "  ", line)
		}
		if count > mostFlips {
			paragraph(&out, "- ", "  ", fmt.Sprintf("and %d more, in %s", count-mostFlips, place.path("flips-"+q.replicateName()+".csv")))
		}
	}
	if trusts := flips.SayTrusts(); len(trusts) > 0 {
		out.WriteString("\nTrusts\n")
		for _, line := range trusts {
			paragraph(&out, "- ", "  ", line)
		}
	}
	out.WriteString("\n")
	item(&out, "Wrote", place.wrote()...)
	item(&out, "Next", "skillmix why "+quotedWord(q.folder)+" --unit CODE"+q.replicateFlag())
	_, err := fmt.Fprint(p.stdout, out.String())
	return err
}

// which says which run is looked at.
func (q *question) which() string {
	judged := "judged values drawn from their ranges"
	if q.fixed {
		judged = "judged values held at their defaults"
	}
	return fmt.Sprintf("Replicate %d (of %d, numbered from 0), with %s. Other replicates go otherwise.", q.options.replicate.value, q.manifest.Design.Replicates, judged)
}

// replicateFlag is the flag for the replicate that is looked at, if it is not the first.
func (q *question) replicateFlag() string {
	if q.options.replicate.value == 0 {
		return ""
	}
	return fmt.Sprintf(" --replicate %d", q.options.replicate.value)
}
