package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTwoProgramsDoNotMakeOneResult(t *testing.T) {
	sweep := toy{points: 1, replicates: 2}.sweep(t)
	target := filepath.Join(t.TempDir(), "deep", "result")
	first := opened(t, target)
	for _, parts := range []int{0, 1} {
		j := job(sweep, first, 1)
		j.Last = parts
		must(t, j.Run(context.Background()))
		before := contents(t, filepath.Dir(target))
		for _, force := range []bool{false, true} {
			if _, err := Open(target, toyIdentity, force); !errors.Is(err, ErrBusy) {
				t.Errorf("%d parts, force %v: error %v; want %v", parts, force, err, ErrBusy)
			}
			if diff := cmp.Diff(before, contents(t, filepath.Dir(target))); diff != "" {
				t.Errorf("%d parts, force %v: the second changed (-before +after):\n%s", parts, force, diff)
			}
		}
	}
	must(t, job(sweep, first, 1).Run(context.Background()))
	commit(t, first)
	if second, err := Open(target, toyIdentity, false); err != nil || second.Complete() == nil {
		t.Errorf("after the first has finished: %v", err)
	}
}

// Of two programs that begin at the same moment one makes the folder, and it may be
// the other that locks it.
func TestWhoMadeTheFolderAndCouldNotLockItLeavesItAlone(t *testing.T) {
	target := filepath.Join(t.TempDir(), "result")
	first := opened(t, target)
	defer first.Leave()
	late := &Folder{shown: target, target: target, work: target + unfinished, identity: toyIdentity, made: true}
	if err := late.own(); !errors.Is(err, ErrBusy) {
		t.Fatalf("error %v; want %v", err, ErrBusy)
	}
	late.Leave()
	if _, err := os.Stat(first.Path()); err != nil {
		t.Errorf("it removed the folder under the other's feet: %v", err)
	}
}

// A lock is of a file, and its name may meanwhile be another file's, or none's.
func TestALockOfAFileThatIsGoneDoesNotCount(t *testing.T) {
	target := filepath.Join(t.TempDir(), "result")
	first := opened(t, target)
	defer first.Leave()
	if err := os.Remove(filepath.Join(first.Path(), lockName)); err != nil {
		t.Skip("the system does not let an open file go")
	}
	if held, err := stillThere(first.lock), error(nil); err != nil || held {
		t.Errorf("the first holds it after its file is gone: %v, %v", held, err)
	}
	second := opened(t, target)
	defer second.Leave()
	if held, err := stillThere(first.lock), error(nil); err != nil || held {
		t.Errorf("the first holds the second's file: %v, %v", held, err)
	}
	if held, err := stillThere(second.lock), error(nil); err != nil || !held {
		t.Errorf("the second does not hold its own file: %v, %v", held, err)
	}
}
