// Package rules checks drawn charts: whether an SVG that package plots drew, or
// a command wrote, obeys the chart rules of the project. It works from the SVG
// alone, as a reader's program sees it. Only tests import it.
package rules

import (
	"fmt"
	"strings"

	"skillmix/plots"
)

// Least measures of a chart that can be read.
const (
	leastFontSize     = 10.0 // points
	leastTextContrast = 4.5  // on white: WCAG 2.2, criterion 1.4.3
	leastLineContrast = 3.0  // on white: WCAG 2.2, criterion 1.4.11
	leastLabel        = 7.0  // contrast of labels and values, which are near-black
	mostSeries        = 4    // in a panel
)

// Faults returns every chart rule that an SVG breaks, in words, and nothing for
// one without fault.
func Faults(svg []byte) []string {
	c, err := read(svg)
	if err != nil {
		return []string{fmt.Sprintf("the SVG cannot be read: %v", err)}
	}
	c.checkRoot()
	c.checkTexts()
	c.checkOverlaps()
	c.checkPaths()
	c.checkFrame()
	switch kind := c.root.attribute("data-chart"); kind {
	case "figure":
		c.checkPanels()
	case "waterfall":
		c.checkRows()
	default:
		c.fault("the root says that it is a chart of kind %q: not one that is known", kind)
	}
	return c.faults
}

// Said is what a chart must say.
type Said struct {
	Title, Subtitle, Source, Alt string
	// Words are labels, headings and values, each of which must stand on the
	// chart in whole lines that follow one another.
	Words []string
	// Unit must be named in the subtitle; empty where there is none to name.
	Unit string
}

// Figure returns what a figure must say.
func Figure(f *plots.Figure) Said {
	said := Said{Title: f.Title, Subtitle: f.Subtitle, Source: f.Source, Alt: f.Alt}
	for _, panel := range f.Panels {
		if strings.TrimSpace(panel.Heading) != "" {
			said.Words = append(said.Words, panel.Heading)
		}
		if panel.Note != "" {
			said.Words = append(said.Words, panel.Note)
		}
		for _, series := range panel.Series {
			said.Words = append(said.Words, series.Label)
		}
		for _, level := range panel.Levels {
			said.Words = append(said.Words, level.Label)
		}
		for _, observed := range panel.Observed {
			said.Words = append(said.Words, observed.Label)
		}
	}
	return said
}

// Waterfall returns what a waterfall must say.
func Waterfall(w *plots.Waterfall) Said {
	said := Said{Title: w.Title, Subtitle: w.Subtitle, Source: w.Source, Alt: w.Alt, Unit: w.Unit}
	said.Words = append(said.Words, w.Total.Label, w.Total.Value, w.Left.Label, w.Left.Value)
	for _, step := range w.Steps {
		said.Words = append(said.Words, step.Label, step.Value)
	}
	return said
}

// Compare returns the faults of an SVG, and what it does not say of what it
// must.
func Compare(svg []byte, said Said) []string {
	c, err := read(svg)
	if err != nil {
		return Faults(svg)
	}
	if got := c.name(); squeeze(got) != squeeze(said.Title) {
		c.fault("the name is %q, and the title %q", got, said.Title)
	}
	if got := c.description(); squeeze(got) != squeeze(said.Alt) {
		c.fault("the description is %q, and the text alternative %q", got, said.Alt)
	}
	subtitle := squeeze(c.words("subtitle"))
	if !strings.HasPrefix(subtitle, squeeze(said.Subtitle)) {
		c.fault("not all of the subtitle %q can be read: %q", said.Subtitle, c.words("subtitle"))
	}
	if !strings.Contains(strings.ToLower(subtitle), strings.ToLower(squeeze(said.Unit))) {
		c.fault("the subtitle %q does not name the unit %q", c.words("subtitle"), said.Unit)
	}
	if got := squeeze(c.words("source")); got != squeeze(said.Source) && got != squeeze("Source: "+said.Source) {
		c.fault("not all of the source %q can be read: %q", said.Source, c.words("source"))
	}
	for _, words := range said.Words {
		if !c.readable(words) {
			c.fault("not all of %q can be read", words)
		}
	}
	return append(Faults(svg), c.faults...)
}

// Clashes returns the ids that several charts have in common: they could not
// stand in one page.
func Clashes(svgs ...[]byte) []string {
	var clashes []string
	seen := map[string]bool{}
	for _, svg := range svgs {
		c, err := read(svg)
		if err != nil {
			return []string{err.Error()}
		}
		for _, id := range c.ids() {
			if seen[id] {
				clashes = append(clashes, fmt.Sprintf("the id %q is in two charts", id))
			}
			seen[id] = true
		}
	}
	return clashes
}
