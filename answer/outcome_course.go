package answer

import (
	"math"

	"skillmix/sim"
)

// A peak is the largest rise of a stock over twelve months, by world and pair. It is not
// a number where no two values are twelve months apart.
type peak struct {
	rise   [][]float64
	before [yearLength]memory // by month, in turn
}

const yearLength = 12

// memory is what the values were in a month of the run.
type memory struct {
	i      int // the month, counted from 1; 0 for none
	values [][]float64
}

func (r *Runs) newPeak() *peak {
	p := &peak{rise: r.perPair()}
	for world := range p.rise {
		for pair := range p.rise[world] {
			p.rise[world][pair] = math.NaN()
		}
	}
	return p
}

// see takes the values of a line.
func (p *peak) see(line sim.Line, values [][]float64) {
	slot := &p.before[line.I%yearLength]
	if slot.values == nil {
		slot.values = make([][]float64, len(values))
	}
	for world := range values {
		if slot.i > 0 && slot.i+yearLength == line.I+1 {
			for pair, value := range values[world] {
				if rise := max(0, value-slot.values[world][pair]); !math.IsNaN(rise) && !(p.rise[world][pair] >= rise) {
					p.rise[world][pair] = rise
				}
			}
		}
		slot.values[world] = append(slot.values[world][:0], values[world]...)
	}
	slot.i = line.I + 1
}

// An integral is the years for which a stock stood, by world and pair. A stock is counted
// at the end of each month; between rows that are further apart it is taken as straight,
// and before the first row as it is there.
type integral struct {
	years  [][]float64
	before [][]float64
	begun  bool
}

func (r *Runs) newIntegral() *integral { return &integral{years: r.perPair(), before: r.perPair()} }

// see takes the values of a line.
func (s *integral) see(line sim.Line, values [][]float64) {
	months := float64(line.Covers)
	for world := range values {
		for pair, value := range values[world] {
			before := value
			if s.begun {
				before = s.before[world][pair]
			}
			s.years[world][pair] += (months*before + (value-before)*(months+1)/2) / 12
			s.before[world][pair] = value
		}
	}
	s.begun = true
}

// A financialYear is the months from one to another, or none if they are equal.
type financialYear struct{ first, after sim.Month }

// lastFinancialYear returns the last whole financial year of the runs.
func (r *Runs) lastFinancialYear() financialYear {
	lines := r.Source.Lines()
	start := lines[0].Month - sim.Month(lines[0].Covers-1)
	march := r.Last()
	for march.OfFinancialYear() != yearLength-1 {
		march--
	}
	if march-(yearLength-1) < start {
		return financialYear{}
	}
	return financialYear{march - (yearLength - 1), march + 1}
}

func (y financialYear) none() bool { return y.first == y.after }

func (y financialYear) has(month sim.Month) bool { return month >= y.first && month < y.after }
