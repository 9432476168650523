package main

import (
	"encoding/json"
	"math"

	"skillmix/answer"
	"skillmix/sim"
)

// jsonSummary is a measure over runs, or a difference over pairs.
type jsonSummary struct {
	N        int           `json:"n"`
	Mean     answer.Number `json:"mean"`
	MCSE     answer.Number `json:"mcse"`
	MeanLow  answer.Number `json:"mean_low"`
	MeanHigh answer.Number `json:"mean_high"`
	Median   answer.Number `json:"median"`
	P2_5     answer.Number `json:"p2_5"`
	P10      answer.Number `json:"p10"`
	P90      answer.Number `json:"p90"`
	P97_5    answer.Number `json:"p97_5"`
}

// summaryOf writes a summary: what a single run cannot tell is null.
func summaryOf(s sim.Summary) *jsonSummary {
	low, high := s.MeanInterval()
	summary := &jsonSummary{
		N: s.N, Mean: answer.Number(s.Mean), MCSE: answer.Number(s.MCSE), MeanLow: answer.Number(low), MeanHigh: answer.Number(high),
		Median: answer.Number(s.Median), P2_5: answer.Number(s.P2_5), P10: answer.Number(s.P10), P90: answer.Number(s.P90), P97_5: answer.Number(s.P97_5),
	}
	if s.Independent < 2 {
		summary.MCSE = missing
	}
	return summary
}

// orNull is summaryOf, or null for none.
func orNull(s *sim.Summary) *jsonSummary {
	if s == nil {
		return nil
	}
	return summaryOf(*s)
}

// missing is written as null.
var missing = answer.Number(math.NaN())

// pounds writes pence as pounds with two decimals.
func pounds(pence int64) json.Number { return json.Number(answer.Pounds(pence)) }
