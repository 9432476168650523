package sim

// A Record is what one run left behind: the values of every group and
// column, month by month.
type Record struct {
	layout *Layout
	start  Month
	months int
	at     []int32 // where each month's values begin, and where the last one's end
	values []float64
	cursor Row
}

// NewRecord returns an empty record of a run of the given length.
func NewRecord(layout *Layout, start Month, months int) *Record {
	record := &Record{layout: layout, start: start, months: months, at: make([]int32, months+1)}
	size := 0
	for i := range months {
		record.at[i] = int32(size)
		size += layout.rowWidth(start+Month(i), i == months-1)
	}
	record.at[months] = int32(size)
	record.values = make([]float64, size)
	return record
}

// rowWidth returns how many values a month has: March has the yearly groups. A
// layout of yearly groups alone has them in the last month too, in which a run
// is judged, and no row in other months.
func (l *Layout) rowWidth(month Month, last bool) int {
	if month.OfFinancialYear() == 11 || last && l.monthly == 0 {
		return l.width
	}
	return l.monthly
}

// Layout returns the record's layout.
func (r *Record) Layout() *Layout { return r.layout }

// Months returns the number of months.
func (r *Record) Months() int { return r.months }

// Month returns the i-th month.
func (r *Record) Month(i int) Month { return r.start + Month(i) }

// Value returns the value of a group's column in the i-th month. The second
// result is false where it is not kept.
func (r *Record) Value(i, group, column int) (float64, bool) {
	place := r.at[i] + r.layout.offset[group][column]
	if place < r.at[i] || place >= r.at[i+1] {
		return 0, false
	}
	return r.values[place], true
}

// Values returns all values in the record's own order, for comparing two
// runs bit by bit.
func (r *Record) Values() []float64 { return r.values }

// row returns the i-th month's row for a model to write, or nil where the month
// has none. A layout that keeps nothing at all has empty rows: models are
// observed, and nothing is remembered. The row is reused.
func (r *Record) row(i int) *Row {
	if r.at[i] == r.at[i+1] && r.layout.width > 0 {
		return nil
	}
	r.cursor = Row{
		Month:  r.Month(i),
		layout: r.layout,
		values: r.values[r.at[i]:r.at[i+1]],
	}
	return &r.cursor
}

// A Row is one month of a record, to be filled by a model's Observe.
type Row struct {
	Month  Month
	layout *Layout
	values []float64
}

// NewRow returns a row of its own for a month, for tests and for observers
// outside a run.
func NewRow(layout *Layout, month Month) *Row {
	return &Row{Month: month, layout: layout, values: make([]float64, layout.rowWidth(month, false))}
}

// Wants reports whether the group is recorded in this month.
func (r *Row) Wants(group int) bool {
	return group < len(r.layout.Groups) && (r.layout.Groups[group].Cadence == Monthly || len(r.values) == r.layout.width)
}

// Set writes a group's column. A pair that the layout does not keep, or not
// in this month, is passed over.
func (r *Row) Set(group, column int, value float64) {
	if place := int(r.layout.offset[group][column]); place >= 0 && place < len(r.values) {
		r.values[place] = value
	}
}

// Value returns what was written, and whether the pair is kept.
func (r *Row) Value(group, column int) (float64, bool) {
	place := int(r.layout.offset[group][column])
	if place < 0 || place >= len(r.values) {
		return 0, false
	}
	return r.values[place], true
}
