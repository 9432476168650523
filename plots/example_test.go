package plots_test

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"skillmix/plots"
)

// The charts of these examples are kept as pictures in testdata. What is
// printed here is the live text of the SVG, in the order in which it is read
// aloud: name, description, then the words on the chart.

func ExampleFigure_twoScenarios() {
	printWords(twoScenarios())
	// Output:
	// New money puts 5.6 advanced clinical practitioners per 1,000 staff in post by March 2029; transfer puts 3.4
	// New money puts 5.6 advanced clinical practitioners per 1,000 staff in post by March 2029; transfer puts 3.4. Both begin at 2.0; the curves part from 2022 on.
	// New money puts 5.6 advanced clinical practitioners per 1,000 staff in post
	// by March 2029; transfer puts 3.4
	// Advanced clinical practitioners in post per 1,000 staff, trusts in England, April 2019 to March 2029
	// Source: scenarios new-money 3f9a61c2 and budget-transfer b07d55e4; seed 1; 64 paired runs of each.
	// Median of runs
	// 80% of runs
	// 95% of runs
	// Single runs
	// 2019
	// April
	// 2021
	// 2023
	// 2025
	// 2027
	// 0
	// 1
	// 2
	// 3
	// 4
	// 5
	// 6
	// 7
	// New money
	// Budget transfer
}

func ExampleFigure_oneScenario() {
	chart := oneScenario()
	// A chart of nothing but a line needs no explanation of bands.
	chart.Panels[0].Series = []plots.Series{{Label: "New money", Start: april2019, Median: []float64{2, 2.5, 4}}}
	printWords(chart)
	// Output:
	// Adoption doubles within ten years under new money
	// Adoption doubles within ten years under new money. It begins at 2.0 and ends at 5.6.
	// Adoption doubles within ten years under new money
	// Advanced clinical practitioners in post per 1,000 staff, trusts in England, April 2019 to March 2029
	// Source: scenario new-money 3f9a61c2; seed 1; 64 runs.
	// Apr
	// 2019
	// May
	// Jun
	// 0
	// 1
	// 2
	// 3
	// 4
	// New money
}

func ExampleFigure_panels() {
	figure := fourPanels()
	figure.Panels = figure.Panels[:2]
	for i := range figure.Panels {
		for k, label := range []string{"New money", "Budget transfer"} {
			figure.Panels[i].Series[k] = plots.Series{Label: label, Start: april2019, Median: []float64{0, 0.2, 0.3 * float64(k+1)}}
		}
	}
	figure.Percent = true
	printWords(figure)
	// Output:
	// New money puts more people in post than transfer in every kind of trust, most in acute trusts
	// New money puts more people in post than transfer in every kind of trust, most in acute trusts. Adoption begins low and grows.
	// New money puts more people in post than transfer in every kind of trust,
	// most in acute trusts
	// Advanced clinical practitioners in post per 1,000 staff, trusts in England, April 2019 to March 2029
	// Source: scenarios new-money 3f9a61c2 and budget-transfer b07d55e4; seed 1; 64 paired runs of each.
	// Acute
	// Apr
	// 2019
	// May
	// Jun
	// 0%
	// 20%
	// 40%
	// 60%
	// Budget transfer
	// New money
	// Mental health and learning disability
	// Apr
	// 2019
	// May
	// Jun
	// Budget transfer
	// New money
}

func ExampleWaterfall() {
	printWords(barriers())
	// Output:
	// Consent explains most of the gap between new money and transfer; finance would widen it
	// Consent explains most of the gap between new money and transfer; finance would widen it. Of a gap of 2.21, consent takes 1.30.
	// Consent explains most of the gap between new money and transfer;
	// finance would widen it
	// Gap in advanced clinical practitioners in post in March 2029, per 1,000 staff, metropolitan
	// Source: scenarios new-money 3f9a61c2 and budget-transfer b07d55e4; seed 1; 16 paired runs of each.
	// Total, and what is left
	// Takes from the total
	// Adds to the total
	// 95% interval
	// 0.0
	// 0.5
	// 1.0
	// 1.5
	// 2.0
	// 2.5
	// Gap between new money and
	// transfer
	// 2.21
	// Clarity of the role
	// −0.12 ±0.05
	// Finance
	// +0.31 ±0.10
	// Consent of medical staff and of
	// the board
	// −1.30 ±0.22
	// Capacity to supervise
	// −0.44 ±0.11
	// Candidates
	// 0.00 ±0.01
	// Left with all five open
	// 0.66
}

// printWords prints the text of a chart's SVG.
func printWords(chart drawable) {
	drawn, err := chart.SVG()
	if err != nil {
		fmt.Println(err)
		return
	}
	decoder := xml.NewDecoder(strings.NewReader(string(drawn)))
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			fmt.Println(err)
			return
		}
		if words, ok := token.(xml.CharData); ok && strings.TrimSpace(string(words)) != "" {
			fmt.Println(string(words))
		}
	}
}
