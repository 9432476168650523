package store

import (
	"bytes"
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
	Shard        *Shard          `json:"shard,omitempty"` // of an incomplete result
	Runs         RunCounts       `json:"runs"`
	Finding      string          `json:"finding"`
	Lead         string          `json:"lead,omitempty"`    // the first sentence of the finding: where each scenario ends
	Pairing      string          `json:"pairing,omitempty"` // what the pairing of runs saved
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
	Points       int      `json:"points"`      // of a grid or sample; 1 where nothing is varied
	Fixed        bool     `json:"fixed"`       // judged values held at their defaults in all runs
	Detail       string   `json:"detail"`      // what is kept of each run: year, month or units
	Twins        bool     `json:"csv"`         // tables in CSV too
	Sets         []string `json:"sets"`        // sources of spread of each set of runs
	TablesFrom   string   `json:"tables_from"` // the set that summary.csv, comparison.csv and the chart describe
	JudgedValues int      `json:"judged_values"`
	// Precision is there where the runs went on until the headline difference was
	// known so well.
	Precision *Precision `json:"precision,omitempty"`
}

// Precision says how long runs were to go on, and how well the headline difference
// is known.
type Precision struct {
	Asked          float64 `json:"asked"` // half-width of the 95% interval of the mean
	Begin          int     `json:"begin_replicates"`
	MostReplicates int     `json:"most_replicates"`
	HalfWidth      float64 `json:"half_width"`
	Reached        bool    `json:"reached"`
}

// A Shard is a share of a result's parts: those whose number leaves Index when
// divided by Count.
type Shard struct {
	Index int `json:"index"` // from 0
	Count int `json:"count"`
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
	Program  string    `json:"program"` // SHA-256 of the program's file
	Seal     string    `json:"seal"`    // SHA-256 of the manifest's text before "execution"; Write fills it in
}

// Write writes the manifest as indented JSON, with its seal.
func (m *Manifest) Write(w io.Writer) error {
	sealed := *m
	text, err := sealed.text()
	if err != nil {
		return err
	}
	sealed.Execution.Seal = sealOf(text)
	if text, err = sealed.text(); err != nil {
		return err
	}
	_, err = w.Write(text)
	return err
}

func (m *Manifest) text() ([]byte, error) {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err := encoder.Encode(m)
	return text.Bytes(), err
}

// sealOf is the checksum of what stands before the execution, which comes last.
func sealOf(text []byte) string {
	end := bytes.LastIndex(text, []byte("\n  \"execution\": {"))
	return Checksum(text[:max(end, 0)])
}
