package scenarios

import (
	"bytes"
	"embed"
	"encoding/csv"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"skillmix/sim"
)

//go:embed observed/*.csv
var observedFiles embed.FS

// ReportingFactor is the share of networks' staff that they report, as
// skillmix calibrate fits it; docs/calibration.md tells how. Charts divide
// reported counts by it.
const ReportingFactor = 0.66

// An ObservedPanel is what one fixed set of networks reported: those that had
// reported staff at its start. Rows of roles have a value for each quarter, not
// a number where there is none.
type ObservedPanel struct {
	Start      sim.Month
	Networks   int
	Quarters   []sim.Month
	Mean       []float64   // direct-care FTE per network
	Deviation  []float64   // its standard deviation over networks
	Roles      []string    // names of model.Roles
	RoleMeans  [][]float64 // FTE per network, by role and quarter
	RoleShares [][]float64 // share of networks that have any, by role and quarter
}

// ObservedPanels returns the sets of networks, the earliest first.
func ObservedPanels() []ObservedPanel {
	t := readObserved("networks")
	var panels []ObservedPanel
	for row := range t.rows {
		start, quarter := t.month(row, "set_start"), t.month(row, "quarter")
		if len(panels) == 0 || panels[len(panels)-1].Start != start {
			panels = append(panels, ObservedPanel{Start: start, Networks: int(t.number(row, "networks"))})
		}
		p := &panels[len(panels)-1]
		value, role := t.number(row, "value"), t.text(row, "role")
		switch measure := t.text(row, "measure"); measure {
		case "mean_fte":
			p.Quarters, p.Mean = append(p.Quarters, quarter), append(p.Mean, value)
		case "deviation_fte":
			p.Deviation = append(p.Deviation, value)
		case "role_mean_fte":
			p.RoleMeans[p.role(role)][p.quarter(quarter)] = value
		case "role_share":
			p.RoleShares[p.role(role)][p.quarter(quarter)] = value
		default:
			t.fault(row, "there is no measure %q", measure)
		}
	}
	return panels
}

// role returns the row of a role, which it adds if it is new.
func (p *ObservedPanel) role(name string) int {
	if i := slices.Index(p.Roles, name); i >= 0 {
		return i
	}
	empty := func() []float64 { return slices.Repeat([]float64{math.NaN()}, len(p.Quarters)) }
	p.Roles, p.RoleMeans, p.RoleShares = append(p.Roles, name), append(p.RoleMeans, empty()), append(p.RoleShares, empty())
	return len(p.Roles) - 1
}

func (p *ObservedPanel) quarter(quarter sim.Month) int { return slices.Index(p.Quarters, quarter) }

// ObservedSpending is what became of a year's money of the scheme, in
// millions of pounds.
type ObservedSpending struct {
	Year                 string // 2020/21
	Scope                string
	Entitlement, Unspent float64
	Fitted               bool // else it is context only
	Source               string
}

// UnspentShare returns the share of the entitlement that was not spent.
func (s ObservedSpending) UnspentShare() float64 { return s.Unspent / s.Entitlement }

// ObservedSpendings returns the years of which the unspent sum is known.
func ObservedSpendings() []ObservedSpending {
	t := readObserved("spending")
	var all []ObservedSpending
	for row := range t.rows {
		all = append(all, ObservedSpending{
			Year: t.text(row, "financial_year"), Scope: t.text(row, "scope"), Source: t.text(row, "source"),
			Entitlement: t.number(row, "entitlement_million"), Unspent: t.number(row, "unspent_million"),
			Fitted: t.text(row, "use") == "fitted",
		})
	}
	return all
}

// An ObservedSpread is a survey's share of emergency departments with a nurse
// practitioner.
type ObservedSpread struct {
	Month         sim.Month
	Share         float64
	Scope, Source string
}

// ObservedSpreads returns the surveys by date. They asked different
// departments: compare shapes only.
func ObservedSpreads() []ObservedSpread {
	t := readObserved("nurse-practitioners")
	var all []ObservedSpread
	for row := range t.rows {
		all = append(all, ObservedSpread{t.month(row, "date"), t.number(row, "share"), t.text(row, "scope"), t.text(row, "source")})
	}
	return all
}

// An ObservedDispersion is how staff per patient differed between the networks
// that reported any in a quarter.
type ObservedDispersion struct {
	Quarter   sim.Month
	Networks  int
	Shares    []float64 // of networks below each quantile, rising
	Quantiles []float64 // direct-care FTE per 10,000 registered patients
	Variation float64   // standard deviation over mean
}

// ObservedDispersions returns the quarters of which it is known, by date.
func ObservedDispersions() []ObservedDispersion {
	t := readObserved("per-patient")
	var all []ObservedDispersion
	for row := range t.rows {
		quarter := t.month(row, "quarter")
		if len(all) == 0 || all[len(all)-1].Quarter != quarter {
			all = append(all, ObservedDispersion{Quarter: quarter, Networks: int(t.number(row, "networks"))})
		}
		d, value := &all[len(all)-1], t.number(row, "value")
		statistic := t.text(row, "statistic")
		if statistic == "cv" {
			d.Variation = value
			continue
		}
		percent, err := strconv.Atoi(strings.TrimPrefix(statistic, "p"))
		if err != nil {
			t.fault(row, "statistic %q", statistic)
		}
		d.Shares, d.Quantiles = append(d.Shares, float64(percent)/100), append(d.Quantiles, value)
	}
	return all
}

// An observedTable is an embedded table. What is wrong with one is a fault of
// the program, which its tests exclude.
type observedTable struct {
	name string
	head []string
	rows [][]string
}

func readObserved(name string) *observedTable {
	t := &observedTable{name: name}
	text, err := observedFiles.ReadFile("observed/" + name + ".csv")
	if err == nil {
		reader := csv.NewReader(bytes.NewReader(text))
		reader.Comment = '#'
		t.rows, err = reader.ReadAll()
	}
	if err != nil || len(t.rows) < 2 {
		panic(fmt.Sprintf("scenarios: observed table %s: %d rows, %v", name, len(t.rows), err))
	}
	t.head, t.rows = t.rows[0], t.rows[1:]
	return t
}

func (t *observedTable) fault(row int, form string, details ...any) {
	panic(fmt.Sprintf("scenarios: observed table %s, row %d: ", t.name, row+1) + fmt.Sprintf(form, details...))
}

func (t *observedTable) text(row int, column string) string {
	at := slices.Index(t.head, column)
	if at < 0 {
		t.fault(row, "there is no column %q", column)
	}
	return t.rows[row][at]
}

func (t *observedTable) number(row int, column string) float64 {
	value, err := strconv.ParseFloat(t.text(row, column), 64)
	if err != nil {
		t.fault(row, "%v", err)
	}
	return value
}

func (t *observedTable) month(row int, column string) sim.Month {
	month, err := sim.ParseMonth(t.text(row, column))
	if err != nil {
		t.fault(row, "%v", err)
	}
	return month
}
