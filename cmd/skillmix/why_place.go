package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"skillmix/sim/store"
)

// A whyPlace is the folder that keeps answers beside the result that they are about, and
// in it the files of one answer: a document that tells from which inputs it was made,
// and others beside it.
type whyPlace struct {
	head     whyHead
	shown    string    // as the user wrote it
	document string    // name of its file
	others   []string  // that an answer of this kind can have, with forward slashes
	files    []whyFile // that this one has
	broken   error     // the first that a file could not be made for
	made     []string  // folders that were made for it, outermost first
}

// openPlace prepares the place of an answer and sees that it can be written there,
// before anything takes time. An answer made from other inputs, or files of which no
// document tells, are replaced only with --force. Every error is a *store.TargetError.
func (q *question) openPlace(head whyHead, document string, others ...string) (*whyPlace, error) {
	place := &whyPlace{head: head, shown: q.options.out, document: document, others: others}
	if err := place.open(q.folder, q.options.force); err != nil {
		place.leave()
		return nil, place.failed(err)
	}
	return place, nil
}

func (w *whyPlace) open(result string, force bool) error {
	within, err := inside(result, w.shown)
	if err != nil {
		return err
	}
	if within {
		return errors.New("it is in the result, which is only read; name a folder beside it")
	}
	if info, err := os.Stat(w.shown); err == nil && !info.IsDir() {
		return store.ErrFile
	} else if _, there := os.Lstat(w.shown); err != nil && there == nil {
		return store.ErrNowhere
	}
	if err := w.replaceable(force); err != nil {
		return err
	}
	return w.make()
}

// inside reports whether a path is a folder or lies within it, whatever links are on
// the way.
func inside(folder, path string) (bool, error) {
	outer, err := os.Stat(folder)
	if err != nil {
		return false, err
	}
	at, err := filepath.Abs(path)
	if err != nil {
		return false, err
	}
	for { // up to what is there, and from where that really is
		if real, err := filepath.EvalSymlinks(at); err == nil {
			at = real
			break
		}
		if at == filepath.Dir(at) {
			break
		}
		at = filepath.Dir(at)
	}
	for ; ; at = filepath.Dir(at) {
		if info, err := os.Stat(at); err == nil && os.SameFile(info, outer) {
			return true, nil
		}
		if at == filepath.Dir(at) {
			return false, nil
		}
	}
}

// replaceable fails if what is there must not be replaced.
func (w *whyPlace) replaceable(force bool) error {
	for _, name := range append(slices.Clone(w.others), w.document) {
		if info, err := os.Lstat(w.path(name)); err == nil && info.IsDir() {
			return fmt.Errorf("it holds a folder %s, where a file is to be; name another folder with --out", name)
		}
		if folder := filepath.Dir(w.path(name)); folder != filepath.Clean(w.shown) {
			if info, err := os.Stat(folder); err == nil && !info.IsDir() {
				return fmt.Errorf("it holds a file %s, where a folder is to be; name another folder with --out", filepath.Base(folder))
			}
		}
	}
	text, err := os.ReadFile(w.path(w.document))
	if errors.Is(err, fs.ErrNotExist) {
		for _, name := range w.others {
			if _, err := os.Lstat(w.path(name)); err == nil && !force {
				return fmt.Errorf("it holds %s and no %s that tells what it was made from; name another folder with --out, or give --force to replace it", name, w.document)
			}
		}
		return nil
	}
	if err != nil {
		return err
	}
	var there whyHead
	if json.Unmarshal(text, &there) != nil || there.Verb != w.head.Verb {
		return fmt.Errorf("its %s is not of skillmix why; name another folder with --out", w.document)
	}
	if there.Inputs != w.head.Inputs && !force {
		return fmt.Errorf("its %s was made from other inputs (another result, other scenarios or other replicates); name another folder with --out, or give --force to replace it", w.document)
	}
	return nil
}

// make makes the folder and sees that files can be written there.
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

// leave removes the folders that were made and stayed empty.
func (w *whyPlace) leave() {
	for i := len(w.made) - 1; i >= 0; i-- {
		os.Remove(w.made[i]) // fails, as it should, if something is in it
	}
}

func (w *whyPlace) path(name string) string {
	return filepath.Join(w.shown, filepath.FromSlash(name))
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
	if link := (*os.LinkError)(nil); errors.As(err, &link) {
		return link.Err
	}
	return err
}
