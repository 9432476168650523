package store

import (
	"io"
	"math"

	"github.com/parquet-go/parquet-go"
)

// columnWriter writes a table column by column.
type columnWriter struct {
	writer  *parquet.GenericWriter[any]
	columns []column
	at      int             // the column that is being written
	values  []parquet.Value // of it, not yet handed on
	failed  error
}

// manyValues are handed on at once.
const manyValues = 4096

func newColumnWriter(w io.Writer, table string, columns []column) *columnWriter {
	return &columnWriter{
		writer:  parquet.NewGenericWriter[any](w, schemaOf(table, columns), parquet.Compression(codec), parquet.CreatedBy("skillmix", "", "")),
		columns: columns,
	}
}

func (c *columnWriter) add(value parquet.Value, level int) {
	c.values = append(c.values, value.Level(0, level, c.at))
	if len(c.values) >= manyValues {
		c.hand()
	}
}

// hand hands on what has been gathered.
func (c *columnWriter) hand() {
	if c.failed == nil && len(c.values) > 0 {
		_, c.failed = c.writer.ColumnWriters()[c.at].WriteRowValues(c.values)
	}
	c.values = c.values[:0]
}

// level is how deep a value of the current column lies: 1 where it may be empty.
func (c *columnWriter) level() int {
	if c.columns[c.at].key {
		return 0
	}
	return 1
}

func (c *columnWriter) empty() { c.add(parquet.NullValue(), 0) }

// text adds a text in so many rows. One in a column that may be empty is empty
// where it has no characters.
func (c *columnWriter) text(text string, rows int) {
	if text == "" && !c.columns[c.at].key {
		for range rows {
			c.empty()
		}
		return
	}
	value, level := parquet.ByteArrayValue([]byte(text)), c.level()
	for range rows {
		c.add(value, level)
	}
}

// whole adds a whole number in so many rows.
func (c *columnWriter) whole(n, rows int) {
	for range rows {
		c.add(parquet.Int32Value(int32(n)), c.level())
	}
}

// number adds a number; one that is not a number is empty.
func (c *columnWriter) number(x float64) {
	if math.IsNaN(x) {
		c.empty()
		return
	}
	c.add(parquet.DoubleValue(x), 1)
}

// next ends a column.
func (c *columnWriter) next() {
	c.hand()
	c.at++
}

// close ends the table.
func (c *columnWriter) close() error {
	if c.failed != nil {
		return c.failed
	}
	return c.writer.Close()
}
