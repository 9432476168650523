package sim_test

import (
	"slices"
	"testing"

	"skillmix/sim"
)

// diffusionLayout lays out the diffusion's records.
func diffusionLayout(t testing.TB) *sim.Layout {
	t.Helper()
	layout, err := sim.NewLayout(diffusionColumns, diffusionGroups)
	if err != nil {
		t.Fatal(err)
	}
	return layout
}

// The engine adds nothing to a model and takes nothing away: the same rules in
// a plain loop give the same bits.
func TestEngineGivesWhatThePlainLoopGives(t *testing.T) {
	record := sim.NewRecord(diffusionLayout(t), april, 120)
	values := func(month, group int, columns ...int) (values []float64) {
		for _, column := range columns {
			value, kept := record.Value(month, group, column)
			if !kept {
				t.Fatalf("month %d has no column %d", month, column)
			}
			values = append(values, value)
		}
		return values
	}
	for _, test := range []struct {
		organisations int
		seed          uint64
		replicates    []int
		reason        string
	}{
		{2500, 1, []int{0, 1, 0}, "the size of the reference task; a world used before starts like a new one"},
		{2500, 7, []int{0}, "another seed"},
		{3001, 1, []int{5}, "a number of organisations that nothing divides"},
	} {
		peers := acquaint(test.organisations)
		worker := &founder{seed: test.seed, points: []rates{usual}, peers: peers}
		all, had, has := make([]plain, len(peers)), make([]uint8, len(peers)), make([]uint8, len(peers))
		for _, replicate := range test.replicates {
			model, err := worker.Start(sim.Run{Replicate: replicate})
			if err != nil {
				t.Fatal(err)
			}
			sim.Simulate(model, record)
			var want plainRecord
			plainStart(all, had, peers)
			plainRun(all, had, has, sim.NewChance(test.seed, replicate), &want)
			if want.adopters[119] <= want.adopters[0] {
				t.Errorf("%s: posts do not spread in replicate %d, so that equality shows little", test.reason, replicate)
			}
			for month := range want.posts {
				if got, want := values(month, 0, 0, 1), []float64{want.posts[month], want.adopters[month]}; !slices.Equal(got, want) {
					t.Fatalf("%s: replicate %d, month %d: the engine gives %v, the loop %v", test.reason, replicate, month, got, want)
				}
			}
			if got := values(119, 1, 2, 3, 4, 5); !slices.Equal(got, want.last[:]) {
				t.Errorf("%s: replicate %d ends with %v on the engine, with %v in the loop", test.reason, replicate, got, want.last)
			}
		}
	}
}

func TestDiffusionAllocatesNothing(t *testing.T) {
	layout := diffusionLayout(t)
	worker, row, replicate := &founder{seed: 1, points: []rates{usual}, peers: acquaint(500)}, sim.NewRow(layout, april+11), 0
	run := func() {
		model, err := worker.Start(sim.Run{Replicate: replicate})
		if err != nil {
			t.Fatal(err)
		}
		for month := range sim.Month(120) {
			model.Step(april + month)
			model.Observe(row)
		}
		replicate++
	}
	// The call to warm up is the first run, which makes the world.
	if allocations := testing.AllocsPerRun(3, run); allocations > 0 {
		t.Errorf("a run after the first allocates %v times", allocations)
	}
}
