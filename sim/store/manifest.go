package store

import (
	"encoding/json"
	"io"
	"time"
)

// ManifestName is the name of the manifest in a result.
const ManifestName = "manifest.json"

// Tool is what a manifest of this program calls its maker.
const Tool = "skillmix"

// A Manifest says what a result is and where it came from. Two identical
// runs differ in Execution and in nothing else.
type Manifest struct {
	Tool         string          `json:"tool"`
	Build        Build           `json:"build"`
	StreamLayout int             `json:"stream_layout"`
	Inputs       string          `json:"inputs"` // Inputs.Hash
	Seed         uint64          `json:"seed"`
	Scenarios    []ScenarioEntry `json:"scenarios"`
	Design       Design          `json:"design"`
	Runs         RunCounts       `json:"runs"`
	Finding      string          `json:"finding"`
	Barriers     []string        `json:"barriers"`
	Money        []MoneyEntry    `json:"money"`
	// OfferedAgrees is true where all scenarios that offer programme money
	// offer the same to the penny in every replicate; it is left out where
	// fewer than two offer any.
	OfferedAgrees *bool     `json:"offered_agrees,omitempty"`
	Files         []File    `json:"files"`
	Execution     Execution `json:"execution"`
}

// A ScenarioEntry names a scenario of a result.
type ScenarioEntry struct {
	Name   string `json:"name"`
	Title  string `json:"title"`
	File   string `json:"file"`
	SHA256 string `json:"sha256"` // of the file
}

// Design says which runs were made.
type Design struct {
	Population   string   `json:"population"`
	Redrawn      bool     `json:"population_redrawn_for_each_replicate"`
	Start        string   `json:"start"` // first month, as 2019-04
	Months       int      `json:"months"`
	Headline     string   `json:"headline"` // measure of the finding
	Replicates   int      `json:"replicates"`
	Sets         []string `json:"sets"`        // sources of spread of each set of runs
	TablesFrom   string   `json:"tables_from"` // the set that summary.csv, comparison.csv and the chart describe
	JudgedValues int      `json:"judged_values"`
}

// RunCounts counts runs over all sets and scenarios.
type RunCounts struct {
	Planned int `json:"planned"`
	Done    int `json:"done"`
	Failed  int `json:"failed"`
}

// A MoneyEntry is a scenario's programme money in pounds over the whole run,
// with two decimals: offered exactly, the rest as means over replicates.
type MoneyEntry struct {
	Scenario    string      `json:"scenario"`
	Offered     json.Number `json:"offered"`
	Spent       json.Number `json:"spent_mean"`
	Transferred json.Number `json:"transferred_mean"`
	Unspent     json.Number `json:"unspent_mean"`
}

// Execution is what may differ between two identical runs.
type Execution struct {
	Started  time.Time `json:"started"` // UTC
	Finished time.Time `json:"finished"`
	Command  []string  `json:"command"`
	CPUs     int       `json:"cpus"`
	Jobs     int       `json:"jobs"`
}

// Write writes the manifest as indented JSON.
func (m *Manifest) Write(w io.Writer) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(m)
}
