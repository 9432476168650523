package plots

import (
	"fmt"
	"strings"
	"time"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"

	"skillmix/sim"
)

// april is the first month of a financial year, to which all ticks are tied.
const april = int(time.April)

// fewestAprils is the number of Aprils from which on the axis counts years.
const fewestAprils = 3

// monthTicks returns the ticks of the month axis, as close as their labels
// allow: every so many Aprils on a long run, every so many months on a short.
func (s *sheet) monthTicks(first, last sim.Month, width vg.Length) []plot.Tick {
	inYears := aprilsBetween(first, last) >= fewestAprils
	steps := []sim.Month{1, 3, 6, 12}
	if inYears {
		steps = []sim.Month{12, 24, 60, 120, 240, 600, 1200}
	}
	var ticks []plot.Tick
	for _, step := range steps {
		ticks = ticksEvery(step, first, last, inYears)
		if s.fit(ticks, first, last, width) {
			break
		}
	}
	if inYears {
		ticks = markOtherAprils(ticks, first, last)
	}
	return ticks
}

// ticksEvery returns a labelled tick every step months, from the first April,
// or on a short run also backwards from it.
func ticksEvery(step, first, last sim.Month, inYears bool) []plot.Tick {
	start := first + (sim.Month(april-first.OfYear())+12)%12
	for start-step >= first || start > last {
		start -= step
	}
	var ticks []plot.Tick
	for month := max(start, first); month <= last; month += step {
		name, year := time.Month(month.OfYear()).String(), fmt.Sprint(month.Year())
		label := year
		switch {
		case inYears && len(ticks) == 0:
			label = year + "\n" + name // tells what the bare years mean
		case !inYears && (len(ticks) == 0 || (month-step).Year() != month.Year()):
			label = name[:3] + "\n" + year
		case !inYears:
			label = name[:3]
		}
		ticks = append(ticks, plot.Tick{Value: float64(month), Label: label})
	}
	return ticks
}

// fit tells whether all labels stand apart by at least the width of one more
// year.
func (s *sheet) fit(ticks []plot.Tick, first, last sim.Month, width vg.Length) bool {
	perMonth := width / vg.Length(max(last-first, 1))
	for i := 1; i < len(ticks); i++ {
		apart := vg.Length(ticks[i].Value-ticks[i-1].Value) * perMonth
		words := (s.labelWidth(ticks[i]) + s.labelWidth(ticks[i-1])) / 2
		if apart < words+s.setter.width("2019", tickText) {
			return false
		}
	}
	return true
}

func (s *sheet) labelWidth(tick plot.Tick) vg.Length {
	return s.setter.widest(strings.Split(tick.Label, "\n"), tickText)
}

// markOtherAprils adds a short tick without a label for each April between.
func markOtherAprils(ticks []plot.Tick, first, last sim.Month) []plot.Tick {
	labelled := map[sim.Month]bool{}
	for _, tick := range ticks {
		labelled[sim.Month(tick.Value)] = true
	}
	for month := first; month <= last; month++ {
		if month.OfYear() == april && !labelled[month] {
			ticks = append(ticks, plot.Tick{Value: float64(month)})
		}
	}
	return ticks
}

func aprilsBetween(first, last sim.Month) int {
	count := 0
	for month := first; month <= last; month++ {
		if month.OfYear() == april {
			count++
		}
	}
	return count
}
