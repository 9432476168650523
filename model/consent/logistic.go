package consent

import "math"

// Probability returns the logistic function of a logit, 1/(1+exp(-logit)),
// within 1e-8. Units ask for it so often that the exponential would take a
// sixth of a run: between the nodes of a grid it is the cubic that has the
// function's values and slopes at both ends; beyond the grid it is exact.
func Probability(logit float64) float64 {
	place := (logit + logisticEnd) * logisticNodes
	if !(place >= 0 && place < float64(len(logisticGrid)-1)) {
		return exactProbability(logit)
	}
	i := int(place)
	a, b := &logisticGrid[i], &logisticGrid[i+1]
	t := place - float64(i)
	rise := b.value - a.value
	return a.value + t*(a.slope+t*(3*rise-2*a.slope-b.slope+t*(a.slope+b.slope-2*rise)))
}

// exactProbability is what Probability approximates.
func exactProbability(logit float64) float64 { return 1 / (1 + math.Exp(-logit)) }

// The grid reaches from -logisticEnd to logisticEnd with logisticNodes nodes
// to a unit.
const (
	logisticEnd   = 12
	logisticNodes = 16
)

// logisticGrid has the function's values and its slopes by node.
var logisticGrid = func() (grid [2*logisticEnd*logisticNodes + 1]struct{ value, slope float64 }) {
	for i := range grid {
		p := exactProbability(float64(i)/logisticNodes - logisticEnd)
		grid[i].value, grid[i].slope = p, p*(1-p)/logisticNodes
	}
	return grid
}()
