package sim_test

import (
	"testing"

	"pgregory.net/rapid"

	"skillmix/sim"
)

func TestMonthAndItsFinancialYear(t *testing.T) {
	tests := []struct {
		text          string
		year, ofYear  int
		financial     string
		ofFinancial   int
		start, finish string
		reason        string
	}{
		{"2019-04", 2019, 4, "2019/20", 0, "2019-04", "2020-03", "April opens a financial year"},
		{"2020-03", 2020, 3, "2019/20", 11, "2019-04", "2020-03", "March closes it"},
		{"2019-12", 2019, 12, "2019/20", 8, "2019-04", "2020-03", "December is still in the calendar year of the April"},
		{"2020-01", 2020, 1, "2019/20", 9, "2019-04", "2020-03", "January has a new calendar year and no new financial year"},
		{"1999-04", 1999, 4, "1999/00", 0, "1999-04", "2000-03", "the second year is written with two digits, 00 after 99"},
		{"2000-03", 2000, 3, "1999/00", 11, "1999-04", "2000-03", "the last month before the turn of the financial century"},
		{"2008-09", 2008, 9, "2008/09", 5, "2008-04", "2009-03", "a second year below ten keeps its zero"},
	}
	for _, test := range tests {
		month, err := sim.ParseMonth(test.text)
		if err != nil {
			t.Errorf("%s (%s): %v", test.text, test.reason, err)
			continue
		}
		year := month.FinancialYear()
		if month.String() != test.text || month.Year() != test.year || month.OfYear() != test.ofYear {
			t.Errorf("%s (%s): read as %s, year %d, month %d", test.text, test.reason, month, month.Year(), month.OfYear())
		}
		if year.String() != test.financial || month.OfFinancialYear() != test.ofFinancial {
			t.Errorf("%s (%s): in %s, place %d; want %s, place %d",
				test.text, test.reason, year, month.OfFinancialYear(), test.financial, test.ofFinancial)
		}
		if year.Start().String() != test.start || year.End().String() != test.finish {
			t.Errorf("%s (%s): year from %s to %s; want %s to %s",
				test.text, test.reason, year.Start(), year.End(), test.start, test.finish)
		}
	}
}

func TestFirstWritableMonthLiesInTheYearBeforeItsApril(t *testing.T) {
	if year := sim.MonthOf(0, 1).FinancialYear(); year != -1 {
		t.Errorf("January of year 0 is in financial year %d; want -1", year)
	}
}

func TestParseMonthRefuses(t *testing.T) {
	tests := []struct{ text, reason string }{
		{"", "nothing"},
		{"2019-13", "a thirteenth month"},
		{"2019-00", "months count from one"},
		{"2019-4", "one digit of month"},
		{"2019-004", "three digits of month"},
		{"19-04", "two digits of year"},
		{"2019/04", "a slash"},
		{"04-2019", "month first"},
		{"2019-04-01", "a day"},
		{" 2019-04", "a space before"},
		{"2019-04\n", "a line end after"},
		{"2019--4", "a negative month"},
		{"2019-+4", "a sign"},
		{"+201-04", "a sign before the year"},
		{"20x9-04", "a letter"},
		{"201９-4", "a digit of another script"},
	}
	for _, test := range tests {
		if month, err := sim.ParseMonth(test.text); err == nil {
			t.Errorf("%q (%s) was read as %s", test.text, test.reason, month)
		}
	}
}

func TestMonthsRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		year, ofYear := rapid.IntRange(1, 9999).Draw(t, "year"), rapid.IntRange(1, 12).Draw(t, "month")
		month := sim.MonthOf(year, ofYear)
		if month.Year() != year || month.OfYear() != ofYear {
			t.Fatalf("%d-%d came back as %d-%d", year, ofYear, month.Year(), month.OfYear())
		}
		again, err := sim.ParseMonth(month.String())
		if err != nil || again != month {
			t.Fatalf("%s came back as %s, %v", month, again, err)
		}
		if back := month.FinancialYear().Start() + sim.Month(month.OfFinancialYear()); back != month {
			t.Fatalf("%s is place %d of %s, which is %s", month, month.OfFinancialYear(), month.FinancialYear(), back)
		}
		if next := month.FinancialYear().End() + 1; next != (month.FinancialYear() + 1).Start() {
			t.Fatalf("%s ends before %s and not before the next year", month.FinancialYear(), next)
		}
	})
}
