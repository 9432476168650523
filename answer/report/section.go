package report

import (
	"html/template"
	"strings"
)

// A Section is a part of the report under a heading of its own.
type Section struct {
	ID      string // its address within the page: small letters, digits and hyphens
	Heading string
	Parts   []Part
	// Absent says in a sentence why there is nothing to tell, where there are no parts.
	Absent string
}

// A Part is one thing within a section. Exactly one of its fields is set. In its texts
// what stands between two backticks is shown as code; nothing else is markup.
type Part struct {
	Heading   string // of the parts that follow, one level below the section's
	Paragraph string
	List      []string
	Terms     []Term
	Command   string // to be typed
	Drawing   *Drawing
	Table     *Table
}

// A Term is a word and what it means, or a name and what is known of it.
type Term struct{ Name, Meaning string }

// A Drawing is a chart that stands in the report.
type Drawing struct {
	Name    string // of its files: charts/NAME.svg and charts/NAME.png
	SVG     []byte // with title and description, as package plots writes it
	Title   string
	Alt     string // what it shows, in words
	Caption string // what is drawn, in a sentence
	Data    string // the file beside the report that holds its numbers; empty if none does
}

// A Table has a caption, and headings that tell what they head.
type Table struct {
	ID      string // its address within the page
	Caption string
	Columns []Column // the first heads the rows
	Rows    []Row
	// Fold is what stands for a long table until it is opened; empty for a table that
	// is always open. In print every table is open.
	Fold string
	// Absent says in a sentence why there are no rows, where there are none.
	Absent string
}

// A Column is a column's heading.
type Column struct {
	Head   string
	Number bool // its cells are aligned to the right
}

// A Row is a line of a table: a heading and a cell for each further column.
type Row struct {
	// Group begins a group of rows under a heading of its own; such a row has nothing
	// else.
	Group string
	Head  string
	Link  string // what the heading leads to, relative to the report; empty for nothing
	Cells []string
}

func text(paragraph string) Part { return Part{Paragraph: paragraph} }

// columns heads a table: the rows' headings, then cells that are numbers.
func columns(rows string, numbers ...string) []Column {
	all := []Column{{Head: rows}}
	for _, head := range numbers {
		all = append(all, Column{head, true})
	}
	return all
}

// A rowGroup is what a browser knows as a body of a table.
type rowGroup struct {
	Heading string
	Rows    []Row
}

// Groups parts the rows at the headings of groups, for the template.
func (t *Table) Groups() (groups []rowGroup) {
	for _, row := range t.Rows {
		if row.Group != "" || len(groups) == 0 {
			groups = append(groups, rowGroup{Heading: row.Group})
		}
		if row.Group == "" {
			last := &groups[len(groups)-1]
			last.Rows = append(last.Rows, row)
		}
	}
	return groups
}

// Width is the number of columns, for the template.
func (t *Table) Width() int { return len(t.Columns) }

// inline writes a text for a page: escaped, and with code between backticks.
func inline(text string) template.HTML {
	pieces := strings.Split(text, "`")
	if len(pieces)%2 == 0 { // the last backtick has no partner: it is one
		last := len(pieces) - 1
		pieces = append(pieces[:last-1], pieces[last-1]+"`"+pieces[last])
	}
	var out strings.Builder
	for i, piece := range pieces {
		if escaped := template.HTMLEscapeString(piece); i%2 == 1 {
			out.WriteString("<code>" + escaped + "</code>")
		} else {
			// A browser would break a line between the two.
			out.WriteString(strings.ReplaceAll(escaped, "-£", `<span class="together">-£</span>`))
		}
	}
	return template.HTML(out.String())
}
