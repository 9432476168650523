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

// write makes a whole result at target.
func write(t *testing.T, target, inputs string, force bool, content string) error {
	t.Helper()
	folder, err := Open(target, Identity{inputs, "build"}, force)
	if err != nil {
		return err
	}
	defer folder.Leave()
	put := func(name, text string) {
		if err := folder.Write(name, func(w io.Writer) error { _, err := io.WriteString(w, text); return err }); err != nil {
			t.Fatal(err)
		}
	}
	put("charts/adoption.svg", content)
	put("summary.csv", content)
	manifest := &Manifest{Tool: Tool, Inputs: inputs, Files: folder.Files()}
	manifest.Execution.Program = "build"
	return folder.Commit(manifest)
}

// tree lists everything below a folder.
func tree(t *testing.T, root string) (names []string) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, _ os.DirEntry, err error) error {
		if name, _ := filepath.Rel(root, path); name != "." {
			names = append(names, filepath.ToSlash(name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func TestWhereAResultMayGo(t *testing.T) {
	ours := func(inputs string) string {
		return `{"tool":"skillmix","inputs":"` + inputs + `","files":[{"name":"summary.csv"}]}`
	}
	cases := []struct {
		name   string
		files  map[string]string // what is there beforehand
		target string
		force  bool
		want   error
		reason string
	}{
		{"new", nil, "result", false, nil, "nothing is there"},
		{"deep", nil, "a/b/result", false, nil, "missing parents are made"},
		{"empty", map[string]string{"result/": ""}, "result", false, nil, "an empty folder holds nothing to lose"},
		{"file", map[string]string{"result": "thesis"}, "result", true, ErrFile, "a file is never replaced"},
		{"below a file", map[string]string{"file": ""}, "file/result", false, syscall.ENOTDIR, "no folder can be made in a file"},
		{"foreign", map[string]string{"result/thesis.txt": ""}, "result", false, ErrForeign, "it holds something else"},
		{"foreign by force", map[string]string{"result/thesis.txt": ""}, "result", true, ErrForeign, "force is for results only"},
		{"web page", map[string]string{"result/manifest.json": `{"name":"app"}`}, "result", true, ErrForeign, "other programs have a manifest.json too"},
		{"broken manifest", map[string]string{"result/manifest.json": `{`}, "result", true, ErrForeign, "it cannot be known to be a result"},
		{"same inputs", map[string]string{"result/manifest.json": ours("one"), "result/summary.csv": "old"}, "result", false, nil, "the same command again"},
		{"other inputs", map[string]string{"result/manifest.json": ours("two")}, "result", false, ErrOther, "an answer to another question"},
		{"other inputs by force", map[string]string{"result/manifest.json": ours("two"), "result/summary.csv": "old"}, "result", true, nil, "the user said so"},
		{"spoiled manifest", map[string]string{"result/manifest.json": `{"tool":"skillmix","inputs":"one","execution":{"seal":"x"}}`}, "result", true, ErrSpoiled, "what it says cannot be relied on"},
		{"notes", map[string]string{"result/manifest.json": ours("one"), "result/notes.txt": ""}, "result", true, ErrAdded, "notes beside a result would be lost"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			root := t.TempDir()
			for name, text := range c.files {
				path := filepath.Join(root, name)
				if strings.HasSuffix(name, "/") {
					os.MkdirAll(path, 0o777)
					continue
				}
				os.MkdirAll(filepath.Dir(path), 0o777)
				if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			before := tree(t, root)
			err := write(t, filepath.Join(root, filepath.FromSlash(c.target)), "one", c.force, "new")
			if !errors.Is(err, c.want) && !(c.want == syscall.ENOTDIR && err != nil) {
				t.Fatalf("error %v, want %v: %s", err, c.want, c.reason)
			}
			if c.want != nil {
				var target *TargetError
				if !errors.As(err, &target) || strings.Contains(err.Error(), "\n") {
					t.Errorf("want one line of a TargetError, got %v", err)
				}
				if diff := cmp.Diff(before, tree(t, root)); diff != "" {
					t.Errorf("a refusal must change nothing (-before +after):\n%s", diff)
				}
				return
			}
			text, err := os.ReadFile(filepath.Join(root, c.target, "summary.csv"))
			if err != nil || string(text) != "new" {
				t.Errorf("summary.csv is %q, %v, want the new one", text, err)
			}
			for _, name := range tree(t, root) {
				if strings.HasPrefix(filepath.Base(name), ".") {
					t.Errorf("%s is left behind", name)
				}
			}
		})
	}
}

func TestAbortLeavesNothing(t *testing.T) {
	root := t.TempDir()
	folder, err := Open(filepath.Join(root, "a", "b", "result"), Identity{"one", "build"}, false)
	if err != nil {
		t.Fatal(err)
	}
	broken := errors.New("disk full")
	if err := folder.Write("summary.csv", func(io.Writer) error { return broken }); !errors.Is(err, broken) {
		t.Errorf("error %v, want that of the writer", err)
	}
	folder.Leave()
	if left := tree(t, root); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestUnfinishedResultHasNoName(t *testing.T) {
	root := t.TempDir()
	target := filepath.Join(root, "result")
	folder, err := Open(target, Identity{"one", "build"}, false)
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Leave()
	if _, err := os.Stat(target); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the target exists before Commit: a reader could take it for complete")
	}
}

func TestCommitLooksAgain(t *testing.T) {
	target := filepath.Join(t.TempDir(), "result")
	folder, err := Open(target, Identity{"one", "build"}, false)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(target, []byte("thesis"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := folder.Commit(&Manifest{}); !errors.Is(err, ErrFile) {
		t.Errorf("error %v, want %v: the file came after Open", err, ErrFile)
	}
	if text, err := os.ReadFile(target); string(text) != "thesis" {
		t.Errorf("the file is %q, %v", text, err)
	}
}

func TestCurrentFolderIsNotReplaced(t *testing.T) {
	root := t.TempDir()
	t.Chdir(root)
	for _, target := range []string{".", root, filepath.Dir(root)} {
		if _, err := Open(target, Identity{"one", "build"}, true); !errors.Is(err, ErrInside) {
			t.Errorf("%s: error %v, want %v", target, err, ErrInside)
		}
	}
}

func TestInputsHash(t *testing.T) {
	base := Inputs{StreamLayout: 1, Seed: 1, Replicates: 64, Scenarios: []ResolvedScenario{{"a", []byte("x")}, {"b", []byte("y")}}}
	cases := []struct {
		reason string
		change func(*Inputs)
	}{
		{"another layout of random numbers", func(in *Inputs) { in.StreamLayout = 2 }},
		{"another seed", func(in *Inputs) { in.Seed = 2 }},
		{"more replicates", func(in *Inputs) { in.Replicates = 65 }},
		{"judged values held", func(in *Inputs) { in.Fixed = true }},
		{"less kept of each run", func(in *Inputs) { in.Detail = "year" }},
		{"tables in CSV too", func(in *Inputs) { in.Twins = true }},
		{"until it is precise", func(in *Inputs) { in.Precision, in.MostReplicates = 0.5, 4096 }},
		{"until it is more precise", func(in *Inputs) { in.Precision, in.MostReplicates = 0.25, 4096 }},
		{"for longer at most", func(in *Inputs) { in.Precision, in.MostReplicates = 0.5, 8192 }},
		{"another text", func(in *Inputs) { in.Scenarios[0].Text = []byte("z") }},
		{"another name", func(in *Inputs) { in.Scenarios[0].Name = "c" }},
		{"another order", func(in *Inputs) {
			in.Scenarios[0], in.Scenarios[1] = in.Scenarios[1], in.Scenarios[0]
		}},
		{"one fewer", func(in *Inputs) { in.Scenarios = in.Scenarios[:1] }},
	}
	seen := map[string]string{base.Hash(): "unchanged"}
	for _, c := range cases {
		changed := base
		changed.Scenarios = append([]ResolvedScenario(nil), base.Scenarios...)
		c.change(&changed)
		if same, found := seen[changed.Hash()]; found {
			t.Errorf("%s has the hash of: %s", c.reason, same)
		}
		seen[changed.Hash()] = c.reason
	}
}
