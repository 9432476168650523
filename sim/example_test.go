package sim_test

import (
	"context"
	"fmt"

	"skillmix/sim"
)

// The purposes of the forest: what its random numbers decide.
const (
	seeding sim.Purpose = iota
	lightning
)

// A forest is a hundred plots. Each month a bare plot may be seeded and a
// tree may be struck. Nothing more is needed to be a model.
type forest struct {
	luck    sim.Chance
	strikes float64 // chance a month that lightning strikes a plot
	trees   [100]bool
}

func (f *forest) Step(month sim.Month) {
	seeded, struck := f.luck.Draws(seeding, month), f.luck.Draws(lightning, month)
	for plot := range f.trees {
		grows := f.trees[plot] || seeded.Bernoulli(uint64(plot), 0.05)
		f.trees[plot] = grows && !struck.Bernoulli(uint64(plot), f.strikes)
	}
}

func (f *forest) Observe(row *sim.Row) {
	standing := 0
	for _, tree := range f.trees {
		if tree {
			standing++
		}
	}
	row.Set(0, 0, float64(standing))
}

// A forester plants bare forests: point 0 in a calm country, 1 in a stormy.
type forester struct{}

func (forester) Start(run sim.Run) (sim.Model, error) {
	return &forest{luck: sim.NewChance(1, run.Replicate), strikes: []float64{0.01, 0.03}[run.Point]}, nil
}

// Any type with Step and Observe is a model. This one is a forest that is
// seeded and struck by lightning; two of them are compared over fifty pairs
// of runs that share their luck.
func Example() {
	layout, err := sim.NewLayout(
		[]sim.Column{{Name: "trees", Unit: "trees", Kind: sim.Stock, Meaning: "plots with a tree"}},
		[]sim.Group{{Setting: "forest", Name: "all", Columns: []int{0}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	experiment := &sim.Experiment{
		Layout: layout, Start: sim.MonthOf(2019, 4), Months: 120, Points: 2, Replicates: 50,
		NewWorker: func() sim.Worker { return forester{} },
	}
	records, err := sim.Execute(context.Background(), experiment, 2, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	var trees [2][]float64
	for i, record := range records {
		last, _ := record.Value(record.Months()-1, 0, 0)
		point := experiment.Run(i).Point
		trees[point] = append(trees[point], last)
	}
	// In the long run a share 0.05 (1-s) / (1 - 0.95 (1-s)) of the plots bears
	// a tree where lightning strikes with chance s: 83% and 62%.
	calm, difference := sim.Summarize(trees[0]), sim.Summarize(sim.Paired(trees[0], trees[1]))
	fmt.Printf("calm country: %.0f trees after ten years (80%% of runs %.0f to %.0f)\n", calm.Mean, calm.P10, calm.P90)
	fmt.Printf("lightning takes %.0f of them in a stormy one; resolved: %v\n", difference.Mean, difference.Resolved())
	fmt.Printf("calm is higher in %.0f%% of pairs\n", 100*sim.ShareHigher(trees[0], trees[1]))
	// Output:
	// calm country: 83 trees after ten years (80% of runs 79 to 87)
	// lightning takes 21 of them in a stormy one; resolved: true
	// calm is higher in 100% of pairs
}
