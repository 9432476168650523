package money

import "skillmix/sim"

// flatSum is what every network could claim in 2019/20 (nine months from July
// 2019), in pounds; networks of 100,000 patients or more could claim twice
// that. Source: GPonline and BMA survey, December 2019.
const (
	flatSum      = 53942.25
	largeNetwork = 100000
)

// perPatient is the sum for a weighted patient by financial year from
// 2020/21, in pounds. 2020/21 is derived (430 million over 59.05 million
// patients); 2021/22 to 2025/26 are published (GPonline 2022; Pulse PCN 2024
// and 2025); 2026/27 is the last sum raised like the provisional envelope
// (1,754 over 1,711 million), and later years repeat it.
var perPatient = [...]float64{7.28, 12.30, 16.696, 22.671, 22.894, 26.631, 27.300}

// Entitlement returns the most that a network may claim in a financial year,
// given its weighted patients: nothing before 2019/20.
func Entitlement(year sim.FinancialYear, weighted float64) Pence {
	switch {
	case year < 2019:
		return 0
	case year == 2019:
		if Large(weighted) {
			return FromPounds(2 * flatSum)
		}
		return FromPounds(flatSum)
	}
	return FromPounds(perPatient[min(int(year)-2020, len(perPatient)-1)] * weighted)
}

// Large reports whether a network counts as large in caps and flat sums.
func Large(weighted float64) bool { return weighted >= largeNetwork }

// costIndex raises the maximum reimbursements by financial year from 2020/21
// (trial of the equations, from published maxima for several roles); later
// years repeat the last.
var costIndex = [...]float64{1, 1.02, 1.06, 1.12, 1.17, 1.20}

// CostIndex returns the level of maximum reimbursements in a financial year
// against 2020/21.
func CostIndex(year sim.FinancialYear) float64 {
	return costIndex[max(0, min(int(year)-2020, len(costIndex)-1))]
}
