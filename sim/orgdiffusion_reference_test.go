package sim_test

import (
	"context"
	"encoding/csv"
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"testing"

	"skillmix/sim"
)

// A figure is a line of the reference: an output's mean over runs.
type figure struct {
	month  int // 1 to 120
	output string
	mean   float64
	spread float64 // standard deviation between runs
	runs   float64
}

// places are the groups and columns of the reference's outputs.
var places = map[string][2]int{
	"mean posts": {0, 0}, "share adopting": {0, 1},
	"final mean a-1": {1, 2}, "final mean b-1": {1, 3}, "final mean A": {1, 4}, "final mean K": {1, 5},
}

// reference reads the figures that came with the task.
func reference(t *testing.T) []figure {
	t.Helper()
	file, err := os.Open("testdata/orgdiffusion.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	reader := csv.NewReader(file)
	reader.Comment = '#'
	lines, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	number := func(text string) float64 {
		value, err := strconv.ParseFloat(text, 64)
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
	var figures []figure
	for _, line := range lines[1:] {
		if _, known := places[line[1]]; !known {
			t.Fatalf("the reference has an output %q, which is not compared", line[1])
		}
		figures = append(figures, figure{int(number(line[0])), line[1], number(line[2]), number(line[3]), number(line[4])})
	}
	return figures
}

// means returns the mean of each figure's output over replicates of the
// reference task under the given rates. Under the race detector it skips the
// test: a run takes twenty times as long there and shares nothing that the
// runs of the pool's own tests do not.
func means(t *testing.T, figures []figure, given rates, replicates int) []float64 {
	t.Helper()
	if build, ok := debug.ReadBuildInfo(); ok && slices.Contains(build.Settings, debug.BuildSetting{Key: "-race", Value: "true"}) {
		t.Skip("too many runs for the race detector")
	}
	peers := acquaint(2500)
	e := &sim.Experiment{
		Layout: diffusionLayout(t), Start: april, Months: 120, Points: 1, Replicates: replicates,
		NewWorker: func() sim.Worker { return &founder{seed: 1, points: []rates{given}, peers: peers} },
	}
	records, err := sim.Execute(context.Background(), e, runtime.GOMAXPROCS(0), nil)
	if err != nil {
		t.Fatal(err)
	}
	means := make([]float64, len(figures))
	for i := range figures {
		at := places[figures[i].output]
		for _, record := range records {
			value, kept := record.Value(figures[i].month-1, at[0], at[1])
			if !kept {
				t.Fatalf("month %d has no %s", figures[i].month, figures[i].output)
			}
			means[i] += value / float64(replicates)
		}
	}
	return means
}

// worst returns how far the means of so many replicates are from the
// reference, at most: in standard errors of the difference, and as a share.
func worst(figures []figure, means []float64, replicates int) (errors, share float64) {
	for i, f := range figures {
		standardError := f.spread * math.Sqrt(1/f.runs+1/float64(replicates))
		errors = max(errors, math.Abs(means[i]-f.mean)/standardError)
		share = max(share, math.Abs(means[i]-f.mean)/f.mean)
	}
	return errors, share
}

// The bounds are the reference's own.
const (
	mostErrors = 3.5
	mostShare  = 0.02
)

func TestDiffusionAgreesWithTheReference(t *testing.T) {
	replicates := 1000
	if testing.Short() {
		replicates = 250
	}
	figures := reference(t)
	got := means(t, figures, usual, replicates)
	if errors, share := worst(figures, got, replicates); errors >= mostErrors || share >= mostShare {
		t.Errorf("means are up to %.1f standard errors and %.1f%% away from the reference:", errors, 100*share)
		for i, f := range figures {
			t.Errorf("month %d: %s is %.6f; want %.6f", f.month, f.output, got[i], f.mean)
		}
	}
}

// Agreement says something because a run with one rate a little off does not
// agree.
func TestTheReferenceTellsEveryRate(t *testing.T) {
	const replicates = 40
	figures := reference(t)
	for _, test := range []struct {
		alter  func(r *rates)
		agrees bool
		reason string
	}{
		{func(r *rates) {}, true, "the rates of the reference agree with as few runs"},
		{func(r *rates) { r.campaign = 0.0025 }, false, "a quarter more awareness without peers"},
		{func(r *rates) { r.imitation = 0.035 }, false, "a sixth more awareness from peers"},
		{func(r *rates) { r.forgetting = 0.003 }, false, "awareness is lost sooner"},
		{func(r *rates) { r.evaluation = 0.025 }, false, "a quarter more evidence"},
		{func(r *rates) { r.success = 0.65 }, false, "less success"},
		{func(r *rates) { r.retention = math.Pow(0.5, 1.0/30) }, false, "evidence halves half a year sooner"},
		{func(r *rates) { r.proposal = 0.055 }, false, "a tenth more proposals"},
		{func(r *rates) { r.income = 0.01 }, false, "half the money"},
		{func(r *rates) { r.persuasion = 0.02 }, false, "twice the persuasion: few organisations have posts to be persuaded by"},
		{func(r *rates) { r.departure = 0.012 }, false, "a fifth more departures"},
	} {
		altered := usual
		test.alter(&altered)
		errors, share := worst(figures, means(t, figures, altered, replicates), replicates)
		if t.Logf("%s: %.1f standard errors, %.1f%%", test.reason, errors, share*100); errors < mostErrors != test.agrees {
			t.Errorf("%s: up to %.1f standard errors away from the reference; agrees: %v", test.reason, errors, test.agrees)
		}
	}
}

func TestAcquaintanceIsTheGraphOfTheReference(t *testing.T) {
	for _, n := range []int{500, 2500, 25000} {
		peers, seen := acquaint(n), make([]int, n)
		for i := range peers {
			for k, peer := range peers[i] {
				seen[peer]++
				if int(peer) == i || slices.Contains(peers[i][:k], peer) {
					t.Fatalf("%d organisations: %d looks at itself or at one twice: %v", n, i, peers[i])
				}
				for _, other := range peers[i] {
					if slices.Contains(peers[peer][:], other) {
						t.Fatalf("%d organisations: of the peers of %d, %d looks at %d", n, i, peer, other)
					}
				}
			}
		}
		for i := range seen {
			if seen[i] != 6 {
				t.Fatalf("%d organisations: %d is looked at by %d; want 6", n, i, seen[i])
			}
		}
	}
}
