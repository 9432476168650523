package twins

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestEventsBetween(t *testing.T) {
	open := Post{Key: 1, Role: "acp", Route: "new-money"}
	held := func(holders int) Post {
		p := open
		p.Held, p.Holders = true, holders
		return p
	}
	trainee := open
	trainee.Trainee, trainee.Holders = true, 1
	again := open
	again.Holders = 1
	base := held(1)
	base.Route = "base"
	event := func(kind string) Event { return Event{kind, 1, "acp", "new-money"} }
	tests := []struct {
		before, after Book
		counted       State // since the month before
		want          []Event
		reason        string
	}{
		{nil, Book{open}, State{Opened: 1}, []Event{event(Opened)}, "a post opens"},
		{nil, Book{held(1)}, State{Opened: 1}, []Event{event(Opened), event(Filled)}, "and is filled in the same month"},
		{Book{open}, Book{held(1)}, State{}, []Event{event(Filled)}, "an open post is filled"},
		{Book{open}, Book{trainee}, State{}, []Event{event(Began)}, "or taken by a trainee"},
		{Book{trainee}, Book{held(1)}, State{}, []Event{event(Completed)}, "the same person, qualified"},
		{Book{held(1)}, Book{held(1)}, State{}, nil, "nothing happens"},
		{Book{held(1)}, Book{again}, State{}, []Event{event(Left)}, "a holder leaves"},
		{Book{trainee}, Book{again}, State{}, []Event{event(Gone)}, "a trainee goes"},
		{Book{held(1)}, Book{held(2)}, State{}, []Event{event(Left), event(Filled)}, "one leaves and another comes"},
		{Book{held(255)}, Book{held(0)}, State{}, []Event{event(Left), event(Filled)}, "the count of holders begins anew after 255"},
		{Book{open}, Book{again}, State{}, []Event{event(Filled), event(Left)}, "who comes may leave within the month"},
		{Book{held(1)}, Book{base}, State{}, []Event{{Moved, 1, "acp", "base"}}, "another budget takes a post on"},
		{Book{open}, nil, State{Withdrawn: 1}, []Event{event(Withdrawn)}, "an open post is withdrawn"},
		{Book{open}, nil, State{Ended: 1}, []Event{event(Ended)}, "or ends with its money"},
		{Book{held(1)}, nil, State{Lapsed: 1}, []Event{event(Left), event(Lapsed)}, "a post lapses when its holder leaves"},
		{Book{held(1)}, nil, State{Ended: 1}, []Event{event(Left), event(Ended)}, "or ends with its money"},
		{nil, nil, State{Opened: 1, Lapsed: 1}, []Event{{Opened, 1, "", ""}, {Lapsed, 1, "", ""}}, "what came and went within the month was counted"},
		{Book{open, {Key: 2, Role: "acp", Route: "new-money", Held: true, Holders: 1}}, nil, State{Withdrawn: 1, Lapsed: 1},
			[]Event{event(Withdrawn), event(Left), event(Lapsed)}, "each reason goes to the post that it fits"},
		{nil, Book{open, {Key: 2, Role: "acp", Route: "new-money"}}, State{Opened: 2}, []Event{{Opened, 2, "acp", "new-money"}}, "posts alike are told together"},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, eventsBetween(test.before, test.after, State{}, test.counted)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.reason, diff)
		}
	}
}
