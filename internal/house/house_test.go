package house

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// goRules are the rules that a Go file can break alone.
var goRules = []struct {
	name string
	rule rule
}{
	{"arrows", arrows},
	{"chance", chance},
	{"clock", clock},
	{"comments", comments},
}

func TestHouse(t *testing.T) {
	top := moduleFolder(t)
	files := repository(t, top)
	sources := goSources(t, files)
	if len(sources) == 0 {
		t.Fatal("no Go file was found, so nothing was checked")
	}
	for _, r := range goRules {
		t.Run(r.name, func(t *testing.T) {
			for _, s := range sources {
				report(t, r.rule(s))
			}
		})
	}
	t.Run("package comments", func(t *testing.T) { report(t, packageComments(sources)) })
	t.Run("places", func(t *testing.T) {
		own := ownFolders(top)
		for _, f := range files {
			report(t, places(f, own))
		}
	})
}

func report(t *testing.T, complaints []string) {
	t.Helper()
	for _, complaint := range complaints {
		t.Error(complaint)
	}
}

// moduleFolder returns the folder of go.mod, above this package.
func moduleFolder(t *testing.T) string {
	t.Helper()
	top, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(top, "go.mod")); err != nil {
		t.Fatalf("the module's top folder is not two above this package: %v", err)
	}
	return top
}

// repository reads the files that are tracked or are about to be. Where git
// cannot tell, as in an unpacked archive, it takes all but results and
// hidden folders.
func repository(t *testing.T, top string) []file {
	t.Helper()
	names := tracked(top)
	if names == nil {
		names = walked(t, top)
	}
	slices.Sort(names)
	var files []file
	for _, name := range slices.Compact(names) {
		info, err := os.Lstat(filepath.Join(top, filepath.FromSlash(name)))
		if err != nil || !info.Mode().IsRegular() {
			continue // deleted and not yet committed, or a link
		}
		text, err := os.ReadFile(filepath.Join(top, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file{name, string(text)})
	}
	return files
}

// tracked asks git for the files, and returns nil where it does not know.
func tracked(top string) []string {
	list := exec.Command("git", "-C", top, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	output, err := list.Output()
	if err != nil || len(output) == 0 {
		return nil
	}
	return strings.Split(strings.TrimRight(string(output), "\x00"), "\x00")
}

// walked lists the files below top.
func walked(t *testing.T, top string) []string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(top, func(place string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(top, place)
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if hidden := strings.HasPrefix(name, ".") && name != "." && name != ".ci"; hidden || name == "results" {
				return filepath.SkipDir
			}
			return nil
		}
		names = append(names, filepath.ToSlash(name))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// goSources parses the Go files, but for those the go command ignores.
func goSources(t *testing.T, files []file) []source {
	t.Helper()
	var sources []source
	for _, f := range files {
		if !strings.HasSuffix(f.path, ".go") || slices.ContainsFunc(strings.Split(f.path, "/"), ignored) {
			continue
		}
		s, err := parse(f)
		if err != nil {
			t.Error(err)
			continue
		}
		sources = append(sources, s)
	}
	return sources
}

// ignored reports whether the go command passes over a file or folder of
// that name.
func ignored(name string) bool {
	return name == "testdata" || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_")
}
