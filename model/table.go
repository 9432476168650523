package model

import (
	"fmt"
)

// A Table is a look at a world at the end of a month, for facts and stories:
// rows are units or events. It draws nothing and changes nothing.
type Table struct {
	Rows    int
	Columns []TableColumn
}

// A TableColumn holds one value for each row: numbers, or labels.
type TableColumn struct {
	Name    string
	Numbers []float64
	Labels  []string
}

// TableNames lists the tables that World.Table gives.
var TableNames = []string{"services", "trusts", "networks", "posts", "proposals", "attempts"}

// Table returns the table of that name: services, trusts, networks and their
// filled posts at the month's end, or the month's proposals and the attempts
// on routes beneath them. It fails for any other name.
func (w *World) Table(name string) (*Table, error) {
	switch name {
	case "services":
		return w.servicesTable(), nil
	case "trusts":
		return w.trustsTable(), nil
	case "networks":
		return w.networksTable(), nil
	case "posts":
		return w.postsTable(), nil
	case "proposals":
		return w.proposalsTable(), nil
	case "attempts":
		return w.attemptsTable(), nil
	}
	return nil, fmt.Errorf("there is no table %q; there are %v", name, TableNames)
}

// number adds a column of numbers.
func (t *Table) number(name string, of func(row int) float64) {
	column := TableColumn{Name: name, Numbers: make([]float64, t.Rows)}
	for i := range column.Numbers {
		column.Numbers[i] = of(i)
	}
	t.Columns = append(t.Columns, column)
}

// label adds a column of labels.
func (t *Table) label(name string, of func(row int) string) {
	column := TableColumn{Name: name, Labels: make([]string, t.Rows)}
	for i := range column.Labels {
		column.Labels[i] = of(i)
	}
	t.Columns = append(t.Columns, column)
}

// truth turns yes and no into 1 and 0.
func truth(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}
