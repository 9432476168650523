package main

import (
	"fmt"
	"slices"

	"skillmix/answer/calibration"
	"skillmix/model"
)

// A fitted trial, and how it does.
type fitted struct {
	trial      trial
	simulation *calibration.Simulation
	score      calibration.Score
}

const (
	appealRounds  = 4   // adjustments of roles' appeal in a row
	appealDamping = 0.7 // of each
	profilePoints = 5   // values of each parameter that are profiled
)

// refits is how many evaluations refit the other parameters at one value of a
// profile.
func refits(evaluations int) int { return evaluations / 8 }

// judge runs a trial and scores it.
func (b *bench) judge(t trial) (fitted, error) {
	simulation, err := b.run(t)
	if err != nil {
		return fitted{}, fmt.Errorf("calibrate at %s: %w", t.describe(), err)
	}
	return fitted{t, simulation, b.targets.Judge(simulation)}, nil
}

// fit searches: first the roles' appeal at the defaults, then parameters over
// the whole of their ranges, then from the best of them downhill, with the
// roles' appeal adjusted in between. It keeps the best trial that it saw.
func (b *bench) fit(evaluations int, report *calibration.Report) (fitted, error) {
	first, err := b.judge(b.defaults())
	if err != nil {
		return first, err
	}
	best, err := b.adjust(first)
	if err != nil {
		return best, err
	}
	dimensions := dimensionsOf(fittedParameters)
	center := best.trial
	for _, point := range calibration.Spread(dimensions, evaluations/4, b.seed) {
		tried, err := b.judge(center.at(fittedParameters, point))
		if err != nil {
			return best, err
		}
		if tried.score.Objective < best.score.Objective {
			best = tried
		}
	}
	for range 2 {
		if best, err = b.adjust(best); err != nil {
			return best, err
		}
		if best, err = b.descend(best, fittedParameters, evaluations*3/8); err != nil {
			return best, err
		}
	}
	// What is told is what a hand would write, so it is run as such.
	tidy := best.trial
	for _, parameter := range fittedParameters {
		tidy = tidy.with(parameter, rounded(tidy.parameters[parameter]))
	}
	tidy.appeals = slices.Clone(tidy.appeals)
	for r := range tidy.appeals {
		tidy.appeals[r] = rounded(tidy.appeals[r])
	}
	if best, err = b.judge(tidy); err != nil {
		return best, err
	}
	other := *b
	other.seed++
	fresh, err := other.judge(tidy)
	if err != nil {
		return best, err
	}
	b.done = other.done
	report.Before, report.After, report.Fresh = calibration.Fit{Simulation: first.simulation, Score: first.score},
		calibration.Fit{Simulation: best.simulation, Score: best.score}, calibration.Fit{Simulation: fresh.simulation, Score: fresh.score}
	for _, parameter := range fittedParameters {
		d := &model.Catalogue[parameter]
		report.Parameters = append(report.Parameters, calibration.Value{
			Name: d.Name, Unit: d.Unit, Low: d.Prior.Low, High: d.Prior.High,
			Default: first.trial.parameters[parameter], Fitted: best.trial.parameters[parameter],
		})
	}
	for _, role := range b.targets.Panels[0].Roles {
		r, _ := model.RoleNamed(role)
		report.Appeals = append(report.Appeals, calibration.Value{Name: role, Default: first.trial.appeals[r], Fitted: best.trial.appeals[r]})
	}
	return best, nil
}

// adjust moves the roles' appeal towards what was reported, a few times, and
// returns the best of what it saw.
func (b *bench) adjust(from fitted) (fitted, error) {
	best, current := from, from
	roles := b.targets.Panels[0].Roles
	reference := slices.Index(roles, "clinical-pharmacist")
	for range appealRounds {
		next := current.trial
		next.appeals = slices.Clone(next.appeals)
		for i, step := range b.targets.Appeals(current.simulation, reference, appealDamping) {
			r, _ := model.RoleNamed(roles[i])
			next.appeals[r] += step
		}
		var err error
		if current, err = b.judge(next); err != nil {
			return best, err
		}
		if current.score.Objective < best.score.Objective {
			best = current
		}
	}
	return best, nil
}

// descend searches downhill from a trial over some parameters.
func (b *bench) descend(from fitted, parameters []model.Parameter, evaluations int) (fitted, error) {
	best := from
	if evaluations < 1 {
		return best, nil
	}
	_, _, err := calibration.Descend(dimensionsOf(parameters), from.trial.point(parameters), evaluations, func(point []float64) (float64, error) {
		tried, err := b.judge(from.trial.at(parameters, point))
		if err == nil && tried.score.Objective < best.score.Objective {
			best = tried
		}
		return tried.score.Objective, err
	})
	return best, err
}

// profile examines what the data say of each parameter: with the others held,
// and for those that were fitted also with the others fitted again. The
// reporting factor is always fitted again, but where it is examined itself.
func (b *bench) profile(fit fitted, evaluations int, report *calibration.Report) error {
	for _, parameter := range fittedParameters {
		others := slices.DeleteFunc(slices.Clone(fittedParameters), func(p model.Parameter) bool { return p == parameter })
		held, refitted, err := b.profileOf(parameter, fit, others, refits(evaluations))
		if err != nil {
			return err
		}
		report.Profiles = append(report.Profiles, calibration.Examined{Held: held, Refitted: &refitted, Low: dimensionOf(parameter).Low, High: dimensionOf(parameter).High})
	}
	for _, parameter := range heldParameters {
		held, _, err := b.profileOf(parameter, fit, nil, 0)
		if err != nil {
			return err
		}
		report.Profiles = append(report.Profiles, calibration.Examined{Held: held, Low: dimensionOf(parameter).Low, High: dimensionOf(parameter).High})
	}
	return b.profileFactor(fit, refits(evaluations), report)
}

// profileOf examines one parameter over its plausible range.
func (b *bench) profileOf(parameter model.Parameter, fit fitted, others []model.Parameter, evaluations int) (held, refitted calibration.Profile, err error) {
	d := dimensionOf(parameter)
	held, refitted = calibration.Profile{Name: d.Name}, calibration.Profile{Name: d.Name}
	for i := range profilePoints {
		value := d.Low + (d.High-d.Low)*float64(i)/(profilePoints-1)
		at, err := b.judge(fit.trial.with(parameter, value))
		if err != nil {
			return held, refitted, err
		}
		held.Values, held.Objectives = append(held.Values, value), append(held.Objectives, at.score.Objective)
		if len(others) == 0 {
			continue
		}
		if at, err = b.descend(at, others, evaluations); err != nil {
			return held, refitted, err
		}
		refitted.Values, refitted.Objectives = append(refitted.Values, value), append(refitted.Objectives, at.score.Objective)
	}
	return held, refitted, nil
}

// profileFactor examines the reporting factor: for each of several, how well
// counts alone can be fitted, and what is then left unspent.
func (b *bench) profileFactor(fit fitted, evaluations int, report *calibration.Report) error {
	for i := range profilePoints {
		factor := calibration.LeastFactor + (calibration.MostFactor-calibration.LeastFactor)*float64(i)/(profilePoints-1)
		counts := func(s *calibration.Simulation) float64 {
			score := b.targets.JudgeWith(s, factor)
			return score.Objective - score.Unspent
		}
		best := fit.simulation
		if evaluations > 0 {
			_, _, err := calibration.Descend(dimensionsOf(fittedParameters), fit.trial.point(fittedParameters), evaluations, func(point []float64) (float64, error) {
				tried, err := b.judge(fit.trial.at(fittedParameters, point))
				if err != nil {
					return 0, err
				}
				if counts(tried.simulation) < counts(best) {
					best = tried.simulation
				}
				return counts(tried.simulation), nil
			})
			if err != nil {
				return err
			}
		}
		report.Factors = append(report.Factors, calibration.FactorTried{Factor: factor, Counts: counts(best), Unspent: best.Unspent})
	}
	return nil
}
