package sim_test

import (
	"testing"

	"pgregory.net/rapid"

	"skillmix/sim"
)

func TestDesignIsAnIndexFunction(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		count := func(name string) int { return rapid.IntRange(1, 5).Draw(t, name) }
		d := sim.Design{Worlds: count("worlds"), Sets: count("sets"), Points: count("points"), Replicates: count("replicates")}
		if d.Len() != d.Worlds*d.Sets*d.Points*d.Replicates || d.Pairs()*d.Together() != d.Len() {
			t.Fatalf("%+v has %d runs", d, d.Len())
		}
		seen := map[sim.Place]bool{}
		for i := range d.Len() {
			p := d.Place(i)
			if d.Index(p) != i || seen[p] {
				t.Fatalf("run %d is at %+v, which is run %d", i, p, d.Index(p))
			}
			seen[p] = true
			if i > 0 && i%d.Together() != 0 {
				if before := d.Place(i - 1); before.Replicate != p.Replicate || before.Point != p.Point {
					t.Fatalf("runs %d and %d are of one pair, at %+v and %+v", i-1, i, before, p)
				}
			}
		}
		// Round-robin: wherever a sweep stops, no two points differ by more than
		// one finished pair.
		done, at := make([]int, d.Points), rapid.IntRange(0, d.Pairs()).Draw(t, "stopped")
		for pair := range at {
			done[d.Place(pair*d.Together()).Point]++
		}
		for _, n := range done {
			if n < done[d.Points-1] || n > done[d.Points-1]+1 {
				t.Fatalf("%+v stopped after %d pairs: points have %v", d, at, done)
			}
		}
	})
}

func TestGrid(t *testing.T) {
	levers := []int{2, 3}
	want := [][2]int{{0, 0}, {0, 1}, {0, 2}, {1, 0}, {1, 1}, {1, 2}}
	for point, values := range want {
		if got := sim.Grid(nil, point, levers); got[0] != values[0] || got[1] != values[1] {
			t.Errorf("point %d takes %v, want %v", point, got, values)
		}
	}
}
