package store

import (
	"fmt"
	"reflect"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"

	"skillmix/sim"
)

// A column of a table in Parquet. Key columns have a value in every row; others
// may be empty.
type column struct {
	name string
	kind columnKind
	key  bool
}

type columnKind uint8

const (
	textColumn columnKind = iota
	wholeColumn
	numberColumn
)

// schemaOf declares columns in their order. Parquet's library takes the order from
// a struct type.
func schemaOf(table string, columns []column) *parquet.Schema {
	fields := make([]reflect.StructField, len(columns))
	for i, c := range columns {
		kind, tag := reflect.TypeFor[string](), c.name+",dict"
		switch c.kind {
		case wholeColumn:
			kind, tag = reflect.TypeFor[int32](), c.name
		case numberColumn:
			kind, tag = reflect.TypeFor[float64](), c.name
		}
		if !c.key {
			kind, tag = reflect.PointerTo(kind), tag+",optional"
		}
		fields[i] = reflect.StructField{Name: fmt.Sprintf("C%d", i), Type: kind, Tag: reflect.StructTag(fmt.Sprintf("parquet:%q", tag))}
	}
	return parquet.NewSchema(table, parquet.SchemaOf(reflect.New(reflect.StructOf(fields)).Interface()))
}

// Columns that say of which run a row is.
var placeColumns = []column{
	{"scenario", textColumn, true}, {"judged", textColumn, true}, {"point", wholeColumn, true}, {"replicate", wholeColumn, true},
}

// runColumns are the columns of the table of runs.
func (s *Sweep) runColumns() []column {
	columns := append([]column(nil), placeColumns...)
	columns = append(columns, column{"status", textColumn, true}, column{"reason", textColumn, false})
	for _, name := range s.Labels {
		columns = append(columns, column{name, textColumn, false})
	}
	for _, name := range s.Values {
		columns = append(columns, column{name, numberColumn, false})
	}
	for _, headline := range s.Headlines {
		columns = append(columns, column{headline.Name, numberColumn, false})
	}
	return columns
}

// Columns of the table of series before its measures.
var lineColumns = append(placeColumns[:len(placeColumns):len(placeColumns)],
	column{"month", textColumn, true}, column{"months", wholeColumn, true}, column{"setting", textColumn, true}, column{"group", textColumn, true})

// seriesColumns are the columns of the table of series.
func (s *Sweep) seriesColumns() []column {
	columns := append([]column(nil), lineColumns...)
	for _, measure := range s.Experiment.Layout.Columns {
		columns = append(columns, column{measure.Name, numberColumn, false})
	}
	return columns
}

// unitColumns are the columns of the table of units.
func unitColumns(units *sim.Units) []column {
	columns := append([]column(nil), placeColumns...)
	for _, c := range units.Columns {
		kind := numberColumn
		if c.Texts != nil {
			kind = textColumn
		}
		columns = append(columns, column{c.Name, kind, false})
	}
	return columns
}

// codec compresses pages; one thread, so that the same rows give the same bytes.
var codec = &zstd.Codec{Level: zstd.SpeedFastest, Concurrency: 1}
