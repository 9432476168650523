package sim

// A Model is a world that moves in months. Step advances it by one month;
// Observe writes what can be seen at the month's end into row. An observer
// draws no random numbers, so that looking never changes what happens. Where
// a record has no row for a month, nobody observes it, and what flows within
// the months is to be summed until the next row.
type Model interface {
	Step(month Month)
	Observe(row *Row)
}

// Simulate runs model for the months of record, oldest first, and fills it.
// This loop is the whole engine; all else prepares it or reads its record.
func Simulate(model Model, record *Record) {
	for i := range record.Months() {
		model.Step(record.Month(i))
		if row := record.row(i); row != nil {
			model.Observe(row)
		}
	}
}
