package twins

import "slices"

// A Book lists a unit's posts at one time.
type Book []Post

// A Post is a post at one time.
type Post struct {
	Key     uint64 // the same for as long as it stands, and in both worlds
	Role    string
	Route   string // that pays for it
	Held    bool   // by one who is not a trainee
	Trainee bool
	Holders int // so far, modulo 256
}

// occupied reports whether somebody is in the post.
func (p *Post) occupied() bool { return p.Held || p.Trainee }

// What can happen to posts. Closed ones say why.
const (
	Opened    = "opened"
	Filled    = "filled"    // by one who is not a trainee
	Began     = "began"     // a trainee took it
	Completed = "completed" // its trainee qualified and stays
	Left      = "left"      // its holder
	Gone      = "gone"      // its trainee
	Moved     = "moved"     // another route pays
	Ended     = "ended"     // closed with its money
	Lapsed    = "lapsed"    // closed when its holder left
	Withdrawn = "withdrawn" // closed because nobody could be found
)

// An Event is what happened to some posts of a unit in a month.
type Event struct {
	Kind  string `json:"kind"`
	Count int    `json:"posts"`
	Role  string `json:"role,omitempty"`  // empty where a post came and went within the month
	Route string `json:"route,omitempty"` // that pays, in the end
}

// eventsBetween tells what happened to a unit's posts between two months' ends,
// from its posts and from what the world counted. Whoever came and left within
// the month did both.
func eventsBetween(before, after Book, was, is State) []Event {
	var log eventLog
	opened := 0
	for i := range after {
		now := &after[i]
		at := slices.IndexFunc(before, func(p Post) bool { return p.Key == now.Key })
		then := &Post{Role: now.Role, Route: now.Route}
		if at < 0 {
			log.add(Opened, now)
			opened++
		} else {
			then = &before[at]
		}
		log.follow(then, now)
	}
	for range is.Opened - was.Opened - opened {
		log.add(Opened, &Post{})
	}
	log.close(before, after, was, is)
	return log
}

// An eventLog gathers events, those of the same kind, role and route as one.
type eventLog []Event

func (l *eventLog) add(kind string, p *Post) {
	for i := range *l {
		if e := &(*l)[i]; e.Kind == kind && e.Role == p.Role && e.Route == p.Route {
			e.Count++
			return
		}
	}
	*l = append(*l, Event{kind, 1, p.Role, p.Route})
}

// follow tells what happened to a post that stands at the month's end.
func (l *eventLog) follow(then, now *Post) {
	if then.Route != now.Route {
		l.add(Moved, now)
	}
	came := (now.Holders - then.Holders + 256) % 256
	if came == 0 {
		switch {
		case then.Trainee && now.Held:
			l.add(Completed, now)
		case then.occupied() && !now.occupied():
			l.leave(then)
		}
		return
	}
	if then.occupied() {
		l.leave(then)
	}
	for i := range came {
		last := i == came-1
		if last && now.Trainee {
			l.add(Began, now)
			continue
		}
		l.add(Filled, now)
		if !last || !now.Held {
			l.add(Left, now)
		}
	}
}

// leave tells that whoever was in a post left it.
func (l *eventLog) leave(p *Post) {
	if p.Trainee {
		l.add(Gone, p)
		return
	}
	l.add(Left, p)
}

// close tells which posts closed, and why, so that each reason is told as
// often as the world counted it: a post was withdrawn if nobody was in it, and
// lapsed when its holder left.
func (l *eventLog) close(before, after Book, was, is State) {
	why := map[string]int{
		Withdrawn: is.Withdrawn - was.Withdrawn,
		Lapsed:    is.Lapsed - was.Lapsed,
		Ended:     is.Ended - was.Ended,
	}
	take := func(reasons ...string) string {
		for _, reason := range reasons {
			if why[reason] > 0 {
				why[reason]--
				return reason
			}
		}
		return Ended
	}
	for i := range before {
		p := &before[i]
		if slices.ContainsFunc(after, func(now Post) bool { return now.Key == p.Key }) {
			continue
		}
		if !p.occupied() {
			l.add(take(Withdrawn, Ended, Lapsed), p)
			continue
		}
		l.leave(p)
		l.add(take(Lapsed, Ended, Withdrawn), p)
	}
	for _, reason := range [...]string{Ended, Lapsed, Withdrawn} {
		for range why[reason] {
			l.add(reason, &Post{})
		}
	}
}
