package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"skillmix/sim/store"
)

// whyManifest is the file that tells from which inputs a ledger was made. It is written
// last.
const whyManifest = "why.json"

// A whyFile is a file of an answer, whole in memory: they are small.
type whyFile struct {
	name    string // with forward slashes
	content []byte
}

// A whyPlace is the folder that keeps an answer beside the result that it is about.
type whyPlace struct {
	shown string   // as the user wrote it
	made  []string // folders that were made for it, outermost first
}

// openWhyPlace prepares the folder in which an answer of the given inputs is kept. names
// are its files, the manifest last. An answer made from other inputs, or files of which
// no manifest tells, are replaced only if force is true. Every error is a
// *store.TargetError.
func openWhyPlace(result, shown, inputs string, names []string, force bool) (*whyPlace, error) {
	place := &whyPlace{shown: shown}
	within, err := inside(result, shown)
	if err != nil {
		return nil, place.failed(err)
	}
	if within {
		return nil, place.failed(errors.New("it is in the result, which is only read; name a folder beside it"))
	}
	if info, err := os.Stat(shown); err == nil && !info.IsDir() {
		return nil, place.failed(store.ErrFile)
	}
	if err := place.replaceable(inputs, names, force); err != nil {
		return nil, place.failed(err)
	}
	if err := place.make(); err != nil {
		place.leave()
		return nil, place.failed(err)
	}
	return place, nil
}

// inside reports whether a path is another or lies within it, whatever links are on
// the way.
func inside(outer, path string) (bool, error) {
	var real [2]string
	for i, name := range []string{outer, path} {
		full, err := filepath.Abs(name)
		if err != nil {
			return false, err
		}
		rest := ""
		for at := full; ; at = filepath.Dir(at) {
			if found, err := filepath.EvalSymlinks(at); err == nil {
				real[i] = filepath.Join(found, rest)
				break
			}
			if at == filepath.Dir(at) {
				real[i] = full
				break
			}
			rest = filepath.Join(filepath.Base(at), rest)
		}
	}
	within, err := filepath.Rel(real[0], real[1])
	if err != nil {
		return false, nil // on another disk
	}
	return within != ".." && !strings.HasPrefix(within, ".."+string(filepath.Separator)), nil
}

// replaceable fails if what is there must not be replaced.
func (w *whyPlace) replaceable(inputs string, names []string, force bool) error {
	for _, name := range names {
		if info, err := os.Lstat(w.path(name)); err == nil && info.IsDir() {
			return fmt.Errorf("it holds a folder %s, where a file is to be; name another folder with --out", name)
		}
		if folder := filepath.Dir(w.path(name)); folder != filepath.Clean(w.shown) {
			if info, err := os.Stat(folder); err == nil && !info.IsDir() {
				return fmt.Errorf("it holds a file %s, where a folder is to be; name another folder with --out", filepath.Base(folder))
			}
		}
	}
	text, err := os.ReadFile(filepath.Join(w.shown, whyManifest))
	if errors.Is(err, fs.ErrNotExist) {
		for _, name := range names {
			if _, err := os.Lstat(w.path(name)); err == nil && !force {
				return fmt.Errorf("it holds %s and no %s that tells what it was made from; name another folder with --out, or give --force to replace it", name, whyManifest)
			}
		}
		return nil
	}
	if err != nil {
		return err
	}
	var there struct{ Verb, Inputs string }
	if json.Unmarshal(text, &there) != nil || there.Verb != "why" {
		return fmt.Errorf("its %s is not of skillmix why; name another folder with --out", whyManifest)
	}
	if there.Inputs != inputs && !force {
		return errors.New("it holds an answer made from other inputs (another result, other scenarios or other pairs); name another folder with --out, or give --force to replace it")
	}
	return nil
}

// make makes the folder and sees that files can be written there, before anything
// takes time.
func (w *whyPlace) make() error {
	for at := filepath.Clean(w.shown); ; at = filepath.Dir(at) {
		if _, err := os.Stat(at); err == nil || at == filepath.Dir(at) {
			break
		}
		w.made = append([]string{at}, w.made...)
	}
	for _, at := range w.made {
		if err := os.Mkdir(at, 0o777); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	file, err := os.CreateTemp(w.shown, ".skillmix-*")
	if err != nil {
		return err
	}
	return errors.Join(file.Close(), os.Remove(file.Name()))
}

func (w *whyPlace) path(name string) string {
	return filepath.Join(w.shown, filepath.FromSlash(name))
}

// write puts files in place, each whole, and removes those among names that the
// answer does not have. The manifest is taken away first and comes last.
func (w *whyPlace) write(files []whyFile, names []string) error {
	if err := w.remove(whyManifest); err != nil {
		return err
	}
	has := map[string]bool{}
	for _, file := range files {
		has[file.name] = true
	}
	for _, name := range names {
		if has[name] {
			continue
		}
		if err := w.remove(name); err != nil {
			return err
		}
		if folder := filepath.Dir(w.path(name)); folder != filepath.Clean(w.shown) {
			os.Remove(folder) // fails, as it should, if something is in it
		}
	}
	for _, file := range files {
		if err := os.MkdirAll(filepath.Dir(w.path(file.name)), 0o777); err != nil {
			return w.failed(fmt.Errorf("%s: %w", file.name, withoutPath(err)))
		}
		if err := writeWhole(w.path(file.name), file.content); err != nil {
			return w.failed(fmt.Errorf("%s: %w", file.name, withoutPath(err)))
		}
	}
	return nil
}

// remove removes a file that may not be there.
func (w *whyPlace) remove(name string) error {
	if err := os.Remove(w.path(name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return w.failed(fmt.Errorf("%s: %w", name, withoutPath(err)))
	}
	return nil
}

// leave removes the folders that were made and stayed empty.
func (w *whyPlace) leave() {
	for i := len(w.made) - 1; i >= 0; i-- {
		os.Remove(w.made[i]) // fails, as it should, if something is in it
	}
}

func (w *whyPlace) failed(err error) error {
	return &store.TargetError{Path: w.shown, Cause: withoutPath(err)}
}

// withoutPath drops operation and path of a file error: what is around it names the
// place in the user's own words.
func withoutPath(err error) error {
	if path := (*fs.PathError)(nil); errors.As(err, &path) {
		return path.Err
	}
	return err
}
