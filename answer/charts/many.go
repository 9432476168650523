package charts

import (
	"fmt"

	"skillmix/plots"
)

// mostLines is the number of lines of a panel that can be told apart.
const mostLines = 4

// many reports whether there are more scenarios than a panel can have lines.
func (d *drawing) many() bool { return len(d.names) > mostLines }

// tooMany says why scenarios are not drawn where each thing drawn has a panel already.
func (d *drawing) tooMany(panels string) string {
	return fmt.Sprintf("There are %d scenarios, and in a chart with a panel for each %s no more than %d lines can be told apart.", len(d.names), panels, mostLines)
}

// setPanel puts a panel with a line for each scenario into a figure. Of more lines than
// can be told apart each has a panel of its own, beside the first.
func (d *drawing) setPanel(figure *plots.Figure, panel plots.Panel) {
	if !d.many() {
		figure.Panels = []plots.Panel{panel}
		return
	}
	for _, other := range panel.Series[1:] {
		apart := panel
		apart.Heading, apart.Series = other.Label, []plots.Series{panel.Series[0], other}
		figure.Panels = append(figure.Panels, apart)
	}
	d.inTwoColumns(figure)
}

// inTwoColumns puts the panels of many scenarios in so few columns that lines keep labels
// at their ends.
func (d *drawing) inTwoColumns(figure *plots.Figure) {
	if d.many() {
		figure.Columns = 2
	}
}

// besideFirst says for the text alternative how many scenarios are drawn.
func (d *drawing) besideFirst() string {
	if !d.many() {
		return ""
	}
	return fmt.Sprintf(" Each of %d panels sets another scenario beside %s.", len(d.names)-1, d.names[0])
}
