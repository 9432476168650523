package rules

import (
	"regexp"
	"slices"
	"strings"
)

// notInCharts are elements that need a program, a network or more than a
// picture.
var notInCharts = []string{"script", "image", "foreignObject", "style", "use", "a", "animate", "iframe"}

// checkRoot checks what assistive technology is told, and that the chart needs
// nothing but itself.
func (c *chart) checkRoot() {
	if role := c.root.attribute("role"); role != "img" {
		c.fault("the root has the role %q, and not img", role)
	}
	for _, told := range []struct{ attribute, tag, what string }{
		{"aria-labelledby", "title", "name"}, {"aria-describedby", "desc", "text alternative"},
	} {
		elements := c.root.direct(told.tag)
		if len(elements) != 1 || strings.TrimSpace(elements[0].words) == "" {
			c.fault("there is no %s: the root needs one <%s> with words", told.what, told.tag)
			continue
		}
		if id := elements[0].attribute("id"); id == "" || c.root.attribute(told.attribute) != id {
			c.fault("%s is %q, and the id of <%s> is %q", told.attribute, c.root.attribute(told.attribute), told.tag, id)
		}
	}
	if alt := squeeze(c.description()); alt != "" && !strings.HasPrefix(alt, squeeze(c.name())) {
		c.fault("the text alternative does not begin with the finding, the title: %q", c.description())
	}
	ids := c.ids()
	slices.Sort(ids)
	for i, id := range ids {
		if i > 0 && id == ids[i-1] {
			c.fault("the id %q is there twice", id)
		}
		if !ownID.MatchString(id) {
			c.fault("the id %q may be that of something else in a page", id)
		}
	}
	for _, tag := range notInCharts {
		if len(c.root.tags(tag)) > 0 {
			c.fault("there is a <%s> element: a chart needs nothing but itself", tag)
		}
	}
}

// ownID is an id that no other chart and nothing else in a page has.
var ownID = regexp.MustCompile(`^chart-[0-9a-f]{8}-[a-z]+$`)

func (c *chart) ids() []string {
	var ids []string
	for _, node := range c.root.all(func(n *node) bool { return n.attribute("id") != "" }) {
		ids = append(ids, node.attribute("id"))
	}
	return ids
}

// name is what the chart is announced as.
func (c *chart) name() string { return c.wordsOf("title") }

// description is the text alternative.
func (c *chart) description() string { return c.wordsOf("desc") }

func (c *chart) wordsOf(tag string) string {
	if elements := c.root.direct(tag); len(elements) > 0 {
		return elements[0].words
	}
	return ""
}

// What a source line must hold: the seed, a hash, a number of runs.
var sourceHolds = []struct {
	what    string
	pattern *regexp.Regexp
}{
	{"the seed", regexp.MustCompile(`\bseed \d`)},
	{"the hash of a scenario", regexp.MustCompile(`\b[0-9a-f]{8,64}\b`)},
	{"the number of runs", regexp.MustCompile(`\b\d[\d,]* (\pL+ ){0,2}(runs?|pairs?|replicates?)\b`)},
}

// checkFrame checks title, subtitle and source.
func (c *chart) checkFrame() {
	for _, part := range []string{"title", "subtitle", "source"} {
		if count := len(c.root.parts(part)); count != 1 || squeeze(c.words(part)) == "" {
			c.fault("there is no %s, or more than one", part)
		}
	}
	if title := c.words("title"); squeeze(title) != squeeze(c.name()) {
		c.fault("not all of the title can be read: %q, and the name is %q", title, c.name())
	}
	if title := squeeze(c.words("title")); title != "" && title == squeeze(c.words("subtitle")) {
		c.fault("title and subtitle are the same: the title must state the finding")
	}
	source := strings.Join(strings.Fields(c.words("source")), " ")
	if !strings.HasPrefix(source, "Source") {
		c.fault("the source does not say that it is one: %q", source)
	}
	for _, holds := range sourceHolds {
		if source != "" && !holds.pattern.MatchString(source) {
			c.fault("the source lacks %s: %q", holds.what, source)
		}
	}
}
