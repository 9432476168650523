package answer

import (
	_ "embed"
	"html/template"
	"io"
)

//go:embed report.html.tmpl
var reportText string

// WriteReport writes report.html: one page that needs no other file and no
// script. money and barriers are those of SumMoney and MeetBarriers, chart is the SVG
// of Chart, or nil for none. It returns the errors of Find.
func WriteReport(w io.Writer, result *Result, money []Money, barriers []Barriers, chart []byte) error {
	page, err := newPage(result, money, barriers, chart)
	if err != nil {
		return err
	}
	parsed, err := template.New("report").Parse(reportText)
	if err != nil {
		return err
	}
	return parsed.Execute(w, page)
}

// A page is what the template of the report shows.
type page struct {
	*Result
	Finding          Finding
	Caution          string
	Chart            template.HTML
	Quantity         string
	Runs             string // "64 runs"
	Names            []string
	LastIsNotMarch   bool
	Years            []yearRow
	Money            []moneyRow
	Agreement        string
	BarrierSentences []string
	Gates            []gateRow
	Assumed          string
}

type yearRow struct {
	Month  string
	Values []string
}

type moneyRow struct{ Name, Offered, Spent, Transferred, Unspent string }

type gateRow struct {
	Gate   string
	Shares []string
}

func newPage(result *Result, money []Money, barriers []Barriers, chart []byte) (*page, error) {
	finding, err := Find(result)
	if err != nil {
		return nil, err
	}
	headline, err := findHeadline(result.Runs.Layout, result.Headline)
	if err != nil {
		return nil, err
	}
	p := &page{
		Result:    result,
		Finding:   finding,
		Caution:   result.caution(),
		Chart:     template.HTML(chart), // drawn and escaped by package plots
		Quantity:  headline.phrase.quantity + ", " + place(headline.setting),
		Runs:      count(result.Runs.Replicates(), "run"),
		Agreement: agreement(money),
		Assumed:   result.assumed(),
	}
	for _, scenario := range result.Scenarios {
		p.Names = append(p.Names, capital(label(scenario.Name)))
	}
	if err := p.addYears(headline); err != nil {
		return nil, err
	}
	for i, m := range money {
		p.Money = append(p.Money, moneyRow{p.Names[i], "£" + grouped(Pounds(m.MeanOffered)),
			millions(m.MeanSpent), millions(m.MeanTransferred), millions(m.MeanUnspent)})
	}
	p.addGates(barriers)
	return p, nil
}

// addYears tells the headline at the end of each financial year and in the
// last month.
func (p *page) addYears(headline headline) error {
	course, err := p.Result.Runs.course(headline)
	if err != nil {
		return err
	}
	last := len(course.months) - 1
	var ends []float64
	for _, summaries := range course.summaries {
		ends = append(ends, summaries[last].Mean)
	}
	digits := roundingOf(0, ends...)
	for i, month := range course.months {
		march := month.OfFinancialYear() == 11
		if !march && i != last {
			continue
		}
		p.LastIsNotMarch = p.LastIsNotMarch || !march
		row := yearRow{Month: monthInWords(month)}
		for _, summaries := range course.summaries {
			s := summaries[i]
			value := digits.amount(s.Mean)
			if s.N > 1 {
				value += " (" + digits.spanOf(s) + ")"
			}
			row.Values = append(row.Values, value)
		}
		p.Years = append(p.Years, row)
	}
	return nil
}

// addGates lists the gates in the layout's order, a column for each scenario.
// A scenario in which nobody proposes has dashes.
func (p *page) addGates(barriers []Barriers) {
	rows := 0
	for _, b := range barriers {
		p.BarrierSentences = append(p.BarrierSentences, b.String())
		rows = max(rows, len(b.Gates))
	}
	for i := range rows {
		row := gateRow{}
		for _, b := range barriers {
			if len(b.Gates) == 0 {
				row.Shares = append(row.Shares, "no proposals")
				continue
			}
			row.Gate = capital(gateLabel(b.Gates[i].Gate))
			row.Shares = append(row.Shares, percent(b.Gates[i].Failed)+" ("+percent(b.Gates[i].Alone)+")")
		}
		p.Gates = append(p.Gates, row)
	}
}
