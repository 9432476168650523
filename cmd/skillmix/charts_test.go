package main

import (
	"bytes"
	"context"
	"errors"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"skillmix/answer"
	"skillmix/answer/charts"
	"skillmix/plots"
	"skillmix/plots/rules"
	"skillmix/scenarios"
	"skillmix/sim"
	"skillmix/sim/store"
)

// TestChartsOfPairs runs comparisons of built-in scenarios that a fixed seed picks, and
// checks every chart that they write.
func TestChartsOfPairs(t *testing.T) {
	unlessShort(t)
	wanted := 10
	w := newPlace(t)
	all := scenarios.List()
	luck := sim.NewChance(6, 0).Draws(0, sim.Always)
	for try := uint64(0); wanted > 0; try++ {
		if try == 200 {
			t.Fatal("hardly any two scenarios can be compared")
		}
		pick := func(entity uint64) string { return all[int(luck.Uniform(entity)*float64(len(all)))].Name }
		a, b := pick(2*try), pick(2*try+1)
		folder := w.path(a + "-and-" + b)
		if _, err := os.Stat(folder); a == b || err == nil {
			continue
		}
		said := w.run("run", a, b, "--set", "population.preset=classroom", "--set", "time.start=2019-07", "--set", "time.months=21", "--reps", "3", "--out", folder)
		if said.code == 3 {
			continue // other roles, or months that do not fit
		}
		wanted--
		if said.code != 0 {
			t.Errorf("%s and %s: %+v", a, b, said)
			continue
		}
		checkCharts(t, folder)
	}
}

// checkCharts checks the charts of a result.
func checkCharts(t *testing.T, folder string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "charts", "*.svg"))
	if err != nil || len(files) < 2 {
		t.Errorf("%s has the charts %v: %v", filepath.Base(folder), files, err)
	}
	for _, file := range files {
		where := filepath.Base(folder) + ", " + filepath.Base(file)
		svg, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range rules.Faults(svg) {
			t.Errorf("%s: %s", where, fault)
		}
		for _, wrong := range []string{"NaN", "Inf"} {
			if bytes.Contains(svg, []byte(wrong)) {
				t.Errorf("%s has %s", where, wrong)
			}
		}
		if _, err := os.Stat(strings.TrimSuffix(file, ".svg") + ".png"); err != nil {
			t.Error(err)
		}
	}
}

// TestOrganisationsAreThoseOfTheRuns compares what runs that are made again show of
// single networks with what the runs themselves recorded: their mean.
func TestOrganisationsAreThoseOfTheRuns(t *testing.T) {
	t.Parallel()
	options := newRunOptions()
	options.overrules = []string{"population.preset=classroom", "time.months=24"}
	options.reps = wholeNumber{value: 3, given: true}
	plan, err := newPlan([]string{"arrs-extended", "arrs-ends-2024"}, *options)
	if err != nil {
		t.Fatal(err)
	}
	folder, err := store.Open(filepath.Join(t.TempDir(), "made"), plan.identity, false)
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Leave()
	job := store.Job{Sweep: plan.sweep, Folder: folder, Jobs: 2, Last: plan.sweep.Parts(), Stride: 1, Stop: true}
	if err := job.Run(context.Background()); err != nil {
		t.Fatal(err)
	}
	reader, err := store.NewReader(folder.Path(), plan.sweep, plan.sweep.Parts())
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	runs, err := plan.runsOf(reader, 0)
	if err != nil {
		t.Fatal(err)
	}
	recorded, err := answer.HeadlineByPair(runs, plan.headline())
	if err != nil {
		t.Fatal(err)
	}
	again, err := plan.organisations(context.Background(), runs)
	if err != nil {
		t.Fatal(err)
	}
	for world := range recorded {
		for pair, want := range recorded[world] {
			if got := sim.Summarize(again.Values[world][pair]).Mean; math.Abs(got-want) > 1e-9 || want == 0 {
				t.Errorf("run %d of %s: networks have %v on average, and %v was recorded", pair, plan.names()[world], got, want)
			}
		}
	}
	ended, end := context.WithCancel(context.Background())
	end()
	if _, err := plan.organisations(ended, runs); !errors.Is(err, context.Canceled) {
		t.Errorf("interrupted: %v", err)
	}
}

func TestDrawingNamesTheChartThatFails(t *testing.T) {
	good := &plots.Figure{
		Title: "t", Subtitle: "s", Source: "s", Alt: "a",
		Panels: []plots.Panel{{Series: []plots.Series{{Label: "l", Start: sim.MonthOf(2020, 1), Median: []float64{1}}}}},
	}
	bad := *good
	bad.Title = ""
	charts := []charts.Drawn{{Name: "first", Figure: good}, {Name: "none", Why: "There is nothing."}, {Name: "second", Figure: &bad}}
	if _, err := drawAll(charts, 2); err == nil || !strings.Contains(err.Error(), "the chart second: ") {
		t.Errorf("a figure without a title: %v", err)
	}
	one, err := drawAll(charts[:2], 1)
	if err != nil {
		t.Fatal(err)
	}
	many, err := drawAll(charts[:2], 8)
	if err != nil {
		t.Fatal(err)
	}
	if len(one) != 1 || one[0].name != "first" || !bytes.Equal(one[0].svg, many[0].svg) || !bytes.Equal(one[0].png, many[0].png) {
		t.Error("pictures depend on the number of workers, or one of no figure was made")
	}
}
