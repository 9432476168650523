package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"skillmix/sim"
)

// small is a comparison of eight runs that take milliseconds, in four parts.
var small = strings.Fields("run new-money budget-transfer --set population.preset=classroom --set time.months=12 --reps 4 --fixed --detail year --jobs 1")

// A place is a folder of a test's own, in which the program is run within the test.
type place struct {
	t    *testing.T
	root string
}

func newPlace(t *testing.T) place {
	t.Parallel()
	return newPlaceIn(t)
}

// newPlaceIn makes another place of a test that has one.
func newPlaceIn(t *testing.T) place { return place{t, t.TempDir()} }

// path returns where a file of the place is.
func (w place) path(name string) string { return filepath.Join(w.root, name) }

// A session is one call of the program. Where its output names the place it says ./
type session struct {
	t              *testing.T
	code           int
	stdout, stderr string
}

// ran runs the program. Words that begin with ./ are files of the place. before, if not
// nil, is asked before each run begins, and lets it fail.
func (w place) ran(ctx context.Context, before func(run sim.Run) error, args ...string) session {
	w.t.Helper()
	var stdout, stderr bytes.Buffer
	words := append([]string(nil), args...)
	for i, word := range words {
		if name, here := strings.CutPrefix(word, "./"); here {
			words[i] = w.path(name)
		}
	}
	p := &program{args: words, stdout: &stdout, stderr: &stderr, getenv: func(string) string { return "" }}
	if before != nil {
		p.wrap = func(inner sim.Worker) sim.Worker { return asking{inner, before} }
	}
	code := p.runIn(ctx)
	said := func(out bytes.Buffer) string {
		return strings.ReplaceAll(filepath.ToSlash(out.String()), filepath.ToSlash(w.root)+"/", "./")
	}
	return session{w.t, code, said(stdout), said(stderr)}
}

// run is ran without a way to interfere.
func (w place) run(args ...string) session {
	w.t.Helper()
	return w.ran(context.Background(), nil, args...)
}

// with adds words to a command.
func with(args []string, more ...string) []string {
	return append(args[:len(args):len(args)], more...)
}

type asking struct {
	sim.Worker
	before func(run sim.Run) error
}

func (a asking) Start(run sim.Run) (sim.Model, error) {
	if err := a.before(run); err != nil {
		return nil, err
	}
	return a.Worker.Start(run)
}

// ends fails the test unless the session ended with the code and said all these
// things, on either output.
func (s session) ends(code int, says ...string) {
	s.t.Helper()
	if s.code != code {
		s.t.Errorf("exit code %d, want %d; %s", s.code, code, s.stderr)
	}
	said := s.stdout + s.stderr
	for _, text := range says {
		if !strings.Contains(said, text) && !strings.Contains(strings.Join(strings.Fields(said), " "), text) { // lines are broken
			s.t.Errorf("it does not say %q:\n%s%s", text, s.stdout, s.stderr)
		}
	}
}

// same compares two results but for the execution in their manifests.
func (w place) same(one, other string) {
	w.t.Helper()
	var results [2]map[string]string
	for i, name := range []string{one, other} {
		var err error
		if results[i], err = resultOf(w.path(name)); err != nil {
			w.t.Fatal(err)
		}
	}
	if diff := cmp.Diff(results[0], results[1]); diff != "" {
		w.t.Errorf("results differ (-%s +%s):\n%.2000s", one, other, diff)
	}
}

// resultOf reads a result: the text of each file, of the manifest all but its
// execution.
func resultOf(root string) (map[string]string, error) {
	files := map[string]string{}
	err := filepath.WalkDir(root, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, _ := filepath.Rel(root, path)
		text, err := os.ReadFile(path)
		if name == "manifest.json" && err == nil {
			manifest := map[string]json.RawMessage{}
			if err := json.Unmarshal(text, &manifest); err != nil {
				return err
			}
			if manifest["execution"] == nil {
				return fmt.Errorf("the manifest has no execution")
			}
			delete(manifest, "execution")
			text, err = json.Marshal(manifest)
		}
		files[filepath.ToSlash(name)] = string(text)
		return err
	})
	return files, err
}

// absent fails the test if there is something of that name.
func (w place) absent(name string) {
	w.t.Helper()
	if _, err := os.Lstat(w.path(name)); err == nil {
		w.t.Errorf("there is %s", name)
	}
}

// text reads a file.
func (w place) text(name string) string {
	w.t.Helper()
	content, err := os.ReadFile(w.path(name))
	if err != nil {
		w.t.Fatal(err)
	}
	return string(content)
}

// write writes a file.
func (w place) write(name, content string) {
	w.t.Helper()
	if err := os.WriteFile(w.path(name), []byte(content), 0o666); err != nil {
		w.t.Fatal(err)
	}
}

// copy copies a folder into the place.
func (w place) copy(folder, name string) {
	w.t.Helper()
	if err := os.CopyFS(w.path(name), os.DirFS(folder)); err != nil {
		w.t.Fatal(err)
	}
}

// rename puts a folder in the place of another.
func (w place) rename(name, to string) {
	w.t.Helper()
	w.remove(to)
	if err := os.Rename(w.path(name), w.path(to)); err != nil {
		w.t.Fatal(err)
	}
}

// remove removes a file or a folder.
func (w place) remove(name string) {
	w.t.Helper()
	if err := os.RemoveAll(w.path(name)); err != nil {
		w.t.Fatal(err)
	}
}
