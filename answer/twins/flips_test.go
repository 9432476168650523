package twins

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// beside puts units beside each other in one world.
func beside(name string, units ...*History) *History {
	h := &History{World: name, Start: april, Months: units[0].Months, Books: map[int][]Book{}}
	for range h.Months {
		h.States = append(h.States, nil)
	}
	for _, u := range units {
		h.Units = append(h.Units, u.Units[0])
		h.Cases = append(h.Cases, u.Cases[0])
		for month := range u.States {
			h.States[month] = append(h.States[month], u.States[month][0])
		}
	}
	return h
}

// named gives a unit another code and trust.
func named(h *History, trust, service string) *History {
	h.Units[0].Code, h.Units[0].Organisation, h.Units[0].Service = trust+"/"+service+"/1", trust, service
	return h
}

// Four services of three trusts: one adopts in both worlds, two in one only, one in
// neither.
func fourServices() [2]*History {
	began := []int{1, 1, 1, 1, 1, 1}
	inMay := []int{0, 1, 1, 0, 0, 0}
	return [2]*History{
		beside("new-money",
			named(world("", began), "T1", "surgery"),
			named(world("", fromJuly, fails(0, "clarity"), passes(2, "new-money")), "T1", "frailty"),
			named(world("", noPosts), "T2", "surgery"),
			named(world("", noPosts), "T3", "surgery")),
		beside("budget-transfer",
			named(world("", began), "T1", "surgery"),
			named(world("", noPosts, fails(0, "clarity", "finance"), refused(2)), "T1", "frailty"),
			named(world("", inMay, passes(1, "budget-transfer")), "T2", "surgery"),
			named(world("", noPosts), "T3", "surgery")),
	}
}

func TestFindFlips(t *testing.T) {
	f := FindFlips(fourServices())
	if diff := cmp.Diff(Tally{Both: 1, Neither: 1, Only: [2]int{1, 1}}, f.Units); diff != "" {
		t.Errorf("units (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(Tally{Both: 1, Neither: 1, Only: [2]int{0, 1}}, f.Trusts); diff != "" {
		t.Errorf("trusts (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]KindCount{{KindCase, 1}, {"finance", 1}}, f.Parted); diff != "" {
		t.Errorf("partings (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]KindCount{{KindCase, 1}, {"consent", 1}}, f.Decided); diff != "" {
		t.Errorf("leads (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]TrustFlip{{"T2", "A1", "acute", 1, 1}}, f.Across); diff != "" {
		t.Errorf("trusts (-want +got):\n%s", diff)
	}
	want := []string{
		"Of 4 units, 1 adopts in both worlds and 1 in neither, 1 only under new money and 1 only under budget transfer.",
		"Of 3 trusts, 1 adopts in both worlds and 1 in neither, none only under new money and 1 only under budget transfer.",
		"What first parted them: a case in one world and none in the other (1), the gate finance (1).",
		"What first gave one a post that the other did not get: a case in one world and none in the other (1), the gate consent (1).",
	}
	if diff := cmp.Diff(want, f.Summary()); diff != "" {
		t.Errorf("summary (-want +got):\n%s", diff)
	}
	said := f.Say(&f.Rows[0])
	if !strings.HasPrefix(said, "T1/frailty/1 (frailty, acute trust T1, A1) adopts in July 2021. The worlds first differ in April 2021, by the gate finance. In June 2021 the same case") {
		t.Errorf("it says %s", said)
	}
	if f.Rows[1].In != 1 || f.Rows[1].Adopted != 1 || f.Rows[1].Lead != nil {
		t.Errorf("the second flip is %+v", f.Rows[1])
	}
}

// Two worlds that are the same have no flips, and that is said.
func TestNoFlips(t *testing.T) {
	worlds := fourServices()
	f := FindFlips([2]*History{worlds[0], worlds[0]})
	if len(f.Rows)+len(f.Across)+len(f.Parted)+f.Units.Only[0]+f.Units.Only[1] > 0 {
		t.Errorf("a world flips against itself: %+v", f)
	}
	if said := strings.Join(f.Summary(), " "); !strings.HasSuffix(said, "No unit flips: whoever adopts in one world adopts in the other.") {
		t.Errorf("it says %s", said)
	}
}

func TestTablesOfFlips(t *testing.T) {
	f := FindFlips(fourServices())
	var flips, units strings.Builder
	if err := f.WriteFlips(&flips); err != nil {
		t.Fatal(err)
	}
	if err := f.WriteUnits(&units); err != nil {
		t.Fatal(err)
	}
	head, rows, _ := strings.Cut(flips.String(), "\n")
	if head != "code,setting,organisation,area,kind,service,adopts_in,adopted,parted,parted_kind,parted_by,lead,lead_kind,lead_by" ||
		!strings.HasPrefix(rows, "T1/frailty/1,trust,T1,A1,acute,frailty,new-money,2021-07,2021-04,finance,") || strings.Count(rows, "\n") != 2 {
		t.Errorf("the table of flips is\n%s", flips.String())
	}
	want := `code,setting,organisation,area,kind,service,adopted_new-money,cases_new-money,passed_new-money,held_new-money,adopted_budget-transfer,cases_budget-transfer,passed_budget-transfer,held_budget-transfer
T1/surgery/1,trust,T1,A1,acute,surgery,2021-04,0,0,1,2021-04,0,0,1
T1/frailty/1,trust,T1,A1,acute,frailty,2021-07,2,1,1,,2,0,0
T2/surgery/1,trust,T2,A1,acute,surgery,,0,0,0,2021-05,1,1,0
T3/surgery/1,trust,T3,A1,acute,surgery,,0,0,0,,0,0,0
`
	if diff := cmp.Diff(want, units.String()); diff != "" {
		t.Errorf("the table of units (-want +got):\n%s", diff)
	}
}

func TestTallyInWords(t *testing.T) {
	worlds := [2]*History{{World: "new-money"}, {World: "budget-transfer"}}
	for _, c := range []struct {
		tally Tally
		want  string
	}{
		{Tally{Both: 6}, "All 6 trusts adopt in both worlds."},
		{Tally{Neither: 6}, "None of 6 trusts adopts in either world."},
		{Tally{Both: 1}, "Of 1 trust, 1 adopts in both worlds and none in neither, none only under new money and none only under budget transfer."},
		{Tally{Only: [2]int{6, 0}}, "Of 6 trusts, none adopts in both worlds and none in neither, 6 only under new money and none only under budget transfer."},
	} {
		if got := c.tally.say("trust", worlds); got != c.want {
			t.Errorf("%+v is %q, want %q", c.tally, got, c.want)
		}
	}
}
