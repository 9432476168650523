package store

import (
	"context"
	"errors"
	"path/filepath"
	"testing"

	"skillmix/sim"
)

func TestAJobPassesOverWhatIsInPlace(t *testing.T) {
	sweep := toy{points: 1, replicates: 16}.sweep(t)
	folder := opened(t, filepath.Join(t.TempDir(), "result"))
	defer folder.Leave()
	j := job(sweep, folder, 2)
	j.First, j.Stride = 1, 3 // parts 1, 4 and 7
	must(t, j.Run(context.Background()))
	rest := job(sweep, folder, 1)
	if parts, runs := rest.Left(); parts != 5 || runs != 40 {
		t.Errorf("%d parts and %d runs are left; want 5 of 8", parts, runs)
	}
	var places []sim.Place
	worker := sweep.Experiment.NewWorker
	sweep.Experiment.NewWorker = func() sim.Worker { return noting{worker(), sweep.Design, &places} }
	must(t, rest.Run(context.Background()))
	for _, place := range places {
		if part := place.Replicate / 2; part%3 == 1 {
			t.Errorf("replicate %d of part %d was made again", place.Replicate, part)
		}
	}
	if len(places) != 40 {
		t.Errorf("%d runs were made; want 40", len(places))
	}
	places = nil
	must(t, rest.Run(context.Background()))
	if len(places) != 0 {
		t.Errorf("%d runs were made though nothing was left", len(places))
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := rest.Run(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("a job of nothing whose time is over: %v", err)
	}
}

// noting notes which runs are started.
type noting struct {
	sim.Worker
	design sim.Design
	places *[]sim.Place
}

func (n noting) Start(run sim.Run) (sim.Model, error) {
	*n.places = append(*n.places, n.design.Place(run.Replicate*n.design.Points*n.design.Together()+run.Point))
	return n.Worker.Start(run)
}
