// Package money holds the arithmetic of public money: sums in whole pence,
// pots that give recurrent money and lose what is not spent by 31 March, the
// sharing-out of a sum by size, and the Additional Roles Reimbursement
// Scheme. It knows no organisation.
package money

import "math"

// Pence is a sum of money in whole pence.
type Pence int64

// FromPounds rounds pounds to the nearest penny.
func FromPounds(pounds float64) Pence { return Pence(math.Round(pounds * 100)) }

// Pounds returns the sum in pounds.
func (p Pence) Pounds() float64 { return float64(p) / 100 }

// Annual rounds pounds a year to the nearest twelve pence, so that a month's
// part is a whole number of pence.
func Annual(pounds float64) Pence { return 12 * Pence(math.Round(pounds*100/12)) }

// Part returns the part of an annual sum that falls in a month of the
// financial year (0 for April to 11 for March). The twelve parts add up to
// the sum, and none is smaller than a twelfth rounded down.
func Part(annual Pence, month int) Pence {
	return annual*Pence(month+1)/12 - annual*Pence(month)/12
}

// A Pot is a source of recurrent money with the posts that rest on it.
type Pot struct {
	Recurrent Pence // annual sum of the tranches so far
	Committed Pence // annual cost of the posts it carries, filled or not
	In        Pence // cash received so far
	Spent     Pence // paid for posts so far
	Unspent   Pence // received in this financial year and not paid
	Lost      Pence // not spent by 31 March, all years so far
}

// Room returns what may still be committed, in pence a year.
func (p *Pot) Room() Pence { return p.Recurrent - p.Recurrent%12 - p.Committed }

// Receive takes in cash.
func (p *Pot) Receive(cash Pence) {
	p.In += cash
	p.Unspent += cash
}

// Spend pays for posts.
func (p *Pot) Spend(cash Pence) {
	p.Spent += cash
	p.Unspent -= cash
}

// Draw pays for posts from a budget that gives what is needed: cash comes in
// as it is spent.
func (p *Pot) Draw(cash Pence) {
	p.Receive(cash)
	p.Spend(cash)
}

// Close ends the financial year: what is unspent is lost.
func (p *Pot) Close() (lost Pence) {
	lost = p.Unspent
	p.Lost += lost
	p.Unspent = 0
	return lost
}

// Balanced reports whether money in equals spent, unspent and lost.
func (p *Pot) Balanced() bool { return p.In == p.Spent+p.Unspent+p.Lost }

// Share divides total among sizes (0 or more) in proportion, in whole pence
// that add up to total: each gets its quota rounded down and the pence left
// over go to the largest remainders, ties to the lower index. shares must
// have the length of sizes. Without any size nobody gets anything.
func Share(total Pence, sizes []float64, shares []Pence) {
	sum := 0.0
	for i, size := range sizes {
		shares[i] = 0
		sum += size
	}
	if sum <= 0 {
		return
	}
	left := total
	remainders := make([]float64, len(sizes))
	for i, size := range sizes {
		quota := float64(total) * (size / sum)
		shares[i] = Pence(math.Floor(quota))
		remainders[i] = quota - math.Floor(quota)
		left -= shares[i]
	}
	for ; left > 0; left-- {
		best := -1
		for i, remainder := range remainders {
			if sizes[i] > 0 && (best < 0 || remainder > remainders[best]) {
				best = i
			}
		}
		shares[best]++
		remainders[best]--
	}
}
