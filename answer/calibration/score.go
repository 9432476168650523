package calibration

import "math"

// The objective counts errors in units of these tolerances, which are
// logarithms of ratios but for the unspent share: one unit is an error as
// large as is allowed.
var (
	tolerance     = math.Log(1.15) // of a panel's mean in a quarter
	roleTolerance = math.Log(1.25) // of a role's mean in the last fitted quarter
)

// Tolerances of the unspent share, and the least reported mean of a role that
// is fitted: smaller ones are noise.
const (
	unspentTolerance = 0.10
	leastRole        = 0.10 // FTE per network
	roleWeight       = 0.5  // of the roles together, against 1 for means and 1 for the unspent share
)

// Bounds of the reporting factor.
const (
	LeastFactor = 0.60
	MostFactor  = 0.95
)

// floor keeps the logarithm of an empty simulation finite, in FTE per network.
const floor = 1e-3

// A Score is how far a simulation is from what was reported.
type Score struct {
	Factor    float64 // reported over true, which makes the objective least within its bounds
	Objective float64 // Means + weighted Roles + Unspent
	Means     float64 // mean squared error of panels' means, in tolerances
	Roles     float64 // the same of roles' means in the last fitted quarter
	Unspent   float64 // squared error of the unspent share, in tolerances
}

// Judge scores a simulation under the reporting factor that suits it best.
func (t *Targets) Judge(s *Simulation) Score {
	// Both sums are squares in the logarithm of the factor, so the best one is
	// a weighted mean of the logarithms of reported over simulated.
	sum, weight := 0.0, 0.0
	t.meanErrors(s, 1, func(logarithm, w float64) {
		w /= tolerance * tolerance
		sum, weight = sum-w*logarithm, weight+w
	})
	t.roleErrors(s, 1, func(_ int, logarithm, w float64) {
		w *= roleWeight / (roleTolerance * roleTolerance)
		sum, weight = sum-w*logarithm, weight+w
	})
	factor := MostFactor
	if weight > 0 {
		factor = min(max(math.Exp(sum/weight), LeastFactor), MostFactor)
	}
	return t.JudgeWith(s, factor)
}

// JudgeWith scores a simulation under a given reporting factor.
func (t *Targets) JudgeWith(s *Simulation, factor float64) Score {
	score := Score{Factor: factor}
	t.meanErrors(s, factor, func(logarithm, w float64) { score.Means += w * square(logarithm/tolerance) })
	t.roleErrors(s, factor, func(_ int, logarithm, w float64) { score.Roles += w * square(logarithm/roleTolerance) })
	score.Unspent = square((s.Unspent - t.Unspent) / unspentTolerance)
	score.Objective = score.Means + roleWeight*score.Roles + score.Unspent
	return score
}

func square(x float64) float64 { return x * x }

// ratio returns the logarithm of simulated over reported.
func ratio(simulated, factor, reported float64) float64 {
	return math.Log(max(simulated*factor, floor) / reported)
}

// meanErrors visits the fitted quarters; weights sum to 1, equal for each
// panel.
func (t *Targets) meanErrors(s *Simulation, factor float64, visit func(logarithm, weight float64)) {
	for i := range t.Panels {
		fitted := t.Fitted(i)
		for q := range fitted {
			visit(ratio(s.Panels[i].Mean[q], factor, t.Panels[i].Mean[q]), 1/float64(fitted*len(t.Panels)))
		}
	}
}

// roleErrors visits the roles of the first panel in its last fitted quarter;
// weights sum to 1 and go with the reported mean's square root, so that a rare
// role counts for less.
func (t *Targets) roleErrors(s *Simulation, factor float64, visit func(role int, logarithm, weight float64)) {
	last := t.Fitted(0) - 1
	if last < 0 {
		return
	}
	total := 0.0
	for pass := range 2 {
		for r, means := range t.Panels[0].RoleMeans {
			reported := means[last]
			if missing(reported) || reported < leastRole {
				continue
			}
			if pass == 0 {
				total += math.Sqrt(reported)
			} else {
				visit(r, ratio(s.Panels[0].RoleMeans[r][last], factor, reported), math.Sqrt(reported)/total)
			}
		}
	}
}

// Appeals returns what to add to the logarithmic appeal of each role of the
// first panel, so that its share of the staff comes nearer to what was
// reported: damping (0 to 1) times the logarithm of reported over simulated, in
// comparison with the role of reference. Adding the same to all roles would
// change nothing.
func (t *Targets) Appeals(s *Simulation, reference int, damping float64) []float64 {
	steps := make([]float64, len(t.Panels[0].Roles))
	last := t.Fitted(0) - 1
	if last < 0 {
		return steps
	}
	gap := func(r int) float64 {
		reported := t.Panels[0].RoleMeans[r][last]
		if missing(reported) || reported <= 0 {
			return 0
		}
		return -ratio(s.Panels[0].RoleMeans[r][last], 1, reported)
	}
	for r := range steps {
		steps[r] = max(-mostAppealStep, min(mostAppealStep, damping*(gap(r)-gap(reference))))
	}
	return steps
}

// mostAppealStep keeps a role of which a few replicates have none from
// running away.
const mostAppealStep = 1.0
