package answer

import (
	"fmt"

	"gonum.org/v1/gonum/stat"

	"skillmix/answer/words"
)

// leastForVariance is the number of pairs from which on a ratio of variances is told.
const leastForVariance = 16

// Pairing says what it saved to give the scenarios of a pair the same luck: how many
// runs of each scenario, drawn independently, would tell the headline difference
// between the first two as well. It is empty where there is nothing to say: one
// scenario, the same difference in all pairs, too few pairs to tell a variance, or
// levers that spread the runs.
func Pairing(result *Result) (string, error) {
	values, err := HeadlineValues(result.Runs, result.Headline)
	if err != nil || result.Runs.Points > 1 || len(values) < 2 || len(values[0]) < leastForVariance {
		return "", err
	}
	pairs := len(values[0])
	needed := independentRuns(values[0], values[1])
	// Differences that are the same but for rounding vary by less than that.
	const most = 1e9
	if !(needed <= most*float64(pairs)) {
		return "", nil
	}
	subject := fmt.Sprintf("The %d pairs tell", pairs)
	if len(values) > 2 {
		subject = fmt.Sprintf("Of %s and %s, the %d pairs tell", words.Label(result.Scenarios[0].Name), words.Label(result.Scenarios[1].Name), pairs)
	}
	if needed < float64(pairs) {
		return fmt.Sprintf("%s the difference no better than independent runs would.", subject), nil
	}
	return fmt.Sprintf("%s the difference as well as %s independent runs of each scenario would; pairing saved %s runs.",
		subject, words.Grouped(fmt.Sprintf("%.0f", needed)), words.Grouped(fmt.Sprintf("%.0f", 2*(needed-float64(pairs))))), nil
}

// independentRuns returns how many runs of each of two scenarios have a difference
// of means with the variance that paired ones have: n (var a + var b) / var (a - b).
func independentRuns(a, b []float64) float64 {
	differences := make([]float64, len(a))
	for i := range a {
		differences[i] = a[i] - b[i]
	}
	return float64(len(a)) * (stat.Variance(a, nil) + stat.Variance(b, nil)) / stat.Variance(differences, nil)
}
