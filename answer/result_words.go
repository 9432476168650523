package answer

import "skillmix/answer/words"

// Period says of which months there are values: April 2019 to March 2029.
func (r *Result) Period() string {
	first, last := words.Month(r.Runs.First()), words.Month(r.Runs.Last())
	if first == last {
		return first
	}
	return first + " to " + last
}

// Varying says what differs between the runs of a scenario: chance and 41 judged values.
func (r *Result) Varying() string {
	var parts []string
	if r.Spread {
		parts = append(parts, words.Count(r.Judged, "judged value"))
	} else if n := len(r.Varied) - r.Levers; n > 0 {
		parts = append(parts, words.Count(n, "sampled value"))
	}
	if r.Levers > 0 {
		parts = append(parts, words.Count(r.Levers, "lever"))
	}
	switch len(parts) {
	case 0:
		return "chance alone"
	case 1:
		return "chance and " + parts[0]
	}
	return "chance, " + parts[0] + " and " + parts[1]
}

// Held says what a range covers over the runs in which judged values are held.
func (r *Result) Held() string {
	if len(r.Varied) > 0 {
		return "with judged values held"
	}
	return "over chance alone"
}
