package store

import (
	"encoding/binary"
	"errors"
	"math"
	"os"
	"path/filepath"

	"github.com/parquet-go/parquet-go"
)

// A loadedColumn is a measure of a set, taken out of all parts: part after part, and
// within a part by world, line and pair. Tables are made measure by measure and line
// by line, and a part would otherwise be opened for every few lines.
type loadedColumn struct {
	set, column int
	begins      []int     // where each part's values begin, and where the last one's end
	memory      []float64 // the values, if they are few
	file        *os.File  // else a file of them
}

// mostInMemory is how many values of a column are held in memory: 8 MB.
const mostInMemory = 1 << 20

// ScratchIn says where a column that is too large for memory is put while it is read:
// by default in the reader's folder.
func (r *Reader) ScratchIn(folder string) { r.scratch = folder }

// Close gives up what Read holds.
func (r *Reader) Close() error {
	file := r.column.file
	r.column = loadedColumn{}
	if file == nil {
		return nil
	}
	return errors.Join(file.Close(), os.Remove(file.Name()))
}

// Read reads a measure of a set in the lines from first to before last. into has a
// slice for each world and line, as into[world*(last-first)+line-first], which gets
// a value for each pair: not a number where the run failed or has none. It is fast
// where one measure is read after the other.
func (r *Reader) Read(set, column, first, last int, into [][]float64) error {
	if r.column.begins == nil || r.column.set != set || r.column.column != column {
		if err := r.load(set, column); err != nil {
			return err
		}
	}
	var values []float64
	for part := range r.parts {
		from, until := r.sweep.pairs(part)
		n := until - from
		for world := range r.sweep.Design.Worlds {
			var err error
			begin := r.column.begins[part] + (world*len(r.lines)+first)*n
			if values, err = r.column.read(values, begin, (last-first)*n); err != nil {
				return err
			}
			for line := range last - first {
				copy(into[world*(last-first)+line][from:until], values[line*n:])
			}
		}
	}
	return nil
}

// read returns so many values from a place on.
func (c *loadedColumn) read(into []float64, begin, count int) ([]float64, error) {
	if c.file == nil {
		return c.memory[begin : begin+count], nil
	}
	bytes := make([]byte, 8*count)
	if _, err := c.file.ReadAt(bytes, 8*int64(begin)); err != nil {
		return nil, err
	}
	into = into[:0]
	for at := 0; at < len(bytes); at += 8 {
		into = append(into, math.Float64frombits(binary.LittleEndian.Uint64(bytes[at:])))
	}
	return into, nil
}

// load takes a measure of a set out of all parts.
func (r *Reader) load(set, column int) error {
	file := r.column.file
	r.column = loadedColumn{set: set, column: column, begins: []int{0}, memory: r.column.memory[:0], file: file}
	c := &r.column
	if r.Pairs()*r.sweep.Design.Worlds*len(r.lines) > mostInMemory && file == nil {
		var err error
		if c.file, err = os.Create(filepath.Join(r.scratch, "column"+partialSuffix)); err != nil {
			return err
		}
	}
	var values []float64
	for part := range r.parts {
		var err error
		if values, err = r.loadPart(values, part, set, column); err != nil {
			return err
		}
		begin := c.begins[part]
		c.begins = append(c.begins, begin+len(values))
		if c.file == nil {
			c.memory = append(c.memory, values...)
			continue
		}
		bytes := make([]byte, 0, 8*len(values))
		for _, value := range values {
			bytes = binary.LittleEndian.AppendUint64(bytes, math.Float64bits(value))
		}
		if _, err := c.file.WriteAt(bytes, 8*int64(begin)); err != nil {
			return err
		}
	}
	return nil
}

// loadPart returns a part's values of a measure of a set, by world, line and pair.
func (r *Reader) loadPart(into []float64, part, set, column int) ([]float64, error) {
	from, until := r.sweep.pairs(part)
	worlds, n := r.sweep.Design.Worlds, until-from
	into = into[:0]
	for range worlds * len(r.lines) * n {
		into = append(into, nothing)
	}
	row, rows := 0, 0 // of the set: worlds follow each other
	kept := make([][]int, worlds)
	for s := range r.sweep.Design.Sets {
		for world := range worlds {
			pairs := r.kept(from, until, s, world)
			switch {
			case s < set:
				row += len(pairs) * len(r.lines)
			case s == set:
				rows += len(pairs) * len(r.lines)
				kept[world] = pairs
			}
		}
	}
	values := make([]parquet.Value, rows)
	err := r.read(SeriesTable, part, func(file *parquet.File) error {
		return readColumn(file, len(lineColumns)+column, row, values)
	})
	if err != nil {
		return nil, err
	}
	at := 0
	for world, pairs := range kept {
		for line := range r.lines {
			for _, pair := range pairs {
				if !values[at].IsNull() {
					into[(world*len(r.lines)+line)*n+pair-from] = values[at].Double()
				}
				at++
			}
		}
	}
	return into, nil
}
