package store

import (
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/parquet-go/parquet-go"
)

// WriteTwins writes each table as CSV too: the same rows and columns, numbers with
// all their digits, nothing where there is no value.
func (r *Reader) WriteTwins(folder *Folder) error {
	for _, table := range r.sweep.tables() {
		name := strings.TrimSuffix(table, ".parquet") + ".csv"
		if err := folder.Write(name, func(w io.Writer) error { return r.writeTwin(w, table) }); err != nil {
			return err
		}
	}
	return nil
}

func (r *Reader) writeTwin(w io.Writer, table string) error {
	out := csv.NewWriter(w)
	for part := range r.parts {
		err := r.read(table, part, func(file *parquet.File) error {
			if part == 0 {
				var head []string
				for _, field := range file.Schema().Fields() {
					head = append(head, field.Name())
				}
				out.Write(head)
			}
			return copyRows(out, file)
		})
		if err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// copyRows writes the rows of a part, which has none if all its runs failed. What
// fails in writing is told by out in the end.
func copyRows(out *csv.Writer, file *parquet.File) error {
	buffer := make([]parquet.Row, 256)
	var fields []string
	for _, group := range file.RowGroups() {
		rows := group.Rows()
		defer rows.Close()
		for {
			n, err := rows.ReadRows(buffer)
			for _, row := range buffer[:n] {
				fields = fields[:0]
				for _, value := range row {
					fields = append(fields, written(value))
				}
				out.Write(fields)
			}
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// written writes a value for CSV.
func written(value parquet.Value) string {
	switch {
	case value.IsNull():
		return ""
	case value.Kind() == parquet.Double:
		return strconv.FormatFloat(value.Double(), 'g', -1, 64)
	case value.Kind() == parquet.Int32:
		return strconv.Itoa(int(value.Int32()))
	}
	return string(value.ByteArray())
}
