package main

import (
	"fmt"
	"strings"

	"skillmix/sim/store"
)

// whyHead is what every document of why begins with.
type whyHead struct {
	Version    int      `json:"version"`    // of the shape
	Verb       string   `json:"verb"`       // why
	About      string   `json:"about"`      // ledger, flips, unit or trust
	Inputs     string   `json:"inputs"`     // hash of all that decides what follows
	Result     string   `json:"result"`     // hash of the inputs of the result
	Seed       uint64   `json:"seed"`       // of the result
	Judged     string   `json:"judged"`     // drawn or held
	Scenarios  []string `json:"scenarios"`  // that are compared, in order
	Replicates []int    `json:"replicates"` // that were run again
	Files      []string `json:"files"`      // beside the document
}

// head says what is asked of the result, and of which replicates; more is what else
// decides the answer.
func (q *question) head(about string, replicates []int, more ...string) whyHead {
	head := whyHead{
		Version: jsonVersion, Verb: "why", About: about, Result: q.manifest.Inputs, Seed: q.seed.value,
		Judged: q.sets[0].name, Replicates: replicates, Files: []string{},
	}
	for _, world := range q.worlds {
		head.Scenarios = append(head.Scenarios, q.names()[world])
	}
	var text strings.Builder
	fmt.Fprintf(&text, "skillmix why %s %d\nresult %s\nreplicates %v\nscenarios %q\n", about, head.Version, head.Result, head.Replicates, head.Scenarios)
	for _, line := range more {
		fmt.Fprintf(&text, "%q\n", line)
	}
	head.Inputs = store.Checksum([]byte(text.String()))
	return head
}

// replicates is the one that flips and stories are of, as a list.
func (q *question) replicates() []int { return []int{int(q.options.replicate.value)} }
