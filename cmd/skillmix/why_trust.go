package main

import (
	"context"
	"fmt"
	"strings"

	"skillmix/answer/twins"
)

// trustStory tells of each service of a trust in brief.
func (p *program) trustStory(ctx context.Context, q *question) error {
	histories, err := p.watched(ctx, q, nil)
	if err != nil {
		return err
	}
	services := twins.TellServices(histories, q.options.unit)
	if q.options.json {
		return p.writeJSON(q.trustDocument(services))
	}
	var out strings.Builder
	first := &services[0].Unit
	item(&out, "Trust", fmt.Sprintf("%s (%s).", q.options.unit, first.WhereTrust()), q.which())
	for i := range services {
		out.WriteString("\n")
		item(&out, "", services[i].Unit.Code+" "+services[i].Text+".")
		for _, line := range services[i].Told {
			item(&out, "", line)
		}
	}
	out.WriteString("\n")
	item(&out, "Next", "skillmix why "+quotedWord(q.folder)+" --unit "+quotedWord(first.Code)+q.replicateFlag())
	_, err = fmt.Fprint(p.stdout, out.String())
	return err
}

// serviceJSON is a service of a trust in brief.
type serviceJSON struct {
	unitJSON
	Text   string             `json:"text"`
	Parted *partingJSON       `json:"parted"`
	Worlds []serviceWorldJSON `json:"worlds"`
}

// serviceWorldJSON is a service in one world.
type serviceWorldJSON struct {
	Scenario string  `json:"scenario"`
	Adopted  *string `json:"adopted"`
	Cases    int     `json:"cases"`
	Passed   int     `json:"passed"`
	Held     int     `json:"posts_held"`
}

// trustDocument is what docs/json.md describes under why, trust.
func (q *question) trustDocument(services []twins.Brief) any {
	document := struct {
		whyHead
		Trust    string        `json:"trust"`
		Services []serviceJSON `json:"services"`
	}{whyHead: q.head("trust", q.replicates(), q.options.unit), Trust: q.options.unit}
	for i := range services {
		b := &services[i]
		said := serviceJSON{unitJSON: newUnitJSON(&b.Unit), Text: b.Unit.Code + " " + b.Text + ".", Parted: newPartingJSON(b.Parting, b.Parted, b.Start)}
		for w := range b.Worlds {
			in := &b.Worlds[w]
			said.Worlds = append(said.Worlds, serviceWorldJSON{in.World, monthText(b.Start, in.Adopted), in.Cases, in.Passed, in.Held})
		}
		document.Services = append(document.Services, said)
	}
	return document
}
