package plots_test

import "skillmix/plots"

// barriers has steps that take, one that adds, and whiskers.
func barriers() *plots.Waterfall {
	return &plots.Waterfall{
		Title:    "Consent explains most of the gap between new money and transfer; finance would widen it",
		Subtitle: "Gap in advanced clinical practitioners in post in March 2029, per 1,000 staff, metropolitan",
		Source:   "scenarios new-money 3f9a61c2 and budget-transfer b07d55e4; seed 1; 16 paired runs of each.",
		Alt:      "Consent explains most of the gap between new money and transfer; finance would widen it. Of a gap of 2.21, consent takes 1.30.",
		Unit:     "per 1,000 staff",
		Total:    plots.Bar{Label: "Gap between new money and transfer", Value: "2.21", Amount: 2.21},
		Steps: []plots.Step{
			{"Clarity of the role", "−0.12 ±0.05", 0.12, 0.05},
			{"Finance", "+0.31 ±0.10", -0.31, 0.10},
			{"Consent of medical staff and of the board", "−1.30 ±0.22", 1.30, 0.22},
			{"Capacity to supervise", "−0.44 ±0.11", 0.44, 0.11},
			{"Candidates", "0.00 ±0.01", 0, 0.01},
		},
		Left: plots.Bar{Label: "Left with all five open", Value: "0.66", Amount: 0.66},
	}
}

// reversed has a total below zero, and a step beyond zero.
func reversed() *plots.Waterfall {
	chart := barriers()
	chart.Title = "Transfer leads by 1.0, and the barriers explain more than that"
	chart.Alt = chart.Title + "."
	chart.Unit = "posts"
	chart.Total = plots.Bar{Label: "Gap between new money and transfer", Value: "−1.0", Amount: -1}
	chart.Steps = []plots.Step{{"Clarity", "+0.4", -0.4, 0.3}, {"Finance", "+0.9", -0.9, 0.2}, {"Consent", "−0.1", 0.1, 0}}
	chart.Left = plots.Bar{Label: "Left with all open", Value: "+0.2", Amount: 0.2}
	return chart
}

// noGap has nothing to part.
func noGap() *plots.Waterfall {
	chart := barriers()
	chart.Title = "There is no gap to explain"
	chart.Alt = chart.Title + "."
	chart.Total = plots.Bar{Label: "Gap", Value: "0.0", Amount: 0}
	chart.Steps = []plots.Step{{"Clarity", "0.0", 0, 0}, {"Finance", "0.0", 0, 0}}
	chart.Left = plots.Bar{Label: "Left with all open", Value: "0.0", Amount: 0}
	return chart
}
