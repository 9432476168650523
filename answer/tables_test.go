package answer

import (
	"bytes"
	"errors"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"skillmix/answer/invented"
	"skillmix/sim"
)

// twoMonths are two scenarios over February and March 2020. Measures are
// zero but for clarity, which is 1 to 4 over replicates in the first scenario
// and always 2 in the second; the network's posts have no value in the first
// replicate.
func twoMonths(t testing.TB) *Runs {
	return runsOf(t, invented.World{Names: []string{"a", "b"}, Replicates: 4, Start: sim.MonthOf(2020, 2), Months: 2, At: func(scenario, replicate int, _ sim.Month, measure string) float64 {
		switch {
		case measure == "clarity" && scenario == 0:
			return float64(replicate + 1)
		case measure == "clarity":
			return 2
		case measure == "fte_per_pcn" && replicate == 0:
			return math.NaN()
		case measure == "fte_per_pcn":
			return 1234567.8
		}
		return 0
	}})
}

// matching returns the header and the rows that contain a text.
func matching(t *testing.T, write func(*Tables, io.Writer) error, runs *Runs, text string) string {
	t.Helper()
	tables, err := Tabulate(runs, nil)
	if err != nil {
		t.Fatal(err)
	}
	var table bytes.Buffer
	if err := write(tables, &table); err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(table.String(), "\n")
	found := lines[0]
	for _, line := range lines[1:] {
		if strings.Contains(line, text) {
			found += line
		}
	}
	return found
}

func TestSummaryTable(t *testing.T) {
	const header = "scenario,month,setting,group,measure,mean,median,p2_5,p10,p90,p97_5,mcse,n\n"
	cases := []struct{ containing, want, reason string }{
		{
			"a,2020-03,trust,all,clarity", header +
				"a,2020-03,trust,all,clarity,2.5,2.5,1.075,1.3,3.7,3.925,0.645497,4\n",
			"1 to 4: quantiles interpolate; the error is sqrt(5/3)/2",
		},
		{
			"area:", header +
				"a,2020-03,trust,\"area:Avon, Severn\",clarity,2.5,2.5,1.075,1.3,3.7,3.925,0.645497,4\n" +
				"b,2020-03,trust,\"area:Avon, Severn\",clarity,2,2,2,2,2,2,0,4\n",
			"other groups than all have March only, and a name with a comma is quoted",
		},
		{
			"a,2020-02,pcn", header +
				"a,2020-02,pcn,all,fte_per_pcn,1234568,1234568,1234568,1234568,1234568,1234568,0,3\n" +
				"a,2020-02,pcn,all,clarity,2.5,2.5,1.075,1.3,3.7,3.925,0.645497,4\n" +
				"a,2020-02,pcn,all,proposals,0,0,0,0,0,0,0,4\n",
			"pairs that the layout lacks are left out; a run without a value is not counted; large numbers are whole",
		},
	}
	for _, c := range cases {
		if diff := cmp.Diff(c.want, matching(t, (*Tables).WriteSummary, twoMonths(t), c.containing)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.reason, diff)
		}
	}
}

func TestComparisonTable(t *testing.T) {
	const header = "a,b,month,setting,group,measure,mean_diff,p2_5,p10,p90,p97_5,mcse,share_a_higher,n\n"
	cases := []struct{ containing, want, reason string }{
		{
			"2020-03,trust,all,clarity", header +
				"a,b,2020-03,trust,all,clarity,0.5,-0.925,-0.7,1.7,1.925,0.645497,0.625,4\n",
			"differences -1, 0, 1, 2: a is higher in two pairs and level in one of four",
		},
		{
			"2020-02,pcn,all,fte_per_pcn", header +
				"a,b,2020-02,pcn,all,fte_per_pcn,0,0,0,0,0,0,0.5,3\n",
			"a pair in which one has no value is not counted",
		},
	}
	for _, c := range cases {
		if diff := cmp.Diff(c.want, matching(t, (*Tables).WriteComparison, twoMonths(t), c.containing)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.reason, diff)
		}
	}
}

func TestEveryPairIsCompared(t *testing.T) {
	runs := runsOf(t, invented.World{Names: []string{"a", "b", "c"}, Replicates: 2, Start: sim.MonthOf(2020, 1), Months: 1,
		At: func(scenario, _ int, _ sim.Month, _ string) float64 { return float64(scenario) }})
	var pairs []string
	for _, line := range strings.Split(matching(t, (*Tables).WriteComparison, runs, "trust,all,clarity"), "\n")[1:4] {
		pairs = append(pairs, strings.Join(strings.Split(line, ",")[:2], "-"))
	}
	if diff := cmp.Diff([]string{"a-b", "a-c", "b-c"}, pairs); diff != "" {
		t.Errorf("pairs (-want +got):\n%s", diff)
	}
}

func TestSingleRunHasNoError(t *testing.T) {
	runs := runsOf(t, invented.World{Names: []string{"a"}, Replicates: 1, Start: sim.MonthOf(2020, 1), Months: 1,
		At: func(int, int, sim.Month, string) float64 { return 3 }})
	got := matching(t, (*Tables).WriteSummary, runs, "trust,all,clarity")
	if want := "a,2020-01,trust,all,clarity,3,3,3,3,3,3,,1\n"; !strings.HasSuffix(got, want) {
		t.Errorf("got %s, want %s: the error of a single run is unknown, not zero", got, want)
	}
}

// A pair of which a run failed is in no difference, but what did not fail is
// summarized; without a complete pair there is no answer.
func TestFailedRunsAreLeftOut(t *testing.T) {
	whole := twoMonths(t)
	source := whole.Source.(invented.Records)
	source.All = append([]*sim.Record(nil), source.All...)
	source.All[3*2+1] = nil // b in the fourth pair
	runs, err := NewRuns(whole.Names, whole.Layout, source, 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	if runs.Replicates() != 3 || runs.Failed() != 1 {
		t.Errorf("%d complete pairs and %d failed, want 3 and 1", runs.Replicates(), runs.Failed())
	}
	for _, c := range []struct {
		write      func(*Tables, io.Writer) error
		row, ends  string
		whatItSays string
	}{
		{(*Tables).WriteSummary, "a,2020-03,trust,all,clarity", ",4\n", "all four of a"},
		{(*Tables).WriteSummary, "b,2020-03,trust,all,clarity", ",3\n", "three of b"},
		{(*Tables).WriteComparison, "2020-03,trust,all,clarity", ",3\n", "three pairs"},
	} {
		if got := matching(t, c.write, runs, c.row); !strings.HasSuffix(got, c.ends) {
			t.Errorf("got %s, want %s", got, c.whatItSays)
		}
	}
	result := headlines(t, "clarity", [][]float64{{1}, {2}})
	result.Runs = runs
	if finding, err := Find(result); err != nil || !strings.HasSuffix(finding.Detail, " 1 pair is left out, since a run failed.") {
		t.Errorf("finding %q, %v, does not say that a pair is left out", finding.Detail, err)
	}
	values, err := HeadlineValues(runs, "clarity")
	if diff := cmp.Diff([][]float64{{1, 2, 3}, {2, 2, 2}}, values); diff != "" || err != nil {
		t.Errorf("headline of complete pairs (-want +got):\n%s%v", diff, err)
	}
	clear(source.All[:4])
	clear(source.All[4:])
	if _, err := NewRuns(whole.Names, whole.Layout, source, 0, 1); err == nil || !strings.Contains(err.Error(), "each of 4 pairs") {
		t.Errorf("error %v, want that every pair failed", err)
	}
}

// BenchmarkTables writes both tables of a run of usual size: 120 months,
// three groups of 80 measures, two scenarios, 64 replicates.
func BenchmarkTables(b *testing.B) {
	columns := make([]sim.Column, 80)
	every := make([]int, len(columns))
	for i := range columns {
		columns[i].Name, every[i] = "measure_"+string(rune('a'+i/26))+string(rune('a'+i%26)), i
	}
	groups := []sim.Group{{Setting: "trust", Name: "all", Columns: every}, {Setting: "pcn", Name: "all", Columns: every}, {Setting: "all", Name: "all", Columns: every}}
	for i := range 40 {
		groups = append(groups, sim.Group{Setting: "trust", Name: "area:" + string(rune('A'+i)), Cadence: sim.Yearly, Columns: every[:40]})
	}
	layout, err := sim.NewLayout(columns, groups)
	if err != nil {
		b.Fatal(err)
	}
	var all []*sim.Record
	for run := range 128 {
		record := sim.NewRecord(layout, sim.MonthOf(2019, 4), 120)
		draws := sim.NewChance(1, run).Draws(1, sim.Always)
		values := record.Values()
		for i := range values {
			values[i] = draws.Uniform(uint64(i))
		}
		all = append(all, record)
	}
	runs, err := NewRuns([]string{"a", "b"}, layout, invented.Records{All: all, Worlds: 2, Like: all[0]}, 0, 1)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		tables, err := Tabulate(runs, nil)
		if err != nil {
			b.Fatal(err)
		}
		if err := errors.Join(tables.WriteSummary(io.Discard), tables.WriteComparison(io.Discard)); err != nil {
			b.Fatal(err)
		}
	}
}
