package answer

import (
	"fmt"
	"math"

	"skillmix/sim"
)

// Money is a scenario's programme money in trusts over the whole run.
type Money struct {
	Scenario string
	// Offered is in pence, by complete pair, and exact: what is offered does not
	// depend on luck unless the population is redrawn.
	Offered []int64
	// Means over complete pairs, in pence.
	MeanOffered, MeanSpent, MeanTransferred, MeanUnspent int64
}

// measures of programme money: pounds within the month, whole pence.
const (
	offeredMeasure     = "programme_offered"
	spentMeasure       = "programme_spent"
	transferredMeasure = "programme_transferred"
	unspentMeasure     = "programme_unspent"
)

// SumMoney sums each scenario's programme money over the months. Amounts are
// taken as whole pence and added as integers, so that nothing is lost in
// rounding. It fails if the records lack one of the measures.
func SumMoney(runs *Runs) ([]Money, error) {
	all := make([]Money, len(runs.Names))
	for scenario, name := range runs.Names {
		all[scenario].Scenario = name
	}
	for i, measure := range []string{offeredMeasure, spentMeasure, transferredMeasure, unspentMeasure} {
		pence, err := runs.pence(measure)
		if err != nil {
			return nil, err
		}
		for scenario := range all {
			money := &all[scenario]
			if measure == offeredMeasure {
				money.Offered = pence[scenario]
			}
			*[]*int64{&money.MeanOffered, &money.MeanSpent, &money.MeanTransferred, &money.MeanUnspent}[i] = mean(pence[scenario])
		}
	}
	return all, nil
}

// pence sums a measure of all trusts over the months, by scenario and complete
// pair.
func (r *Runs) pence(measure string) ([][]int64, error) {
	group, column := r.Layout.Group("trust", "all"), r.Layout.Column(measure)
	if group < 0 || column < 0 || !r.Layout.Has(group, column) {
		return nil, fmt.Errorf("the records do not hold %s of all trusts", measure)
	}
	sums := make([][]int64, len(r.Names))
	for scenario := range sums {
		sums[scenario] = make([]int64, len(r.complete))
	}
	err := r.Each(column, InGroup(group), func(_ int, _ sim.Line, values [][]float64) {
		for scenario := range values {
			for i, pair := range r.complete {
				sums[scenario][i] += int64(math.Round(values[scenario][pair] * 100))
			}
		}
	})
	return sums, err
}

// mean returns the arithmetic mean, rounded to the nearest whole number.
func mean(values []int64) int64 {
	sum := int64(0)
	for _, value := range values {
		sum += value
	}
	return int64(math.Round(float64(sum) / float64(len(values))))
}

// OfferedAgrees compares what scenarios offer: same tells whether all that
// offer anything offer equal amounts in every replicate, to the penny.
// Compared is false where fewer than two offer any.
func OfferedAgrees(all []Money) (same, compared bool) {
	var first *Money
	same = true
	for i := range all {
		if all[i].MeanOffered == 0 {
			continue
		}
		if first == nil {
			first = &all[i]
			continue
		}
		compared = true
		for pair, offered := range all[i].Offered {
			same = same && offered == first.Offered[pair]
		}
	}
	return same && compared, compared
}

// Pounds writes pence as pounds with two decimals: 123456 as 1234.56.
func Pounds(pence int64) string {
	sign := ""
	if pence < 0 {
		sign, pence = "-", -pence
	}
	return fmt.Sprintf("%s%d.%02d", sign, pence/100, pence%100)
}
