package store

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/parquet-go/parquet-go"

	"skillmix/sim"
)

// A Reader reads the parts of a sweep, of which all are in place, without holding
// them in memory.
type Reader struct {
	sweep  *Sweep
	folder string
	parts  int
	done   []bool // by run: it did not fail
	lines  []sim.Line

	scratch string // folder for a column that is too large for memory
	column  loadedColumn
}

// NewReader reads from the folder which runs of the first so many parts failed.
func NewReader(folder string, sweep *Sweep, parts int) (*Reader, error) {
	e := sweep.Experiment
	r := &Reader{sweep: sweep, folder: folder, scratch: folder, parts: parts, lines: e.Layout.Lines(e.Start, e.Months)}
	_, pairs := sweep.pairs(parts - 1)
	r.done = make([]bool, pairs*sweep.Design.Together())
	for part := range parts {
		statuses, err := r.statuses(part)
		if err != nil {
			return nil, err
		}
		row := 0
		sweep.newPart(part).each(func(place sim.Place, _ *sim.Outcome) {
			r.done[sweep.Design.Index(place)] = string(statuses[row].ByteArray()) == statusDone
			row++
		})
	}
	return r, nil
}

// statuses reads how the runs of a part ended, in the order of rows.
func (r *Reader) statuses(part int) ([]parquet.Value, error) {
	values := make([]parquet.Value, r.sweep.Runs(part))
	return values, r.read(RunsTable, part, func(file *parquet.File) error {
		return readColumn(file, len(placeColumns), 0, values)
	})
}

// read opens a part of a table for use. The error is a *ReadError.
func (r *Reader) read(table string, part int, use func(*parquet.File) error) error {
	path := filepath.Join(r.folder, filepath.FromSlash(partName(table, part)))
	if err := readPart(path, use); err != nil {
		return &ReadError{Path: path, Cause: plain(err)}
	}
	return nil
}

// readPart opens a file for use. What is damaged can make the library panic.
func readPart(path string, use func(*parquet.File) error) (err error) {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("it is damaged: %v", cause)
		}
	}()
	info, err := file.Stat()
	if err != nil {
		return err
	}
	opened, err := parquet.OpenFile(file, info.Size(), parquet.SkipBloomFilters(true), parquet.SkipPageIndex(true))
	if err != nil {
		return err
	}
	return use(opened)
}

// readColumn fills values with those of a column from a row on.
func readColumn(file *parquet.File, column, row int, values []parquet.Value) error {
	if len(values) == 0 {
		return nil
	}
	if len(file.RowGroups()) != 1 {
		return fmt.Errorf("it has %d groups of rows instead of one", len(file.RowGroups()))
	}
	pages := file.RowGroups()[0].ColumnChunks()[column].Pages()
	defer pages.Close()
	if err := pages.SeekToRow(int64(row)); err != nil {
		return err
	}
	for len(values) > 0 {
		page, err := pages.ReadPage()
		if err != nil {
			return err
		}
		n, err := page.Values().ReadValues(values)
		for i := range values[:n] {
			values[i] = values[i].Clone() // the page is about to be used again
		}
		parquet.Release(page)
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		values = values[n:]
	}
	return nil
}

// Lines lists the lines of the table of series: months and groups.
func (r *Reader) Lines() []sim.Line { return r.lines }

// Pairs returns the number of pairs that were read.
func (r *Reader) Pairs() int { return len(r.done) / r.sweep.Design.Together() }

// Done reports whether the run of a world in a pair did not fail.
func (r *Reader) Done(set, world, pair int) bool {
	d := r.sweep.Design
	return r.done[(pair*d.Sets+set)*d.Worlds+world]
}

// Failed counts the runs that failed.
func (r *Reader) Failed() (count int) {
	for _, done := range r.done {
		if !done {
			count++
		}
	}
	return count
}

// kept lists the pairs from one to before another of which the run of a world did
// not fail.
func (r *Reader) kept(from, until, set, world int) (pairs []int) {
	for pair := from; pair < until; pair++ {
		if r.Done(set, world, pair) {
			pairs = append(pairs, pair)
		}
	}
	return pairs
}
