package answer

// charts is the section that lists every chart with its files.
func (r *Report) charts() (Section, error) {
	section := Section{ID: "charts", Heading: "Charts and their data"}
	if len(r.drawn) == 0 {
		section.Absent = "No chart was drawn."
		return section, nil
	}
	table := &Table{ID: "chart-files", Caption: "Charts, with the files that hold them and their numbers", Columns: []Column{{Head: "Chart"}, {Head: "Title"}, {Head: "Files"}, {Head: "Numbers"}}}
	for _, drawing := range r.drawn {
		table.Rows = append(table.Rows, Row{
			Head: capital(label(drawing.Name)), Link: "#chart-" + drawing.Name,
			Cells: []string{drawing.Title, "`" + drawing.file(".svg") + "`, `" + drawing.file(".png") + "`", "`" + drawing.Data + "`"},
		})
	}
	section.Parts = []Part{
		text("Every chart stands above in the section that it belongs to, and as a file to put elsewhere: as SVG, whose text stays text, and as PNG. Titles, and what screen readers are told, are made from the same numbers."),
		{Table: table},
	}
	return section, nil
}

// file returns the name of a chart's file, relative to the report.
func (d *Drawing) file(extension string) string { return "charts/" + d.Name + extension }

// Files are the chart's files, for the template.
func (d *Drawing) Files() []string { return []string{d.file(".svg"), d.file(".png")} }
