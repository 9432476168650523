package rules

import (
	"regexp"
	"strconv"
	"strings"
)

// A point of a path, in points from the bottom left.
type point struct{ x, y float64 }

var (
	commandPattern = regexp.MustCompile(`[A-Za-z][^MLHVCSQTAZmlhvcsqtaz]*`)
	numberPattern  = regexp.MustCompile(`[^\s,]+`)
)

// outline returns the points that a path passes and its commands as letters.
// It returns the first word that is no number, if there is one.
func outline(path *node) (points []point, letters, wrong string) {
	for _, command := range commandPattern.FindAllString(path.attribute("d"), -1) {
		letter := command[:1]
		letters += letter
		var values []float64
		for _, word := range numberPattern.FindAllString(command[1:], -1) {
			value, err := strconv.ParseFloat(word, 64)
			if err != nil || noNumber.MatchString(word) {
				return points, letters, word
			}
			values = append(values, value)
		}
		// An arc's last two numbers are where it ends. Those before are no place.
		if letter == "A" && len(values) > 2 {
			values = values[len(values)-2:]
		}
		for i := 0; i+1 < len(values); i += 2 {
			points = append(points, point{values[i], values[i+1]})
		}
		if letter != "Z" && len(values) < 2 {
			return points, letters, command
		}
	}
	return points, letters, ""
}

// checkPaths checks that every path is drawn of numbers, on the canvas, and on
// white.
func (c *chart) checkPaths() {
	paths := c.root.tags("path")
	for _, path := range paths {
		points, _, wrong := outline(path)
		if wrong != "" || len(points) == 0 {
			c.fault("a path holds what is no number: %.40q", wrong+" in "+path.attribute("d"))
			continue
		}
		for _, at := range points {
			if at.x < 0 || at.x > c.width || at.y < 0 || at.y > c.height {
				c.fault("a line is cut off: it leaves the canvas at %v,%v", at.x, at.y)
				break
			}
		}
	}
	if len(paths) == 0 || paths[0].style("fill", "") != "#FFFFFF" || !c.covers(paths[0]) {
		c.fault("the ground is not white: contrast depends on what lies beneath")
	}
}

// covers tells whether a path goes round the whole canvas.
func (c *chart) covers(path *node) bool {
	points, _, _ := outline(path)
	corners := map[point]bool{}
	for _, at := range points {
		corners[at] = true
	}
	return corners[point{0, 0}] && corners[point{c.width, 0}] && corners[point{0, c.height}] && corners[point{c.width, c.height}]
}

// shape names the shape of a marker's path, whatever its place and size.
func shape(path *node) string {
	points, letters, _ := outline(path)
	if len(points) < 2 {
		return ""
	}
	across, up := points[1].x-points[0].x, points[1].y-points[0].y
	// A box and a diamond differ in how their first side runs.
	if letters := strings.Trim(letters, "MLZ"); letters == "" && slanted(across, up) {
		return "slanted " + strconv.Itoa(len(points))
	}
	return letters
}

// slanted tells whether a side runs neither along nor up.
func slanted(across, up float64) bool {
	const slack = 0.2 // of the longer part
	long := max(abs(across), abs(up))
	return abs(across) > slack*long && abs(up) > slack*long
}

func abs(value float64) float64 { return max(value, -value) }
