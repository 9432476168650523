package sim

import (
	"fmt"
	"strconv"
)

// A Month counts calendar months since January of year 0, so that months
// subtract and compare as whole numbers. One step of a model is one month.
type Month int32

// MonthOf returns the month of a calendar year and a month number 1 to 12.
func MonthOf(year, month int) Month { return Month(year*12 + month - 1) }

// ParseMonth reads a month written as 2019-04: four digits of year, a
// hyphen, two digits of month from 01 to 12.
func ParseMonth(text string) (Month, error) {
	if len(text) == 7 && text[4] == '-' {
		year, errYear := strconv.ParseUint(text[:4], 10, 16)
		month, errMonth := strconv.ParseUint(text[5:], 10, 8)
		if errYear == nil && errMonth == nil && month >= 1 && month <= 12 {
			return MonthOf(int(year), int(month)), nil
		}
	}
	return 0, fmt.Errorf("%q is not a month: write year and month as 2019-04", text)
}

// String writes the month as 2019-04.
func (m Month) String() string { return fmt.Sprintf("%04d-%02d", m.Year(), m.OfYear()) }

// Year returns the calendar year.
func (m Month) Year() int { return int(m) / 12 }

// OfYear returns the month's number in its calendar year, 1 to 12.
func (m Month) OfYear() int { return int(m)%12 + 1 }

// FinancialYear returns the financial year the month belongs to. Financial
// years run from April to March.
func (m Month) FinancialYear() FinancialYear { return FinancialYear((int(m)+9)/12 - 1) }

// OfFinancialYear returns the month's place in its financial year: 0 for
// April to 11 for March.
func (m Month) OfFinancialYear() int { return (int(m) + 9) % 12 }

// A FinancialYear is named by the calendar year of its April: 2019 is the
// year 2019/20.
type FinancialYear int32

// String writes the financial year as 2019/20.
func (y FinancialYear) String() string { return fmt.Sprintf("%04d/%02d", int(y), (int(y)+1)%100) }

// Start returns the April in which the financial year begins.
func (y FinancialYear) Start() Month { return MonthOf(int(y), 4) }

// End returns the March in which the financial year ends.
func (y FinancialYear) End() Month { return y.Start() + 11 }
