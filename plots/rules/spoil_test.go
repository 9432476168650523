package rules_test

import (
	"regexp"
	"strings"

	"skillmix/plots"
	"skillmix/sim"
)

// goodFigure has two panels and something of everything that a figure may have.
func goodFigure() *plots.Figure {
	start := sim.MonthOf(2019, 4)
	rising := func(label string, by float64) plots.Series {
		s := plots.Series{Label: label, Start: start}
		var run []float64
		for i := range 6 {
			value := by * float64(i)
			s.Median = append(s.Median, value)
			s.Low80, s.High80 = append(s.Low80, 0.9*value), append(s.High80, 1.2*value)
			run = append(run, 1.1*value)
		}
		s.Trajectories = [][]float64{run}
		return s
	}
	panel := func(heading string) plots.Panel {
		return plots.Panel{
			Heading:  heading,
			Series:   []plots.Series{rising("New money", 2), rising("Budget transfer", 1)},
			Levels:   []plots.Level{{Value: 7, Label: "Target"}},
			Observed: []plots.Points{{Label: "Reported by 438 networks", Months: []sim.Month{start + 2}, Values: []float64{3}}},
		}
	}
	return &plots.Figure{
		Title:    "New money puts twice as many people in post as transfer, in trusts and in primary care networks alike",
		Subtitle: "Practitioners in post per 1,000 staff, England, April to September 2019",
		Source:   "scenarios new-money 3f9a61c2 and budget-transfer b07d55e4; seed 1; 64 paired runs of each.",
		Alt:      "New money puts twice as many people in post as transfer, in trusts and in primary care networks alike. Both begin at zero.",
		Panels:   []plots.Panel{panel("Trusts"), panel("Networks")},
	}
}

// goodWaterfall has a step that takes, one that adds and errors.
func goodWaterfall() *plots.Waterfall {
	return &plots.Waterfall{
		Title:    "Consent explains the gap",
		Subtitle: "Gap in practitioners in post in March 2029, per 1,000 staff, metropolitan",
		Source:   "scenarios new-money 3f9a61c2 and budget-transfer b07d55e4; seed 1; 16 paired runs of each.",
		Alt:      "Consent explains the gap. Of 2.0, consent takes 1.8.",
		Unit:     "per 1,000 staff",
		Total:    plots.Bar{Label: "Gap", Value: "2.0", Amount: 2},
		Steps:    []plots.Step{{Label: "Consent", Value: "−1.8", Amount: 1.8, Error: 0.2}, {Label: "Finance", Value: "+0.3", Amount: -0.3, Error: 0.1}},
		Left:     plots.Bar{Label: "Left", Value: "0.5", Amount: 0.5},
	}
}

// A spoiling makes a good chart bad in one way.
type spoiling func(svg string) string

// with puts something in the place of every occurrence of something else.
func with(old, new string) spoiling {
	return func(svg string) string { return strings.ReplaceAll(svg, old, new) }
}

// within changes a part of a chart that has no parts itself: the first one whose
// tag begins with the given attributes.
func within(attributes string, change spoiling) spoiling {
	pattern := regexp.MustCompile(`(?s)<g data-part=` + regexp.QuoteMeta(attributes) + `.*?</g>\n`)
	return func(svg string) string {
		at := pattern.FindStringIndex(svg)
		if at == nil {
			return svg
		}
		return svg[:at[0]] + change(svg[at[0]:at[1]]) + svg[at[1]:]
	}
}

// without leaves a part out, wherever it stands.
func without(attributes string) spoiling {
	pattern := regexp.MustCompile(`(?s)<g data-part=` + regexp.QuoteMeta(attributes) + `.*?</g>\n`)
	return func(svg string) string { return pattern.ReplaceAllString(svg, "") }
}

// matching puts something in the place of whatever matches a pattern.
func matching(pattern, new string) spoiling {
	compiled := regexp.MustCompile(pattern)
	return func(svg string) string { return compiled.ReplaceAllString(svg, new) }
}

// lastOf changes the last occurrence only.
func lastOf(old, new string) spoiling {
	return func(svg string) string {
		at := strings.LastIndex(svg, old)
		if at < 0 {
			return svg
		}
		return svg[:at] + new + svg[at+len(old):]
	}
}
