package main

import (
	"errors"
	"runtime"

	"skillmix/answer"
	"skillmix/scenarios"
)

// jsonChecks is what check --json prints; docs/json.md describes it.
type jsonChecks struct {
	Version   int         `json:"version"`
	Verb      string      `json:"verb"`
	OK        bool        `json:"ok"`
	Scenarios []jsonCheck `json:"scenarios"`
}

// jsonCheck is what is found of one scenario. Plan is null where there are problems.
type jsonCheck struct {
	Reference string        `json:"reference"`
	OK        bool          `json:"ok"`
	Problems  []jsonProblem `json:"problems"`
	Plan      *jsonPlan     `json:"plan"`
}

// jsonProblem is one thing that is wrong. What is not known is null.
type jsonProblem struct {
	File    *string `json:"file"`
	Line    *int    `json:"line"`
	Column  *int    `json:"column"`
	Key     *string `json:"key"`
	Message string  `json:"message"`
	Hint    *string `json:"hint"`
}

// jsonPlan is what a run would be.
type jsonPlan struct {
	Title        string         `json:"title"`
	Headline     string         `json:"headline"`
	Population   jsonPopulation `json:"population"`
	Files        []jsonOwnFile  `json:"files"`
	Start        string         `json:"start"`
	End          string         `json:"end"`
	Months       int            `json:"months"`
	Replicates   int            `json:"replicates"`
	Points       int            `json:"points"`
	Varies       []string       `json:"varies"`
	Worlds       []string       `json:"worlds"`
	Roles        jsonRoles      `json:"roles"`
	Runs         int            `json:"runs"`
	JudgedValues int            `json:"judged_values"`
	Takes        jsonForecast   `json:"takes"`
	Unusual      []string       `json:"unusual"`
	Values       []jsonValue    `json:"values"`
	Defaults     int            `json:"defaults"`
}

type jsonPopulation struct {
	Name      string `json:"name"`
	Areas     int    `json:"areas"`
	Trusts    int    `json:"trusts"`
	Services  int    `json:"services"`
	Networks  int    `json:"networks"`
	Practices int    `json:"practices"`
}

// jsonRoles names the roles that are not the usual ones.
type jsonRoles struct {
	Changed []string `json:"changed"`
	Added   []string `json:"added"`
	OffList []string `json:"off_list"`
}

type jsonOwnFile struct {
	Path    string `json:"path"`
	Rows    int    `json:"rows"`
	LeftOut int    `json:"left_out"`
}

// jsonForecast is rough, and depends on the machine.
type jsonForecast struct {
	Seconds     answer.Number `json:"seconds"`
	MemoryBytes int64         `json:"memory_bytes"`
	DiskBytes   int64         `json:"disk_bytes"`
	Cores       int           `json:"cores"`
}

// jsonValue is a key with its value as a file would write it. From is null for a default.
type jsonValue struct {
	Key   string  `json:"key"`
	Value string  `json:"value"`
	From  *string `json:"from"`
}

// plan writes what a checked scenario would be, with the values that are not
// defaults, or all.
func (c *checked) plan(all bool) *jsonPlan {
	s := c.scenario
	plan := &jsonPlan{
		Title: s.Title, Headline: s.Headline,
		Population: jsonPopulation{
			Name: s.People().Preset, Areas: len(c.people.Areas), Trusts: len(c.people.Trusts), Services: c.people.Services(),
			Networks: len(c.people.PCNs), Practices: c.people.Practices(),
		},
		Files: []jsonOwnFile{}, Varies: []string{}, Worlds: []string{},
		Start: s.Settings.Start.String(), End: c.last().String(), Months: s.Settings.Months,
		Replicates: s.Replicates, Points: pointsOf(s), Runs: c.runs(), JudgedValues: s.Judged(),
		Takes: jsonForecast{
			answer.Number(c.foreseen.time.Seconds()), int64(c.foreseen.memory), int64(c.foreseen.disk), runtime.GOMAXPROCS(0),
		},
		Unusual: append([]string{}, s.Unusual()...),
		Values:  []jsonValue{},
	}
	for _, lever := range s.Vary {
		plan.Varies = append(plan.Varies, lever.Key)
	}
	if plan.Points <= mostSpelled {
		for _, variant := range s.Variants() {
			plan.Worlds = append(plan.Worlds, variant.Name)
		}
	}
	changed, added := s.ChangedRoles()
	plan.Roles = jsonRoles{append([]string{}, changed...), append([]string{}, added...), append([]string{}, s.RolesOffList()...)}
	for i := range s.Files {
		file := &s.Files[i]
		plan.Files = append(plan.Files, jsonOwnFile{file.Path, file.Rows, file.LeftOut})
	}
	for _, value := range c.values {
		if value.From == "" {
			plan.Defaults++
		}
		if all || value.From != "" {
			plan.Values = append(plan.Values, jsonValue{value.Key, value.Text, textOrNull(value.From)})
		}
	}
	return plan
}

// problemsOf writes everything that an error tells of.
func problemsOf(err error) []jsonProblem {
	var invalid scenarios.Errors
	if !errors.As(err, &invalid) {
		wrong, hint := scenarios.Error{Message: err.Error()}.Parts()
		return []jsonProblem{{Message: wrong, Hint: textOrNull(hint)}}
	}
	var all []jsonProblem
	for _, e := range invalid {
		wrong, hint := e.Parts()
		all = append(all, jsonProblem{
			File: textOrNull(e.File), Line: countOrNull(e.Line), Column: countOrNull(e.Column),
			Key: textOrNull(e.Key), Message: wrong, Hint: textOrNull(hint),
		})
	}
	return all
}

func textOrNull(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

// countOrNull writes what is counted from 1, with 0 for what is not known.
func countOrNull(n int) *int {
	if n == 0 {
		return nil
	}
	return &n
}
