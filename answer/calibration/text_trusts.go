package calibration

import (
	"fmt"
	"math"
)

func (p *page) trusts(t *Trusts) {
	if t == nil {
		return
	}
	p.line("Trusts (scenario history, April 2000 to March 2019, population %s, %d replicates of each of %d", t.Population, t.Replicates, t.Trials)
	p.line("trials). Fitted to ranges, since no count of ACPs by year exists: a median of 1 to 8 ACPs per")
	p.line("1,000 staff; mental health most often without any; over half of ACPs in the four services")
	p.line("supported until 2005; single posts commonest; and the shape of the spread of emergency nurse")
	p.line("practitioners. Objective: squared errors in tolerances, summed. It falls from %.2f to %.2f; with", t.Default.Score(), t.Fitted.Score())
	p.line("other luck, which the search never saw, it is %.2f.", t.Fresh.Score())
	p.line("")
	rows := []string{"parameter\tdefault\tfitted\tplausible\t"}
	for _, v := range t.Parameters {
		rows = append(rows, fmt.Sprintf("%s\t%s\t%s\t%s\t%s", v.Name, Plain(v.Default), Plain(v.Fitted), span(v.Low, v.High), edge(v)))
	}
	p.table(rows)
	p.line("March 2019 with one thing changed at a time. Mental health: its share without an ACP, less the next")
	p.line("kind's. Spread: root mean square of simulated less surveyed shares. * marks what is outside")
	rows = []string{"change\tobjective\tmedian\tall staff\tmental health\tsupported\tcommonest\tspread"}
	for _, trial := range append([]TrustTrial{{"none: defaults", t.Default}, {"fitted", t.Fitted}}, t.Varied...) {
		f := trial.Figures
		median, none, supported, single := f.Within()
		rows = append(rows, fmt.Sprintf("%s\t%.2f\t%.2f%s\t%.2f\t%+.2f%s\t%.2f%s\t%.1f%s\t%s", trial.Change, f.Score(), f.Median, star(median), f.All,
			f.NoneOverNext, star(none), f.Supported, star(supported), f.Commonest, star(single), f.offSpread()))
	}
	p.table(rows)
	p.line("Share of trusts without an ACP, defaults")
	rows = nil
	for _, kind := range t.Default.Kinds {
		rows = append(rows, fmt.Sprintf("%s\t%s", kind, percent(t.Default.None[kind])))
	}
	p.table(rows)
	p.line("Emergency nurse practitioners 1991 to 2003 beside ACPs in urgent and emergency services, aligned on")
	if t.Default.Reached == 0 {
		p.line("the first survey's share, which the simulated services never reach.")
		return
	}
	p.line("the first survey's share, which the simulated services reach in %v (shape only)", t.Default.Reached)
	rows = []string{"years after\tsurveyed\tdefaults\tfitted\twho was asked"}
	for i, survey := range t.Default.Surveys {
		fitted := math.NaN()
		if i < len(t.Fitted.Surveys) {
			fitted = t.Fitted.Surveys[i].Simulated
		}
		rows = append(rows, fmt.Sprintf("%.1f\t%s\t%s\t%s\t%s", float64(survey.Month-t.Default.Surveys[0].Month)/12, percent(survey.Observed),
			reachedShare(survey.Simulated), reachedShare(fitted), survey.Scope))
	}
	p.table(rows)
}

// reachedShare writes a simulated share of services.
func reachedShare(share float64) string {
	if math.IsNaN(share) {
		return "after the run"
	}
	return percent(share)
}

// offSpread writes how far the spread is from the surveys.
func (f TrustFigures) offSpread() string {
	if off := f.spreadError(); !math.IsNaN(off) {
		return fmt.Sprintf("%.2f", off)
	}
	return "never begins"
}
