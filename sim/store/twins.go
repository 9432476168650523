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
				if err := out.Write(head); err != nil {
					return err
				}
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

// copyRows writes the rows of a part.
func copyRows(out *csv.Writer, file *parquet.File) error {
	rows := file.RowGroups()[0].Rows()
	defer rows.Close()
	buffer := make([]parquet.Row, 256)
	var fields []string
	for {
		n, err := rows.ReadRows(buffer)
		for _, row := range buffer[:n] {
			fields = fields[:0]
			for _, value := range row {
				fields = append(fields, written(value))
			}
			if err := out.Write(fields); err != nil {
				return err
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
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
