package facts

import (
	"errors"
	"math"
	"strings"
	"testing"

	"skillmix/sim"
)

var start = sim.MonthOf(2019, 4)

// layout has a group recorded every month and one recorded in March.
func layout(t *testing.T) *sim.Layout {
	t.Helper()
	l, err := sim.NewLayout([]sim.Column{{Name: "posts"}, {Name: "money"}}, []sim.Group{
		{Setting: "trust", Name: "all", Columns: []int{0, 1}},
		{Setting: "pcn", Name: "role:dietitian", Cadence: sim.Yearly, Columns: []int{0}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// units is a table in month i, counted from 0: unit k of four holds i*k posts.
func units(i int) *Table {
	table := &Table{Rows: 4, Columns: []Column{
		{Name: "kind", Labels: []string{"acute", "acute", "community", "community"}},
		{Name: "posts", Numbers: make([]float64, 4)},
		{Name: "size", Numbers: []float64{1, 2, 3, 4}},
	}}
	for k := range 4 {
		table.Columns[1].Numbers[k] = float64(i * k)
	}
	return table
}

func one(s Statistic) Fact {
	s.Name = "it"
	return Fact{Months: 24, Arms: []Arm{{"a", start}, {"b", start}}, Statistics: []Statistic{s}}
}

func offset(i int) When { return When{Offset: i} }

// In each month, counted from 1, posts are the month's number.
func TestStatisticsOfARun(t *testing.T) {
	level := 7.0
	never := 100.0
	for _, c := range []struct {
		s      Statistic
		want   float64
		reason string
	}{
		{Statistic{Setting: "trust", Group: "all", Measure: "posts", At: offset(5)}, 5, "the fifth month"},
		{Statistic{Setting: "trust", Group: "all", Measure: "posts", At: When{Month: start + 11}}, 12, "a date"},
		{Statistic{Setting: "trust", Group: "all", Measure: "posts", From: offset(2), Until: offset(4), Of: "sum"}, 9, "2 + 3 + 4"},
		{Statistic{Setting: "trust", Group: "all", Measure: "posts", From: offset(23), Of: "mean"}, 23.5, "to the end"},
		{Statistic{Setting: "trust", Group: "all", Measure: "posts", TimeTo: &level}, 7, "first reached in month 7"},
		{Statistic{Setting: "trust", Group: "all", Measure: "posts", TimeTo: &never}, 25, "never: a month after the last"},
		{Statistic{Setting: "pcn", Group: "role:dietitian", Measure: "posts", At: offset(12)}, 12, "a March"},
		{Statistic{Setting: "pcn", Group: "role:dietitian", Measure: "posts", From: offset(1), Until: offset(24), Of: "mean"}, 18, "the two Marches"},
		{Statistic{Table: "units", At: offset(2), Of: "sum", Columns: []string{"posts"}}, 6, "0 + 1 + 2 + 3"},
		{Statistic{Table: "units", At: offset(2), Of: "count", Where: `kind == "acute" and posts > 0`}, 1, "one acute unit has any"},
		{Statistic{Table: "units", At: offset(3), Of: "share", Columns: []string{"posts > 2 * size"}}, 0, "never"},
		{Statistic{Table: "units", At: offset(3), Of: "share", Columns: []string{"posts == 0"}}, 0.25, "a truth counts as one"},
		{Statistic{Table: "units", From: offset(2), Until: offset(3), Of: "count", Where: "posts == 2"}, 2, "rows of two months"},
		{Statistic{Table: "units", At: offset(3), Of: "correlation", Columns: []string{"posts", "size / 3"}}, 1, "both rise by unit"},
		{Statistic{Table: "units", At: offset(1), Of: "mean", Columns: []string{"posts"}, Where: "size > 9"}, math.NaN(), "of no rows"},
	} {
		l := layout(t)
		fact := one(c.s)
		prepared, err := Prepare(fact, l, map[string]*Table{"units": units(0)})
		if err != nil {
			t.Errorf("%+v: %v", c.s, err)
			continue
		}
		watch := prepared.Watch("a")
		for i := range fact.Months {
			row := sim.NewRow(l, start+sim.Month(i))
			row.Set(0, 0, float64(i+1))
			row.Set(1, 0, float64(i+1))
			if err := watch.Month(i, row, func(string) (*Table, error) { return units(i), nil }); err != nil {
				t.Fatal(err)
			}
		}
		if got := watch.Values()[0]; got != c.want && !(math.IsNaN(got) && math.IsNaN(c.want)) && math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%+v is %v, want %v: %s", c.s, got, c.want, c.reason)
		}
	}
}

func TestStatisticsOfSomeArms(t *testing.T) {
	fact := one(Statistic{Setting: "trust", Group: "all", Measure: "posts", At: offset(1), Arms: []string{"b"}})
	prepared, err := Prepare(fact, layout(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := prepared.Watch("a").Values()[0]; !math.IsNaN(got) {
		t.Errorf("an arm without the statistic has %v", got)
	}
}

func TestTablesThatFail(t *testing.T) {
	prepared, err := Prepare(one(Statistic{Table: "units", At: offset(1), Of: "count"}), layout(t), map[string]*Table{"units": units(0)})
	if err != nil {
		t.Fatal(err)
	}
	watch := prepared.Watch("a")
	err = watch.Month(0, sim.NewRow(layout(t), start), func(string) (*Table, error) { return nil, errors.New("lost") })
	if err == nil || !strings.Contains(err.Error(), "statistic it: lost") {
		t.Errorf("a table that cannot be had gives %v", err)
	}
}

func TestPrepareComplains(t *testing.T) {
	good := Statistic{Setting: "trust", Group: "all", Measure: "posts", At: offset(1)}
	level := 1.0
	for _, c := range []struct {
		s          Statistic
		expression string
		part, want string
	}{
		{Statistic{Setting: "trust", Group: "al", Measure: "posts", At: offset(1)}, "a.it", "group", "nothing is recorded"},
		{Statistic{Setting: "trust", Group: "all", Measure: "post", At: offset(1)}, "a.it", "measure", `no measure "post"`},
		{Statistic{Setting: "pcn", Group: "role:dietitian", Measure: "money", At: offset(12)}, "a.it", "measure", "not recorded for group"},
		{Statistic{Setting: "pcn", Group: "role:dietitian", Measure: "posts", At: offset(11)}, "a.it", "at", "March only"},
		{Statistic{Setting: "trust", Group: "all", Measure: "posts", From: offset(1), Of: "median"}, "a.it", "of", `"sum" or "mean"`},
		{Statistic{Setting: "trust", Group: "all", Measure: "posts", At: When{Month: start - 1}}, "a.it", "at", "outside the run of arm a"},
		{Statistic{Setting: "trust", Group: "all", Measure: "posts", At: offset(25)}, "a.it", "at", "24 months"},
		{Statistic{Setting: "trust", Group: "all", Measure: "posts", From: offset(5), Until: offset(4), Of: "sum"}, "a.it", "until", "before from"},
		{Statistic{Table: "unit", At: offset(1), Of: "count"}, "a.it", "table", "there are units"},
		{Statistic{Table: "units", At: offset(1), Of: "number"}, "a.it", "of", "variance_share"},
		{Statistic{Table: "units", At: offset(1), Of: "count", Where: "post > 1"}, "a.it", "where", "unknown name post"},
		{Statistic{Table: "units", At: offset(1), Of: "count", Where: "posts"}, "a.it", "where", "neither true nor false"},
		{Statistic{Table: "units", At: offset(1), Of: "count", Where: "kind > 1"}, "a.it", "where", "mismatched types"},
		{Statistic{Table: "units", At: offset(1), Of: "mean", Columns: []string{"kind"}}, "a.it", "column", "not a number"},
		{Statistic{Table: "units", At: offset(1), Of: "mean", Columns: []string{"1 + 1"}}, "a.it", "column", "uses no name"},
		{Statistic{Table: "units", At: offset(1), Of: "mean"}, "a.it", "column", "needs 1 expressions"},
		{Statistic{Table: "units", At: offset(1), Of: "correlation", Columns: []string{"posts"}}, "a.it", "column", "needs 2"},
		{Statistic{Table: "units", At: offset(1), Of: "variance_share", Columns: []string{"posts"}}, "a.it", "within", "needs within"},
		{Statistic{Table: "units", At: offset(1), Of: "variance_share", Columns: []string{"posts"}, Within: []string{"size"}, Less: []string{"kind"}}, "a.it", "within", `no column of labels "size"`},
		{good, "c.it", "expression", "unknown name c"},
		{good, "a.that", "expression", "unknown field that"},
		{good, "a.it >", "expression", "unexpected token"},
		{good, "a", "expression", "not a number"},
		{good, `"text"`, "expression", "not a number"},
		{Statistic{Setting: "trust", Group: "all", Measure: "posts", TimeTo: &level, Arms: []string{"b"}}, "a.it", "expression", "unknown field it"},
	} {
		fact := one(c.s)
		fact.Expectations = []Expectation{{Expression: c.expression}}
		_, err := Prepare(fact, layout(t), map[string]*Table{"units": units(0)})
		var problem *Problem
		if !errors.As(err, &problem) {
			t.Errorf("%+v, %s: no complaint", c.s, c.expression)
			continue
		}
		if last := problem.Part[len(problem.Part)-1]; last != c.part || !strings.Contains(problem.Message, c.want) {
			t.Errorf("%+v, %s: part %s: %s; want part %s: ...%s...", c.s, c.expression, last, problem.Message, c.part, c.want)
		}
	}
}
