package rules

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// A node is an element of the SVG.
type node struct {
	tag        string
	attributes map[string]string
	words      string // text directly within it
	children   []*node
}

func (n *node) attribute(name string) string { return n.attributes[name] }

// part returns which part of the chart a group is.
func (n *node) part() string { return n.attributes["data-part"] }

// style returns one property of an element's style, or its default.
func (n *node) style(property, otherwise string) string {
	for _, pair := range strings.Split(n.attributes["style"], ";") {
		name, value, _ := strings.Cut(pair, ":")
		if strings.TrimSpace(name) == property {
			return strings.TrimSpace(value)
		}
	}
	return otherwise
}

// all returns the elements below a node, itself among them, for which a
// condition holds, in the order of the document.
func (n *node) all(holds func(*node) bool) []*node {
	var found []*node
	if holds(n) {
		found = append(found, n)
	}
	for _, child := range n.children {
		found = append(found, child.all(holds)...)
	}
	return found
}

// tags returns the elements of a name below a node.
func (n *node) tags(tag string) []*node {
	return n.all(func(n *node) bool { return n.tag == tag })
}

// parts returns the parts of a name below a node.
func (n *node) parts(part string) []*node {
	return n.all(func(n *node) bool { return n.part() == part })
}

// direct returns the elements of a name that are children of a node.
func (n *node) direct(tag string) []*node {
	var found []*node
	for _, child := range n.children {
		if child.tag == tag {
			found = append(found, child)
		}
	}
	return found
}

// text returns the lines of text below a node as one.
func (n *node) text() string {
	var lines []string
	for _, text := range n.tags("text") {
		lines = append(lines, text.words)
	}
	return strings.Join(lines, " ")
}

// A chart is an SVG with what is wrong with it.
type chart struct {
	root          *node
	width, height float64
	boxes         []box // of all lines of text, in the order of the document
	faults        []string
}

func (c *chart) fault(format string, values ...any) {
	c.faults = append(c.faults, fmt.Sprintf(format, values...))
}

// words returns the words of all parts of a name.
func (c *chart) words(part string) string {
	var words []string
	for _, node := range c.root.parts(part) {
		words = append(words, node.text())
	}
	return strings.Join(words, " ")
}

// read makes a chart of an SVG.
func read(svg []byte) (*chart, error) {
	decoder := xml.NewDecoder(bytes.NewReader(svg))
	top := &node{}
	stack := []*node{top}
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		parent := stack[len(stack)-1]
		switch token := token.(type) {
		case xml.StartElement:
			next := &node{tag: token.Name.Local, attributes: map[string]string{}}
			for _, attribute := range token.Attr {
				next.attributes[attribute.Name.Local] = attribute.Value
			}
			parent.children = append(parent.children, next)
			stack = append(stack, next)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			parent.words += string(token)
		}
	}
	if len(top.children) != 1 || top.children[0].tag != "svg" {
		return nil, fmt.Errorf("its root is no <svg> element")
	}
	c := &chart{root: top.children[0]}
	var x, y float64
	if n, _ := fmt.Sscan(c.root.attribute("viewBox"), &x, &y, &c.width, &c.height); n != 4 || x != 0 || y != 0 {
		return nil, fmt.Errorf("its viewBox %q is not two zeros, a width and a height", c.root.attribute("viewBox"))
	}
	c.measure()
	return c, nil
}

// squeeze drops all spaces, so that wrapped text compares with its original.
func squeeze(words string) string { return strings.Join(strings.Fields(words), "") }
