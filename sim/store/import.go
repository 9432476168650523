package store

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// ReadManifest reads the manifest of a finished result or shard. The error is a
// *ReadError.
func ReadManifest(folder string) (*Manifest, error) {
	manifest, err := readManifest(folder)
	if err != nil {
		return nil, &ReadError{Path: folder, Cause: plain(err)}
	}
	return manifest, nil
}

// A ReadError says that a result cannot be read.
type ReadError struct {
	Path  string
	Cause error
}

// Error says which and why.
func (e *ReadError) Error() string {
	if errors.Is(e.Cause, ErrForeign) {
		return e.Path + " is not a finished skillmix result"
	}
	return "cannot read " + e.Path + ": " + e.Cause.Error()
}

// Unwrap returns the cause.
func (e *ReadError) Unwrap() error { return e.Cause }

// Import copies the parts of a shard that are not in place yet. A part that is not
// as its manifest says is an error that names it.
func (f *Folder) Import(from string, manifest *Manifest) error {
	parts := map[int][]File{}
	for _, file := range manifest.Files {
		if part, found := partOf(file.Name); found && !f.Has(part) {
			parts[part] = append(parts[part], file)
		}
	}
	numbers := make([]int, 0, len(parts))
	for part := range parts {
		numbers = append(numbers, part)
	}
	slices.Sort(numbers)
	for _, part := range numbers {
		entry := &journalEntry{Part: part}
		// In the order in which a run writes them.
		slices.SortFunc(parts[part], func(a, b File) int { return tableOrder(a.Name) - tableOrder(b.Name) })
		for _, file := range parts[part] {
			copied, err := f.copyFrom(from, file)
			if err != nil {
				return err
			}
			entry.Files = append(entry.Files, copied)
		}
		if err := f.note(entry); err != nil {
			return err
		}
	}
	return nil
}

func tableOrder(name string) int {
	table, _, _ := strings.Cut(name, "/")
	return slices.Index([]string{RunsTable, SeriesTable, UnitsTable}, table)
}

func (f *Folder) copyFrom(from string, file File) (File, error) {
	path := filepath.Join(from, filepath.FromSlash(file.Name))
	opened, err := os.Open(path)
	if err != nil {
		return File{}, &ReadError{Path: path, Cause: plain(err)}
	}
	defer opened.Close()
	return f.put(file.Name, func(w io.Writer) error {
		sum := newChecksummed(opened)
		_, err := io.Copy(w, sum)
		switch {
		case sum.failed != nil:
			return &ReadError{Path: path, Cause: plain(sum.failed)}
		case err != nil:
			return err
		case sum.hex() != file.SHA256:
			return &ReadError{Path: path, Cause: fmt.Errorf("it is not as it was written; make the shard again with the same command, which mends it")}
		}
		return nil
	})
}
