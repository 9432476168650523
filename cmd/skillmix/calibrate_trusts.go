package main

import (
	"fmt"
	"math"
	"slices"

	"skillmix/answer/calibration"
	"skillmix/model"
	"skillmix/model/population"
	"skillmix/scenarios"
	"skillmix/sim"
	"skillmix/sim/store"
)

// variedForTrusts are parameters of trusts that are judged and on which the
// figures of 2019 may hang.
var variedForTrusts = []model.Parameter{
	model.ClarityStart, model.ClarityStartMental, model.ClarityPeers, model.ClarityOwn, model.ClarityLoss, model.ClarityPower,
	model.CrowdingMean, model.RateShortage, model.RateRetention, model.RateCommissioning, model.RateIndividuals,
	model.RoomCommissioner, model.RoomGrowth, model.ConsentConstant,
}

// supportTimes are by what the national support of scenario history is
// multiplied.
var supportTimes = []float64{0.5, 2}

// trustReplicates is how many times as many replicates trusts have: what is told
// of kinds of which there are few, such as ambulance trusts, is mostly chance.
const trustReplicates = 4

// emergency is the kind of service that is set beside emergency nurse
// practitioners, and supportedServices those supported until 2005.
const emergency = "urgent-emergency"

var supportedServices = []string{"urgent-emergency", "musculoskeletal", "critical-care", "podiatric"}

// fittedForTrusts are those of them that are fitted: how clear the role is, how
// full agendas are, how many cases there are, and how much money trusts find.
var fittedForTrusts = []model.Parameter{
	model.ClarityStart, model.ClarityPower, model.ClarityPeers, model.CrowdingMean, model.RateCommissioning,
	model.RoomCommissioner, model.RoomGrowth, model.ConsentConstant,
}

// trusts runs scenario history, with its defaults, with values that are
// searched, and with one thing changed at a time, and compares what comes of it
// with what is known.
func (b *bench) trusts(preset string, evaluations int) (*calibration.Trusts, error) {
	reps := b.reps
	b.reps *= trustReplicates
	defer func() { b.reps = reps }()
	usual, err := scenarios.Load("history", []string{"population.preset=" + preset})
	if err != nil {
		return nil, err
	}
	before := b.done
	result := &calibration.Trusts{Population: preset, SHA256: store.Checksum(usual.Resolved()), Replicates: b.reps, Start: usual.Settings.Start}
	if result.Default, err = b.history(usual, usual.Settings); err != nil {
		return nil, err
	}
	if err := b.fitTrusts(usual, evaluations, result); err != nil {
		return nil, err
	}
	vary := func(change string, settings model.Settings) error {
		figures, err := b.history(usual, settings)
		result.Varied = append(result.Varied, calibration.TrustTrial{Change: change, Figures: figures})
		return err
	}
	for _, parameter := range variedForTrusts {
		d := dimensionOf(parameter)
		for _, value := range []float64{d.Low, d.High} {
			settings := trial{parameters: map[model.Parameter]float64{parameter: value}}.settings(&usual.Settings)
			if err := vary(d.Name+" = "+calibration.Plain(value), settings); err != nil {
				return nil, err
			}
		}
	}
	for _, times := range supportTimes {
		settings := usual.Settings
		settings.Support = slices.Clone(settings.Support)
		for i := range settings.Support {
			settings.Support[i].Offered *= times
			settings.Support[i].Clarity *= times
		}
		if err := vary(fmt.Sprintf("support times %.3g", times), settings); err != nil {
			return nil, err
		}
	}
	result.Trials = b.done - before
	return result, nil
}

// fitTrusts searches over the ranges of the fitted parameters and then downhill
// from the best, the defaults among them.
func (b *bench) fitTrusts(usual *scenarios.Scenario, evaluations int, result *calibration.Trusts) error {
	none := trial{}
	for _, parameter := range fittedForTrusts {
		none = none.with(parameter, usual.Settings.Parameters[parameter].Default)
	}
	best, found := none, result.Default
	try := func(point []float64) (float64, error) {
		t := none.at(fittedForTrusts, point)
		figures, err := b.history(usual, t.settings(&usual.Settings))
		if err == nil && figures.Score() < found.Score() {
			best, found = t, figures
		}
		return figures.Score(), err
	}
	dimensions := dimensionsOf(fittedForTrusts)
	for _, point := range calibration.Spread(dimensions, evaluations/2, b.seed) {
		if _, err := try(point); err != nil {
			return err
		}
	}
	if _, _, err := calibration.Descend(dimensions, best.point(fittedForTrusts), evaluations/2, try); err != nil {
		return err
	}
	// What is told is what a hand would write, so it is run as such.
	for _, parameter := range fittedForTrusts {
		best = best.with(parameter, rounded(best.parameters[parameter]))
	}
	settings := best.settings(&usual.Settings)
	var err error
	if result.Fitted, err = b.history(usual, settings); err != nil {
		return err
	}
	other := *b
	other.seed++
	if result.Fresh, err = other.history(usual, settings); err != nil {
		return err
	}
	b.done = other.done
	for i, d := range dimensions {
		parameter := fittedForTrusts[i]
		result.Parameters = append(result.Parameters, calibration.Value{
			Name: d.Name, Unit: model.Catalogue[parameter].Unit, Low: d.Low, High: d.High,
			Default: none.parameters[parameter], Fitted: best.parameters[parameter],
		})
	}
	return nil
}

// align sets simulated shares of services, month by month from start, beside
// surveys, from the month in which they reach the first survey's share. It
// returns 0 if they never do.
func align(surveys []scenarios.ObservedSpread, shares []float64, start sim.Month) (sim.Month, []calibration.Survey) {
	reached := slices.IndexFunc(shares, func(share float64) bool { return share >= surveys[0].Share })
	if reached < 0 {
		return 0, nil
	}
	var all []calibration.Survey
	for _, survey := range surveys {
		beside, at := math.NaN(), reached+int(survey.Month-surveys[0].Month)
		if at < len(shares) {
			beside = shares[at]
		}
		all = append(all, calibration.Survey{Month: survey.Month, Observed: survey.Share, Simulated: beside, Scope: survey.Scope})
	}
	return start + sim.Month(reached), all
}

// history runs a world of trusts and returns its figures, means over
// replicates.
func (b *bench) history(usual *scenarios.Scenario, settings model.Settings) (calibration.TrustFigures, error) {
	experiment, err := model.NewExperiment([]*model.Settings{&settings}, usual.People(), b.seed, b.reps, false)
	if err != nil {
		return calibration.TrustFigures{}, err
	}
	last := settings.Start + sim.Month(settings.Months) - 1
	figures := make([]calibration.TrustFigures, b.reps)
	err = b.observe(experiment, func(run sim.Run, _ *model.World) observer {
		return func(world *model.World, month sim.Month) {
			if month == last {
				figures[run.Replicate] = trustFigures(world, settings.Months)
			}
		}
	})
	if err != nil {
		return calibration.TrustFigures{}, err
	}
	mean := calibration.AverageTrusts(figures)
	mean.Reached, mean.Surveys = align(scenarios.ObservedSpreads(), mean.Shares, settings.Start)
	return mean, nil
}

// columnsOf returns a table's columns by name.
func columnsOf(world *model.World, name string) (map[string]model.TableColumn, int) {
	table, err := world.Table(name)
	if err != nil {
		panic(err) // a fault of the program, which the pool reports
	}
	columns := map[string]model.TableColumn{}
	for _, column := range table.Columns {
		columns[column.Name] = column
	}
	return columns, table.Rows
}

// trustFigures reads what stands at the end of a run, and when urgent and
// emergency services adopted.
func trustFigures(world *model.World, months int) calibration.TrustFigures {
	f := calibration.TrustFigures{None: map[string]float64{}}
	trusts, rows := columnsOf(world, "trusts")
	posts, staff, without, count := 0.0, 0.0, map[string]float64{}, map[string]float64{}
	for i := range rows {
		kind := trusts["kind"].Labels[i]
		posts += trusts["posts_filled"].Numbers[i]
		staff += trusts["staff"].Numbers[i]
		count[kind]++
		if trusts["posts_filled"].Numbers[i] == 0 {
			without[kind]++
		}
	}
	next := 0.0
	for kind := range population.KindCount {
		name := population.Kind(kind).String()
		if count[name] == 0 {
			continue
		}
		f.Kinds = append(f.Kinds, name)
		f.None[name] = without[name] / count[name]
		if name != population.MentalHealth.String() {
			next = max(next, f.None[name])
		}
	}
	f.NoneOverNext = f.None[population.MentalHealth.String()] - next
	f.Median, f.All = calibration.Median(trusts["posts_per_1000_staff"].Numbers), posts/max(1, staff)*1000

	services, rows := columnsOf(world, "services")
	supported, departments := 0.0, 0.0
	numbers, adopted := map[int]int{}, make([]float64, months)
	for i := range rows {
		service, filled := services["service"].Labels[i], services["posts_filled"].Numbers[i]
		if slices.Contains(supportedServices, service) {
			supported += filled
		}
		if filled > 0 {
			numbers[int(filled)]++
		}
		if service == emergency {
			departments++
			for at := int(services["adoption_month"].Numbers[i]) - 1; at < months; at++ {
				adopted[at]++
			}
		}
	}
	f.Supported = supported / max(1, posts)
	most := 0
	for number := 1; number <= 1000; number++ {
		if numbers[number] > most {
			most, f.Commonest = numbers[number], float64(number)
		}
	}
	for at := range adopted {
		adopted[at] /= max(1, departments)
	}
	f.Shares = adopted
	return f
}
