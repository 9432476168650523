package main

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"
	"testing"
)

// What run --json tells of whole runs and of groups is what the tables tell, and nothing
// is left out.
func TestJSONTellsWhatTheTablesTell(t *testing.T) {
	unlessShort(t)
	at := newPlace(t)
	ended := at.run(strings.Fields("run new-money budget-transfer --set population.preset=classroom --set time.months=24 --reps 4 --out ./result --json")...)
	ended.ends(exitDone)
	var document struct {
		Outcomes []struct {
			Measure     string
			Unit        string
			Scenarios   []map[string]any
			Differences []map[string]any
		}
		Extras     []map[string]any
		Diffusion  []map[string]any
		Breakdowns []struct {
			Dimension string
			Month     string
			Lacks     *string
			Sentence  string
			Groups    []struct {
				Group    string
				Measures []struct {
					Measure    string
					Scenarios  []map[string]any
					Difference map[string]any
					Share      float64 `json:"share_first_higher"`
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(ended.stdout), &document); err != nil {
		t.Fatal(err)
	}
	summary, comparison := map[string]map[string]string{}, map[string]map[string]string{}
	for _, row := range at.cells("result/summary.csv") {
		summary[strings.Join([]string{row["scenario"], row["month"], row["setting"], row["group"], row["measure"]}, " ")] = row
	}
	for _, row := range at.cells("result/comparison.csv") {
		comparison[strings.Join([]string{row["month"], row["setting"], row["group"], row["measure"]}, " ")] = row
	}
	compared := 0
	same := func(key string, rows map[string]map[string]string, told map[string]any) {
		t.Helper()
		row, found := rows[key]
		if !found {
			t.Errorf("the tables have no %s", key)
			return
		}
		for _, field := range []string{"n", "mean", "mcse", "p2_5", "p97_5"} {
			text, found := row[field]
			if !found {
				text = row[field+"_diff"]
			}
			want, err := strconv.ParseFloat(text, 64)
			got, number := told[field].(float64)
			if compared++; text == "" && !number {
				continue
			}
			if err != nil || !number || math.Abs(got-want) > 1e-5*math.Abs(want)+1e-9 { // the tables have six digits
				t.Errorf("%s of %s is %v, and %q in the table", field, key, told[field], text)
			}
		}
	}
	for _, outcome := range document.Outcomes {
		key := "2021-03 trust all " + outcome.Measure
		for _, of := range outcome.Scenarios {
			same(of["scenario"].(string)+" "+key, summary, of)
		}
		for _, of := range outcome.Differences {
			same(key, comparison, of)
		}
	}
	for _, breakdown := range document.Breakdowns {
		if breakdown.Lacks != nil || breakdown.Month != "2021-03" || !strings.HasSuffix(breakdown.Sentence, ".") {
			t.Errorf("the breakdown by %s is of %s, lacks %v and says %q", breakdown.Dimension, breakdown.Month, breakdown.Lacks, breakdown.Sentence)
		}
		for _, group := range breakdown.Groups {
			for _, measure := range group.Measures {
				key := strings.Join([]string{"2021-03 trust", breakdown.Dimension + ":" + group.Group, measure.Measure}, " ")
				for _, of := range measure.Scenarios {
					same(of["scenario"].(string)+" "+key, summary, of)
				}
				same(key, comparison, measure.Difference)
			}
		}
	}
	if len(document.Extras) != 4 || len(document.Diffusion) != 2 || len(document.Breakdowns) != 3 || compared < 500 {
		t.Errorf("%d extras, %d courses, %d breakdowns, %d numbers compared", len(document.Extras), len(document.Diffusion), len(document.Breakdowns), compared)
	}
}

// What a single run of one scenario cannot tell is null, and lists are empty.
func TestJSONOfASingleRunTellsOutcomes(t *testing.T) {
	unlessShort(t)
	at := newPlace(t)
	ended := at.run(strings.Fields("run baseline --set population.preset=classroom --set time.months=12 --reps 1 --fixed --out ./result --json")...)
	ended.ends(exitDone)
	for _, want := range []string{`"extras": [],`, `"difference": null,`, `"share_first_higher": null`, `"bass": null,`, `"categories": null`, `"differences": []`} {
		if !strings.Contains(ended.stdout, want) {
			t.Errorf("the document lacks %s", want)
		}
	}
	if strings.Contains(ended.stdout, "NaN") || strings.Contains(ended.stdout, "-0,") {
		t.Error("the document holds a number that is none")
	}
}
