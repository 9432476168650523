package answer

// where is the section for tables by area, by kind of organisation and by service,
// which are made elsewhere.
func (r *Report) where() (Section, error) {
	return Section{
		ID: "where", Heading: "Where",
		Absent: "Nothing is told here by area, kind of trust or service. Where months and groups were kept, `summary.csv` and `comparison.csv` have them for each March.",
	}, nil
}
