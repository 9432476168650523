package charts

import (
	"bytes"
	"image/png"
	"strings"
	"testing"

	"skillmix/answer/invented/results"
	"skillmix/plots/rules"
	"skillmix/sim"
)

// eightNames are as many scenarios as there may be.
var eightNames = []string{"new-money", "budget-transfer", "mixed", "baseline", "pilots", "champions", "role-clarity", "training-only"}

// everyImagined are results of all sizes and kinds.
func everyImagined() map[string]results.Imagined {
	all := map[string]results.Imagined{
		"two scenarios":   results.TenYears(results.TwoNames, results.Usual),
		"one scenario":    results.TenYears(results.TwoNames[:1], results.Usual),
		"three scenarios": results.TenYears(results.FourNames[:3], results.Usual),
		"four scenarios":  results.TenYears(results.FourNames, results.Usual),
		"five scenarios":  results.TenYears(eightNames[:5], results.Usual),
		"eight scenarios": results.TenYears(eightNames, results.Usual),
		"nothing at all":  results.TenYears(results.TwoNames, func(int, int, sim.Month, string, string) float64 { return 0 }),
		"long names":      results.TenYears([]string{"a-scenario-of-which-the-name-goes-on-and-on-for-ever", "another-that-is-not-short"}, results.Usual),
		"nothing happens under one": results.TenYears(results.FourNames, results.But(func(scenario int, measure string) (float64, bool) {
			return 0, scenario == 3
		})),
	}
	networks := results.TenYears(results.FourNames, results.Usual)
	networks.Setting = "pcn"
	all["networks"] = networks
	networks.Names = eightNames[:6]
	all["networks of six scenarios"] = networks
	month := results.TenYears(eightNames, results.Usual)
	month.Months, month.Replicates = 1, 1
	all["a month of a single run of eight"] = month
	yearly := results.TenYears(results.TwoNames, results.Usual)
	yearly.Yearly = true
	all["detail year"] = yearly
	single := results.TenYears(results.FourNames, results.Usual)
	single.Replicates = 1
	all["a single run"] = single
	month = single
	month.Months = 1
	all["a month of a single run"] = month
	march := results.TenYears(results.FourNames, results.Usual)
	march.Start, march.Months = sim.MonthOf(2021, 3), 1
	all["a March"] = march
	return all
}

func TestChartsObeyTheRules(t *testing.T) {
	for name, of := range everyImagined() {
		charts, err := All(of.Result(t), someOrganisations(len(of.Names), min(8, of.Replicates)))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var drawn [][]byte
		for _, chart := range charts {
			if (chart.Figure == nil) == (chart.Why == "") {
				t.Errorf("%s, %s: either a figure or a reason why there is none: %+v", name, chart.Name, chart)
			}
			if chart.Figure == nil {
				if !strings.HasSuffix(chart.Why, ".") {
					t.Errorf("%s, %s: %q is no sentence", name, chart.Name, chart.Why)
				}
				continue
			}
			svg, err := chart.Figure.SVG()
			if err != nil {
				t.Errorf("%s, %s: %v", name, chart.Name, err)
				continue
			}
			for _, fault := range rules.Compare(svg, rules.Figure(chart.Figure)) {
				t.Errorf("%s, %s: %s", name, chart.Name, fault)
			}
			if !strings.HasPrefix(chart.Figure.Alt, strings.TrimSuffix(chart.Figure.Title, ".")) {
				t.Errorf("%s, %s: the text alternative does not lead with the title: %q", name, chart.Name, chart.Figure.Alt)
			}
			for _, text := range []string{chart.Figure.Title, chart.Figure.Subtitle, chart.Figure.Source, chart.Figure.Alt} {
				for _, wrong := range []string{"NaN", "Inf", "-0 ", "%!", "  ", " ,", "..", "()"} {
					if strings.Contains(text, wrong) {
						t.Errorf("%s, %s: %q in %q", name, chart.Name, wrong, text)
					}
				}
			}
			drawn = append(drawn, svg)
		}
		for _, clash := range rules.Clashes(drawn...) {
			t.Errorf("%s: %s", name, clash)
		}
	}
}

func TestChartsAreTheSameWhenDrawnAgain(t *testing.T) {
	of := results.TenYears(results.FourNames, results.Usual)
	var first [][]byte
	for again := range 2 {
		charts, err := All(of.Result(t), someOrganisations(4, 8))
		if err != nil {
			t.Fatal(err)
		}
		at := 0
		for _, chart := range charts {
			if chart.Figure == nil {
				continue
			}
			svg, err := chart.Figure.SVG()
			if err != nil {
				t.Fatal(err)
			}
			if again == 0 {
				first = append(first, svg)
			} else if !bytes.Equal(svg, first[at]) {
				t.Errorf("%s differs when it is drawn again", chart.Name)
			}
			at++
			if testing.Short() || again > 0 {
				continue
			}
			picture, err := chart.Figure.PNG()
			if err != nil {
				t.Fatal(err)
			}
			if _, err := png.DecodeConfig(bytes.NewReader(picture)); err != nil {
				t.Errorf("%s: %v", chart.Name, err)
			}
		}
	}
}
