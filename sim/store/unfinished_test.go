package store

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// begin makes a result at target up to a part and one other file, and returns it
// open.
func begin(t *testing.T, target string, identity Identity) *Folder {
	t.Helper()
	folder, err := Open(target, identity, false)
	if err != nil {
		t.Fatal(err)
	}
	fill := func(w io.Writer) error { _, err := io.WriteString(w, identity.Inputs); return err }
	for part := range 2 {
		file, err := folder.put(partName(RunsTable, part), fill)
		if err != nil {
			t.Fatal(err)
		}
		if err := folder.note(&journalEntry{Part: part, Files: []File{file}}); err != nil {
			t.Fatal(err)
		}
	}
	if err := folder.Write("summary.csv", fill); err != nil {
		t.Fatal(err)
	}
	return folder
}

// manifestOf is what Commit needs of a result that begin began.
func manifestFor(folder *Folder, identity Identity) *Manifest {
	manifest := &Manifest{Tool: Tool, Inputs: identity.Inputs, Files: folder.Files()}
	manifest.Execution.Program = identity.Program
	return manifest
}

// finish makes a whole result at target, from what is there.
func finish(t *testing.T, target string, identity Identity, force bool) {
	t.Helper()
	folder, err := Open(target, identity, force)
	if err != nil {
		t.Fatal(err)
	}
	if folder.Complete() != nil {
		return
	}
	folder.Leave()
	folder = begin(t, target, identity)
	if err := folder.Commit(manifestFor(folder, identity)); err != nil {
		t.Fatal(err)
	}
}

// texts reads everything below a folder but for locks, which come and go.
func texts(t *testing.T, root string) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, name := range tree(t, root) {
		text, err := os.ReadFile(filepath.Join(root, name))
		if err != nil && !errors.Is(err, syscall.EISDIR) {
			t.Fatal(err)
		}
		all[name] = string(text)
	}
	return all
}

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o777), os.WriteFile(path, []byte(text), 0o666)); err != nil {
		t.Fatal(err)
	}
}

func TestWhatCannotBeTakenUpStays(t *testing.T) {
	one, two := Identity{"one", "build"}, Identity{"two", "build"}
	left := func(t *testing.T, target string) { begin(t, target, one).Leave() }
	cases := []struct {
		name   string
		before func(t *testing.T, target string)
		as     Identity
		force  bool
		want   error
		reason string
	}{
		{"other inputs", left, two, false, ErrOther, "hours of somebody's runs"},
		{"another build", left, Identity{"one", "other"}, false, ErrBuild, "the build that began it can finish it"},
		{"foreign", func(t *testing.T, target string) { put(t, target+unfinished+"/thesis.txt", "my thesis") },
			one, true, ErrForeign, "it is not even ours"},
		{"garbage for a journal", func(t *testing.T, target string) {
			left(t, target)
			put(t, filepath.Join(target+unfinished, journalName), "garbage\n")
		}, one, false, ErrForeign, "the parts may be whole"},
		{"a journal that cannot be written", func(t *testing.T, target string) {
			left(t, target)
			put(t, filepath.Join(target+unfinished, journalName+partialSuffix, "x"), "")
		}, one, false, syscall.EISDIR, "a full disk gets room again"},
		{"busy", func(t *testing.T, target string) {
			folder := begin(t, target, one)
			t.Cleanup(func() { folder.Leave() })
		}, one, true, ErrBusy, "the other goes on"},
		{"something replaced in the way", func(t *testing.T, target string) { put(t, target+replaced+"/thesis.txt", "my thesis") },
			one, true, ErrInTheWay, "only what was a result may go"},
		{"a link to nowhere", func(t *testing.T, target string) {
			if err := os.Symlink("gone", target); err != nil {
				t.Skip(err)
			}
		}, one, false, ErrNowhere, "a disk may come back there"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			root := t.TempDir()
			target := filepath.Join(root, "result")
			c.before(t, target)
			before := tree(t, root)
			_, err := Open(target, c.as, c.force)
			if !errors.Is(err, c.want) {
				t.Errorf("error %v, want %v", err, c.want)
			}
			if diff := cmp.Diff(before, tree(t, root)); diff != "" {
				t.Errorf("it is gone, and %s (-before +after):\n%s", c.reason, diff)
			}
		})
	}
}

func TestReservedNames(t *testing.T) {
	root := t.TempDir()
	one := Identity{"one", "build"}
	begin(t, filepath.Join(root, "result"), one).Leave()
	for name, want := range map[string]error{
		"other.unfinished":        ErrReserved,
		"other.replaced":          ErrReserved,
		"result.unfinished":       ErrReserved,
		"result.unfinished/below": ErrReserved,
		"thesis.unfinished/below": nil, // a folder that is only called so
	} {
		folder, err := Open(filepath.Join(root, name), one, true)
		if !errors.Is(err, want) {
			t.Errorf("%s: error %v, want %v", name, err, want)
		}
		if err == nil {
			folder.Leave()
		}
	}
}

// The program may be killed between any two steps. Each case is what is there then.
func TestEndsBetweenSteps(t *testing.T) {
	old, one := Identity{"old", "build"}, Identity{"one", "build"}
	rename := func(t *testing.T, from, to string) {
		t.Helper()
		if err := os.Rename(from, to); err != nil {
			t.Fatal(err)
		}
	}
	cases := []struct {
		name  string
		state func(t *testing.T, target string)
	}{
		{"before there is a journal", func(t *testing.T, target string) { put(t, filepath.Join(target+unfinished, lockName), "") }},
		{"as a part is written", func(t *testing.T, target string) {
			begin(t, target, one).Leave()
			put(t, filepath.Join(target+unfinished, partName(RunsTable, 1)+partialSuffix), "hal")
		}},
		{"as the journal is written", func(t *testing.T, target string) {
			begin(t, target, one).Leave()
			put(t, filepath.Join(target+unfinished, journalName+partialSuffix), "hal")
		}},
		{"as a line of the journal is written", func(t *testing.T, target string) {
			begin(t, target, one).Leave()
			file, err := os.OpenFile(filepath.Join(target+unfinished, journalName), os.O_APPEND|os.O_WRONLY, 0)
			if err != nil {
				t.Fatal(err)
			}
			file.WriteString(`{"part":1,"files":[{"na`)
			file.Close()
		}},
		{"after the journal was removed", func(t *testing.T, target string) {
			finish(t, target, one, false)
			rename(t, target, target+unfinished)
		}},
		{"after the old result stepped aside", func(t *testing.T, target string) {
			finish(t, target, one, false)
			rename(t, target, target+unfinished)
			finish(t, target+".old", old, false)
			rename(t, target+".old", target+replaced)
		}},
		{"after the new result got its name", func(t *testing.T, target string) {
			finish(t, target, one, false)
			put(t, filepath.Join(target, lockName), "")
			finish(t, target+".old", old, false)
			rename(t, target+".old", target+replaced)
		}},
		{"as the old result is removed", func(t *testing.T, target string) {
			finish(t, target, one, false)
			finish(t, target+".old", old, false)
			rename(t, target+".old", target+replaced)
			os.Remove(filepath.Join(target+replaced, "summary.csv"))
		}},
		{"after all of the old result but folders is removed", func(t *testing.T, target string) {
			finish(t, target, one, false)
			os.MkdirAll(filepath.Join(target+replaced, RunsTable), 0o777)
		}},
		{"damaged", func(t *testing.T, target string) {
			finish(t, target, one, false)
			put(t, filepath.Join(target, "summary.csv"), "on?")
		}},
	}
	want := t.TempDir()
	finish(t, filepath.Join(want, "result"), one, false)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			root := t.TempDir()
			target := filepath.Join(root, "result")
			c.state(t, target)
			finish(t, target, one, true)
			if diff := cmp.Diff(texts(t, want), texts(t, root)); diff != "" {
				t.Errorf("the same command gives something else, or leaves something behind (-want +got):\n%s", diff)
			}
		})
	}
}

func TestDamageIsNamedAndKeptWhereWhole(t *testing.T) {
	one := Identity{"one", "build"}
	for _, whole := range []bool{true, false} {
		target := filepath.Join(t.TempDir(), "result")
		at := target + unfinished
		if whole {
			at = target
			finish(t, target, one, false)
		} else {
			begin(t, target, one).Leave()
		}
		put(t, filepath.Join(at, partName(RunsTable, 1)), "oNe")
		folder, err := Open(target, one, false)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]string{partName(RunsTable, 1)}, folder.Damaged()); diff != "" {
			t.Errorf("finished %v: damaged (-want +got):\n%s", whole, diff)
		}
		if !folder.Has(0) || folder.Has(1) {
			t.Errorf("finished %v: want part 0 kept and part 1 made again", whole)
		}
		folder.Leave()
		if strings.Contains(strings.Join(tree(t, filepath.Dir(target)), " "), lockName) {
			t.Errorf("finished %v: the lock is left", whole)
		}
	}
}
