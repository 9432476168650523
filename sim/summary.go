package sim

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/mathext"
	"gonum.org/v1/gonum/stat"
)

// A Summary describes the values of one measure over replicates.
type Summary struct {
	N      int     // replicates
	Mean   float64 // arithmetic mean
	Median float64
	P2_5   float64 // 2.5% quantile; P2_5 to P97_5 holds 95% of replicates
	P10    float64 // 10% quantile; P10 to P90 holds 80% of replicates
	P90    float64
	P97_5  float64
	MCSE   float64 // Monte Carlo standard error of the mean; 0 for one replicate
	// Independent is the number of independent values behind MCSE: N, unless
	// replicates share luck.
	Independent int
}

// Summarize summarizes values, which it does not change. Quantiles
// interpolate linearly between order statistics (type 7 of Hyndman and Fan
// 1996). Without values every figure is zero.
func Summarize(values []float64) Summary {
	summarizer := Summarizer{}
	return summarizer.Summarize(values)
}

// A Summarizer summarizes many sets of values with one scratch buffer.
type Summarizer struct{ sorted []float64 }

// Summarize is like the function of that name.
func (s *Summarizer) Summarize(values []float64) Summary {
	n := len(values)
	if n == 0 {
		return Summary{}
	}
	s.sorted = append(s.sorted[:0], values...)
	slices.Sort(s.sorted)
	summary := Summary{
		N: n, Independent: n,
		Mean:   stat.Mean(values, nil),
		Median: quantile(s.sorted, 0.5),
		P2_5:   quantile(s.sorted, 0.025),
		P10:    quantile(s.sorted, 0.1),
		P90:    quantile(s.sorted, 0.9),
		P97_5:  quantile(s.sorted, 0.975),
	}
	if n > 1 {
		summary.MCSE = stat.StdDev(values, nil) / math.Sqrt(float64(n))
	}
	return summary
}

// SummarizeGroups is Summarize for values in groups, one after the other, of which
// each shares its luck: the Monte Carlo error is that of the mean over groups. Values
// that are not numbers count for nothing.
func (s *Summarizer) SummarizeGroups(values []float64, groups int) Summary {
	var all, means []float64
	size := len(values) / groups
	for group := range groups {
		before := len(all)
		for _, value := range values[group*size : (group+1)*size] {
			if !math.IsNaN(value) {
				all = append(all, value)
			}
		}
		if own := all[before:]; len(own) > 0 {
			means = append(means, stat.Mean(own, nil))
		}
	}
	summary, between := s.Summarize(all), Summarize(means)
	summary.MCSE, summary.Independent = between.MCSE, between.N
	return summary
}

// MeanInterval returns the 95% interval of the mean, by Student's t: with few
// replicates the Monte Carlo error is itself uncertain. With fewer than two
// it is the whole line.
func (s Summary) MeanInterval() (low, high float64) {
	if s.Independent < 2 {
		return math.Inf(-1), math.Inf(1)
	}
	half := student(s.Independent-1) * s.MCSE
	return s.Mean - half, s.Mean + half
}

// Resolved reports whether the 95% interval of the mean excludes zero.
func (s Summary) Resolved() bool {
	low, high := s.MeanInterval()
	return low > 0 || high < 0
}

// student returns the 97.5% quantile of Student's t, from the quantile of the
// beta distribution: if t has n degrees of freedom, n/(n+t*t) is Beta(n/2,
// 1/2).
func student(degrees int) float64 {
	n := float64(degrees)
	x := mathext.InvRegIncBeta(n/2, 0.5, 0.05)
	return math.Sqrt(n * (1 - x) / x)
}

// quantile returns the p-quantile of sorted values.
func quantile(sorted []float64, p float64) float64 {
	at := p * float64(len(sorted)-1)
	low := int(at)
	if low+1 >= len(sorted) {
		return sorted[len(sorted)-1]
	}
	return sorted[low] + (at-float64(low))*(sorted[low+1]-sorted[low])
}

// Paired returns a minus b, element by element: the differences between two
// sets of runs that shared their luck. The slices must be of equal length.
func Paired(a, b []float64) []float64 {
	if len(a) != len(b) {
		panic("sim: paired differences of runs that are not paired")
	}
	differences := make([]float64, len(a))
	for i := range a {
		differences[i] = a[i] - b[i]
	}
	return differences
}

// ShareHigher returns the share of pairs in which a is higher, ties counting
// half. Without pairs it is zero.
func ShareHigher(a, b []float64) float64 {
	if len(a) == 0 {
		return 0
	}
	share := 0.0
	for i, difference := range Paired(a, b) {
		switch {
		case difference > 0:
			share++
		case difference == 0 || a[i] == b[i]:
			share += 0.5
		}
	}
	return share / float64(len(a))
}
