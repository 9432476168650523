package store

import (
	"testing"

	"skillmix/sim"
)

func TestFirstDifference(t *testing.T) {
	base := toy{points: 3, replicates: 6}
	sweep := base.sweep(t)
	one := reader(t, sweep, made(t, sweep, 2))
	at := sim.Place{Replicate: 4, Point: 2, Set: 1, World: 1}
	april := sim.MonthOf(2020, 4)
	nudged := func(by float64, where ...sim.Place) toy {
		changed := base
		changed.nudge = func(place sim.Place, month sim.Month, group, column int) float64 {
			for _, where := range where {
				if place == where && month == april && group == 1 && column == 0 {
					return by
				}
			}
			return 0
		}
		return changed
	}
	failed := base
	failed.bad = func(place sim.Place) error {
		if place == at {
			return errToy
		}
		return nil
	}
	joyless := base
	joyless.nudge = func(place sim.Place, month sim.Month, group, column int) float64 {
		if place == at && month == april && column == 1 {
			return -nothing
		}
		return 0
	}
	value, _ := base.record(t, at).Value(12, 1, 0)
	if joy, _ := base.record(t, at).Value(12, 1, 1); joy != joy {
		t.Fatal("the run has no joy in April: the case below shows nothing")
	}
	cases := []struct {
		other  toy
		near   float64
		want   string
		reason string
	}{
		{base, 0, "", "the same again"},
		{nudged(0.5, at), 0, "stormy, \"wild\", judged values held, point 2, replicate 4, 2020-04, trust all, posts: " + digits(value) + ", and again " + digits(value+0.5), "one cell"},
		{nudged(1e-12, at), 0, "stormy, \"wild\", judged values held, point 2, replicate 4, 2020-04, trust all, posts: " + digits(value) + ", and again " + digits(value+1e-12), "the last bits count on the same kind of machine"},
		{nudged(1e-12, at), 1e-9, "", "and do not on another kind"},
		{nudged(1e-6, at), 1e-9, "stormy, \"wild\", judged values held, point 2, replicate 4, 2020-04, trust all, posts: " + digits(value) + ", and again " + digits(value+1e-6), "more than rounding is a difference there too"},
		{nudged(0.5, at, sim.Place{Replicate: 1, Set: 0, World: 0}), 0, "", "of two the first is told"},
		{failed, 1e-9, "stormy, \"wild\", judged values held, point 2, replicate 4: done, and again failed", "a run that fails differs, whatever is tolerated"},
		{joyless, 1e-9, "stormy, \"wild\", judged values held, point 2, replicate 4, 2020-04, trust all, joy: " + digits(value+1) + ", and again NaN", "a value that is missing is not near any"},
	}
	first, _ := base.record(t, sim.Place{Replicate: 1}).Value(12, 1, 0)
	cases[5].want = "calm, judged values drawn, point 0, replicate 1, 2020-04, trust all, posts: " + digits(first) + ", and again " + digits(first+0.5)
	for _, c := range cases {
		other := c.other.sweep(t)
		got, err := FirstDifference(one, reader(t, other, made(t, other, 2)), c.near)
		if err != nil || got != c.want {
			t.Errorf("%s: %q, %v; want %q", c.reason, got, err, c.want)
		}
	}
}

func TestSame(t *testing.T) {
	cases := []struct {
		a, b, near float64
		want       bool
		reason     string
	}{
		{1, 1, 0, true, "equal"},
		{1, 1.1, 0, false, "not equal"},
		{nothing, nothing, 0, true, "both have none"},
		{nothing, 1, 0.5, false, "one has none"},
		{1, nothing, 0.5, false, "the other has none"},
		{1e9, 1e9 + 0.5, 1e-9, true, "in proportion to large numbers"},
		{1e9, 1e9 + 1.5, 1e-9, false, "more than that"},
		{0, 5e-10, 1e-9, true, "absolutely near zero"},
		{0, 5e-9, 1e-9, false, "more than that"},
		{-1, 1, 1e-9, false, "the sign counts"},
	}
	for _, c := range cases {
		if got := same(c.a, c.b, c.near); got != c.want {
			t.Errorf("%v and %v within %v: %v; %s", c.a, c.b, c.near, got, c.reason)
		}
	}
}
