package store

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A program can end in the middle of any write. Whatever is left of the last line of
// the journal, the parts before it count, and its own does if the line is whole.
func TestAJournalThatWasCutOffCounts(t *testing.T) {
	t.Parallel()
	sweep := toy{points: 1, replicates: 24}.sweep(t)
	target := filepath.Join(t.TempDir(), "result")
	folder := opened(t, target)
	must(t, folder.Expect(sweep.Parts(), []string{"skillmix"}))
	j := job(sweep, folder, 1)
	j.Last = 2
	must(t, j.Run(context.Background()))
	folder.Leave()
	path := filepath.Join(target+unfinished, journalName)
	whole, err := os.ReadFile(path)
	must(t, err)
	if lines := bytes.Count(whole, []byte("\n")); lines != 3 {
		t.Fatalf("the journal has %d lines; want a head and two parts:\n%s", lines, whole)
	}
	last := bytes.LastIndexByte(whole[:len(whole)-1], '\n') + 1
	head := bytes.IndexByte(whole, '\n') + 1
	for cut := last; cut <= len(whole); cut++ {
		must(t, os.WriteFile(path, whole[:cut], 0o666))
		folder := opened(t, target)
		if !folder.Has(0) || folder.Has(1) != (cut >= len(whole)-1) || len(folder.Damaged()) > 0 {
			t.Fatalf("cut after %q: parts %v %v, damaged %v", whole[last:cut], folder.Has(0), folder.Has(1), folder.Damaged())
		}
		folder.Leave()
		if cut%40 != 0 {
			continue
		}
		// What is written next must not be glued to the torn line.
		folder = opened(t, target)
		j := job(sweep, folder, 1)
		j.Last = 3
		must(t, j.Run(context.Background()))
		folder.Leave()
		again := opened(t, target)
		if again.Parts() != 3 {
			t.Fatalf("cut after %q: %d parts after going on; want 3", whole[last:cut], again.Parts())
		}
		again.Leave()
	}
	for cut := range head {
		must(t, os.WriteFile(path, whole[:cut], 0o666))
		folder := opened(t, target)
		if folder.Parts() != 0 {
			t.Fatalf("cut after %q: %d parts; nothing says what they are of", whole[:cut], folder.Parts())
		}
		folder.journal.parts[0] = &journalEntry{} // so that Leave keeps the folder for the next cut
		folder.Leave()
	}
}

func TestDamagedPartsAreMadeAgain(t *testing.T) {
	t.Parallel()
	sweep := toy{points: 1, replicates: 16, units: true}.sweep(t)
	sound := made(t, sweep, 2) + unfinished
	want := partsIn(t, sound)
	for name, damage := range damages {
		for _, whole := range []bool{false, true} {
			t.Run(map[bool]string{true: "finished, ", false: "unfinished, "}[whole]+name, func(t *testing.T) {
				t.Parallel()
				target := filepath.Join(t.TempDir(), "result")
				must(t, os.CopyFS(target+unfinished, os.DirFS(sound)))
				at := target + unfinished
				bad := []string{"runs.parquet/part-00002.parquet", "series.parquet/part-00005.parquet", "units.parquet/part-00005.parquet"}
				if whole {
					commit(t, opened(t, target))
					bad, at = slices.Insert(bad, 2, "summary.csv"), target
				}
				for _, name := range bad {
					damage(t, filepath.Join(at, name))
				}
				folder := opened(t, target)
				defer folder.Leave()
				if folder.Complete() != nil {
					t.Fatal("it is said to be complete")
				}
				if diff := cmp.Diff(bad, folder.Damaged()); diff != "" {
					t.Errorf("damaged (-want +got):\n%s", diff)
				}
				if folder.Has(2) || folder.Has(5) || folder.Parts() != 6 {
					t.Errorf("parts 2 and 5 are in place: %v and %v, of %d", folder.Has(2), folder.Has(5), folder.Parts())
				}
				if name == "a folder" { // what stands in the way is not ours: it is named
					err := job(sweep, folder, 2).Run(context.Background())
					if wrong := (*TargetError)(nil); !errors.As(err, &wrong) || !strings.Contains(err.Error(), "part-0000") {
						t.Errorf("error %v; want one that names the part", err)
					}
					return
				}
				must(t, job(sweep, folder, 2).Run(context.Background()))
				commit(t, folder)
				if diff := cmp.Diff(want, partsIn(t, target)); diff != "" {
					t.Errorf("other bytes than in one go:\n%.1000s", diff)
				}
				if again := opened(t, target); again.Complete() == nil || len(again.Damaged()) > 0 {
					t.Errorf("it is not complete; damaged %v", again.Damaged())
				}
			})
		}
	}
}

// A disk that is full, or a folder in the way, ends the job; parts that are in place
// stay, and nothing half-written does.
func TestAPartThatCannotBeWrittenEndsTheJob(t *testing.T) {
	describes := errors.New("no such weather")
	cases := []struct {
		name   string
		toy    toy
		hinder func(t *testing.T, work string)
		cause  error // nil for a TargetError
		parts  int
	}{
		{"a file in the way", usual, func(t *testing.T, work string) {
			must(t, os.WriteFile(filepath.Join(work, UnitsTable), nil, 0o666))
		}, nil, 0},
		{"a folder in the way", usual, func(t *testing.T, work string) {
			must(t, os.MkdirAll(filepath.Join(work, partName(SeriesTable, 2), "thesis"), 0o777))
		}, nil, 2},
		{"words that fail", toy{points: 3, replicates: 6, describe: describes}, func(*testing.T, string) {}, describes, 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			sweep := c.toy.sweep(t)
			folder := opened(t, filepath.Join(t.TempDir(), "result"))
			c.hinder(t, folder.Path())
			err := job(sweep, folder, 1).Run(context.Background())
			if wrong := (*TargetError)(nil); c.cause == nil && !errors.As(err, &wrong) || c.cause != nil && !errors.Is(err, c.cause) {
				t.Errorf("error %v; want a TargetError or %v", err, c.cause)
			}
			if folder.Parts() != c.parts {
				t.Errorf("%d parts are in place; want %d", folder.Parts(), c.parts)
			}
			for _, name := range tree(t, folder.Path()) {
				if strings.HasSuffix(name, partialSuffix) {
					t.Errorf("%s is left", name)
				}
			}
			if stays := folder.Leave(); stays != (c.parts > 0) {
				t.Errorf("something stays: %v", stays)
			}
		})
	}
}

func TestAWriterThatFailsLeavesNoFile(t *testing.T) {
	folder := opened(t, filepath.Join(t.TempDir(), "result"))
	defer folder.Leave()
	full := errors.New("disk full")
	err := folder.Write("charts/adoption.svg", func(w io.Writer) error {
		_, err := io.WriteString(w, "<svg")
		return errors.Join(err, full)
	})
	if !errors.Is(err, full) || !strings.Contains(err.Error(), "charts/adoption.svg") {
		t.Errorf("error %v; want the writer's own, and of which file", err)
	}
	if diff := cmp.Diff([]string{"charts", lockName, journalName}, tree(t, folder.Path())); diff != "" {
		t.Errorf("left (-want +got):\n%s", diff)
	}
	if len(folder.Files()) > 0 {
		t.Errorf("files %v", folder.Files())
	}
}
