package rules

import (
	"fmt"
	"regexp"
	"strings"
)

// zero is the label of the value zero on an axis.
var zero = regexp.MustCompile(`^£?0(\.0+)?[%km]?$`)

// checkPanels checks the panels of a figure.
func (c *chart) checkPanels() {
	panels := c.root.parts("panel")
	if len(panels) == 0 {
		c.fault("there is no panel")
		return
	}
	c.checkAxis(panels[0])
	c.checkLooks(panels)
	for i, panel := range panels {
		name := "the panel"
		if len(panels) > 1 {
			name = fmt.Sprintf("panel %d", i+1)
			if len(panel.parts("heading")) == 0 {
				c.fault("%s has no heading", name)
			}
		}
		if len(panel.parts("note")) == 0 && !drawn(panel.parts("line")) {
			c.fault("%s is empty: it has no line, and no note that says why", name)
		}
		c.checkGrid(panel, name)
		c.checkWithin(panel, name)
		c.checkSeries(panel, name)
		c.checkLevels(panel, name)
	}
	c.checkKey()
}

// checkAxis checks that the value axis shows zero.
func (c *chart) checkAxis(panel *node) {
	for _, text := range panel.direct("text") {
		if zero.MatchString(text.words) {
			return
		}
	}
	c.fault("the value axis does not show zero")
}

// drawn tells whether any of some parts has a path with a length.
func drawn(parts []*node) bool {
	for _, part := range parts {
		for _, path := range part.tags("path") {
			points, _, _ := outline(path)
			for _, at := range points {
				if at != points[0] {
					return true
				}
			}
		}
	}
	return false
}

// checkGrid checks that grid lines are horizontal.
func (c *chart) checkGrid(panel *node, name string) {
	for _, grid := range panel.parts("grid") {
		for _, path := range grid.tags("path") {
			points, _, _ := outline(path)
			for _, at := range points {
				if at.y != points[0].y {
					c.fault("%s has a grid line that is not horizontal", name)
				}
			}
		}
	}
}

// checkWithin checks that nothing that stands for values leaves the axes.
func (c *chart) checkWithin(panel *node, name string) {
	const slack = 0.1 // points, for places that are rounded
	var left, bottom, width, height float64
	if n, _ := fmt.Sscan(panel.attribute("data-area"), &left, &bottom, &width, &height); n != 4 {
		c.fault("%s does not say where its axes lie: %q", name, panel.attribute("data-area"))
		return
	}
	for _, part := range []string{"line", "band", "run", "level"} {
		for _, group := range panel.parts(part) {
			for _, path := range group.tags("path") {
				points, _, _ := outline(path)
				for _, at := range points {
					if at.x < left-slack || at.x > left+width+slack || at.y < bottom-slack || at.y > bottom+height+slack {
						c.fault("%s has a %s that is cut off at its axes, at %v,%v", name, part, at.x, at.y)
						return
					}
				}
			}
		}
	}
}

// checkLevels checks that levels say what they stand for.
func (c *chart) checkLevels(panel *node, name string) {
	for _, level := range panel.parts("level") {
		label := level.attribute("data-label")
		if !c.labelled(panel, "data-level", level.attribute("data-level"), label) {
			c.fault("%s has a level without its label %q", name, label)
		}
		for _, path := range level.tags("path") {
			if got := inkContrast(path); got < leastLineContrast {
				c.fault("%s has a level that is too pale on white: contrast %.1f, at least %v", name, got, leastLineContrast)
			}
		}
	}
}

// checkKey checks that the key explains bands, single runs and observed sets.
func (c *chart) checkKey() {
	key := c.words("key")
	if drawn(c.root.parts("band")) && !strings.Contains(key, "80%") && !strings.Contains(key, "95%") {
		c.fault("the key does not say what the bands are")
	}
	if drawn(c.root.parts("run")) && !strings.Contains(key, "Single") {
		c.fault("the key does not say what the thin lines are")
	}
	explained := map[string]bool{}
	for _, entry := range c.root.parts("entry") {
		explained[entry.attribute("data-set")] = true
	}
	for _, set := range c.root.parts("observed") {
		if !explained[set.attribute("data-set")] {
			c.fault("the key does not say what the hollow marks of set %s are", set.attribute("data-set"))
		}
	}
}
