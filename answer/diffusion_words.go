package answer

import (
	"fmt"
	"strconv"
	"strings"

	"skillmix/answer/words"
)

// String tells of the curve in a sentence or two, or why there is nothing to tell.
func (d *Diffusion) String() string {
	where := "Under " + words.Label(d.Scenario)
	last := len(d.Shares) - 1
	if d.Shares[last] == 0 {
		return fmt.Sprintf("%s no unit ever has a filled post, so there is no curve to fit.", where)
	}
	text := fmt.Sprintf("%s %s of units have ever had a filled post by %s", where, words.Percent(d.Shares[last]), words.Month(d.Months[last]))
	if last > 0 && words.Percent(d.Shares[0]) != words.Percent(d.Shares[last]) {
		text += fmt.Sprintf(", from %s in %s", words.Percent(d.Shares[0]), words.Month(d.Months[0]))
	}
	if d.NoBass != "" {
		return text + ". No coefficients of Bass's model are given: " + d.NoBass + "."
	}
	return text + fmt.Sprintf(". Bass's model fits with p %s and q %s a month for those who had none at the start and a ceiling of %s of units; they take the role up fastest in %s (R² %s, typical distance %s points).",
		significant(d.Fit.P), significant(d.Fit.Q), words.Percent(d.Fit.Ceiling), words.Month(d.Fastest), rSquared(d.Fit.R2), points(d.Fit.RMSE))
}

// BassRow is what a table tells of a fit: p, q, ceiling, the month in which it is steepest,
// R² and root mean squared error, or in the first why they are not told and dashes.
func (d *Diffusion) BassRow() []string {
	if d.NoBass != "" {
		return []string{"not given: " + d.NoBass, "–", "–", "–", "–", "–"}
	}
	return []string{significant(d.Fit.P), significant(d.Fit.Q), words.Percent(d.Fit.Ceiling), words.Month(d.Fastest), rSquared(d.Fit.R2), points(d.Fit.RMSE) + " points"}
}

// String says how many units are in a category and when it was full.
func (a *Adopters) String() string {
	units := words.Rounding(0).Amount(a.Units) + " units"
	if a.Units > 0.5 && a.Units < 1.5 {
		units = "1 unit"
	}
	switch {
	case a.Units == 0:
		return "none"
	case a.AtStart:
		return units + ", from the start or by " + words.Month(a.Month)
	case a.Complete:
		return units + ", by " + words.Month(a.Month)
	}
	return units + " so far"
}

// Span writes the shares of units that a category takes up, such as 2.5% to 16%.
func (a *Adopters) Span() string {
	share := func(x float64) string { return strconv.FormatFloat(100*x, 'f', -1, 64) + "%" }
	return share(a.From) + " to " + share(a.To)
}

// significant writes a coefficient to two significant figures.
func significant(value float64) string {
	if value < 1e-4 {
		return "below 0.0001"
	}
	return words.Rounding(max(0, 1-words.Magnitude(value))).Number(value)
}

// rSquared writes R² so that it says 1 only where nothing is amiss.
func rSquared(value float64) string {
	if value > 0.9995 {
		return "over 0.999"
	}
	return strings.TrimRight(words.Rounding(3).Number(value), "0")
}

// points writes a share as percentage points.
func points(share float64) string {
	if share < 0.0005 {
		return "less than 0.1"
	}
	return words.Rounding(1).Number(100 * share)
}
