package sim_test

import (
	"strings"
	"testing"

	"skillmix/sim"
)

// columns are three measures for tests: indices 0, 1 and 2.
var columns = []sim.Column{
	{Name: "posts", Unit: "posts", Kind: sim.Stock, Meaning: "posts in being"},
	{Name: "opened", Unit: "posts", Kind: sim.Flow, Meaning: "posts opened"},
	{Name: "spent", Unit: "GBP", Kind: sim.Money, Meaning: "money spent"},
}

func TestNewLayoutRefuses(t *testing.T) {
	whole := func(setting, name string) sim.Group {
		return sim.Group{Setting: setting, Name: name, Columns: []int{0, 1}}
	}
	tests := []struct {
		columns []sim.Column
		groups  []sim.Group
		want    string // part of the error
		reason  string
	}{
		{[]sim.Column{{Name: "posts"}, {Name: "posts"}}, nil, `column "posts" is declared twice`, "a name must mean one measure"},
		{columns, []sim.Group{whole("trust", "all"), whole("trust", "all")}, `group trust "all" is declared twice`, "a group must have one place"},
		{columns, []sim.Group{whole("trust", "all"), {Setting: "trust", Name: "all", Cadence: sim.Yearly}}, "declared twice",
			"a group may not be recorded at two cadences"},
		{columns, []sim.Group{{Setting: "pcn", Name: "all", Columns: []int{3}}}, "column 3 of 3", "indices end before the number of columns"},
		{columns, []sim.Group{{Setting: "pcn", Name: "all", Columns: []int{-1}}}, "column -1 of 3", "a failed search for a column gives -1"},
		{columns, []sim.Group{{Setting: "pcn", Name: "all", Columns: []int{1, 1}}}, `column "opened" twice`, "a pair must have one place"},
	}
	for _, test := range tests {
		layout, err := sim.NewLayout(test.columns, test.groups)
		if err == nil || !strings.Contains(err.Error(), test.want) || layout != nil {
			t.Errorf("%s: error %v; want one that says %s", test.reason, err, test.want)
		}
	}
}

func TestLayoutFindsByName(t *testing.T) {
	layout, err := sim.NewLayout(columns, []sim.Group{
		{Setting: "trust", Name: "all", Columns: []int{0, 2}},
		{Setting: "pcn", Name: "all", Columns: []int{1}},
	})
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		got, want int
		reason    string
	}{
		{layout.Column("spent"), 2, "a column by its name"},
		{layout.Column("missing"), -1, "no such column"},
		{layout.Group("pcn", "all"), 1, "setting and name together name a group"},
		{layout.Group("pcn", "missing"), -1, "no such group"},
		{layout.Group("missing", "all"), -1, "no such setting"},
	}
	for _, test := range tests {
		if test.got != test.want {
			t.Errorf("%s: index %d; want %d", test.reason, test.got, test.want)
		}
	}
	if !layout.Has(0, 2) || layout.Has(0, 1) {
		t.Error("Has must be true of a declared pair and of no other")
	}
}

func TestKindsHaveNames(t *testing.T) {
	want := map[sim.Kind]string{sim.Stock: "stock", sim.Flow: "flow", sim.Money: "money",
		sim.Balance: "balance", sim.Mean: "mean", sim.Ratio: "ratio"}
	for kind, name := range want {
		if kind.String() != name {
			t.Errorf("kind %d is called %s; want %s", kind, kind, name)
		}
	}
}
