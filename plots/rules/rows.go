package rules

// checkRows checks the bars of a waterfall.
func (c *chart) checkRows() {
	rows := c.root.parts("row")
	const fewest = 3 // the total, a step, what is left
	if len(rows) < fewest || rows[0].attribute("data-kind") != "total" || rows[len(rows)-1].attribute("data-kind") != "total" {
		c.fault("there is no total at the top, no step or nothing left at the foot")
	}
	explained := map[string]bool{}
	for _, entry := range c.root.parts("entry") {
		explained[entry.attribute("data-kind")] = true
	}
	for i, row := range rows {
		kind := row.attribute("data-kind")
		c.checkRow(row, i+1)
		if !explained[kind] {
			c.fault("the key does not explain bars such as that of row %d", i+1)
		}
		if len(row.parts("whisker")) > 0 && !explained["error"] {
			c.fault("the key does not say what the whiskers are")
		}
	}
	for _, text := range c.root.direct("g")[0].direct("text") {
		if zero.MatchString(text.words) {
			return
		}
	}
	c.fault("the value axis does not show zero")
}

// checkRow checks a bar with its label and its value.
func (c *chart) checkRow(row *node, place int) {
	for _, part := range []string{"label", "value"} {
		texts := row.parts(part)
		if len(texts) != 1 || squeeze(texts[0].text()) == "" {
			c.fault("row %d has no %s", place, part)
			continue
		}
		for _, text := range texts[0].tags("text") {
			if got := contrast(text.style("fill", "#000000"), 1); got < leastLabel {
				c.fault("row %d: %q is not near-black", place, text.words)
			}
		}
	}
	if !drawn(row.parts("bar")) {
		c.fault("row %d has no bar", place)
		return
	}
	hatched := 0
	for _, path := range append(row.parts("bar")[0].tags("path"), pathsOf(row.parts("whisker"))...) {
		stroke, fill := path.style("stroke", "none"), path.style("fill", "#000000")
		if stroke == "#FFFFFF" || stroke == "none" && fill == "#FFFFFF" {
			continue // a halo, or the ground of a hatched bar
		}
		if got := inkContrast(path); got < leastLineContrast {
			c.fault("row %d is too pale on white: contrast %.1f, at least %v", place, got, leastLineContrast)
		}
	}
	for _, path := range row.parts("bar")[0].tags("path") {
		if path.style("stroke", "none") != "none" {
			hatched++
		}
	}
	if adds := row.attribute("data-kind") == "adds"; adds != (hatched > 1) {
		c.fault("row %d: bars that add, and no others, are hatched, so that they are told without colour", place)
	}
}

func pathsOf(parts []*node) []*node {
	var paths []*node
	for _, part := range parts {
		paths = append(paths, part.tags("path")...)
	}
	return paths
}
