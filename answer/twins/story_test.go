package twins

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// kept gives a history the books of its only unit.
func kept(h *History, books ...Book) *History {
	h.Books[0] = books
	return h
}

// A service gets a post under new money, whose holder leaves in September; under transfer
// its case is refused.
func twoStories() []*History {
	open := Book{{Key: 1, Role: "acp", Route: "new-money"}}
	held := Book{{Key: 1, Role: "acp", Route: "new-money", Held: true, Holders: 1}}
	left := Book{{Key: 1, Role: "acp", Route: "new-money", Holders: 1}}
	a := kept(world("new-money", []int{0, 0, 0, 1, 1, 0}, fails(0, "clarity"), passes(1, "new-money")), nil, nil, nil, open, held, held, left)
	for month := 2; month < 6; month++ {
		a.States[month][0].Opened = 1
	}
	for _, month := range []int{2, 5} {
		a.States[month][0].Open = 1
	}
	b := kept(world("budget-transfer", noPosts, fails(0, "clarity"), refused(1)), nil, nil, nil, nil, nil, nil, nil)
	return []*History{a, b}
}

func told(s *Story) string {
	var out strings.Builder
	for i := range s.Months {
		out.WriteString(s.MonthHeading(&s.Months[i]) + "\n")
		for _, line := range s.Lines(&s.Months[i]) {
			out.WriteString("  " + line.World + ": " + line.Text + "\n")
		}
	}
	return out.String()
}

func TestTell(t *testing.T) {
	worlds := twoStories()
	story := Tell(worlds, 0)
	want := `April 2021
  : A case for an ACP post, prompted by a shortage of doctors, failed because the role was not clear enough.
May 2021 * here the worlds part
  New money: A case for an ACP post, prompted by a shortage of doctors, passed every gate, paid by new money (probability of consent 0.62).
  Budget transfer: A case for an ACP post, prompted by a shortage of doctors, failed because senior doctors refused a post paid by the conversion of a medical post (probability of consent 0.31).
June 2021 *
  New money: An ACP post, paid by new money, opened.
  Budget transfer: Nothing happens.
July 2021 *
  New money: An ACP post was filled. With that the unit adopts: it has a holder for the first time in the run.
  Budget transfer: Nothing happens.
September 2021 *
  New money: The holder of an ACP post left.
  Budget transfer: Nothing happens.
  New money: It has no posts held and 1 open; believed success 0.50, doubt of safety 0.30, hostility 0.40, clarity 0.30, peers with holders 0.20, tension 0.50, chance of consent 0.00 to a post that takes no medical money and 0.00 to one that does.
  Budget transfer: It has no posts held and none open; believed success 0.50, doubt of safety 0.30, hostility 0.40, clarity 0.30, peers with holders 0.20, tension 0.50, chance of consent 0.00 to a post that takes no medical money and 0.00 to one that does.
`
	if diff := cmp.Diff(want, told(story)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if got, want := story.Opening(), "T1/surgery/1 adopts in July 2021 under new money and never adopts under budget transfer"; got != want {
		t.Errorf("it opens with %q, want %q", got, want)
	}
	alone := Tell(worlds[:1], 0)
	if got, want := alone.Opening(), "T1/surgery/1 adopts in July 2021 under new money"; got != want || alone.Parting != nil || strings.Contains(told(alone), "*") {
		t.Errorf("the story of one world opens with %q, and is\n%s", got, told(alone))
	}
	same := Tell([]*History{worlds[1], worlds[1]}, 0)
	if got, want := same.Opening(), "T1/surgery/1 adopts in neither world"; got != want || same.Parting != nil {
		t.Errorf("a world beside itself opens with %q and parts in %+v", got, same.Parting)
	}
}

// The chart of every story can be drawn: with one world, without posts, with one month.
func TestFigure(t *testing.T) {
	worlds := twoStories()
	network := world("arrs", noPosts)
	network.Units[0] = Unit{Code: "P1", Network: true, Organisation: "P1", Area: "A1", Kind: "pcn"}
	network.Books[0] = make([]Book, 7)
	for month := range network.States {
		s := &network.States[month][0]
		s.Belief, s.Hostility, s.Clarity, s.Maturity = math.NaN(), math.NaN(), math.NaN(), .4
	}
	short := kept(world("new-money", []int{1}), nil, Book{{Key: 1, Role: "acp", Route: "base", Held: true}})
	tests := []struct {
		worlds []*History
		holds  string
		lines  int
		reason string
	}{
		{worlds, "Posts held (100% is 1 post)", 8, "a line for each world in each of four panels"},
		{worlds[:1], "Hostility of senior doctors", 4, "one world"},
		{worlds[1:], "No post is held at any time.", 3, "an empty panel says why"},
		{[]*History{network}, "There are no holders of whom practices could be convinced.", 2, "a network without holders"},
		{[]*History{short, short}, "Posts held (100% is 1 post)", 8, "a run of one month"},
	}
	for _, test := range tests {
		figure := Tell(test.worlds, 0).Figure("Source: a test")
		svg, err := figure.SVG()
		if err != nil {
			t.Errorf("%v; %s", err, test.reason)
			continue
		}
		if _, err := figure.PNG(); err != nil {
			t.Errorf("%v; %s", err, test.reason)
		}
		lines := 0
		for _, panel := range figure.Panels {
			lines += len(panel.Series)
		}
		if lines != test.lines || !strings.Contains(figure.Alt+figure.Panels[0].Heading, test.holds) || strings.Contains(figure.Alt+string(svg), "NaN") {
			t.Errorf("%d lines, want %d; %s; %s", lines, test.lines, figure.Alt, test.reason)
		}
		if !strings.HasPrefix(figure.Alt, figure.Title) {
			t.Errorf("the text alternative %q does not begin with the title %q", figure.Alt, figure.Title)
		}
	}
}

func TestTellServices(t *testing.T) {
	worlds := fourServices()
	briefs := TellServices(worlds[:], "T1")
	if len(briefs) != 2 {
		t.Fatalf("%d services, want 2", len(briefs))
	}
	want := []string{
		"Under new money 2 cases, of which 1 passed, and 1 post in the end; under budget transfer 2 cases, of which none passed, and no posts in the end.",
		"In April 2021 the same case for an ACP post, prompted by a shortage of doctors, failed in both worlds because the role was not clear enough, under budget transfer also because no route had the money.",
	}
	if diff := cmp.Diff(want, briefs[1].Told); diff != "" || briefs[1].Text != "adopts in July 2021 under new money and never adopts under budget transfer" {
		t.Errorf("%s (-want +got):\n%s", briefs[1].Text, diff)
	}
	if briefs[0].Parting != nil || briefs[0].Text != "has a holder from the first month in both worlds" {
		t.Errorf("the service that adopts in both is told as %+v", briefs[0])
	}
}
