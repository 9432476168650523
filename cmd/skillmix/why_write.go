package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A whyFile is a file of an answer, whole in memory: they are small.
type whyFile struct {
	name    string // with forward slashes
	content []byte
}

// add makes a file of the answer, which write writes and the head lists. If it cannot
// be made, write says so.
func (w *whyPlace) add(name string, fill func(io.Writer) error) {
	var content bytes.Buffer
	if err := fill(&content); err != nil && w.broken == nil {
		w.broken = fmt.Errorf("%s: %w", name, err)
	}
	w.files = append(w.files, whyFile{name, content.Bytes()})
	w.head.Files = append(w.head.Files, name)
}

// drawn writes a chart.
func drawn(draw func() ([]byte, error)) func(io.Writer) error {
	return func(w io.Writer) error {
		picture, err := draw()
		if err != nil {
			return err
		}
		_, err = w.Write(picture)
		return err
	}
}

// keep writes an answer to its place, and prints its document with --json and else
// what say says.
func (p *program) keep(ctx context.Context, q *question, place *whyPlace, document any, say func() error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := place.write(document); err != nil {
		return err
	}
	if q.options.json {
		return p.writeJSON(document)
	}
	return say()
}

// write puts the files and the document in place, each whole, and removes what an
// earlier answer had and this one has not. The document is taken away first and comes
// last, so that it never tells of other files.
func (w *whyPlace) write(document any) error {
	text, err := encodeJSON(document)
	if err := errors.Join(w.broken, err); err != nil {
		return err
	}
	if err := w.remove(w.document); err != nil {
		return err
	}
	for _, name := range w.others {
		if slices.Contains(w.head.Files, name) {
			continue
		}
		if err := w.remove(name); err != nil {
			return err
		}
		if folder := filepath.Dir(w.path(name)); folder != filepath.Clean(w.shown) {
			os.Remove(folder) // fails, as it should, if something is in it
		}
	}
	for _, file := range append(slices.Clone(w.files), whyFile{w.document, text}) {
		err := os.MkdirAll(filepath.Dir(w.path(file.name)), 0o777)
		if err == nil {
			err = writeWhole(w.path(file.name), file.content)
		}
		if err != nil {
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

// wrote says which files there are.
func (w *whyPlace) wrote() []string {
	return []string{w.path(w.document), "and beside it " + strings.Join(w.head.Files, ", ")}
}
