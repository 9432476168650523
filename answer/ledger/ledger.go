package ledger

import (
	"fmt"
	"math"
	"math/bits"

	"skillmix/answer"
	"skillmix/sim"
)

// A Barrier is what may stand between a proposal and a post: the gates that
// are held open together, and what that means.
type Barrier struct {
	Name  string   // as files write it
	Gates []string // as measures name them
	Open  string   // what is so in a world in which it is held open
}

// Barriers are the barriers over which a gap is parted. Together they are all
// gates but crowding, which is no barrier of a case's own but the rest of an
// organisation's agenda.
var Barriers = [...]Barrier{
	{"clarity", []string{"clarity"},
		"no case fails because the role is not clear"},
	{"finance", []string{"finance"},
		"money is nobody's constraint: a post costs nobody, so no medical post is given up for it and consent is asked without that loss"},
	{"consent", []string{"consent"},
		"all who must agree do so gladly: nobody refuses, and no post is delayed for want of consent"},
	{"capacity", []string{"supervision", "rooms", "employer"},
		"no case fails for want of supervision, of rooms or of a ready employer; the hours and rooms that posts take are still taken"},
	{"candidates", []string{"candidate"},
		"no case fails because there is nobody to appoint; the post must still find a holder among as many people as before"},
}

// Sets is the number of sets of barriers that a ledger needs the gaps of. The first
// is none and the last all; barrier i is in a set that has bit i.
const Sets = 1 << len(Barriers)

// A Gap is the headline of two worlds in the same pairs, under the same luck, with
// each set of barriers held open in both.
type Gap struct {
	A, B     string      // names of the scenarios
	Measure  string      // the headline
	Unit     string      // of the measure
	Setting  string      // in which it is measured
	Month    sim.Month   // the last
	Pairs    []int       // the replicates, at least one
	Of       int         // complete pairs of the result
	ValuesOf [][]float64 // by set and world, set*2+world, and pair: the headline
}

// at returns the difference in a pair with a set held open.
func (g *Gap) at(set, pair int) float64 {
	return g.ValuesOf[2*set][pair] - g.ValuesOf[2*set+1][pair]
}

// turned returns the gap the other way round.
func (g *Gap) turned() *Gap {
	other := *g
	other.A, other.B = g.B, g.A
	other.ValuesOf = make([][]float64, len(g.ValuesOf))
	for i := range g.ValuesOf {
		other.ValuesOf[i] = g.ValuesOf[i^1]
	}
	return &other
}

// A Part is one row of a ledger.
type Part struct {
	Name string // of the barrier; "left" for what is left with all open, "gap" for the whole
	sim.Summary
	// First is what the gap loses where this barrier alone is held open, and Last
	// what it loses where it is opened after all others; means over pairs. They are
	// those of the gap itself in the rows left and gap.
	First, Last float64
	// Shown is the mean as text writes it and Exact as files do, in units of the
	// last digit: rows of barriers and what is left add up to the gap.
	Shown, Exact int64
	// Percent is the share of the gap in whole percent, adding up to 100; of no
	// meaning unless the ledger has Shares.
	Percent int64
}

// A Ledger is a gap parted over barriers.
type Ledger struct {
	*Gap
	Parts    []Part // by barrier
	Left     Part   // what is left with all barriers open
	Whole    Part   // the gap
	Decimals int    // of Shown; Exact has four more
	Verdict  Verdict
	quantity string // in words
}

// A Verdict says how sure the gap of a ledger's pairs is.
type Verdict uint8

const (
	// Once is a gap of one pair, of which nothing can be said of its error.
	Once Verdict = iota
	// Alike is no difference in any pair.
	Alike
	// Unresolved is a gap whose 95% interval contains zero.
	Unresolved
	// Resolved is any other.
	Resolved
)

// Shares reports whether it means anything to tell parts as shares of the gap.
func (l *Ledger) Shares() bool { return l.Verdict == Resolved }

// Make parts a gap by Shapley values (Shapley 1953): the value of a set of
// barriers is what the gap loses when they are held open, and a barrier's part is
// what it adds to the value, averaged over all orders in which the barriers could be
// opened. So parts and what is left with all open add up to the gap, in every pair;
// a barrier that never changes the gap has no part, and what two do only together
// they share equally. A gap that is resolved and negative is turned round.
//
// It fails if a world has no value of the headline in some pair.
func Make(gap *Gap) (*Ledger, error) {
	for i, values := range gap.ValuesOf {
		for pair, value := range values {
			if math.IsNaN(value) || math.IsInf(value, 0) {
				return nil, fmt.Errorf("%s has no value in the last month of replicate %d of %s, so that its gap cannot be parted", gap.Measure, gap.Pairs[pair], []string{gap.A, gap.B}[i%2])
			}
		}
	}
	whole := gap.summary(func(pair int) float64 { return gap.at(0, pair) })
	if whole.Mean < 0 && whole.Resolved() {
		return Make(gap.turned())
	}
	l := &Ledger{Gap: gap, Verdict: gap.verdict(whole), quantity: answer.Quantity(sim.Column{Name: gap.Measure, Unit: gap.Unit})}
	l.Whole = Part{Name: "gap", Summary: whole, First: whole.Mean, Last: whole.Mean}
	for i := range Barriers {
		first, last := 1<<i, Sets-1
		l.Parts = append(l.Parts, Part{
			Name:    Barriers[i].Name,
			Summary: gap.summary(func(pair int) float64 { return gap.shapley(i, pair) }),
			First:   gap.summary(func(pair int) float64 { return gap.at(0, pair) - gap.at(first, pair) }).Mean,
			Last:    gap.summary(func(pair int) float64 { return gap.at(last&^first, pair) - gap.at(last, pair) }).Mean,
		})
	}
	left := gap.summary(func(pair int) float64 { return gap.at(Sets-1, pair) })
	l.Left = Part{Name: "left", Summary: left, First: left.Mean, Last: left.Mean}
	l.round()
	return l, nil
}

// summary summarizes a figure over pairs.
func (g *Gap) summary(of func(pair int) float64) sim.Summary {
	values := make([]float64, len(g.Pairs))
	for pair := range values {
		values[pair] = of(pair)
	}
	return sim.Summarize(values)
}

// shapley returns a barrier's part of the gap in a pair.
func (g *Gap) shapley(barrier, pair int) float64 {
	own, sum := 1<<barrier, 0.0
	for set := range Sets {
		if set&own == 0 {
			sum += shapleyWeights[bits.OnesCount(uint(set))] * (g.at(set, pair) - g.at(set|own, pair))
		}
	}
	return sum / shapleyOrders
}

// shapleyWeights are, of 60 orders in which five barriers could be opened, those in
// which a given set of so many comes first and a given barrier next: 60 k!(4-k)!/5!.
var shapleyWeights = [len(Barriers)]float64{12, 3, 2, 3, 12}

const shapleyOrders = 60

func (g *Gap) verdict(whole sim.Summary) Verdict {
	alike := true
	for pair := range g.Pairs {
		alike = alike && g.at(0, pair) == 0
	}
	switch {
	case alike:
		return Alike
	case whole.N < 2:
		return Once
	case !whole.Resolved():
		return Unresolved
	}
	return Resolved
}

// rows are barriers' parts and what is left, which add up to the whole.
func (l *Ledger) rows() []*Part {
	var rows []*Part
	for i := range l.Parts {
		rows = append(rows, &l.Parts[i])
	}
	return append(rows, &l.Left)
}

// moves reports whether any row differs from zero in any pair: if none does there is
// nothing to draw.
func (l *Ledger) moves() bool {
	for _, row := range append(l.rows(), &l.Whole) {
		if row.Mean != 0 || row.MCSE != 0 {
			return true
		}
	}
	return false
}
