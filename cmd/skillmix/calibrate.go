package main

import (
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"skillmix/answer/calibration"
	"skillmix/model"
	"skillmix/model/population"
)

// calibrateOptions are the flags of calibrate.
type calibrateOptions struct {
	out, chart, population        string
	reps, seed, jobs, evaluations wholeNumber
	quiet                         bool
}

func newCalibrate(p *program) *cobra.Command {
	options := calibrateOptions{
		reps:        wholeNumber{value: 2, least: 1, most: 1000},
		seed:        wholeNumber{value: defaultSeed, most: math.MaxUint64},
		jobs:        wholeNumber{value: uint64(runtime.GOMAXPROCS(0)), least: 1, most: 100_000},
		evaluations: wholeNumber{value: 64, least: 8, most: 100_000},
	}
	command := &cobra.Command{
		Use:   "calibrate",
		Short: "Fit uncertain parameters to what is known of networks and trusts, and say what the data cannot tell",
		Long: "Fits uncertain parameters of primary care networks, the appeal of each role and the share of\n" +
			"staff that networks report to three fixed sets of networks, June 2020 to September 2021, and to\n" +
			"the unspent share of 2020/21. Tells the errors of those quarters and of the two after them,\n" +
			"which were not fitted, and how far each parameter may be moved before the fit suffers. Then\n" +
			"fits parameters of trusts to what is known of 2019 and to how an earlier role spread.\n" +
			"docs/calibration.md explains all of it. Nothing is changed: the values are for you to judge and\n" +
			"to use.",
		Example: "  skillmix calibrate                               all England: takes minutes\n" +
			"  skillmix calibrate --population metropolitan     one region: quicker, and rougher\n" +
			"  skillmix calibrate --out fitted.toml             also write the values for a scenario\n" +
			"  skillmix calibrate --chart spread.svg            also draw the spread over emergency services",
		Args: exactly(0, "calibrate takes no arguments"),
		RunE: func(command *cobra.Command, _ []string) error { return p.calibrate(command.Context(), options) },
	}
	flags := command.Flags()
	flags.SortFlags = false
	flags.Var(&options.reps, "reps", "replicates of each evaluation")
	flags.Var(&options.evaluations, "evaluations", "evaluations of each search; profiles take about five times as many again")
	flags.StringVar(&options.population, "population", "england", "`population` to simulate: "+strings.Join(population.Presets, ", "))
	flags.Var(&options.seed, "seed", "seed of all chance, the same in every evaluation")
	flags.Var(&options.jobs, "jobs", "runs at the same time; does not change results")
	flags.StringVar(&options.out, "out", "", "also write the fitted values to this `file`, as lines of a scenario")
	flags.StringVar(&options.chart, "chart", "", "also draw the spread over emergency services to this `file` (SVG)")
	flags.BoolVar(&options.quiet, "quiet", false, "show no progress")
	return command
}

// calibrate fits, examines and tells.
func (p *program) calibrate(ctx context.Context, options calibrateOptions) error {
	if !slices.Contains(population.Presets, options.population) {
		return usage("there is no population %q; there are %s", options.population, strings.Join(population.Presets, ", "))
	}
	if err := options.check(); err != nil {
		return err
	}
	b, err := newBench(ctx, options.population, options.seed.value, int(options.reps.value), int(options.jobs.value))
	if err != nil {
		return err
	}
	evaluations := int(options.evaluations.value)
	bar := p.newBar(expectedTrials(evaluations), options.quiet)
	defer bar.clear()
	b.afterward = func() { bar.set(min(b.done, expectedTrials(evaluations)), 0) }

	report := &calibration.Report{
		Population: options.population, Seed: options.seed.value, Replicates: b.reps, Targets: b.targets,
	}
	fit, err := b.fit(evaluations, report)
	if err != nil {
		return err
	}
	if err := b.profile(fit, evaluations, report); err != nil {
		return err
	}
	if report.Trusts, err = b.trusts(options.population, evaluations); err != nil {
		return err
	}
	report.Trials = b.done
	bar.clear()
	if err := calibration.WriteText(p.stdout, report); err != nil {
		return err
	}
	if options.out != "" {
		if err := writeWhole(options.out, calibration.TOML(report)); err != nil {
			return fmt.Errorf(fittedNotWritten, err)
		}
	}
	if options.chart == "" {
		return nil
	}
	chart, err := spreadChart(report)
	if err != nil {
		return err
	}
	drawing, err := chart.SVG()
	if err != nil {
		return err
	}
	if err := writeWhole(options.chart, drawing); err != nil {
		return fmt.Errorf(chartNotWritten, err)
	}
	return nil
}

// What is told of a file that cannot be written.
const (
	fittedNotWritten = "the fitted values cannot be written: %w"
	chartNotWritten  = "the chart cannot be written: %w"
)

// check tells at once what would otherwise fail after minutes.
func (o *calibrateOptions) check() error {
	if o.chart != "" && !strings.EqualFold(filepath.Ext(o.chart), ".svg") {
		return usage("--chart %s: the chart is an SVG; give it a name that ends in .svg", o.chart)
	}
	if _, err := os.Stat(filepath.Dir(o.out)); err != nil {
		return fmt.Errorf(fittedNotWritten, err)
	}
	if _, err := os.Stat(filepath.Dir(o.chart)); err != nil {
		return fmt.Errorf(chartNotWritten, err)
	}
	return nil
}

// fittedParameters are those that are fitted to what networks reported: how
// fast networks make cases, how readily practices agree, and how many people
// there are.
var fittedParameters = []model.Parameter{model.PcnPace, model.PracticeConsent, model.PcnSupply, model.PcnSupplyGrowth}

// heldParameters are uncertain too, but held: it is told what the data say of
// each, with all others held.
var heldParameters = []model.Parameter{
	model.MatchRate, model.PcnLeaveRate, model.MaturityStart, model.FormationGrowth,
	model.ArrsClaim, model.ArrsOverrun, model.PracticeDoubt, model.RoomsPerList, model.LegacyPharmacists,
}

// dimensionOf returns a parameter and its plausible range.
func dimensionOf(parameter model.Parameter) calibration.Dimension {
	d := &model.Catalogue[parameter]
	return calibration.Dimension{Name: d.Name, Low: d.Prior.Low, High: d.Prior.High}
}

// dimensionsOf is dimensionOf for several.
func dimensionsOf(parameters []model.Parameter) []calibration.Dimension {
	dimensions := make([]calibration.Dimension, len(parameters))
	for i, parameter := range parameters {
		dimensions[i] = dimensionOf(parameter)
	}
	return dimensions
}

// rounded is a value as it would be written by hand: to four digits.
func rounded(value float64) float64 {
	if value == 0 {
		return 0
	}
	unit := math.Pow(10, math.Floor(math.Log10(math.Abs(value)))-3)
	if unit < 1 {
		return math.Round(value*math.Round(1/unit)) / math.Round(1/unit)
	}
	return math.Round(value/unit) * unit
}

// defaults is the trial of the parameters' defaults.
func (b *bench) defaults() trial {
	t := trial{parameters: map[model.Parameter]float64{}}
	for _, parameter := range fittedParameters {
		t.parameters[parameter] = b.usual.Settings.Parameters[parameter].Default
	}
	for r := range model.Roles {
		t.appeals = append(t.appeals, model.Roles[r].Appeal)
	}
	return t
}

// at returns the trial with the fitted parameters at a point.
func (t trial) at(parameters []model.Parameter, point []float64) trial {
	for i, parameter := range parameters {
		t = t.with(parameter, point[i])
	}
	return t
}

// point returns the values of parameters in the trial.
func (t trial) point(parameters []model.Parameter) []float64 {
	values := make([]float64, len(parameters))
	for i, parameter := range parameters {
		values[i] = t.parameters[parameter]
	}
	return values
}

// expectedTrials is about how many evaluations a call makes, for progress.
func expectedTrials(evaluations int) int {
	trusts := evaluations + 2*(len(variedForTrusts)+len(supportTimes))
	return trusts + evaluations + 3*appealRounds + (len(fittedParameters)+1)*profilePoints*(1+refits(evaluations)) + len(heldParameters)*profilePoints
}

// describe writes a trial's parameters for an error.
func (t trial) describe() string {
	parts := make([]string, 0, len(t.parameters))
	for _, parameter := range fittedParameters {
		parts = append(parts, fmt.Sprintf("%s=%g", model.Catalogue[parameter].Name, t.parameters[parameter]))
	}
	return strings.Join(parts, " ")
}
