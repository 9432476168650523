package scenarios

import (
	"fmt"
	"strings"
)

// A Value is a key of a scenario with the value that counts and where it comes
// from.
type Value struct {
	Key  string // such as funding.offered; of blocks their heading, such as change
	Text string // as differences write it
	From string // file and line, "--set", or "" for a default
}

// Trace is Load, and tells every value in the order of a resolved file.
func Trace(reference string, sets []string) (*Scenario, []Value, error) {
	l := loader{read: readFile, table: readTable}
	d, err := l.draft(reference, sets)
	if err != nil {
		return nil, nil, err
	}
	scenario, err := d.finish()
	if err != nil {
		return nil, nil, err
	}
	settled := scenario.settled()
	values := make([]Value, 0, len(settled.keys))
	for _, key := range settled.keys {
		value := Value{Key: key, Text: settled.values[key]}
		if e, given := d.given[originOf(key)]; given {
			value.From = e.where()
		}
		values = append(values, value)
	}
	return scenario, values, nil
}

// originOf returns the key under which a draft notes where a value was given:
// names of columns are given together.
func originOf(key string) string {
	if strings.HasPrefix(key, "population.columns") {
		return "population.columns"
	}
	return key
}

// where says in which file and line an entry stands.
func (e entry) where() string {
	if line := e.document.places.line(e.path); line > 0 {
		return fmt.Sprintf("%s:%d", e.document.file, line)
	}
	return e.document.file
}
