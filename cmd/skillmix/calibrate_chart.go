package main

import (
	"fmt"
	"math"

	"skillmix/answer/calibration"
	"skillmix/plots"
	"skillmix/sim"
)

// spreadChart draws the simulated share of urgent and emergency services that
// have adopted, and beside it the surveyed shares of emergency departments with
// a nurse practitioner, as many months after the first survey as the simulated
// share is after reaching it. It fails if the simulated share never does, or
// only when the run is nearly over.
func spreadChart(report *calibration.Report) (*plots.Figure, error) {
	t := report.Trusts.Default
	if t.Reached == 0 || len(t.Surveys) < 2 || math.IsNaN(t.Surveys[1].Simulated) {
		return nil, usage("the spread over emergency services cannot be drawn: the simulated share does not reach the first survey's in time; a larger --population may")
	}
	first, second := t.Surveys[0], t.Surveys[1]
	years := float64(second.Month-first.Month) / 12
	title := fmt.Sprintf("%.1f years after the first %.0f%%, %.0f%% of simulated urgent and emergency services had adopted advanced clinical practitioners, "+
		"and %.0f%% of emergency departments surveyed had adopted nurse practitioners", years, 100*first.Observed, 100*second.Simulated, 100*second.Observed)
	simulated := plots.Series{Label: "advanced clinical practitioners, simulated", Start: report.Trusts.Start}
	for _, share := range t.Shares {
		simulated.Median = append(simulated.Median, 100*share)
	}
	surveyed := plots.Points{Label: fmt.Sprintf("nurse practitioners, surveys of %d to %d, moved to where the first has the simulated share", first.Month.Year(), t.Surveys[len(t.Surveys)-1].Month.Year())}
	for _, survey := range t.Surveys {
		if at := t.Reached + survey.Month - first.Month; at < report.Trusts.Start+sim.Month(len(t.Shares)) {
			surveyed.Months = append(surveyed.Months, at)
			surveyed.Values = append(surveyed.Values, 100*survey.Observed)
		}
	}
	return &plots.Figure{
		Title:    title,
		Subtitle: "Share of services or departments that ever adopted the role, per cent; scenario history, " + report.Trusts.Population + "; shape only",
		Source:   fmt.Sprintf("skillmix calibrate, scenario history %.12s, seed %d, mean of %d runs. Surveys: docs/calibration.md.", report.Trusts.SHA256, report.Seed, report.Trusts.Replicates),
		Alt: title + ". The simulated share reaches " + fmt.Sprintf("%.0f%% in %v", 100*first.Observed, t.Reached) +
			"; the surveys asked different departments about another role, so that only the shape can be compared.",
		Panels: []plots.Panel{{Series: []plots.Series{simulated}, Observed: []plots.Points{surveyed}}},
	}, nil
}
