// Package consent holds the rule by which senior doctors, and practices,
// agree to a new post. It knows no organisation. The coefficients have no data
// behind them: they are judged, and wide.
package consent

import "math"

// Coefficients of the logit. Signs are in the rule: a positive Hostility,
// Closeness, Loss or Doubt lowers consent.
type Coefficients struct {
	Constant  float64
	Hostility float64
	Closeness float64
	Loss      float64
	Doubt     float64
	Evidence  float64
	Tension   float64
	Champion  float64
	Structure float64
	Exposure  float64
}

// A Question is what the senior doctors of a service have before them,
// whatever the post is paid from.
type Question struct {
	Hostility float64 // 0 to 1
	Closeness float64 // of the work to doctors' work, 0 to 1
	Doubt     float64 // probability that the role is not safe, 0 to 1
	Belief    float64 // mean of the belief in the role, 0 to 1
	Tension   float64 // 0 to 1
	Exposure  float64 // share of peers with a holder, 0 to 1
	Champion  bool
	Strategy  bool
	Lead      bool
}

// Logit returns the logit of consent to a post that brings the given loss.
func (c *Coefficients) Logit(q *Question, loss float64) float64 {
	champion, structure := 0.0, 0.0
	if q.Champion {
		champion = 1
	}
	if q.Strategy {
		structure += 0.5
	}
	if q.Lead {
		structure += 0.5
	}
	return c.Constant - c.Hostility*(q.Hostility-0.5) - c.Closeness*q.Closeness - c.Loss*loss - c.Doubt*q.Doubt +
		c.Evidence*(q.Belief-0.5) + c.Tension*q.Tension + c.Champion*champion + c.Structure*structure + c.Exposure*q.Exposure
}

// Loss is what is felt when a post takes the share tau (0 to 1) of its money
// from medical posts: the chance that the post given up would have been
// filled within the horizon (years), and more if it can never come back.
// vacancy is the mean vacancy of the last twelve months (0 to 1) and turnover
// the doctors' (per year); at a steady vacancy, posts fill at the rate
// turnover*(1-vacancy)/vacancy.
func Loss(tau, vacancy, turnover, horizon, irreversibility float64) float64 {
	if tau == 0 {
		return 0
	}
	filled := 1.0
	if vacancy > 0 {
		filled = 1 - math.Exp(-turnover*(1-vacancy)/vacancy*horizon)
	}
	return tau * filled * (1 + irreversibility)
}

// Delay returns how long an agreed post takes to open, in months: the usual
// delay, stretched by the want of enthusiasm behind the consent.
func Delay(usual, stretch, probability float64) float64 {
	return usual * (1 + stretch*(1-probability))
}
