package plots

import (
	"math"
	"strconv"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
)

// A unit is how the values of an axis are written.
type unit int

const (
	plain unit = iota
	percent
	pounds
)

// unit returns how the figure's values are written.
func (f *Figure) unit() unit {
	switch {
	case f.Percent:
		return percent
	case f.Pounds:
		return pounds
	}
	return plain
}

// writer returns a function that writes the values of an axis of steps, of
// which the given value is the furthest from zero, with as many decimals as
// the steps need.
func (u unit) writer(step, furthest float64) func(float64) string {
	scale, before, after := 1.0, "", ""
	switch u {
	case percent:
		scale, after = 100, "%"
	case pounds:
		before = "£"
		for _, large := range []struct {
			from, unit float64
			letters    string
		}{{1e9, 1e9, "bn"}, {1e6, 1e6, "m"}, {1e4, 1e3, "k"}} {
			if furthest >= large.from*(1-roundingSlack) {
				scale, after = 1/large.unit, large.letters
				break
			}
		}
	}
	decimals := decimalsOf(step * scale)
	if u == pounds && scale == 1 && decimals == 1 {
		decimals = 2 // pence
	}
	return func(value float64) string {
		written := before + grouped(math.Abs(value)*scale, decimals) + after
		switch {
		case value < 0:
			return minus + written
		case value == 0 && u == pounds:
			return before + "0" // of whatever
		}
		return written
	}
}

// minus is the sign of values below zero, as long as a plus.
const minus = "\u2212"

// decimalsOf returns how many decimals a step of 1, 2 or 5 times a power of
// ten has.
func decimalsOf(step float64) int {
	return max(0, int(math.Ceil(-math.Log10(step*(1+roundingSlack)))))
}

// grouped writes a value of zero or more with a comma between thousands.
func grouped(value float64, decimals int) string {
	whole, fraction, _ := strings.Cut(strconv.FormatFloat(value, 'f', decimals, 64), ".")
	for at := len(whole) - 3; at > 0; at -= 3 {
		whole = whole[:at] + "," + whole[at:]
	}
	if fraction == "" {
		return whole
	}
	return whole + "." + fraction
}

// shareTicks returns the ticks of an axis of shares. The middle one says what
// they are shares of.
func (s *sheet) shareTicks(of string, width vg.Length) []plot.Tick {
	const quarters = 4
	ticks := make([]plot.Tick, quarters+1)
	for i := range ticks {
		share := float64(i) / quarters
		ticks[i] = plot.Tick{Value: share, Label: strconv.Itoa(100*i/quarters) + "%"}
		if s.columns > mostColumnsWithLabels && i%2 == 1 {
			ticks[i].Label = "" // too close to their neighbours
		}
	}
	middle := &ticks[quarters/2]
	middle.Label += "\n" + strings.Join(s.setter.wrap("of "+of, tickText, width), "\n")
	return ticks
}
