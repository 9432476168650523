package model

import "skillmix/sim"

// ParameterRole says how an analyst may treat a parameter.
type ParameterRole uint8

const (
	// Uncertainty is not known; its prior is drawn, once for all scenarios of
	// a comparison.
	Uncertainty ParameterRole = iota
	// Lever can be chosen by policy.
	Lever
	// Constant is a definition, or known well enough.
	Constant
)

// String returns the role's name.
func (r ParameterRole) String() string { return [...]string{"uncertainty", "lever", "constant"}[r] }

// Basis says what a default rests on.
type Basis uint8

const (
	// Judgement is a value somebody chose; its source says who or from what.
	Judgement Basis = iota
	// Data is a published number.
	Data
)

// String returns the basis's name.
func (b Basis) String() string { return [...]string{"judgement", "data"}[b] }

// A Description is what is known of a parameter.
type Description struct {
	Parameter Parameter
	Name      string // as scenario files write it
	Theme     string
	Meaning   string
	Prior     Prior   // plausible range and default
	Least     float64 // values below are refused
	Most      float64 // values above are refused
	Unit      string
	Role      ParameterRole
	Basis     Basis
	Source    string // of the default: a publication, or whose judgement
}

// Judged reports whether the default rests on judgement and is uncertain:
// such values are drawn from their priors and counted in the caution.
func (d *Description) Judged() bool {
	return d.Basis == Judgement && d.Role == Uncertainty && !d.Prior.Fixed()
}

// Catalogue describes every parameter, indexed by Parameter.
var Catalogue = catalogue()

func catalogue() (all [ParameterCount]Description) {
	for _, part := range [][]Description{parametersTrusts, parametersConsent, parametersMoney, parametersPeople, parametersNetworks, parametersFormation, parametersLabour} {
		for _, description := range part {
			all[description.Parameter] = description
		}
	}
	return all
}

// ParameterNamed returns the parameter of that name.
func ParameterNamed(name string) (Parameter, bool) {
	for i := range Catalogue {
		if Catalogue[i].Name == name {
			return Parameter(i), true
		}
	}
	return 0, false
}

// Defaults returns every parameter's prior. A parameter that rests on data,
// and any that is not an uncertainty, is fixed at its default.
func Defaults() (priors [ParameterCount]Prior) {
	for i := range Catalogue {
		d := &Catalogue[i]
		if priors[i] = d.Prior; !d.Judged() {
			priors[i].Low, priors[i].High = d.Prior.Default, d.Prior.Default
		}
	}
	return priors
}

// Values are the parameters of one run, indexed by Parameter.
type Values [ParameterCount]float64

// draw returns the values of a run: drawn from their triangular priors or laws if
// spread is true, else the defaults, and neutral for mechanisms that are
// off. Each draw is keyed by the parameter's name, so that a new parameter
// moves no other.
func (s *Settings) draw(chance sim.Chance, spread bool) (values Values) {
	draws := chance.Draws(DrawPrior, sim.Always)
	for i, prior := range s.Parameters {
		values[i] = prior.Default
		if spread && !prior.Fixed() {
			u := draws.Uniform(sim.EntityKey(Catalogue[i].Name))
			values[i] = sim.Triangular(u, prior.Low, prior.Default, prior.High)
		}
	}
	if spread {
		for i := range s.Laws {
			law := &s.Laws[i]
			values[law.Parameter] = law.Quantile(draws.Uniform(sim.EntityKey(Catalogue[law.Parameter].Name)))
		}
	}
	s.silence(&values)
	return values
}

// Draws returns the values from which a run of a replicate starts, judged ones
// drawn or at their defaults, with neutral values for mechanisms that are off.
// Changes that hold for a time are not in it.
func (s *Settings) Draws(seed uint64, replicate int, spread bool) Values {
	return s.draw(sim.NewChance(seed, replicate), spread)
}

// silence sets the parameters of mechanisms that are off to their neutral
// values.
func (s *Settings) silence(values *Values) {
	for mechanism := range Mechanisms {
		if s.Off.Has(Switch(mechanism)) {
			for _, neutral := range Mechanisms[mechanism].Neutral {
				values[neutral.Parameter] = neutral.Value
			}
		}
	}
}

// Quantile returns the value of a parameter below which its law or prior has the
// share u (0 to 1, both excluded); that of a parameter that is one number is the
// number.
func (s *Settings) Quantile(parameter Parameter, u float64) float64 {
	if law := s.Law(parameter); law != nil {
		return law.Quantile(u)
	}
	prior := s.Parameters[parameter]
	if prior.Fixed() {
		return prior.Default
	}
	return sim.Triangular(u, prior.Low, prior.Default, prior.High)
}
