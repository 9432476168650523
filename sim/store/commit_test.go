package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A program can end at any step of Commit.
func TestAFolderThatWasAboutToGetItsNameIsFinished(t *testing.T) {
	sweep := toy{points: 1, replicates: 2}.sweep(t)
	cases := []struct {
		name   string
		change func(t *testing.T, target string)
		whole  bool // Complete
		reason string
	}{
		{"no name", func(t *testing.T, target string) { must(t, os.Rename(target, target+unfinished)) }, false, "the journal was removed"},
		{"the older one moved", func(t *testing.T, target string) {
			must(t, os.Rename(target, target+unfinished))
			must(t, write(t, target+"-older", "inputs", false, "old"))
			must(t, os.Rename(target+"-older", target+replaced))
		}, false, "the older one was moved away"},
		{"the older one half removed", func(t *testing.T, target string) {
			must(t, os.Rename(target, target+unfinished))
			must(t, write(t, target+"-older", "inputs", false, "old"))
			must(t, os.Rename(target+"-older", target+replaced))
			must(t, os.RemoveAll(filepath.Join(target+replaced, "charts")))
		}, false, "the older one was half removed before that"},
		{"the older one left", func(t *testing.T, target string) {
			must(t, write(t, target+"-older", "inputs", false, "old"))
			must(t, os.Rename(target+"-older", target+replaced))
		}, true, "the older one was not removed"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			root := t.TempDir()
			target := filepath.Join(root, "result")
			folder := opened(t, target)
			must(t, job(sweep, folder, 1).Run(context.Background()))
			commit(t, folder)
			want := contents(t, target)
			c.change(t, target)
			folder = opened(t, target)
			defer folder.Leave()
			if (folder.Complete() != nil) != c.whole {
				t.Fatalf("complete: %v", folder.Complete())
			}
			if !c.whole {
				if parts, _ := job(sweep, folder, 1).Left(); parts > 0 {
					t.Errorf("%d parts are to be made again: %s", parts, c.reason)
				}
				commit(t, folder)
				if diff := cmp.Diff([]string{"result"}, names(t, root)); diff != "" {
					t.Errorf("beside the result (-want +got):\n%s", diff)
				}
			}
			if diff := cmp.Diff(want, contents(t, target)); diff != "" {
				t.Errorf("%s (-before +after):\n%s", c.reason, diff)
			}
		})
	}
}

func TestWhatIsInTheWayOfTheReplacedResultIsNotRemoved(t *testing.T) {
	root := t.TempDir()
	target := filepath.Join(root, "result")
	must(t, write(t, target, "one", false, "old"))
	thesis := filepath.Join(target+replaced, "thesis.txt")
	must(t, os.Mkdir(target+replaced, 0o777))
	must(t, os.WriteFile(thesis, []byte("thesis"), 0o666))
	err := write(t, target, "two", true, "new")
	if !errors.Is(err, ErrInTheWay) || !strings.Contains(err.Error(), replaced) {
		t.Errorf("error %v; want %v, and which", err, ErrInTheWay)
	}
	if text, err := os.ReadFile(thesis); string(text) != "thesis" {
		t.Errorf("the thesis is %q, %v", text, err)
	}
	if text, err := os.ReadFile(filepath.Join(target, "summary.csv")); string(text) != "old" {
		t.Errorf("the older result has %q, %v", text, err)
	}
}

func TestAnotherBuildReplacesAWholeResult(t *testing.T) {
	root := t.TempDir()
	target := filepath.Join(root, "result")
	must(t, write(t, target, "inputs", false, "old"))
	folder, err := Open(target, Identity{"inputs", "newer"}, false)
	must(t, err)
	defer folder.Leave()
	if folder.Complete() != nil || folder.Parts() > 0 {
		t.Errorf("another build's result is taken for this one's")
	}
	if text, err := os.ReadFile(filepath.Join(target, "summary.csv")); string(text) != "old" {
		t.Errorf("before the new one is whole the old one is %q, %v", text, err)
	}
	commit(t, folder)
	if diff := cmp.Diff([]string{"result"}, names(t, root)); diff != "" {
		t.Errorf("beside the result (-want +got):\n%s", diff)
	}
	manifest, err := ReadManifest(target)
	if err != nil || manifest.Execution.Program != "newer" {
		t.Errorf("program %q, %v", manifest.Execution.Program, err)
	}
}

func TestCommitRefusesWhatIsNotOurs(t *testing.T) {
	sweep := toy{points: 1, replicates: 2}.sweep(t)
	target := filepath.Join(t.TempDir(), "result")
	folder := opened(t, target)
	must(t, job(sweep, folder, 1).Run(context.Background()))
	must(t, os.WriteFile(filepath.Join(folder.Path(), "half"+partialSuffix), nil, 0o666))
	notes := filepath.Join(folder.Path(), "notes.txt")
	must(t, os.WriteFile(notes, nil, 0o666))
	if err := folder.Commit(manifestOf(folder)); !errors.Is(err, ErrAdded) {
		t.Errorf("error %v; want %v", err, ErrAdded)
	}
	if !folder.Leave() {
		t.Error("nothing stays")
	}
	must(t, os.Remove(notes))
	folder = opened(t, target)
	commit(t, folder)
	if _, err := os.Stat(filepath.Join(target, "half"+partialSuffix)); err == nil {
		t.Error("what was half-written was carried along")
	}
}

func TestLeave(t *testing.T) {
	sweep := toy{points: 1, replicates: 2}.sweep(t)
	cases := []struct {
		parts  int
		left   []string
		reason string
	}{
		{0, nil, "nothing was made: the parents that were made for it go too"},
		{1, []string{"deep", "deep/er", "deep/er/result.unfinished"}, "a part stays, for the same command"},
	}
	for _, c := range cases {
		root := t.TempDir()
		folder := opened(t, filepath.Join(root, "deep", "er", "result"))
		must(t, folder.Expect(2, nil))
		j := job(sweep, folder, 1)
		j.Last = c.parts
		must(t, j.Run(context.Background()))
		if stays := folder.Leave(); stays != (c.parts > 0) {
			t.Errorf("%d parts: Leave says that something stays: %v", c.parts, stays)
		}
		var left []string
		for _, name := range tree(t, root) {
			if !strings.Contains(name, unfinished+"/") {
				left = append(left, name)
			}
		}
		if diff := cmp.Diff(c.left, left); diff != "" {
			t.Errorf("%d parts: %s (-want +got):\n%s", c.parts, c.reason, diff)
		}
	}
	t.Run("what somebody else put beside stays", func(t *testing.T) {
		root := t.TempDir()
		folder := opened(t, filepath.Join(root, "deep", "result"))
		must(t, os.WriteFile(filepath.Join(root, "deep", "notes"), nil, 0o666))
		folder.Leave()
		if diff := cmp.Diff([]string{"deep", "deep/notes"}, tree(t, root)); diff != "" {
			t.Errorf("left (-want +got):\n%s", diff)
		}
	})
	t.Run("a result that is there is not touched", func(t *testing.T) {
		target := filepath.Join(t.TempDir(), "result")
		commit(t, opened(t, target))
		before := contents(t, target)
		folder := opened(t, target)
		if folder.Complete() == nil || folder.Leave() {
			t.Error("it is not complete, or stays unfinished")
		}
		if diff := cmp.Diff(before, contents(t, target)); diff != "" {
			t.Errorf("changed:\n%s", diff)
		}
	})
}
