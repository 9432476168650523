package ledger

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"skillmix/answer/words"
)

// exactDecimals are the decimals that files have more than text.
const exactDecimals = 4

// round chooses the decimals in which the ledger is told, three figures of its
// largest row, and rounds its rows so that they add up.
func (l *Ledger) round() {
	rows, largest := l.rows(), math.Abs(l.Whole.Mean)
	var parts []float64
	for _, row := range rows {
		parts = append(parts, row.Mean)
		largest = max(largest, math.Abs(row.Mean))
	}
	if largest > 0 {
		l.Decimals = max(0, min(2-words.Magnitude(largest), 9))
	}
	whole, units := roundToSum(l.Whole.Mean, parts, l.Decimals)
	l.Whole.Shown = whole
	for i, row := range rows {
		row.Shown = units[i]
	}
	whole, units = roundToSum(l.Whole.Mean, parts, l.Decimals+exactDecimals)
	l.Whole.Exact = whole
	for i, row := range rows {
		row.Exact = units[i]
	}
	if !l.Shares() {
		return
	}
	for i := range parts {
		parts[i] /= l.Whole.Mean
	}
	l.Whole.Percent, units = roundToSum(1, parts, 2)
	for i, row := range rows {
		row.Percent = units[i]
	}
}

// roundToSum rounds a whole to a number of decimals, and its parts so that they add
// up to it: each is rounded, and while their sum is short those that lost most get a
// unit more (or, while it is over, those that gained most a unit less; of equal ones
// the first). No part moves by a unit or more, and one that needs no rounding stays:
// there are always others enough. Results are in units of the last digit. Parts add up
// to the whole but for errors of arithmetic.
func roundToSum(whole float64, parts []float64, decimals int) (int64, []int64) {
	scale := math.Pow10(decimals)
	total := int64(math.Round(whole * scale))
	units, lost, order := make([]int64, len(parts)), make([]float64, len(parts)), make([]int, len(parts))
	short := total
	for i, part := range parts {
		rounded := math.Round(part * scale)
		units[i], lost[i], order[i] = int64(rounded), part*scale-rounded, i
		short -= units[i]
	}
	unit := int64(1)
	if short < 0 {
		unit = -1
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(float64(unit)*lost[b], float64(unit)*lost[a])
	})
	for i := 0; short != 0; i = (i + 1) % len(order) {
		units[order[i]] += unit
		short -= unit
	}
	return total, units
}

// inUnits writes a number of units of the last digit, such as 179 with two decimals
// as 1.79: as grouped, or plainly for files.
func inUnits(units int64, decimals int) string {
	digits := strconv.FormatInt(units, 10)
	sign := ""
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	if decimals == 0 {
		return sign + digits
	}
	if short := decimals + 1 - len(digits); short > 0 {
		digits = strings.Repeat("0", short) + digits
	}
	at := len(digits) - decimals
	return sign + digits[:at] + "." + digits[at:]
}
