package main

import (
	"context"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"skillmix/sim"
	"skillmix/sim/store"
)

// replacing doctors a file of a result.
func replacing(name, old, by string) func(at place) {
	return func(at place) {
		at.t.Helper()
		before := at.text("result/" + name)
		if !strings.Contains(before, old) {
			at.t.Fatalf("%s has no %s", name, old)
		}
		after := strings.Replace(before, old, by, 1)
		if name == store.ManifestName { // its seal would tell
			after = regexp.MustCompile(`"seal": "[0-9a-f]+"`).ReplaceAllString(after, `"seal": ""`)
		}
		at.write("result/"+name, after)
	}
}

func TestReproduce(t *testing.T) {
	unlessShort(t)
	at := newPlace(t)
	at.run(with(small, "--out", "./sound")...).ends(exitDone)
	at.run(with(small, "--out", "./seed2", "--seed", "2", "--shard", "0/1")...).ends(exitDone)
	series := at.text("seed2.shards/00000-of-00001/series.parquet/part-00002.parquet")
	tests := []struct {
		name   string
		doctor func(at place)
		code   int
		says   []string
		reason string
	}{
		{"identical", func(place) {}, exitDone, []string{"identical: 8 runs, ", "every byte but for times, command line and machine"}, "nothing was changed"},
		{"a part", func(at place) { at.write("result/series.parquet/part-00002.parquet", series) }, exitDiffers,
			[]string{"./result is not reproduced: ", "judged values held, replicate 2, 2020-03, trust all, "}, "another seed's part: a sound table of other numbers"},
		{"a shard", func(at place) { at.rename("seed2.shards/00000-of-00001", "result") }, exitUsage,
			[]string{"./result is a shard: merge the shards and reproduce the result"}, "a shard has nothing to compare"},
		{"a scenario", replacing("scenario.new-money.toml", "40000", "40001"), exitFiles,
			[]string{"its scenario files are not those from which it was made"}, "another question"},
		{"no scenario", func(at place) { at.remove("result/scenario.new-money.toml") }, exitScenario,
			[]string{"scenario.new-money.toml"}, "the question is lost"},
		{"other replicates", replacing("manifest.json", `"replicates": 4`, `"replicates": 3`), exitFiles,
			[]string{"its scenario files are not those from which it was made"}, "the manifest tells of another design"},
		{"another detail", replacing("manifest.json", `"detail": "year"`, `"detail": "week"`), exitFiles,
			[]string{"its manifest asks for detail \"week\""}, "the manifest is broken"},
		{"in the way", func(at place) { at.write("result.again", "") }, exitFiles,
			[]string{"./result.again: it is in the way"}, "what the user has there is not removed"},
		{"no result", func(at place) { at.remove("result/manifest.json") }, exitFiles, []string{"./result is not a finished skillmix result"}, "it has no manifest"},
		{"nothing", func(at place) { at.remove("result") }, exitFiles, []string{"./result is not a finished skillmix result"}, "it is not there"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			within := newPlace(t)
			within.copy(at.path("sound"), "result")
			within.copy(at.path("seed2.shards"), "seed2.shards")
			test.doctor(within)
			got := within.run("reproduce", "./result", "--jobs", "1")
			got.ends(test.code, test.says...)
			if test.code != exitDone && got.stdout != "" {
				t.Errorf("%s: stdout %q", test.reason, got.stdout)
			}
			if test.name != "in the way" {
				within.absent("result.again")
			}
			within.absent("result.again.unfinished")
		})
	}
}

func TestCompareResults(t *testing.T) {
	unlessShort(t)
	at := newPlace(t)
	at.run(strings.Fields("run new-money --set population.preset=classroom --set time.months=3 --reps 2 --fixed --detail year --out ./sound")...).ends(exitDone)
	head, rest, _ := strings.Cut(at.text("sound/summary.csv"), "\n")
	line, _, _ := strings.Cut(rest, "\n")
	improved := strings.Split(line, ",")
	mean := improved[5]
	improved[5] = "42"
	rounded := strings.Split(line, ",")
	rounded[5] += "000000001"
	if !strings.Contains(mean, ".") {
		t.Fatalf("the mean %s has no decimals", mean)
	}
	tests := []struct {
		doctor func(at place)
		near   float64
		want   string // how it begins
		reason string
	}{
		{func(place) {}, 0, "", "nothing was changed"},
		{replacing("summary.csv", line, strings.Join(improved, ",")), 0, `summary.csv, line 2, column mean: "42", and again "` + mean + `"`, "a figure that somebody improved"},
		{replacing("summary.csv", line, strings.Join(improved, ",")), tolerance, "", "what is made of runs is not compared with another machine's: a last bit decides ties"},
		{replacing("summary.csv", line, strings.Join(rounded, ",")), 0, `summary.csv, line 2, column mean: "` + rounded[5] + `", and again "` + mean + `"`, "a figure that was rounded otherwise"},
		{replacing("summary.csv", "\n"+line, ""), 0, `summary.csv, line 2, column`, "a row that somebody left out"},
		{func(at place) { at.write("result/summary.csv", head+"\n"+line+"\n") }, 0, "summary.csv has other rows from line 3 on", "a table cut short"},
		{replacing("summary.csv", line, line+",1"), 0, "summary.csv has other rows from line 2 on", "a cell more"},
		{replacing("summary.csv", "scenario", `"scenario"`), 0, "summary.csv has other bytes, though its cells are equal", "a spreadsheet wrote it again"},
		{func(at place) { at.remove("result/summary.csv") }, 0, "summary.csv is missing", "somebody removed it"},
		{replacing("report.html", "<h1", "<h2"), 0, "report.html has other bytes", "no table, but a byte is a byte"},
		{replacing("report.html", "<h1", "<h2"), tolerance, "", "a picture may differ on another machine"},
		{replacing("scenario.new-money.toml", "title", "# title"), tolerance, "scenario.new-money.toml has other bytes", "what was asked may not"},
	}
	for _, test := range tests {
		within := newPlaceIn(t)
		within.copy(at.path("sound"), "result")
		test.doctor(within)
		got, err := within.compare(at.path("sound"), test.near, nil)
		if err != nil || !strings.HasPrefix(got, test.want) || (got == "") != (test.want == "") {
			t.Errorf("%s: %q, %v; want %q", test.reason, got, err, test.want)
		}
	}
	t.Run("other replicates", func(t *testing.T) { // as of a run to a precision
		within := newPlaceIn(t)
		within.copy(at.path("sound"), "result")
		got, err := within.compare(at.path("sound"), 0, func(manifest *store.Manifest) { manifest.Design.Replicates = 5 })
		if want := "it has 5 replicates, and again 2"; err != nil || got != want {
			t.Errorf("%q, %v; want %q", got, err, want)
		}
	})
	t.Run("half a part", func(t *testing.T) {
		within := newPlaceIn(t)
		within.copy(at.path("sound"), "result")
		part := within.text("result/series.parquet/part-00001.parquet")
		within.write("result/series.parquet/part-00001.parquet", part[:len(part)/2])
		if _, err := within.compare(at.path("sound"), 0, nil); exitCode(err) != exitFiles || !strings.Contains(filepath.ToSlash(err.Error()), "result/series.parquet/part-00001.parquet") {
			t.Errorf("error %v; want one that names what cannot be read", err)
		}
	})
}

// compare compares the place's result with one made again.
func (w place) compare(again string, near float64, change func(manifest *store.Manifest)) (string, error) {
	w.t.Helper()
	made, err := store.ReadManifest(again)
	if err != nil {
		w.t.Fatal(err)
	}
	manifest, err := store.ReadManifest(w.path("result"))
	if err != nil {
		w.t.Fatal(err)
	}
	plan, err := rebuild(again, made, again)
	if err != nil {
		w.t.Fatal(err)
	}
	if change != nil {
		change(manifest)
	}
	return compareResults(plan, w.path("result"), manifest, again, made, near)
}

// Interrupted, reproduce goes on with the same command.
func TestAnInterruptedReproductionGoesOn(t *testing.T) {
	at := newPlace(t)
	at.run(with(small, "--out", "./result")...).ends(exitDone)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	begun := 0
	at.ran(ctx, func(sim.Run) error {
		if begun++; begun == 5 {
			cancel()
		}
		return nil
	}, "reproduce", "./result", "--jobs", "1").ends(exitInterrupted, "4 of 8 runs are kept in ./result.again.unfinished. To go on:\n  skillmix reproduce ./result --jobs 1")
	begun = 0
	at.ran(context.Background(), func(sim.Run) error { begun++; return nil }, "reproduce", "./result", "--jobs", "1").ends(exitDone, "identical: 8 runs")
	if begun != 4 {
		t.Errorf("%d runs were made to go on; want 4", begun)
	}
	at.absent("result.again")
}

// A machine of another kind may round otherwise.
func TestReproduceOnAnotherKindOfMachine(t *testing.T) {
	unlessShort(t)
	at := newPlace(t)
	at.run(with(small, "--out", "./result")...).ends(exitDone)
	replacing("manifest.json", `"arch": "`, `"arch": "not `)(at)
	at.write("result/report.html", at.text("result/report.html")+"<!-- rounded -->")
	at.run("reproduce", "./result").ends(exitDone, "reproduced: 8 runs, ", "so the numbers of runs were compared within one part in 1e+09")
}
