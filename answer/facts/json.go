package facts

import (
	"encoding/json"
	"io"
	"math"
)

// JSONVersion is the version of what WriteJSON writes. It changes when a
// reader could misunderstand.
const JSONVersion = 1

type jsonDocument struct {
	Version int         `json:"version"`
	Verb    string      `json:"verb"`
	Seed    uint64      `json:"seed"`
	Facts   []jsonFact  `json:"facts"`
	Summary jsonSummary `json:"summary"`
}

type jsonFact struct {
	ID           string            `json:"id"`
	Claim        string            `json:"claim"`
	Source       string            `json:"source"`
	Basis        string            `json:"basis"`
	Kind         string            `json:"kind"`
	Verdict      Verdict           `json:"verdict"`
	Reason       string            `json:"reason,omitempty"`
	Population   string            `json:"population"`
	Months       int               `json:"months"`
	Replicates   int               `json:"replicates"`
	Fixed        bool              `json:"fixed"`
	Expectations []jsonExpectation `json:"expectations"`
	Ablations    []jsonAblation    `json:"ablations"`
}

type jsonExpectation struct {
	Effect     string   `json:"effect"`
	Expression string   `json:"expression"`
	Value      *float64 `json:"value"`
	Low        *float64 `json:"low"`
	High       *float64 `json:"high"`
	Confidence float64  `json:"confidence"`
	AtLeast    *float64 `json:"at_least"`
	AtMost     *float64 `json:"at_most"`
	Above      *float64 `json:"above"`
	Below      *float64 `json:"below"`
	Met        bool     `json:"met"`
	Shown      float64  `json:"shown"`
	Defined    int      `json:"defined"`
}

type jsonAblation struct {
	Off          []string          `json:"off"`
	Survives     bool              `json:"survives"`
	Expectations []jsonExpectation `json:"expectations"`
}

type jsonSummary struct {
	All      jsonCount `json:"all"`
	Emergent jsonCount `json:"emergent"`
	BuiltIn  jsonCount `json:"built_in"`
}

type jsonCount struct {
	Facts     int `json:"facts"`
	Hold      int `json:"hold"`
	Fail      int `json:"fail"`
	Open      int `json:"open"`
	OpenHolds int `json:"open_but_hold"`
}

// WriteJSON writes outcomes as one JSON document, in the shape that
// docs/facts.md describes. Figures that are not defined, and ends of intervals
// that are not bounded, are null.
func WriteJSON(w io.Writer, outcomes []Outcome, seed uint64) error {
	document := jsonDocument{
		Version: JSONVersion, Verb: "facts", Seed: seed, Facts: []jsonFact{},
		Summary: jsonSummary{counted(outcomes, ""), counted(outcomes, "emergent"), counted(outcomes, "built-in")},
	}
	for _, o := range outcomes {
		fact := jsonFact{
			ID: o.ID, Claim: o.Claim, Source: o.Source, Basis: o.Basis, Kind: o.Kind, Verdict: o.Verdict, Reason: o.Reason,
			Population: o.Population, Months: o.Months, Replicates: o.Replicates, Fixed: o.Fixed,
			Expectations: o.expectationsOf(o.Judgements), Ablations: []jsonAblation{},
		}
		for _, ablation := range o.Ablations {
			fact.Ablations = append(fact.Ablations, jsonAblation{ablation.Off, ablation.Survives, o.expectationsOf(ablation.Judgements)})
		}
		document.Facts = append(document.Facts, fact)
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(document)
}

func (o *Outcome) expectationsOf(judgements []Judgement) []jsonExpectation {
	all := []jsonExpectation{}
	for i, j := range judgements {
		e := &o.Expectations[i]
		all = append(all, jsonExpectation{
			Effect: e.Effect, Expression: e.Expression,
			Value: finite(j.Value), Low: finite(j.Low), High: finite(j.High), Confidence: e.Confidence,
			AtLeast: e.AtLeast, AtMost: e.AtMost, Above: e.Above, Below: e.Below, Met: j.Met, Shown: j.Shown, Defined: j.Replicates,
		})
	}
	return all
}

// finite returns nil for what JSON has no number for.
func finite(value float64) *float64 {
	if math.IsNaN(value) || math.IsInf(value, 0) {
		return nil
	}
	return &value
}

func counted(outcomes []Outcome, kind string) jsonCount {
	count := Tally(outcomes, kind)
	return jsonCount{count.Facts, count.Held, count.Failed, count.Open, count.OpenHolds}
}
