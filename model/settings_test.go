package model

import "skillmix/sim"

// example returns settings like those of the built-in scenarios of April
// 2019, without a programme.
func example() *Settings {
	return &Settings{
		Start: sim.MonthOf(2019, 4), Months: 120, StartPosts: true, StartClear: true,
		ARRS:       ARRS{Start: schemeStart, End: endless},
		Parameters: Defaults(),
		Funding:    Funding{Start: sim.MonthOf(2019, 4), End: sim.MonthOf(2029, 3), Offered: 40000},
	}
}
