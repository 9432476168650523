package charts

import (
	"fmt"
	"slices"
	"strings"

	"skillmix/answer/words"
	"skillmix/plots"
)

// A purse is money that belongs together: what there is of it, and what becomes of it.
type purse struct {
	what, prices string
	none         string        // said in place of a panel's lines
	of, ofThe    string        // how titles call what is offered, behind an amount and without; empty where nothing is
	measures     []lineOfMoney // the first is what is offered, if anything is
	becomes      []lineOfMoney // what becomes of it, as titles have it
}

// A lineOfMoney is a measure and how it is called.
type lineOfMoney struct{ measure, words string }

// programmePurse is the programme's money in trusts, schemePurse that of the
// reimbursement scheme for networks. Where nothing is offered, trustsPurse and
// practicesPurse are what is paid for posts all the same.
var (
	programmePurse = purse{"Programme money offered, spent as new money, transferred from medical budgets and unspent,", "in 2019/20 prices", "No programme money is offered.", " of programme money offered", "the programme money offered", []lineOfMoney{
		{"programme_offered", "Offered"}, {"programme_spent", "Spent"},
		{"programme_transferred", "Transferred"}, {"programme_unspent", "Unspent"},
	}, []lineOfMoney{{"programme_spent", "spent"}, {"programme_transferred", "transferred"}}}
	schemePurse = purse{"Money of the reimbursement scheme and of practices", "as paid", "No money is offered or paid.", " that networks are entitled to", "what networks are entitled to", []lineOfMoney{
		{"arrs_entitlement", "Entitlement"}, {"spend_arrs", "Reimbursed"},
		{"arrs_unspent", "Not claimed"}, {"spend_practices", "Paid by practices"},
	}, []lineOfMoney{{"spend_arrs", "reimbursed"}}}
	trustsPurse = purse{"Pay of posts in trusts", "in 2019/20 prices", "Nothing is paid for posts.", "", "", []lineOfMoney{
		{"spend_new_money", "External money"}, {"spend_transferred", "Medical budgets"}, {"spend_background", "Other budgets"},
	}, nil}
	practicesPurse = purse{"Pay of posts that practices pay", "as paid", "Nothing is paid for posts.", "", "", []lineOfMoney{{"spend_practices", "Paid by practices"}}, nil}
)

// money draws what becomes of the money by financial year, a panel for each scenario:
// means over runs.
func (d *drawing) money() (*plots.Figure, string, error) {
	var of []purse
	switch d.headline.Setting {
	case "trust":
		of = []purse{programmePurse, trustsPurse}
	case "pcn":
		of = []purse{schemePurse, practicesPurse}
	default:
		return nil, "Pounds of trusts and of networks are not added up: the former are in prices of 2019/20 and the latter as paid.", nil
	}
	for _, purse := range of {
		figure, err := d.purse(purse)
		if figure != nil || err != nil {
			return figure, "", err
		}
	}
	return nil, "No money is offered or spent.", nil
}

// purse draws a purse, or returns nil if there is nothing in it.
func (d *drawing) purse(p purse) (*plots.Figure, error) {
	by, err := d.moneyYears(p)
	if err != nil {
		return nil, err
	}
	if there := by[p.measures[0].measure]; len(by) == 0 || p.of != "" && there == nil {
		return nil, nil
	}
	var first *years
	figure := d.figure(d.moneyTitle(p, by), p.what+" by financial year to March, "+p.prices+", "+d.statistic("mean"))
	figure.Pounds = true
	var shown []string
	for scenario, name := range d.names {
		panel := plots.Panel{Heading: words.Capital(name)}
		var told []string
		for _, line := range p.measures {
			years := by[line.measure]
			if years == nil {
				continue
			}
			first = years
			means := slices.Clone(years.sums[scenario])
			for year := range means {
				means[year] /= float64(d.Runs.Done(scenario))
			}
			panel.Series = append(panel.Series, years.whole(years.series(line.words, means)))
			means = panel.Series[len(panel.Series)-1].Median
			told = append(told, strings.ToLower(line.words[:1])+line.words[1:]+" "+fromTo(means, pounds))
		}
		if p.empty(by, scenario) {
			panel.Series, panel.Note = nil, p.none
			told = []string{"none"}
		}
		figure.Panels = append(figure.Panels, panel)
		shown = append(shown, fmt.Sprintf("%s: %s.", words.Capital(name), strings.Join(told, "; ")))
	}
	d.inTwoColumns(figure)
	note(figure, first.partial())
	from, until := first.wholeYears()
	what := fmt.Sprintf("%s of pounds %s.", panelForEach(len(d.names)), yearsInWords(first.ends[from:until]))
	alt(figure, what, shown...)
	return figure, nil
}

// moneyYears reads the measures of a purse, without those of which there is nothing in
// any scenario: a line at zero in every panel.
func (d *drawing) moneyYears(p purse) (map[string]*years, error) {
	by := map[string]*years{}
	for _, line := range p.measures {
		column, kept := d.column(line.measure)
		if !kept {
			continue
		}
		years, err := yearsOf(d.Runs, d.headline.Group, column)
		if err != nil {
			return nil, err
		}
		if slices.Max(years.totals) > 0 {
			by[line.measure] = years
		}
	}
	return by, nil
}

// empty tells that a scenario has nothing of a purse.
func (p *purse) empty(by map[string]*years, scenario int) bool {
	for _, line := range p.measures {
		if years := by[line.measure]; years != nil && years.totals[scenario] != 0 {
			return false
		}
	}
	return true
}

// moneyTitle says what share of what there is was used, by scenario; where nobody
// offers anything, what was paid.
func (d *drawing) moneyTitle(p purse, by map[string]*years) string {
	mean := func(measure string, scenario int) float64 {
		if by[measure] == nil {
			return 0
		}
		return by[measure].totals[scenario] / float64(d.Runs.Done(scenario))
	}
	sums, said := make([]float64, len(d.names)), make([]string, len(d.names))
	if p.of == "" {
		for scenario := range sums {
			for _, line := range p.measures {
				sums[scenario] += mean(line.measure, scenario)
			}
		}
		return fmt.Sprintf("By %s posts cost %s", d.end(), d.under(each(sums, pounds)))
	}
	amount, none := "", make([]string, len(d.names))
	for scenario := range sums {
		sums[scenario] = mean(p.measures[0].measure, scenario)
		if sums[scenario] == 0 {
			none[scenario] = "nothing is offered"
			continue
		}
		switch of := pounds(sums[scenario]) + p.of; amount {
		case "":
			amount = of
		case of:
		default:
			amount = p.ofThe // what is offered differs
		}
		var used []string
		for _, becomes := range p.becomes {
			if share := mean(becomes.measure, scenario) / sums[scenario]; share > 0 {
				used = append(used, fmt.Sprintf("%s is %s", words.Percent(share), becomes.words))
			}
		}
		if said[scenario] = words.Listed(used); len(used) == 0 {
			said[scenario] = "none is used"
		}
	}
	title := fmt.Sprintf("Of %s by %s, %s", amount, d.end(), d.under(said))
	if other := d.under(none); other != "" {
		title += "; " + other
	}
	return title
}
