package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// usual is a sweep of 2 worlds, 2 sets, 3 points and 6 replicates: 18 pairs in nine
// parts of eight runs.
var usual = toy{points: 3, replicates: 6, units: true}

func TestASweepHasTheSameBytesForAnyNumberOfWorkers(t *testing.T) {
	t.Parallel()
	sweep := usual.sweep(t)
	want := partsIn(t, made(t, sweep, 1)+unfinished)
	if len(want) != 27 {
		t.Fatalf("%d files; want runs, series and units of nine parts", len(want))
	}
	for jobs := 2; jobs <= 4; jobs++ {
		if diff := cmp.Diff(want, partsIn(t, made(t, sweep, jobs)+unfinished)); diff != "" {
			t.Errorf("%d workers give other bytes (-1 +%d):\n%.1000s", jobs, jobs, diff)
		}
	}
	if want["series.parquet/part-00000.parquet"] == want["series.parquet/part-00001.parquet"] {
		t.Error("two parts are equal: the comparison above shows nothing")
	}
}

// Whenever a sweep is interrupted, and however often, the same program goes on with
// what is in place and ends with the same bytes.
func TestAnInterruptedSweepGoesOn(outer *testing.T) {
	outer.Parallel()
	sweep := toy{points: 3, replicates: 6}.sweep(outer)
	want := partsIn(outer, made(outer, sweep, 1)+unfinished)
	root := outer.TempDir()
	tries := 0
	rapid.Check(outer, func(t *rapid.T) {
		if tries++; tries > 12 { // each waits for the disk some thirty times
			return
		}
		target := filepath.Join(root, fmt.Sprint(tries), "result")
		for sessions := 0; ; sessions++ {
			ctx, cancel := context.WithCancel(context.Background())
			folder, err := Open(target, toyIdentity, false)
			if err != nil {
				t.Fatal(err)
			}
			if damaged := folder.Damaged(); len(damaged) > 0 {
				t.Fatalf("an interruption damaged %v", damaged)
			}
			before := folder.Parts()
			j := job(sweep, folder, rapid.IntRange(1, 4).Draw(t, "jobs"))
			_, left := j.Left()
			end := rapid.IntRange(0, left+20).Draw(t, "runs until the interruption")
			done := 0
			j.Done = func(bool) {
				if done++; done == end {
					cancel()
				}
			}
			if end == 0 {
				cancel()
			}
			err = j.Run(ctx)
			cancel()
			after := folder.Parts()
			if after < before || after-before > done/8 {
				t.Fatalf("%d parts were in place, %d are after %d runs of 8 a part", before, after, done)
			}
			if stays := folder.Leave(); stays != (after > 0) {
				t.Fatalf("%d parts are in place, and Leave says that something stays: %v", after, stays)
			}
			if _, err := os.Stat(target + unfinished); (err == nil) != (after > 0) {
				t.Fatalf("%d parts are in place; the folder: %v", after, err)
			}
			if err == nil {
				break
			}
			if !errors.Is(err, context.Canceled) {
				t.Fatal(err)
			}
		}
		got := partsIn(outer, target+unfinished)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("other bytes (-uninterrupted +continued):\n%.1000s", diff)
		}
	})
}

// Each machine makes every n-th part, from a number of its own on. What they made is
// imported in any order, and beside what is there already.
func TestShardsHaveTheBytesOfTheWhole(t *testing.T) {
	t.Parallel()
	sweep := usual.sweep(t)
	want := partsIn(t, made(t, sweep, 1)+unfinished)
	for _, count := range []int{1, 2, 4, 10} { // of ten shards of nine parts one has none
		t.Run(fmt.Sprint(count), func(t *testing.T) {
			t.Parallel()
			root := t.TempDir()
			for index := range count {
				folder := opened(t, filepath.Join(root, "shards", fmt.Sprint(index)))
				j := job(sweep, folder, 2)
				j.First, j.Stride = index, count
				parts, runs := j.Whole()
				if err := j.Run(context.Background()); err != nil {
					t.Fatal(err)
				}
				if folder.Parts() != parts || parts != (9-index+count-1)/count || runs != 8*parts {
					t.Errorf("shard %d/%d made %d parts; said to be %d, of %d runs", index, count, folder.Parts(), parts, runs)
				}
				commit(t, folder)
			}
			folder := opened(t, filepath.Join(root, "result"))
			j := job(sweep, folder, 1)
			j.Last = 2 // some were made here
			if err := j.Run(context.Background()); err != nil {
				t.Fatal(err)
			}
			for i := range count {
				index := (i*7 + 2) % count // some order: 7 has no divisor in common with the counts
				from := filepath.Join(root, "shards", fmt.Sprint(index))
				manifest, err := ReadManifest(from)
				if err != nil {
					t.Fatal(err)
				}
				if err := folder.Import(from, manifest); err != nil {
					t.Fatal(err)
				}
			}
			if parts, runs := job(sweep, folder, 1).Left(); parts != 0 || runs != 0 {
				t.Errorf("%d parts are left, of %d runs", parts, runs)
			}
			if diff := cmp.Diff(want, partsIn(t, folder.Path())); diff != "" {
				t.Errorf("other bytes (-whole +shards):\n%.1000s", diff)
			}
			commit(t, folder)
		})
	}
}

func TestAShardThatWasChangedIsNotImported(t *testing.T) {
	t.Parallel()
	sweep := usual.sweep(t)
	whole := made(t, sweep, 2)
	for name, change := range damages {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			root := t.TempDir()
			must(t, os.CopyFS(filepath.Join(root, "shard"+unfinished), os.DirFS(whole+unfinished)))
			commit(t, opened(t, filepath.Join(root, "shard")))
			manifest, err := ReadManifest(filepath.Join(root, "shard"))
			if err != nil {
				t.Fatal(err)
			}
			bad := "series.parquet/part-00004.parquet"
			change(t, filepath.Join(root, "shard", bad))
			folder := opened(t, filepath.Join(root, "result"))
			defer folder.Leave()
			err = folder.Import(filepath.Join(root, "shard"), manifest)
			unreadable := (*ReadError)(nil)
			if !errors.As(err, &unreadable) || !strings.Contains(filepath.ToSlash(err.Error()), "shard/"+bad) {
				t.Errorf("error %v; want a ReadError that names %s of the shard", err, bad)
			}
			if folder.Parts() != 4 || folder.Has(4) {
				t.Errorf("%d parts are in place; want the four before the bad one", folder.Parts())
			}
			for _, name := range tree(t, folder.Path()) {
				if strings.HasSuffix(name, partialSuffix) || name == bad {
					t.Errorf("%s was left", name)
				}
			}
		})
	}
}

// damages are what can become of a file.
var damages = map[string]func(t *testing.T, path string){
	"missing": func(t *testing.T, path string) { must(t, os.Remove(path)) },
	"truncated": func(t *testing.T, path string) {
		must(t, os.Truncate(path, size(t, path)-1))
	},
	"empty": func(t *testing.T, path string) { must(t, os.Truncate(path, 0)) },
	"longer": func(t *testing.T, path string) {
		must(t, os.Truncate(path, size(t, path)+1))
	},
	"flipped": func(t *testing.T, path string) {
		text, err := os.ReadFile(path)
		must(t, err)
		text[len(text)/2] ^= 1
		must(t, os.WriteFile(path, text, 0o666))
	},
	"a folder": func(t *testing.T, path string) {
		must(t, os.Remove(path))
		must(t, os.Mkdir(path, 0o777))
	},
}

func size(t *testing.T, path string) int64 {
	t.Helper()
	info, err := os.Stat(path)
	must(t, err)
	return info.Size()
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
