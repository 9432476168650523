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

func (c *columnWriter) empty(rows int) {
	value := parquet.NullValue().Level(0, 0, c.at)
	for range rows {
		c.values = append(c.values, value)
	}
	if len(c.values) >= manyValues {
		c.hand()
	}
}

// numbers adds numbers; one that is not a number is empty.
func (c *columnWriter) numbers(all []float64) {
	values := c.values
	for _, x := range all {
		if math.IsNaN(x) {
			values = append(values, parquet.NullValue().Level(0, 0, c.at))
			continue
		}
		values = append(values, parquet.DoubleValue(x).Level(0, 1, c.at))
	}
	if c.values = values; len(values) >= manyValues {
		c.hand()
	}
}

// text adds a text in so many rows. One in a column that may be empty is empty
// where it has no characters.
func (c *columnWriter) text(text string, rows int) {
	if text == "" && !c.columns[c.at].key {
		c.empty(rows)
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
		c.empty(1)
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
