package rules

import "strings"

// A look is what tells a line from others.
type look struct{ color, dashes, marker string }

// checkSeries checks the lines of a panel: that there are not too many, that
// each can be seen, is told from each other by dash and by marker, and is named.
func (c *chart) checkSeries(panel *node, name string) {
	lines := panel.parts("line")
	if len(lines) > mostSeries {
		c.fault("%s has %d series, and a reader tells at most %d apart", name, len(lines), mostSeries)
	}
	for i, line := range lines {
		label := line.attribute("data-label")
		for _, path := range line.tags("path") {
			if got := inkContrast(path); got < leastLineContrast {
				c.fault("%s: the line of %q is too pale on white: contrast %.1f, at least %v", name, label, got, leastLineContrast)
			}
		}
		mine := c.lookOf(panel, line)
		if mine.marker == "" {
			c.fault("%s: the line of %q has no marker", name, label)
		}
		if strings.Contains(mine.marker, " and ") {
			c.fault("%s: the line of %q has more than one kind of marker: %s", name, label, mine.marker)
		}
		for _, other := range lines[:i] {
			others := c.lookOf(panel, other)
			if mine.dashes == others.dashes {
				c.fault("%s: the lines of %q and %q have the same dashes", name, other.attribute("data-label"), label)
			}
			if mine.marker == others.marker {
				c.fault("%s: the lines of %q and %q have the same marker", name, other.attribute("data-label"), label)
			}
		}
		if !c.labelled(panel, "data-series", line.attribute("data-series"), label) {
			c.fault("%s: the line of %q is not labelled at its end or in the key", name, label)
		}
	}
	for _, label := range panel.parts("label") {
		for _, text := range label.tags("text") {
			if got := contrast(text.style("fill", "#000000"), 1); got < leastLabel {
				c.fault("%s: the label %q is not near-black", name, text.words)
			}
		}
	}
}

// lookOf returns what a line looks like, from itself and from the markers on it,
// at its end and in the key.
func (c *chart) lookOf(panel, line *node) look {
	var l look
	for _, path := range line.tags("path") {
		l.color, l.dashes = path.style("stroke", "none"), path.style("stroke-dasharray", "none")
	}
	series := line.attribute("data-series")
	shapes := map[string]bool{}
	for _, part := range append(c.named(panel, "markers"), c.named(panel, "label", "entry")...) {
		if part.attribute("data-series") != series {
			continue
		}
		for _, path := range part.tags("path") {
			// What is not filled is a line, and what is white a marker's halo.
			if fill := path.style("fill", "#000000"); fill == "none" || fill == "#FFFFFF" {
				continue
			}
			if found := shape(path); !shapes[found] {
				shapes[found] = true
				l.marker = strings.TrimPrefix(l.marker+" and "+found, " and ")
			}
		}
	}
	return l
}

// named returns the parts of some names in a panel and in the key.
func (c *chart) named(panel *node, parts ...string) []*node {
	var found []*node
	for _, part := range parts {
		found = append(found, panel.parts(part)...)
		for _, key := range c.root.parts("key") {
			found = append(found, key.parts(part)...)
		}
	}
	return found
}

// labelled tells whether a line, whose number stands in an attribute, has its
// label in its panel or in the key.
func (c *chart) labelled(panel *node, attribute, number, label string) bool {
	words := ""
	for _, part := range c.named(panel, "label", "entry") {
		if part.attribute(attribute) == number {
			words += part.text()
		}
	}
	return number != "" && squeeze(label) != "" && squeeze(words) == squeeze(label)
}

// checkLooks checks that a label has one look in all panels, and the marks
// of one label are not those of another.
func (c *chart) checkLooks(panels []*node) {
	looks, labels := map[string]look{}, map[look]string{}
	distinct := map[string]bool{}
	for _, panel := range panels {
		for _, line := range panel.parts("line") {
			distinct[line.attribute("data-label")] = true
		}
	}
	if len(distinct) > mostSeries {
		return // each panel has lines of its own
	}
	for _, panel := range panels {
		for _, line := range panel.parts("line") {
			label, mine := line.attribute("data-label"), c.lookOf(panel, line)
			if before, known := looks[label]; known && before != mine && len(panels) > 1 {
				c.fault("the line of %q looks otherwise in another panel", label)
			}
			if before, known := labels[mine]; known && before != label && len(panels) > 1 {
				c.fault("the line of %q looks like that of %q in another panel", label, before)
			}
			looks[label], labels[mine] = mine, label
		}
	}
}
