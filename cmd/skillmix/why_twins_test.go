package main

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"skillmix/answer/twins"
	"skillmix/model"
	"skillmix/sim"
)

// asked prepares a question about a result of the place.
func (w place) asked(folder string, options whyOptions) *question {
	w.t.Helper()
	options.jobs = wholeNumber{value: 1}
	q, err := newQuestion(w.path(folder), options)
	if err != nil {
		w.t.Fatal(err)
	}
	return q
}

// rows reads of a table in CSV only the rows that have these values.
func (w place) rows(name string, having map[string]string) (rows []map[string]string) {
	w.t.Helper()
	for _, row := range w.cells(name) {
		wanted := true
		for column, value := range having {
			wanted = wanted && row[column] == value
		}
		if wanted {
			rows = append(rows, row)
		}
	}
	return rows
}

// happened adds up what a story tells of posts.
type happened map[string]int

func (h happened) add(events []twins.Event) {
	for _, event := range events {
		h[event.Kind] += event.Count
	}
}

// What stories tell adds up to what the world counted and to what the result recorded:
// of every unit, in every month, in trusts and in networks, with trainees, with money
// that ends, and with a scheme that ends.
func TestStoriesAreTrue(t *testing.T) {
	unlessShort(t)
	for _, run := range []string{
		"run training-only pilots --set population.preset=classroom --set time.months=84",
		"run arrs-ends-2024 arrs-england --set population.preset=classroom --set time.months=72",
	} {
		t.Run(strings.Fields(run)[1], func(t *testing.T) {
			at := newPlace(t)
			at.run(with(strings.Fields(run), "--reps", "2", "--detail", "units", "--csv", "--out", "./result")...).ends(exitDone)
			q := at.asked("result", whyOptions{replicate: wholeNumber{value: 1, given: true}, flips: true})
			seen, err := (&program{stderr: nowhere{}}).watched(context.Background(), q, func(twins.Unit) bool { return true })
			if err != nil {
				t.Fatal(err)
			}
			met := happened{}
			for _, h := range seen {
				of := map[string]string{"scenario": h.World, "judged": "drawn", "replicate": "1"}
				units := at.rows("result/units.csv", of)
				if len(units) != len(h.Units) {
					t.Fatalf("%d units are recorded, %d were watched", len(units), len(h.Units))
				}
				opened, cases := make([]map[string]int, h.Months), make([]map[string]int, h.Months)
				for month := range opened {
					opened[month], cases[month] = map[string]int{}, map[string]int{}
				}
				for unit := range h.Units {
					trueStory(t, h, unit, units[unit], met, opened, cases)
				}
				for _, row := range at.rows("result/series.csv", of) {
					month, err := sim.ParseMonth(row["month"])
					if row["group"] != "all" || row["setting"] == "all" || err != nil {
						continue
					}
					for column, counted := range map[string]int{"posts_opened": opened[month-h.Start][row["setting"]], "proposals": cases[month-h.Start][row["setting"]]} {
						if row[column] != strconv.Itoa(counted) {
							t.Errorf("%s, %s, %s: %s recorded %s, and the stories tell of %d", h.World, row["month"], row["setting"], column, row[column], counted)
						}
					}
				}
			}
			for _, kind := range []string{twins.Opened, twins.Filled, twins.Left} {
				if met[kind] == 0 {
					t.Errorf("no post was %s: the test tells nothing", kind)
				}
			}
			t.Logf("%v", met)
		})
	}
}

// trueStory compares a unit's story with its states and its recorded row.
func trueStory(t *testing.T, h *twins.History, unit int, row map[string]string, met happened, opened, cases []map[string]int) {
	t.Helper()
	u := h.Units[unit]
	story := twins.Tell([]*twins.History{h}, unit)
	sum, held, training := happened{}, 0, 0
	for _, p := range h.Books[unit][0] {
		if p.Held {
			held++
		}
	}
	atStart := held
	next := 0
	for month := range h.Months {
		if next < len(story.Months) && story.Months[next].At == month {
			page := story.Months[next].Worlds[0]
			next++
			now := happened{}
			now.add(page.Events)
			sum.add(page.Events)
			opened[month][u.Setting()] += now[twins.Opened]
			cases[month][u.Setting()] += len(page.Cases)
			held += now[twins.Filled] + now[twins.Completed] - now[twins.Left]
			training += now[twins.Began] - now[twins.Completed] - now[twins.Gone]
		}
		state := h.States[month][unit]
		if held != state.Held || training != state.Training {
			t.Fatalf("%s, month %d: by the story it holds %d posts and trains %d, and it holds %d and trains %d", u.Code, month, held, training, state.Held, state.Training)
		}
	}
	for kind, count := range sum {
		met[kind] += count
	}
	last := h.States[h.Months-1][unit]
	counted := map[string]int{twins.Opened: last.Opened, twins.Ended: last.Ended, twins.Lapsed: last.Lapsed, twins.Withdrawn: last.Withdrawn}
	for kind, count := range counted {
		if sum[kind] != count {
			t.Errorf("%s: the story tells of %d posts %s, the world counted %d", u.Code, sum[kind], kind, count)
		}
	}
	adopted := h.Months + 1
	if story.Adopted[0] != twins.Never {
		adopted = story.Adopted[0] + 1
	}
	recorded := map[string]int{"posts_filled": held, "adoption_month": adopted, "posts_at_start": atStart}
	if u.Network {
		recorded["hired"], recorded["leavers"] = atStart+sum[twins.Filled], sum[twins.Left]
	} else {
		recorded["proposals"] = len(h.Cases[unit])
	}
	for column, told := range recorded {
		if row["code"] != u.Code || row[column] != strconv.Itoa(told) {
			t.Errorf("%s: by the story %s is %d; recorded of %s is %s", u.Code, column, told, row["code"], row[column])
		}
	}
}

// Whoever flips adopts in one world and not in the other, by the units recorded, and
// parts no later than it adopts.
func TestFlipsAreTrue(t *testing.T) {
	unlessShort(t)
	at := newPlace(t)
	at.run(with(strings.Fields("run new-money budget-transfer --set population.preset=classroom --set time.months=60 --reps 3 --detail units --csv --jobs 1"), "--out", "./result")...).ends(exitDone)
	got := at.run("why", "./result", "--flips", "--json", "--replicate", "2")
	got.ends(exitDone)
	var document struct {
		Units twins.Tally
		Flips []struct {
			Code         string
			AdoptsIn     string `json:"adopts_in"`
			Adopted      string
			Parted, Lead *struct{ Month, Kind, Text string }
		}
	}
	if err := json.Unmarshal([]byte(got.stdout), &document); err != nil {
		t.Fatal(err)
	}
	adopts := map[string]map[string]string{}
	for _, scenario := range []string{"new-money", "budget-transfer"} {
		adopts[scenario] = map[string]string{}
		for _, row := range at.rows("result/units.csv", map[string]string{"scenario": scenario, "judged": "drawn", "replicate": "2"}) {
			adopts[scenario][row["code"]] = row["adopted"]
			if row["setting"] == "pcn" { // networks have no such column
				adopts[scenario][row["code"]] = "1"
				if row["adoption_month"] == "61" {
					adopts[scenario][row["code"]] = "0"
				}
			}
		}
	}
	only := map[string]string{}
	for code, in := range adopts["new-money"] {
		switch other := adopts["budget-transfer"][code]; {
		case in == "1" && other == "0":
			only[code] = "new-money"
		case in == "0" && other == "1":
			only[code] = "budget-transfer"
		}
	}
	if len(only) == 0 || len(only) != len(document.Flips) || len(only) != document.Units.Only[0]+document.Units.Only[1] {
		t.Errorf("%d units flip by the record, %d by why", len(only), len(document.Flips))
	}
	for _, flip := range document.Flips {
		if only[flip.Code] != flip.AdoptsIn || flip.Parted == nil || flip.Parted.Month > flip.Adopted || flip.Parted.Text == "" ||
			flip.Lead != nil && (flip.Lead.Month <= flip.Parted.Month || flip.Lead.Month > flip.Adopted) {
			t.Errorf("%s adopts in %q by the record; why says %+v", flip.Code, only[flip.Code], flip)
		}
	}
}

// A result whose runs this build does not make is not explained, whatever is asked.
func TestWhySaysThatRunsAreOthers(t *testing.T) {
	unlessShort(t)
	at := newPlace(t)
	at.run(with(small, "--out", "./result")...).ends(exitDone)
	at.run(with(small, "--out", "./seed2", "--seed", "2")...).ends(exitDone)
	at.write("result/runs.parquet/part-00001.parquet", at.text("seed2/runs.parquet/part-00001.parquet"))
	for _, asks := range [][]string{{"--flips"}, {"--unit", "RIV-A01"}, {"--unit", "RIV-P001"}} {
		got := at.run(append([]string{"why", "./result", "--replicate", "1"}, asks...)...)
		got.ends(exitDiffers, "./result does not hold the runs that this build makes: in replicate 1 posts_per_1000_staff of ", "ask the build that made it, or run the scenarios again")
		if got.stdout != "" {
			t.Errorf("%v: stdout %q", asks, got.stdout)
		}
	}
	at.absent("result.why")
	at.run("why", "./result", "--flips").ends(exitDone, "Flips ")
}

// A run that failed cannot be asked about; others of the result can.
func TestWhyOfAFailedRun(t *testing.T) {
	at := newPlace(t)
	fail := func(run sim.Run) error {
		if run.Point == 1 && run.Replicate == 2 {
			return fmt.Errorf("made to fail")
		}
		return nil
	}
	at.ran(context.Background(), fail, with(small, "--out", "./result", "--on-error", "skip")...).ends(exitFailedRuns)
	at.run("why", "./result", "--flips", "--replicate", "2").ends(exitUsage, "--replicate 2: the run of budget-transfer failed, for the reason in runs.parquet; ask about another replicate")
	at.absent("result.why")
	at.run("why", "./result", "--flips", "--replicate", "3").ends(exitDone)
}

// Who interrupts is left with nothing half-written.
func TestWhyIsInterrupted(t *testing.T) {
	at := newPlace(t)
	at.run(with(small, "--out", "./result")...).ends(exitDone)
	ctx, stop := context.WithCancel(context.Background())
	got := at.ran(ctx, func(sim.Run) error { stop(); return nil }, "why", "./result", "--flips", "--jobs", "1")
	got.ends(exitInterrupted, "interrupted; nothing was written. The same command starts again.")
	at.absent("result.why")
}

// The answer is the same for any number of workers, and of the set that tables are from.
func TestWhyIsTheSameForAnyJobs(t *testing.T) {
	at := newPlace(t)
	at.run(with(small, "--out", "./result")...).ends(exitDone)
	var before session
	for i, jobs := range []string{"1", "2"} {
		got := at.run("why", "./result", "--unit", "RIV-A01/urgent-emergency/1", "--jobs", jobs)
		got.ends(exitDone, "judged values held at their defaults")
		if i > 0 && got.stdout != before.stdout {
			t.Errorf("with %s jobs it tells another story:\n%s\n%s", jobs, before.stdout, got.stdout)
		}
		before = got
	}
}

// Every stimulus, gate and route of the model has words of its own.
func TestEverythingOfTheModelIsWorded(t *testing.T) {
	unit := twins.Unit{Code: "T1", Organisation: "T1"}
	state := twins.State{Belief: math.NaN()}
	say := func(c twins.Case) string {
		h := &twins.History{World: "a", Months: 1, Units: []twins.Unit{unit}, States: [][]twins.State{{state}}, Cases: [][]twins.Case{{c}},
			Books: map[int][]twins.Book{0: {nil, nil}}}
		return strings.Join(twins.Tell([]*twins.History{h}, 0).Months[0].Worlds[0].Told, " ")
	}
	for i := range model.StimulusCount {
		name := model.Stimulus(i).String()
		if said := say(twins.Case{Role: "acp", Stimulus: name, Route: "training"}); strings.Contains(said, "prompted by "+name+",") {
			t.Errorf("the stimulus %s has no words: %s", name, said)
		}
	}
	for i := range model.GateCount {
		name := model.Gate(i).String()
		if said := say(twins.Case{Role: "acp", Stimulus: "peers", Failed: []string{name}}); strings.Contains(said, "failed at "+name) {
			t.Errorf("the gate %s has no words: %s", name, said)
		}
	}
	for i := range model.RouteCount {
		name := model.Route(i).String()
		if !twins.Worded(name) {
			t.Errorf("the route %s has no words", name)
		}
	}
}
