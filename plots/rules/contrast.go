package rules

import (
	"math"
	"strconv"
	"strings"
)

// contrast is the contrast ratio of WCAG 2.2 between white and a colour that is
// written as # and six hexadecimal digits and drawn on white with an opacity from
// 0 to 1; 0 if it is not written so.
func contrast(color string, opacity float64) float64 {
	hex, found := strings.CutPrefix(color, "#")
	value, err := strconv.ParseUint(hex, 16, 32)
	if !found || err != nil || len(hex) != 6 {
		return 0
	}
	luminance := 0.0
	for i, weight := range []float64{0.0722, 0.7152, 0.2126} {
		part := float64(value>>(8*i)&0xFF) / 255
		part = 1 - opacity*(1-part)
		if part <= 0.04045 {
			part /= 12.92
		} else {
			part = math.Pow((part+0.055)/1.055, 2.4)
		}
		luminance += weight * part
	}
	return 1.05 / (luminance + 0.05)
}

// inkContrast is the contrast of what a path is drawn with: its stroke, or its
// fill where it has none.
func inkContrast(path *node) float64 {
	if stroke := path.style("stroke", "none"); stroke != "none" {
		return contrast(stroke, number(path.style("stroke-opacity", "1")))
	}
	return contrast(path.style("fill", "#000000"), number(path.style("fill-opacity", "1")))
}
