package sim

// Units is a table of a model's units at the end of a run, a row for each. Every
// run of an experiment has the same columns.
type Units struct {
	Rows    int
	Columns []UnitColumn
}

// A UnitColumn holds one value for each row: texts, or numbers, of which one that
// is not a number stands for none.
type UnitColumn struct {
	Name    string
	Texts   []string
	Numbers []float64
}

// UnitTeller is a model that can tell of each of its units.
type UnitTeller interface{ Units() *Units }
