// Package plots draws the figures of a result: it knows curves, bands, bars and
// words, and nothing of the model behind them. A figure obeys the chart rules
// of the Government Analysis Function: a title that states the finding, at most
// four lines to a panel, labelled at their ends, a value axis that shows zero,
// no colour that must be seen to be understood, and a text alternative.
package plots

// Figure is one chart: a panel, or small multiples that share their axes. In a
// figure of one panel or of one or two columns lines are labelled at their
// ends. In a denser one a key above the panels tells them apart.
type Figure struct {
	// Title states the finding. It wraps over as many lines as it needs.
	Title string
	// Subtitle names measure, place and period.
	Subtitle string
	// Source names the scenarios' hashes, the seed and the number of runs.
	Source string
	// Alt is the text alternative for readers who do not see the chart. It
	// begins with the finding.
	Alt string
	// Panels are read in rows from the top left. There is at least one.
	Panels []Panel
	// Columns are the panels side by side, 1 to 4; 0 lets the figure choose.
	Columns int
	// Percent says that values are shares (0 to 1, or -1 to 1 in a signed
	// figure). They are written as percentages.
	Percent bool
	// Pounds says that values are pounds. They are written with £ and, where
	// they are large, in thousands (k), millions (m) or billions (bn).
	Pounds bool
	// Signed says that values may lie below zero. Zero is then drawn as the line
	// from which they are read.
	Signed bool
	// Of is what bands are of, for the key: "runs" if it is empty, or such as
	// "paired differences".
	Of string
	// Across is empty where the axis is months. Otherwise the axis is a share of
	// these, such as "trusts", from 0 to 100%, and Series.At says where on it.
	Across string
}

// Panel is one plot of a figure.
type Panel struct {
	// Heading says what the panel is of. It may be empty only in a figure of one
	// panel.
	Heading string
	// Series are the curves, one to four.
	Series []Series
	// Observed are values from the world to set beside them, none to three sets.
	Observed []Points
	// Levels are horizontal lines that say what they stand for, none to five.
	Levels []Level
	// Note is said in the panel in place of curves, where there are none to
	// draw: why that is. It is empty where there are Series.
	Note string
}

// Level is a horizontal line through a whole panel.
type Level struct {
	// Value is where it lies, in the unit of the series.
	Value float64
	// Label is what it stands for.
	Label string
}

// SVG draws the chart with live text, which can be searched, enlarged and read
// aloud. The same chart gives the same bytes. It returns an error where the
// chart cannot be drawn honestly: no panel, no series in a panel or more than
// four, more than three observed sets, observed months outside of the series',
// a text that is missing, lengths that differ, or a value that is infinite, or
// negative in a figure that is not signed, or no share in one of percentages.
func (f *Figure) SVG() ([]byte, error) {
	if err := f.check(); err != nil {
		return nil, err
	}
	return layOut(f).svg()
}

// PNG draws the chart as a picture 1,600 pixels wide, for documents which
// cannot take SVG. It returns the same errors as SVG. A PNG carries no text
// alternative: give Alt beside it.
func (f *Figure) PNG() ([]byte, error) {
	if err := f.check(); err != nil {
		return nil, err
	}
	return layOut(f).png()
}

// labelledAtEnds tells whether lines are labelled at their ends.
func (f *Figure) labelledAtEnds() bool {
	return len(f.Panels) == 1 || f.columns() <= mostColumnsWithLabels
}

// columns returns the number of panels side by side.
func (f *Figure) columns() int {
	count := len(f.Panels)
	switch {
	case f.Columns > 0:
		return min(f.Columns, count)
	case count == 1:
		return 1
	case count <= 4:
		return 2
	case count <= 9:
		return 3
	}
	return 4
}

// of returns what bands are of.
func (f *Figure) of() string {
	if of := plainText(f.Of); of != "" {
		return of
	}
	return "runs"
}

// distinct returns the words that differ, in the order of the panels.
func (f *Figure) distinct(wordsOf func(*Panel) []string) []string {
	var all []string
	seen := map[string]bool{}
	for i := range f.Panels {
		for _, words := range wordsOf(&f.Panels[i]) {
			if !seen[words] {
				seen[words] = true
				all = append(all, words)
			}
		}
	}
	return all
}

func (p *Panel) seriesLabels() []string {
	labels := make([]string, len(p.Series))
	for i := range p.Series {
		labels[i] = plainText(p.Series[i].Label)
	}
	return labels
}

func (p *Panel) observedLabels() []string {
	labels := make([]string, len(p.Observed))
	for i := range p.Observed {
		labels[i] = plainText(p.Observed[i].Label)
	}
	return labels
}

func (p *Panel) levelLabels() []string {
	labels := make([]string, len(p.Levels))
	for i := range p.Levels {
		labels[i] = plainText(p.Levels[i].Label)
	}
	return labels
}
