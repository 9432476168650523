package report

import (
	"skillmix/answer/words"
)

// charts is the section that lists every chart with its files.
func (r *Report) charts() (Section, error) {
	section := Section{ID: "charts", Heading: "Charts and their data"}
	if len(r.drawn) == 0 {
		section.Parts = append(section.Parts, text("No chart was drawn."))
		section.Parts = append(section.Parts, r.lacking()...)
		return section, nil
	}
	table := &Table{ID: "chart-files", Caption: "Charts, with the files that hold them and their numbers", Columns: []Column{{Head: "Chart"}, {Head: "Title"}, {Head: "Files"}, {Head: "Numbers"}}}
	for _, drawing := range r.drawn {
		table.Rows = append(table.Rows, Row{
			Head: chartInWords(drawing.Name), Link: "#chart-" + drawing.Name,
			Cells: []string{drawing.Title, "`" + drawing.file(".svg") + "`, `" + drawing.file(".png") + "`", drawing.numbers()},
		})
	}
	section.Parts = []Part{
		text("Every chart stands above in the section that it belongs to, and as a file to put elsewhere: as SVG, whose text stays text, and as PNG. Titles, and what screen readers are told, are made from the same numbers."),
		{Table: table},
	}
	section.Parts = append(section.Parts, r.lacking()...)
	return section, nil
}

// lacking says why there is no chart of a name.
func (r *Report) lacking() []Part {
	if len(r.undrawn) == 0 {
		return nil
	}
	return []Part{{Heading: "Charts that were not drawn, and why"}, {Terms: r.undrawn}}
}

// file returns the name of a chart's file, relative to the report.
func (d *Drawing) file(extension string) string { return "charts/" + d.Name + extension }

// chartInWords names a chart by the name of its files.
func chartInWords(name string) string {
	if name == "rogers" {
		return "Categories of adopters (Rogers)"
	}
	return words.Capital(words.Label(name))
}

// numbers names the file that holds the chart's numbers.
func (d *Drawing) numbers() string {
	if d.Data == "" {
		return "in no table: runs were made again for it"
	}
	return "`" + d.Data + "`"
}

// Files are the chart's files, for the template.
func (d *Drawing) Files() []string { return []string{d.file(".svg"), d.file(".png")} }
