package sim

// A Line is a row of a table of records: a group in a month.
type Line struct {
	I     int // index of the month within the run
	Month Month
	Group int
	// Covers is the number of months over which flows and money are summed: 1,
	// unless the layout has yearly groups alone.
	Covers int
}

// Lines lists the lines that records of a period have, by month and then in the
// layout's order of groups.
func (l *Layout) Lines(start Month, months int) (lines []Line) {
	since := 0 // months since the last that has a row
	for i := range months {
		month := start + Month(i)
		width := l.rowWidth(month, i == months-1)
		if since++; width == 0 {
			continue
		}
		covers := since
		since = 0
		for group := range l.Groups {
			if l.Groups[group].Cadence == Monthly || width == l.width {
				lines = append(lines, Line{i, month, group, covers})
			}
		}
	}
	return lines
}

// Values returns how many values a record of a period holds.
func (l *Layout) Values(start Month, months int) (count int) {
	for i := range months {
		count += l.rowWidth(start+Month(i), i == months-1)
	}
	return count
}
