package twins

import (
	"math"
	"strings"
	"testing"

	"skillmix/sim"
)

var april = sim.MonthOf(2021, 4)

// world is a history of one service of six months in which nothing happens but
// these cases; held are the posts at the end of each month.
func world(name string, held []int, cases ...Case) *History {
	none := math.NaN()
	h := &History{
		World: name, Start: april, Months: len(held), Cases: [][]Case{cases}, Books: map[int][]Book{},
		Units: []Unit{{Code: "T1/surgery/1", Organisation: "T1", Area: "A1", Kind: "acute", Service: "surgery"}},
	}
	for _, n := range held {
		h.States = append(h.States, []State{{Held: n, Tension: .5, Belief: .5, Doubt: .3, Hostility: .4, Clarity: .3, Exposure: .2, Vacancy: .1, Maturity: none}})
	}
	return h
}

var (
	noPosts  = []int{0, 0, 0, 0, 0, 0}
	fromJuly = []int{0, 0, 0, 1, 1, 1}
)

// passes is a case that new money pays for, and fails one that fails at gates.
func passes(month int, route string) Case {
	return Case{Month: month, Role: "acp", Stimulus: "shortage", Route: route, Attempts: []Attempt{{route, 0, .62, true}}}
}

func fails(month int, gates ...string) Case {
	return Case{Month: month, Role: "acp", Stimulus: "shortage", Failed: gates}
}

func refused(month int) Case {
	c := fails(month, "consent")
	c.Attempts = []Attempt{{"budget-transfer", 1, .31, false}}
	return c
}

func TestFirstParting(t *testing.T) {
	other := passes(2, "new-money")
	other.Role = "paramedic"
	prompted := passes(2, "new-money")
	prompted.Stimulus = "peers"
	tests := []struct {
		a, b   *History
		month  int
		kind   string
		says   string
		reason string
	}{
		{world("new-money", noPosts, passes(2, "new-money")), world("budget-transfer", noPosts, refused(2)), 2, "consent",
			"In June 2021 the same case for an ACP post, prompted by a shortage of doctors, was decided otherwise: under new money it passed every gate, paid by new money (probability of consent 0.62); under budget transfer it failed because senior doctors refused a post paid by the conversion of a medical post (probability of consent 0.31).",
			"the gate and the chance of consent are named"},
		{world("a", noPosts, fails(1, "clarity"), passes(2, "training")), world("b", noPosts, fails(1, "clarity")), 2, KindCase,
			"In June 2021 a case for an ACP post, prompted by a shortage of doctors, arose under a and passed every gate, paid by training money (probability of consent 0.62); none arose under b.",
			"what is alike before does not part"},
		{world("a", noPosts, fails(1, "clarity", "finance")), world("b", noPosts, fails(1, "crowding", "clarity")), 1, "crowding+finance",
			"In May 2021 the same case for an ACP post, prompted by a shortage of doctors, failed in both worlds because the role was not clear enough, under a also because no route had the money, under b also because the trust's agenda was full.",
			"gates stand in the order of masks; those of both are said once"},
		{world("a", noPosts, passes(2, "new-money")), world("b", noPosts, passes(2, "business-case")), 2, KindRoute,
			"passed every gate in both worlds, paid by new money under a and by internal growth, on a business case under b.",
			"another route is another decision"},
		{world("a", noPosts, passes(2, "new-money")), world("b", noPosts, other), 2, KindRole,
			"In June 2021 its case was for an ACP post under a", "so is another role"},
		{world("a", noPosts, passes(2, "new-money"), passes(2, "new-money")), world("b", noPosts, passes(2, "new-money")), 2, KindCase,
			"none arose under b", "a second case of the same month is one that the other has not"},
		{world("a", fromJuly, passes(2, "new-money")), world("b", noPosts, passes(2, "new-money")), 3, KindPosts,
			"In July 2021 it had 1 post held and none open under a, and no posts held and none open under b.",
			"where decisions are alike, posts tell"},
		{world("a", noPosts, passes(2, "new-money")), world("b", noPosts, prompted), -1, "", "", "another stimulus alone decides nothing"},
		{world("a", noPosts), world("b", noPosts), -1, "", "", "nothing happened in either"},
	}
	for _, test := range tests {
		worlds := [2]*History{test.a, test.b}
		p := FirstParting(worlds, 0, 6)
		if p == nil {
			if test.month >= 0 {
				t.Errorf("no parting, want %s; %s", test.kind, test.reason)
			}
			continue
		}
		if p.Month != test.month || p.Kind != test.kind || !strings.Contains(p.Say(worlds, 0), test.says) {
			t.Errorf("month %d, %s: %s\nwant month %d, %s: %s\n%s", p.Month, p.Kind, p.Say(worlds, 0), test.month, test.kind, test.says, test.reason)
		}
		if mirror := FirstParting([2]*History{test.b, test.a}, 0, 6); mirror.Month != p.Month || mirror.Kind != p.Kind {
			t.Errorf("the other way round they part in month %d, by %s; %s", mirror.Month, mirror.Kind, test.reason)
		}
		if FirstParting(worlds, 0, test.month) != nil {
			t.Errorf("they part before month %d; %s", test.month, test.reason)
		}
	}
}

// What was otherwise around a unit is said where only one world has a case.
func TestSurroundings(t *testing.T) {
	a, b := world("a", noPosts, passes(2, "new-money")), world("b", noPosts)
	a.States[2][0].Exposure, a.States[2][0].Tension = .4, .7
	p := FirstParting([2]*History{a, b}, 0, 6)
	if got, want := p.Say([2]*History{a, b}, 0), " At that time, under a and under b: 40% of its peers had holders against 20%, tension was 0.70 against 0.50."; !strings.HasSuffix(got, want) {
		t.Errorf("%s\nwant at its end%s", got, want)
	}
	b.States[1][0].Awaited = true
	if got, want := p.Say([2]*History{a, b}, 0), "none arose under b, where a post agreed earlier was yet to open."; !strings.HasSuffix(got, want) {
		t.Errorf("%s\nwant at its end: %s", got, want)
	}
}

func TestFirstLead(t *testing.T) {
	tests := []struct {
		a, b   *History
		month  int
		kind   string
		reason string
	}{
		{world("a", fromJuly, fails(0, "clarity"), passes(2, "new-money")), world("b", noPosts, fails(0, "clarity", "finance"), refused(2)), 2, "consent",
			"a case that failed in both worlds gave nobody a post"},
		{world("a", fromJuly, passes(2, "new-money")), world("b", noPosts, passes(1, "budget-transfer")), 2, KindCase,
			"what passed in the other world gave this one nothing"},
		{world("a", fromJuly), world("b", noPosts), 3, KindPosts, "without a case, posts tell"},
	}
	for _, test := range tests {
		lead := FirstLead([2]*History{test.a, test.b}, 0, 6, 0)
		mirror := FirstLead([2]*History{test.b, test.a}, 0, 6, 1)
		if lead == nil || lead.Month != test.month || lead.Kind != test.kind {
			t.Errorf("%+v, want %s in month %d; %s", lead, test.kind, test.month, test.reason)
		}
		if mirror == nil || mirror.Month != test.month || mirror.Kind != test.kind || mirror.Cases[1] != lead.Cases[0] {
			t.Errorf("the other way round %+v; %s", mirror, test.reason)
		}
	}
}
