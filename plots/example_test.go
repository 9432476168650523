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
	// New money puts 5.6 advanced clinical practitioners per 1,000 staff in post by March 2029; transfer puts 3.4. Both begin at 2.0; the curves part from 2022 on.
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

// printWords prints the text of a chart's SVG.
func printWords(chart *plots.Figure) {
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
