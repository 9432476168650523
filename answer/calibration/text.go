package calibration

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"text/tabwriter"
)

// Allowed is by how much the objective may worsen before a value counts as
// told from the best: a quarter of one error as large as its tolerance.
const Allowed = 0.25

// WriteText writes a report for people to read.
func WriteText(w io.Writer, r *Report) error {
	page := &page{}
	page.introduction(r)
	page.values(r)
	page.quarters(r)
	page.dispersion(r)
	page.roles(r)
	page.money(r)
	page.profiles(r)
	page.factors(r)
	page.trusts(r.Trusts)
	_, err := w.Write(page.Bytes())
	return err
}

// A page gathers text.
type page struct{ bytes.Buffer }

func (p *page) line(form string, details ...any) { fmt.Fprintf(p, form+"\n", details...) }

// table writes rows of cells parted by tabs, in columns.
func (p *page) table(rows []string) {
	var drawn bytes.Buffer
	columns := tabwriter.NewWriter(&drawn, 0, 0, 2, ' ', 0)
	for _, row := range rows {
		fmt.Fprintln(columns, "  "+row)
	}
	_ = columns.Flush() // into memory
	for line := range strings.Lines(drawn.String()) {
		p.line("%s", strings.TrimRight(line, " \n"))
	}
	p.line("")
}

func (p *page) introduction(r *Report) {
	p.line("Population %s, seed %d, %d replicates of each of %d trials.", r.Population, r.Seed, r.Replicates, r.Trials)
	p.line("Fitted to: mean direct-care FTE per network of %d fixed sets of networks to %v; means of", len(r.Targets.Panels), r.Targets.Until)
	p.line("roles in that quarter (of %.2f FTE or more); unspent share of 2020/21, %s.", leastRole, percent(r.Targets.Unspent))
	p.line("Objective: mean squared error of means (tolerance 15%%) + %.1f x that of roles (25%%) + squared", roleWeight)
	p.line("error of the unspent share (10 points), in tolerances. It falls from %.3f to %.3f; with other", r.Before.Score.Objective, r.After.Score.Objective)
	p.line("luck, which the search never saw, it is %.3f.", r.Fresh.Score.Objective)
	p.line("")
}

func (p *page) values(r *Report) {
	p.line("Fitted values")
	rows := []string{"parameter\tdefault\tfitted\tplausible\t"}
	for _, v := range r.Parameters {
		rows = append(rows, fmt.Sprintf("%s\t%s\t%s\t%s\t%s", v.Name, Plain(v.Default), Plain(v.Fitted), span(v.Low, v.High), edge(v)))
	}
	rows = append(rows, fmt.Sprintf("reporting factor\t%.3f\t%.3f\t%.2f to %.2f\t", r.Before.Score.Factor, r.After.Score.Factor, LeastFactor, MostFactor))
	p.table(rows)
	p.line("Appeal of roles, against clinical-pharmacist")
	rows = []string{"role\tdefault\tfitted"}
	for _, v := range r.Appeals {
		rows = append(rows, fmt.Sprintf("%s\t%.2f\t%.2f", v.Name, v.Default, v.Fitted))
	}
	p.table(rows)
}

// edge says where a fitted value lies at the end of its range.
func edge(v Value) string {
	switch width := v.High - v.Low; {
	case v.Fitted <= v.Low+width/100:
		return "at the lower end"
	case v.Fitted >= v.High-width/100:
		return "at the upper end"
	}
	return ""
}

func (p *page) quarters(r *Report) {
	p.line("Mean direct-care FTE per network, reported and simulated times the reporting factor")
	rows := []string{"networks\tquarter\treported\tdefaults\terror\tfitted\terror\t"}
	worst := 0.0
	for i, panel := range r.Targets.Panels {
		for q, quarter := range panel.Quarters {
			before := r.Before.Simulation.Panels[i].Mean[q] * r.Before.Score.Factor
			after := r.After.Simulation.Panels[i].Mean[q] * r.After.Score.Factor
			note := "fitted"
			if quarter > r.Targets.Until {
				note = "not fitted"
			} else {
				worst = max(worst, math.Abs(after/panel.Mean[q]-1))
			}
			rows = append(rows, fmt.Sprintf("%d\t%v\t%.2f\t%.2f\t%s\t%.2f\t%s\t%s", panel.Networks, quarter, panel.Mean[q],
				before, change(before, panel.Mean[q]), after, change(after, panel.Mean[q]), note))
		}
	}
	p.table(rows)
	last := len(r.Targets.Panels[0].Quarters) - 1
	p.line("Worst error of a fitted quarter: %s. In %v the standard deviation of the %d networks is %.1f FTE", percent(worst),
		r.Targets.Panels[0].Quarters[last], r.Targets.Panels[0].Networks, r.Targets.Panels[0].Deviation[last])
	p.line("reported and %.1f simulated times the factor: how completely networks report differs too.", r.After.Simulation.Panels[0].Deviation[last]*r.After.Score.Factor)
	p.line("")
}

func (p *page) roles(r *Report) {
	panel, last := &r.Targets.Panels[0], r.Targets.Fitted(0)-1
	if last < 0 {
		return
	}
	simulated, factor := &r.After.Simulation.Panels[0], r.After.Score.Factor
	after := len(panel.Quarters) - 1
	p.line("Roles, mean FTE per network of the %d networks: fitted in %v, not in %v", panel.Networks, panel.Quarters[last], panel.Quarters[after])
	rows := []string{fmt.Sprintf("role\t%v\tfitted\t%v\tsimulated\thave any\tsimulated", panel.Quarters[last], panel.Quarters[after])}
	for i, role := range panel.Roles {
		rows = append(rows, fmt.Sprintf("%s\t%.2f\t%.2f\t%.2f\t%.2f\t%s\t%s", role, panel.RoleMeans[i][last], simulated.RoleMeans[i][last]*factor,
			panel.RoleMeans[i][after], simulated.RoleMeans[i][after]*factor, percent(panel.RoleShares[i][after]), percent(simulated.RoleShares[i][after])))
	}
	p.table(rows)
	p.line("Shares of networks that have any are those of %v; reporting leaves some out, so simulated ones,", panel.Quarters[after])
	p.line("which are of true posts, are to be higher.")
	for _, q := range []int{last, after} {
		ordered, wrong := r.Targets.Order(r.After.Simulation, 0, q)
		p.line("Order of the %d roles of 0.3 FTE or more in %v, ties within 10%% aside: %s.", len(ordered), panel.Quarters[q], misorders(wrong))
	}
	p.line("")
}

// misorders lists pairs the other way round.
func misorders(wrong []Misorder) string {
	if len(wrong) == 0 {
		return "as reported"
	}
	text := "turned round for "
	for i, pair := range wrong {
		if i > 0 {
			text += "; "
		}
		text += pair.More + " and " + pair.Less
	}
	return text
}

func (p *page) money(r *Report) {
	p.line("Unspent share of 2020/21: %s reported, %s with the defaults, %s fitted.", percent(r.Targets.Unspent),
		percent(r.Before.Simulation.Unspent), percent(r.After.Simulation.Unspent))
	years := make([]string, len(r.After.Simulation.Years))
	for i, year := range r.After.Simulation.Years {
		years[i] = fmt.Sprintf("%s %s", year.Name, percent(year.Share()))
	}
	p.line("By year, with the fitted values: %s.", strings.Join(years, ", "))
	p.line("")
}

func (p *page) profiles(r *Report) {
	p.line("What the data tell of each parameter: where in its plausible range the objective stays within")
	p.line("%.2f of the best, with all others held (but the reporting factor), and with the other fitted", Allowed)
	p.line("parameters fitted again")
	rows := []string{"parameter\tplausible\tothers held\tothers fitted again\t"}
	best := r.After.Score.Objective
	for _, examined := range r.Profiles {
		refitted, told := "", examined.Held
		if examined.Refitted != nil {
			refitted, told = within(*examined.Refitted, best), *examined.Refitted
		}
		rows = append(rows, fmt.Sprintf("%s\t%s\t%s\t%s\t%s", examined.Held.Name, span(examined.Low, examined.High),
			within(examined.Held, best), refitted, verdict(examined, told, best)))
	}
	p.table(rows)
}

// within words a profile.
func within(profile Profile, best float64) string {
	low, high, some := profile.Within(best, Allowed)
	if !some {
		return "nowhere tried"
	}
	return span(low, high)
}

// verdict says whether the data tell a parameter.
func verdict(examined Examined, told Profile, best float64) string {
	low, high, some := told.Within(best, Allowed)
	switch part := (high - low) / (examined.High - examined.Low); {
	case !some:
		return "narrow"
	case part > 0.99:
		return "not told by the data"
	case part > 0.6:
		return "hardly told"
	case part > 0.3:
		return "told roughly"
	}
	return "told"
}

func (p *page) factors(r *Report) {
	p.line("Fitted to counts only, with the reporting factor held, within the plausible ranges")
	rows := []string{"reporting factor\tobjective of counts\tunspent share of 2020/21"}
	for _, tried := range r.Factors {
		rows = append(rows, fmt.Sprintf("%.3f\t%.3f\t%s", tried.Factor, tried.Counts, percent(tried.Unspent)))
	}
	p.table(rows)
}

// Plain writes a number to three digits, without an exponent.
func Plain(value float64) string {
	short, err := strconv.ParseFloat(strconv.FormatFloat(value, 'g', 3, 64), 64)
	if err != nil {
		short = value
	}
	return strconv.FormatFloat(short, 'f', -1, 64)
}

func span(low, high float64) string { return Plain(low) + " to " + Plain(high) }

func star(inside bool) string {
	if inside {
		return ""
	}
	return "*"
}

func percent(share float64) string { return fmt.Sprintf("%.0f%%", 100*share) }

func change(simulated, reported float64) string {
	return fmt.Sprintf("%+.1f%%", 100*(simulated/reported-1))
}
