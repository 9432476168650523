package store

import (
	"fmt"
	"math"
)

// FirstDifference returns in words the first value in which two results of the same
// sweep differ, or nothing. With near above zero numbers may differ by so much in
// proportion, or absolutely where they are small.
func FirstDifference(one, other *Reader, near float64) (string, error) {
	s := one.sweep
	for set := range s.Sets {
		for world := range s.Worlds {
			for pair := range one.Pairs() {
				if a, b := one.Done(set, world, pair), other.Done(set, world, pair); a != b {
					return fmt.Sprintf("%s: %s, and again %s", s.nameOf(set, world, pair), statusOf(a), statusOf(b)), nil
				}
			}
		}
	}
	for set := range s.Sets {
		for column := range s.Experiment.Layout.Columns {
			difference, err := one.firstOf(other, set, column, near)
			if difference != "" || err != nil {
				return difference, err
			}
		}
	}
	return "", nil
}

// comparedAtOnce is how many numbers of each result are compared at once.
const comparedAtOnce = 1 << 20

// firstOf is FirstDifference for a set and a measure.
func (r *Reader) firstOf(other *Reader, set, column int, near float64) (string, error) {
	s := r.sweep
	step := max(1, comparedAtOnce/(r.Pairs()*len(s.Worlds)))
	for first := 0; first < len(r.lines); first += step {
		last := min(first+step, len(r.lines))
		a, b := r.room(last-first), r.room(last-first)
		if err := r.Read(set, column, first, last, a); err != nil {
			return "", err
		}
		if err := other.Read(set, column, first, last, b); err != nil {
			return "", err
		}
		for i := range a {
			for pair := range a[i] {
				if same(a[i][pair], b[i][pair], near) {
					continue
				}
				line, world := r.lines[first+i%(last-first)], i/(last-first)
				group := s.Experiment.Layout.Groups[line.Group]
				return fmt.Sprintf("%s, %v, %s %s, %s: %v, and again %v", s.nameOf(set, world, pair), line.Month,
					group.Setting, group.Name, s.Experiment.Layout.Columns[column].Name, a[i][pair], b[i][pair]), nil
			}
		}
	}
	return "", nil
}

// room makes slices for Read.
func (r *Reader) room(lines int) [][]float64 {
	into := make([][]float64, lines*len(r.sweep.Worlds))
	for i := range into {
		into[i] = make([]float64, r.Pairs())
	}
	return into
}

// nameOf names a run.
func (s *Sweep) nameOf(set, world, pair int) string {
	point := ""
	if s.Design.Points > 1 {
		point = fmt.Sprintf(", point %d", pair%s.Design.Points)
	}
	return fmt.Sprintf("%s, judged values %s%s, replicate %d", s.Worlds[world], s.Sets[set], point, pair/s.Design.Points)
}

func statusOf(done bool) string {
	if done {
		return statusDone
	}
	return statusFailed
}

// same reports whether two numbers are equal, or near each other.
func same(a, b, near float64) bool {
	return a == b || math.IsNaN(a) && math.IsNaN(b) || math.Abs(a-b) <= near*max(1, math.Abs(a), math.Abs(b))
}
