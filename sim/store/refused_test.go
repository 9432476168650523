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

// What is there already may be another's, and whatever is refused is left as it is.
func TestWhatIsUnfinishedIsContinuedOrLeftAlone(t *testing.T) {
	sweep := toy{points: 1, replicates: 2}.sweep(t)
	begun := func(identity Identity) func(t *testing.T, target string) {
		return func(t *testing.T, target string) {
			folder, err := Open(target, identity, false)
			must(t, err)
			must(t, folder.Expect(2, []string{"skillmix", "run", "x"}))
			j := job(sweep, folder, 1)
			j.Last = 1
			must(t, j.Run(context.Background()))
			if !folder.Leave() {
				t.Fatal("a part was made and nothing stays")
			}
		}
	}
	file := func(name, text string) func(t *testing.T, target string) {
		return func(t *testing.T, target string) {
			path := filepath.Join(target+unfinished, name)
			must(t, os.MkdirAll(filepath.Dir(path), 0o777))
			must(t, os.WriteFile(path, []byte(text), 0o666))
		}
	}
	cases := []struct {
		name   string
		there  func(t *testing.T, target string)
		force  bool
		want   error
		parts  int
		reason string
	}{
		{"same", begun(toyIdentity), false, nil, 1, "the same command goes on"},
		{"same by force", begun(toyIdentity), true, nil, 1, "force replaces other inputs, and does not throw away what fits"},
		{"other inputs", begun(Identity{"others", "build"}), false, ErrOther, 0, "another question's parts"},
		{"other inputs by force", begun(Identity{"others", "build"}), true, nil, 0, "the user said so: it begins again"},
		{"other build", begun(Identity{"inputs", "another"}), false, ErrBuild, 0, "its parts might not fit"},
		{"other build by force", begun(Identity{"inputs", "another"}), true, nil, 0, "the user said so: it begins again"},
		{"foreign", file("thesis.txt", "thesis"), false, ErrForeign, 0, "somebody else's folder of that name"},
		{"foreign by force", file("thesis.txt", "thesis"), true, ErrForeign, 0, "force is for results only"},
		{"foreign within", file("series.parquet/thesis.txt", "thesis"), true, ErrForeign, 0, "a folder may be somebody's too"},
		{"foreign journal", file(journalName, "dear diary\n"), true, ErrForeign, 0, "a file of that name is not enough"},
		{"another tool's journal", file(journalName, `{"tool":"other"}`+"\n"), true, ErrForeign, 0, "nor is one in JSON"},
		{"only a lock", file(lockName, ""), false, nil, 0, "a program ended before it wrote a journal"},
		{"a torn head", file(journalName+partialSuffix, `{"to`), false, nil, 0, "a program ended as it wrote the journal"},
		{"empty", func(t *testing.T, target string) { must(t, os.MkdirAll(target+unfinished, 0o777)) }, false, nil, 0, "a program ended as it began"},
		{"a file", func(t *testing.T, target string) { must(t, os.WriteFile(target+unfinished, []byte("thesis"), 0o666)) }, true, ErrFile, 0, "a file is never replaced"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			root := t.TempDir()
			target := filepath.Join(root, "result")
			c.there(t, target)
			before := contents(t, root)
			folder, err := Open(target, toyIdentity, c.force)
			if !errors.Is(err, c.want) || err == nil != (c.want == nil) {
				t.Fatalf("error %v; want %v: %s", err, c.want, c.reason)
			}
			if err != nil {
				if diff := cmp.Diff(before, contents(t, root)); diff != "" {
					t.Errorf("a refusal must change nothing (-before +after):\n%s", diff)
				}
				if wrong := (*TargetError)(nil); !errors.As(err, &wrong) || strings.Contains(err.Error(), "\n") || !strings.Contains(err.Error(), "result"+unfinished) {
					t.Errorf("want one line of a TargetError that names the unfinished folder, got %v", err)
				}
				return
			}
			if folder.Parts() != c.parts || folder.Has(0) != (c.parts > 0) || len(folder.Damaged()) > 0 {
				t.Errorf("%d parts are taken up, %v of them damaged; want %d: %s", folder.Parts(), folder.Damaged(), c.parts, c.reason)
			}
			must(t, job(sweep, folder, 2).Run(context.Background()))
			commit(t, folder)
			folder.Leave()
			if diff := cmp.Diff([]string{"result"}, names(t, root)); diff != "" {
				t.Errorf("beside the result (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(partsIn(t, made(t, sweep, 1)+unfinished), partsIn(t, target)); diff != "" {
				t.Errorf("other bytes than in one go:\n%.1000s", diff)
			}
		})
	}
}

// names lists what is in a folder.
func names(t *testing.T, folder string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	must(t, err)
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names
}

func TestReadUnfinished(t *testing.T) {
	sweep := toy{points: 1, replicates: 16}.sweep(t)
	target := filepath.Join(t.TempDir(), "result")
	if _, err := ReadUnfinished(target); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("of nothing: error %v", err)
	}
	folder := opened(t, target)
	must(t, folder.Expect(sweep.Parts(), []string{"skillmix", "run", "a b"}))
	j := job(sweep, folder, 1)
	j.Last = 3
	must(t, j.Run(context.Background()))
	want := &Unfinished{Made: 3, Parts: 8, Command: []string{"skillmix", "run", "a b"}, Inputs: "inputs"}
	for _, when := range []string{"while it is made", "after that"} { // a look does not need the lock
		got, err := ReadUnfinished(target)
		must(t, err)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", when, diff)
		}
		folder.Leave()
	}
	must(t, os.WriteFile(filepath.Join(target+unfinished, journalName), []byte("dear diary\n"), 0o666))
	if _, err := ReadUnfinished(target); !errors.Is(err, ErrForeign) {
		t.Errorf("of a diary: error %v", err)
	}
}
