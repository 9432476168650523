package main

import (
	"encoding/json"

	"skillmix/answer"
	"skillmix/answer/gates"
	"skillmix/answer/ledger"
)

// whyDocument is what why.json holds and --json prints.
type whyDocument struct {
	whyHead
	Finding string `json:"finding"`         // of the result
	Pairs   int    `json:"pairs_of_result"` // complete ones, of which replicates were run again
	// Ledger is null where the result has one scenario.
	Ledger *whyLedgerDocument `json:"ledger"`
	// Barriers are of settings as a whole; barriers.csv has all groups.
	Barriers []whyBarriersDocument `json:"barriers"`
	Reading  string                `json:"reading,omitempty"`
	Notes    []string              `json:"notes"`
}

// whyLedgerDocument is a gap parted over barriers.
type whyLedgerDocument struct {
	A        string            `json:"a"` // the gap is a minus b
	B        string            `json:"b"`
	Measure  string            `json:"measure"`
	Unit     string            `json:"unit"`
	Setting  string            `json:"setting"`
	Month    string            `json:"month"`
	Verdict  string            `json:"verdict"` // resolved, unresolved, alike or once
	Sentence string            `json:"sentence"`
	Gap      whyPartDocument   `json:"gap"`
	Parts    []whyPartDocument `json:"parts"`
	Left     whyPartDocument   `json:"left"`
}

// whyPartDocument is a row of the ledger. Amounts of parts and of what is left add up
// to the gap's, and so do texts.
type whyPartDocument struct {
	Part  string         `json:"part"`
	Gates []string       `json:"gates,omitempty"`
	Open  string         `json:"open,omitempty"` // what is so where the barrier is held open
	Text  string         `json:"text"`           // the amount as the table shows it
	Value json.Number    `json:"amount"`
	Share *answer.Number `json:"share"` // of the gap; null where the gap is not resolved
	Low   *answer.Number `json:"low95"` // interval of the mean over pairs; null for a single one
	High  *answer.Number `json:"high95"`
	MCSE  *answer.Number `json:"mcse"`
	First answer.Number  `json:"opened_first"`
	Last  answer.Number  `json:"opened_last"`
}

// whyBarriersDocument counts proposals of a setting by gate.
type whyBarriersDocument struct {
	Scenario   string               `json:"scenario"`
	Setting    string               `json:"setting"`
	CountedIn  string               `json:"counted_in"` // result or rerun
	Runs       int                  `json:"runs"`
	Proposals  int64                `json:"proposals"` // over all runs
	UnitMonths *int64               `json:"unit_months"`
	Without    int64                `json:"unit_months_without_proposal"`
	Gates      []whyGateDocument    `json:"gates"`
	Together   []whyGateSetDocument `json:"together,omitempty"` // every two gates, whatever else failed
}

// whyGateDocument counts proposals that failed at a gate, and there alone.
type whyGateDocument struct {
	Gate   string `json:"gate"`
	Failed int64  `json:"failed"`
	Alone  int64  `json:"alone"`
}

// whyGateSetDocument counts proposals that failed at several gates.
type whyGateSetDocument struct {
	Gates     []string `json:"gates"`
	Proposals int64    `json:"proposals"`
}

var verdictNames = map[ledger.Verdict]string{
	ledger.Once: "once", ledger.Alike: "alike", ledger.Unresolved: "unresolved", ledger.Resolved: "resolved",
}

// document tells the explanation.
func (e *explanation) document(head whyHead) *whyDocument {
	document := &whyDocument{
		whyHead: head, Finding: e.asked.manifest.Finding, Pairs: e.pairs, Barriers: []whyBarriersDocument{}, Notes: e.notes(),
	}
	for _, counts := range [][]gates.Counts{e.recorded, e.again} {
		for i := range counts {
			if counts[i].Group == "all" {
				document.Barriers = append(document.Barriers, barriersDocument(&counts[i]))
			}
		}
	}
	if e.ledger != nil {
		document.Ledger, document.Reading = ledgerDocument(e.ledger), ledger.Reading
	}
	return document
}

func ledgerDocument(l *ledger.Ledger) *whyLedgerDocument {
	document := &whyLedgerDocument{
		A: l.A, B: l.B, Measure: l.Measure, Unit: l.Unit, Setting: l.Setting, Month: l.Month.String(),
		Verdict: verdictNames[l.Verdict], Sentence: l.String(),
		Gap: partDocument(l, &l.Whole), Left: partDocument(l, &l.Left),
	}
	for i := range l.Parts {
		part := partDocument(l, &l.Parts[i])
		part.Gates, part.Open = ledger.Barriers[i].Gates, ledger.Barriers[i].Open
		document.Parts = append(document.Parts, part)
	}
	return document
}

func partDocument(l *ledger.Ledger, part *ledger.Part) whyPartDocument {
	document := whyPartDocument{
		Part: part.Name, Text: l.Text(part), Value: json.Number(l.Amount(part)),
		First: answer.Number(part.First), Last: answer.Number(part.Last),
	}
	number := func(x float64) *answer.Number { n := answer.Number(x); return &n }
	if l.Shares() {
		document.Share = number(part.Mean / l.Whole.Mean)
	}
	if part.N > 1 {
		low, high := part.MeanInterval()
		document.Low, document.High, document.MCSE = number(low), number(high), number(part.MCSE)
	}
	return document
}

func barriersDocument(c *gates.Counts) whyBarriersDocument {
	document := whyBarriersDocument{
		Scenario: c.Scenario, Setting: c.Setting, CountedIn: c.CountedIn(), Runs: c.Runs,
		Proposals: c.Proposals, Without: c.Without,
	}
	if c.UnitMonths >= 0 {
		document.UnitMonths = &c.UnitMonths
	}
	for i, gate := range c.Gates {
		document.Gates = append(document.Gates, whyGateDocument{gate, c.Failed[i], c.Alone[i]})
	}
	for _, couple := range c.Couples() {
		document.Together = append(document.Together, whyGateSetDocument{couple.Gates, couple.Proposals})
	}
	return document
}
