package main

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"

	"skillmix/answer/calibration"
	"skillmix/model"
	"skillmix/plots/rules"
	"skillmix/scenarios"
	"skillmix/sim"
)

// The scheme as it happened: what the model is held to with its defaults, by
// one region's networks. Quarters after September 2021 are told by calibrate,
// and held to nothing.
func TestDefaultsMeetWhatNetworksReported(t *testing.T) {
	b, err := newBench(context.Background(), "metropolitan", defaultSeed, 6, 2)
	if err != nil {
		t.Fatal(err)
	}
	s, err := b.run(b.defaults())
	if err != nil {
		t.Fatal(err)
	}
	factor := b.targets.Judge(s).Factor
	for i, panel := range b.targets.Panels {
		for q := range b.targets.Fitted(i) {
			got := s.Panels[i].Mean[q] * factor
			if off := got/panel.Mean[q] - 1; math.Abs(off) > 0.15 {
				t.Errorf("%d networks in %v: %.2f FTE simulated as reported, %.2f reported, %+.0f%%", panel.Networks, panel.Quarters[q], got, panel.Mean[q], 100*off)
			}
		}
		if included := s.Panels[i].Included; included < 0.8 {
			t.Errorf("%v: only %.2f of networks have staff", panel.Start, included)
		}
	}
	if math.Abs(s.Unspent-b.targets.Unspent) > 0.10 {
		t.Errorf("%.2f of 2020/21 is unspent, reported %.2f", s.Unspent, b.targets.Unspent)
	}
	if _, wrong := b.targets.Order(s, 0, b.targets.Fitted(0)-1); len(wrong) > 0 {
		t.Errorf("roles the other way round: %v", wrong)
	}
	if math.Abs(factor-scenarios.ReportingFactor) > 0.05 {
		t.Errorf("charts divide by %v, and %.3f fits the defaults", scenarios.ReportingFactor, factor)
	}
}

// A trial changes its parameters and roles' appeal, and not the scenario.
func TestTrialSettings(t *testing.T) {
	usual := &model.Settings{}
	usual.Parameters[model.PcnSupply] = model.Prior{Low: 1, Default: 2, High: 3}
	tried := trial{appeals: []float64{7}}.with(model.PcnPace, 5)
	tried = tried.with(model.PcnPace, 6)
	settings := tried.settings(usual)
	if settings.Parameters[model.PcnPace].Default != 6 || !settings.Parameters[model.PcnPace].Fixed() || settings.Parameters[model.PcnSupply].Default != 2 {
		t.Errorf("parameters: %v, %v", settings.Parameters[model.PcnPace], settings.Parameters[model.PcnSupply])
	}
	if settings.Roles[0].Appeal != 7 || settings.Roles[1].Appeal != model.Roles[1].Appeal || model.Roles[0].Appeal == 7 || usual.Roles != nil {
		t.Error("appeals are not those of the trial, or the program's were changed")
	}
}

// A panel holds networks with staff at its start, and keeps them; care
// coordinators count from December 2020.
func TestPanelOfSimulatedNetworks(t *testing.T) {
	posts := &networkPosts{
		direct: []float64{0, 2, 4},
		byRole: map[string][]float64{"paramedic": {0, 0, 3}},
	}
	members := posts.staffed()
	if !slices.Equal(members, []bool{false, true, true}) {
		t.Fatalf("members %v", members)
	}
	targets := &calibration.Targets{Panels: []calibration.Panel{{
		Quarters: []sim.Month{coordinatorsFrom}, Mean: []float64{1}, Roles: []string{"paramedic"}, RoleMeans: [][]float64{{1}},
	}}}
	into := &calibration.NewSimulation(targets).Panels[0]
	posts.direct[0] = 9 // hired later: not in the panel
	posts.fill(&targets.Panels[0], into, members, 0)
	if into.Mean[0] != 3 || into.Deviation[0] != 1 || into.RoleMeans[0][0] != 1.5 || into.RoleShares[0][0] != 0.5 {
		t.Errorf("%+v", into)
	}
	for column, want := range map[string]bool{"posts_paramedic": true, "posts_care_coordinator": true, "posts_open": false, "posts_filled": false, "posts_": false, "paramedic": false} {
		if _, found := cutRole(column); found != want {
			t.Errorf("%s holds a role's posts: %v", column, found)
		}
	}
}

// Surveys are set beside the share as many months after it reaches the first
// survey's.
func TestAlign(t *testing.T) {
	surveys := []scenarios.ObservedSpread{{Month: 100, Share: 0.06}, {Month: 102, Share: 0.3}, {Month: 110, Share: 0.6}}
	reached, beside := align(surveys, []float64{0, 0.05, 0.07, 0.1, 0.2, 0.3}, 1000)
	if reached != 1002 || len(beside) != 3 || beside[0].Simulated != 0.07 || beside[1].Simulated != 0.2 || !math.IsNaN(beside[2].Simulated) {
		t.Errorf("reached in %v: %+v", reached, beside)
	}
	if reached, _ := align(surveys, []float64{0, 0.05}, 1000); reached != 0 {
		t.Errorf("never reached, and told as %v", reached)
	}
}

// What is not reached in time cannot be drawn, and what is can be.
func TestSpreadChart(t *testing.T) {
	report := &calibration.Report{Trusts: &calibration.Trusts{Population: "classroom", SHA256: "3f9a61c2d0b84e57", Replicates: 4, Start: 1000,
		Default: calibration.TrustFigures{Shares: []float64{0, 0.1, 0.2, 0.5}}}}
	figures := &report.Trusts.Default
	if _, err := spreadChart(report); err == nil {
		t.Error("drawn without surveys")
	}
	figures.Reached, figures.Surveys = 1001, []calibration.Survey{
		{Month: 100, Observed: 0.06, Simulated: 0.1}, {Month: 102, Observed: 0.3, Simulated: 0.5}, {Month: 109, Observed: 0.6, Simulated: math.NaN()}}
	chart, err := spreadChart(report)
	if err != nil {
		t.Fatal(err)
	}
	if marks := chart.Panels[0].Observed[0]; !slices.Equal(marks.Months, []sim.Month{1001, 1003}) || !slices.Equal(marks.Values, []float64{6, 30}) {
		t.Errorf("marks %+v", marks)
	}
	if !strings.HasPrefix(chart.Title, "0.2 years after the first 6%, 50% of") {
		t.Error(chart.Title)
	}
	svg, err := chart.SVG()
	if err != nil {
		t.Fatal(err)
	}
	for _, fault := range rules.Compare(svg, rules.Figure(chart)) {
		t.Error(fault)
	}
	figures.Surveys[1].Simulated = math.NaN()
	if _, err := spreadChart(report); err == nil {
		t.Error("drawn with the run over before the second survey")
	}
}

func TestRounded(t *testing.T) {
	for value, want := range map[float64]float64{0: 0, 1.04768: 1.048, 0.154961: 0.155, -0.57812: -0.5781, 5909.091: 5909, 22000: 22000, 123456: 123500, 0.3: 0.3} {
		if got := rounded(value); got != want {
			t.Errorf("%v is rounded to %v, want %v", value, got, want)
		}
	}
}
