package main

import (
	"skillmix/answer"
	"skillmix/answer/twins"
	"skillmix/sim"
)

// storyJSON is what docs/json.md describes under why, unit.
type storyJSON struct {
	whyHead
	Unit   unitJSON     `json:"unit"`
	Text   string       `json:"text"`
	Parted *partingJSON `json:"parted"`
	Worlds []worldJSON  `json:"worlds"`
}

// worldJSON is a story in one world.
type worldJSON struct {
	Scenario string      `json:"scenario"`
	Adopted  *string     `json:"adopted"` // nil for never
	Months   []monthJSON `json:"months"`
}

// monthJSON is a month in which something happened in one of the worlds, or a year ended.
type monthJSON struct {
	Month  string        `json:"month"`
	Apart  bool          `json:"apart"`
	Text   []string      `json:"text"`
	Stands string        `json:"stands,omitempty"`
	Cases  []caseJSON    `json:"cases"`
	Events []twins.Event `json:"events"`
	State  stateJSON     `json:"state"`
}

type caseJSON struct {
	Role     string          `json:"role"`
	Stimulus string          `json:"stimulus"`
	Failed   []string        `json:"failed"`
	Attempts []twins.Attempt `json:"attempts"`
	Route    *string         `json:"route"` // nil for a case that failed
}

// stateJSON is a unit at the end of a month; what it has not is null.
type stateJSON struct {
	Held            int           `json:"posts_held"`
	Open            int           `json:"posts_open"`
	Training        int           `json:"posts_with_trainee"`
	Awaited         bool          `json:"post_awaited"`
	Belief          answer.Number `json:"belief"`
	Doubt           answer.Number `json:"doubt"`
	Hostility       answer.Number `json:"hostility"`
	Clarity         answer.Number `json:"clarity"`
	Exposure        answer.Number `json:"exposure"`
	Tension         answer.Number `json:"tension"`
	Vacancy         answer.Number `json:"vacancy"`
	Maturity        answer.Number `json:"maturity"`
	Consent         answer.Number `json:"consent"`
	ConsentTransfer answer.Number `json:"consent_transfer"`
}

func newStateJSON(s *twins.State) stateJSON {
	return stateJSON{
		s.Held, s.Open, s.Training, s.Awaited,
		answer.Number(s.Belief), answer.Number(s.Doubt), answer.Number(s.Hostility), answer.Number(s.Clarity), answer.Number(s.Exposure), answer.Number(s.Tension),
		answer.Number(s.Vacancy), answer.Number(s.Maturity), answer.Number(s.Consent), answer.Number(s.ConsentTransfer),
	}
}

// storyDocument is a story as JSON.
func storyDocument(head whyHead, story *twins.Story) any {
	start := story.Worlds[0].Start
	document := storyJSON{
		whyHead: head, Unit: newUnitJSON(&story.Unit), Text: story.Opening() + ".",
		Parted: newPartingJSON(story.Parting, story.Parted, start),
	}
	for i, h := range story.Worlds {
		world := worldJSON{Scenario: h.World, Adopted: monthText(start, story.Adopted[i]), Months: []monthJSON{}}
		for m := range story.Months {
			month := &story.Months[m]
			page := &month.Worlds[i]
			told := monthJSON{
				Month: month.Month.String(), Apart: month.Apart, Text: append([]string{}, page.Told...), Stands: page.Stands,
				Cases: []caseJSON{}, Events: append([]twins.Event{}, page.Events...), State: newStateJSON(&page.State),
			}
			for c := range page.Cases {
				told.Cases = append(told.Cases, newCaseJSON(&page.Cases[c]))
			}
			world.Months = append(world.Months, told)
		}
		document.Worlds = append(document.Worlds, world)
	}
	return document
}

func newCaseJSON(c *twins.Case) caseJSON {
	said := caseJSON{Role: c.Role, Stimulus: c.Stimulus, Failed: append([]string{}, c.Failed...), Attempts: append([]twins.Attempt{}, c.Attempts...)}
	if c.Passed() {
		said.Route = &c.Route
	}
	return said
}

// monthText writes a month of the run as 2021-06; nil for never.
func monthText(start sim.Month, month int) *string {
	if month == twins.Never {
		return nil
	}
	text := (start + sim.Month(month)).String()
	return &text
}
