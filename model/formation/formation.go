// Package formation holds the rules by which primary care networks form: how
// they mature, what their operating model brings, how the pattern of tasks
// moves and holds, and how doctors come to trust a role. It knows no
// organisation.
package formation

import "math"

// Growth returns the monthly growth of a network's maturity (0 to 1), given
// its director's skill (0 to 1) and the share of its staff that is still being
// integrated (0 to 1): rate*skill*(1-maturity)*(1-load*integrating).
func Growth(maturity, rate, skill, load, integrating float64) float64 {
	return rate * skill * (1 - maturity) * (1 - load*integrating)
}

// Liability returns the weight of the liability that an operating model leaves
// with practices: it grows up to 1+fear times as the end of the scheme comes
// near, over the last two years. left is the number of months to the end.
func Liability(model, fear, left float64) float64 {
	return model * (1 + fear*min(1, max(0, 1-left/24)))
}

// Stiffness returns how far the pattern of tasks still moves after so many
// months under one director: 1 at first, half after rut months.
func Stiffness(months, rut float64) float64 { return 1 / (1 + months/rut) }

// Pull returns what director's knowledge, senior role-holders and maturity
// (each 0 to 1) support as a pattern of tasks, 0 to 1: weights judged.
func Pull(knowledge, senior, maturity float64) float64 {
	return 0.3 + 0.25*knowledge + 0.1*senior + 0.25*maturity
}

// Duplicated returns the share of a role's work that is lost because the
// doctor sees the patient too, after so many months with holders.
func Duplicated(first, months, decay float64) float64 { return first * math.Exp(-months/decay) }

// An Operating is a way of employing a network's staff. Figures are judged
// (trial of the equations).
type Operating struct {
	Name      string
	Share     float64 // of networks at the start
	Speed     float64 // of recruitment, a multiplier
	Liability float64 // that practices feel, 0 to 1
	Fit       float64 // that control over tasks adds
	Isolation float64 // of holders, 0 to 1
	InHouse   bool    // holders work in practices that employ them
}

// Operatings lists the operating models.
var Operatings = [...]Operating{
	{"practice-by-practice", .2, .8, 1, .03, .1, true},
	{"lead-practice", .4, 1, .7, .04, .1, true},
	{"federation", .25, 1.35, .25, -.05, .3, false},
	{"other-provider", .15, 1.2, .15, -.06, .5, false},
}

// LeadPractice is the operating model to which confident networks move, and
// Federation the one whose support depends on its quality.
const (
	LeadPractice = 1
	Federation   = 2
)

// IsolationAt returns the isolation of holders under an operating model of a
// quality (0 weak to 1 strong): a federation that gives no support but payroll
// isolates, a strong one does not.
func (o *Operating) IsolationAt(quality float64) float64 {
	if o.Name == "federation" {
		return o.Isolation * (1.8 - 1.6*quality)
	}
	return o.Isolation
}
