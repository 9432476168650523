package scenarios

import (
	"fmt"
	"strings"
)

// farthest is the greatest edit distance at which a name is suggested.
const farthest = 2

// suggestion returns `; did you mean "x"?` for the nearest of the known
// names, the first of several equally near, or "" if none is near.
func suggestion(name string, known []string) string {
	if near := Nearest(name, known); near != "" {
		return fmt.Sprintf("; did you mean %q?", near)
	}
	return ""
}

// Nearest returns the known name, in small letters, at the smallest edit
// distance from name, at most two letters away, or "". A name of which more
// than half would change is not near.
func Nearest(name string, known []string) string {
	best, least := "", farthest+1
	for _, candidate := range known {
		if difference := len(name) - len(candidate); difference > farthest || difference < -farthest {
			continue
		}
		if d := distance(strings.ToLower(name), candidate); d < least && 2*d <= len(candidate) {
			best, least = candidate, d
		}
	}
	return best
}

// distance is the number of letters to insert, remove, replace, or swap with
// their neighbour (optimal string alignment) that turn a into b.
func distance(a, b string) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			replace := last[j-1]
			if a[i-1] != b[j-1] {
				replace++
			}
			row[j] = min(last[j]+1, row[j-1]+1, replace)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
