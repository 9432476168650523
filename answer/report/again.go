package report

// again is the section that tells how to make the result again.
func (r *Report) again() (Section, error) {
	section := Section{ID: "again", Heading: "How to make this again", Parts: []Part{
		text("In the folder of this report, with the same version of skillmix:"),
		{Command: r.Result.Command},
		text("The scenario files beside this report have every default written out, so that they do not depend on what later versions assume."),
		{Table: r.files()},
	}}
	return section, nil
}

// files is the table of what stands beside the report.
func (r *Report) files() *Table {
	table := &Table{ID: "files", Caption: "Files beside this report", Columns: []Column{{Head: "File"}, {Head: "What it holds"}}, Absent: "The report was given no list of them; `manifest.json` has one."}
	for _, file := range r.Files {
		table.Rows = append(table.Rows, Row{Head: file.Name, Link: file.Name, Cells: []string{file.Meaning}})
	}
	return table
}

// hashes is the section with the fingerprints of all inputs.
func (r *Report) hashes() (Section, error) {
	table := &Table{ID: "inputs", Caption: "Inputs of this result, with their SHA-256 checksums", Columns: []Column{{Head: "Input"}, {Head: "Checksum"}}}
	for _, scenario := range r.Result.Scenarios {
		table.Rows = append(table.Rows, Row{Head: scenario.Title + " (`scenario." + scenario.Name + ".toml`)", Cells: []string{"`" + scenario.SHA256 + "`"}})
	}
	for _, file := range r.Organisations {
		table.Rows = append(table.Rows, Row{Head: "`" + file.Name + "`", Cells: []string{"`" + file.Meaning + "`"}})
	}
	table.Rows = append(table.Rows, Row{Head: "All inputs together", Cells: []string{"`" + r.Result.Inputs + "`"}})
	return Section{ID: "hashes", Heading: "Fingerprints", Parts: []Part{
		text("A file is the one that was used if its checksum is the same. That of all inputs covers the scenarios, the seed, the number of runs and what is kept of them; `manifest.json` has those of every file of the result, and the version and commit of the program."),
		{Table: table},
	}}, nil
}
