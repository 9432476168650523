package scenarios_test

import (
	"context"
	"fmt"
	"math"
	"runtime"
	"slices"
	"testing"

	"skillmix/model"
	"skillmix/scenarios"
	"skillmix/sim"
)

// A first look at five facts: findings of the studies behind the model,
// turned into experiments. Judged parameters are drawn from their priors, the
// same draws and the same luck in every arm. A statistic is a ratio of means
// over replicates, or the linear contrast that says the same, with a paired
// bootstrap interval; a fact holds when the interval's nearer end meets the
// bound.

const factReplicates = 64

// arm is one arm of an experiment: a scenario with overrides.
type arm struct {
	scenario string
	sets     []string
}

// run runs the arms, paired, for the given months, and returns their records
// by arm and replicate. watch, if not nil, is given every case of every run.
func run(t *testing.T, months int, watch func(run sim.Run, proposal *model.Proposal), arms ...arm) [][]*sim.Record {
	t.Helper()
	var worlds []*model.Settings
	var preset string
	for _, arm := range arms {
		scenario, err := scenarios.Load(arm.scenario, append(slices.Clone(arm.sets), fmt.Sprintf("time.months=%d", months)))
		if err != nil {
			t.Fatal(err)
		}
		worlds, preset = append(worlds, &scenario.Settings), scenario.Preset
	}
	experiment, err := model.NewExperiment(worlds, model.Population{Preset: preset}, 20190401, factReplicates, true)
	if err != nil {
		t.Fatal(err)
	}
	if watch != nil {
		make := experiment.NewWorker
		experiment.NewWorker = func() sim.Worker { return &watchman{make(), watch} }
	}
	records, err := sim.Execute(context.Background(), experiment, runtime.GOMAXPROCS(0), nil)
	if err != nil {
		t.Fatal(err)
	}
	byArm := make([][]*sim.Record, len(arms))
	for i, record := range records {
		byArm[i%len(arms)] = append(byArm[i%len(arms)], record)
	}
	return byArm
}

// watchman makes worlds whose cases are watched.
type watchman struct {
	sim.Worker
	watch func(sim.Run, *model.Proposal)
}

func (w *watchman) Start(run sim.Run) (sim.Model, error) {
	inner, err := w.Worker.Start(run)
	if err != nil {
		return nil, err
	}
	return &watched{inner.(*model.World), run, w.watch}, nil
}

type watched struct {
	*model.World
	run   sim.Run
	watch func(sim.Run, *model.Proposal)
}

func (w *watched) Step(month sim.Month) {
	w.World.Step(month)
	for i := range w.Proposals() {
		w.watch(w.run, &w.Proposals()[i])
	}
}

// last returns a measure of all trusts in the last month, by replicate.
func last(records []*sim.Record, measure string) []float64 {
	return trusts(records, measure, func(series []float64) float64 { return series[len(series)-1] })
}

// total returns a measure of all trusts summed over the run, by replicate.
func total(records []*sim.Record, measure string) []float64 {
	return trusts(records, measure, func(series []float64) float64 {
		sum := 0.0
		for _, value := range series {
			sum += value
		}
		return sum
	})
}

func trusts(records []*sim.Record, measure string, of func([]float64) float64) []float64 {
	values := make([]float64, len(records))
	for i, record := range records {
		group, column := record.Layout().Group("trust", "all"), record.Layout().Column(measure)
		series := make([]float64, record.Months())
		for month := range series {
			series[month], _ = record.Value(month, group, column)
		}
		values[i] = of(series)
	}
	return values
}

// interval returns the statistic of all replicates and its 95% bootstrap
// interval: replicates are drawn with replacement, arms together.
func interval(n int, statistic func(replicates []int) float64) (value, low, high float64) {
	const resamples = 2000
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	values := make([]float64, resamples)
	drawn := make([]int, n)
	for b := range values {
		draws := sim.NewChance(1, b).Draws(0, sim.Always)
		for i := range drawn {
			drawn[i] = int(draws.Uniform(uint64(i)) * float64(n))
		}
		values[b] = statistic(drawn)
	}
	slices.Sort(values)
	return statistic(all), values[int(0.025*resamples)], values[int(0.975*resamples)]
}

// mean returns the mean of values at the given replicates.
func mean(values []float64, replicates []int) float64 {
	sum := 0.0
	for _, i := range replicates {
		sum += values[i]
	}
	return sum / float64(len(replicates))
}

// ratio returns the ratio of means of a over b and its interval.
func ratio(a, b []float64) (value, low, high float64) {
	return interval(len(a), func(replicates []int) float64 { return mean(a, replicates) / mean(b, replicates) })
}

// share returns the share of replicates in which something is true.
func share(n int, is func(i int) bool) float64 {
	count := 0
	for i := range n {
		if is(i) {
			count++
		}
	}
	return float64(count) / float64(n)
}

// The same pounds offered buy fewer posts when they must come from medical
// budgets (Drennan): posts filled above baseline at year 5, new money over
// budget transfer, at least 1.5. What transfer adds can be near nothing, or
// less, so that the ratio is unbounded: the test is of new money less 1.5
// times transfer, which says the same.
func TestFactTransferIsContested(t *testing.T) {
	t.Parallel()
	const bound = 1.5
	arms := run(t, 60, nil, arm{scenario: "baseline"}, arm{scenario: "new-money"}, arm{scenario: "budget-transfer"})
	baseline := last(arms[0], "posts_filled")
	newMoney, transfer := sim.Paired(last(arms[1], "posts_filled"), baseline), sim.Paired(last(arms[2], "posts_filled"), baseline)
	contrast := make([]float64, len(baseline))
	for i := range contrast {
		contrast[i] = newMoney[i] - bound*transfer[i]
	}
	value, low, high := interval(len(contrast), func(r []int) float64 { return mean(contrast, r) })
	all, _, _ := interval(len(contrast), func(r []int) float64 { return mean(newMoney, r) })
	other, otherLow, otherHigh := interval(len(contrast), func(r []int) float64 { return mean(transfer, r) })
	t.Logf("above baseline at year 5: new money %.1f posts, transfer %.1f [%.1f, %.1f]; new money - %.1f x transfer %.1f [%.1f, %.1f], bound 0; direction in %.0f%% of prior draws",
		all, other, otherLow, otherHigh, bound, value, low, high, 100*share(len(contrast), func(i int) bool { return newMoney[i] > transfer[i] }))
	if low < 0 {
		t.Error("does not hold")
	}
}

// The gap comes from consent, not arithmetic (Drennan): the gap with consent
// forced in both worlds is at most half the gap as it is. This fact is open:
// most of the gap that is left goes when professional budgets let money
// across too, which a second pair of arms shows.
func TestFactResistanceIsTheReason(t *testing.T) {
	t.Parallel()
	const bound = 0.5
	forced := []string{`gates.open=["consent"]`}
	unsiloed := append([]string{"mechanisms.silos=false"}, forced...)
	arms := run(t, 60, nil, arm{scenario: "new-money"}, arm{scenario: "budget-transfer"}, arm{"new-money", forced}, arm{"budget-transfer", forced},
		arm{"new-money", unsiloed}, arm{"budget-transfer", unsiloed})
	gap := sim.Paired(last(arms[0], "posts_filled"), last(arms[1], "posts_filled"))
	gapForced := sim.Paired(last(arms[2], "posts_filled"), last(arms[3], "posts_filled"))
	gapUnsiloed := sim.Paired(last(arms[4], "posts_filled"), last(arms[5], "posts_filled"))
	value, low, high := ratio(gapForced, gap)
	left, leftLow, leftHigh := ratio(gapUnsiloed, gap)
	t.Logf("gap with consent forced over gap as it is: %.2f [%.2f, %.2f], bound at most %.1f; direction in %.0f%% of prior draws",
		value, low, high, bound, 100*share(len(gap), func(i int) bool { return gapForced[i] < gap[i] }))
	if high <= bound {
		t.Fatal("holds, and is no longer open")
	}
	t.Skipf("open: with consent forced %.0f%% of the gap is left; with silos off as well, %.0f%% [%.0f%%, %.0f%%]: budgets that do not let money across hold transfer back beside consent, and services without a vacant post have nothing to convert",
		100*value, 100*left, 100*leftLow, 100*leftHigh)
}

// Powerful supporters matter under transfer (Drennan): conversions per 1,000
// staff with a director champion in all trusts over none, at least 1.3.
func TestFactChampions(t *testing.T) {
	t.Parallel()
	const bound = 1.3
	arms := run(t, 60, nil, arm{"budget-transfer", []string{"parameters.champion_share=1"}}, arm{"budget-transfer", []string{"parameters.champion_share=0"}})
	all, none := total(arms[0], "medical_posts_removed"), total(arms[1], "medical_posts_removed")
	value, low, high := ratio(all, none)
	t.Logf("conversions, all trusts with a champion over none: %.2f [%.2f, %.2f], bound at least %.1f; direction in %.0f%% of prior draws",
		value, low, high, bound, 100*share(len(all), func(i int) bool { return all[i] > none[i] }))
	if low < bound {
		t.Error("does not hold")
	}
}

// Fear that a converted post never returns holds consent down (Drennan): a
// guarantee raises conversions by at least 15%.
func TestFactReturnGuarantee(t *testing.T) {
	t.Parallel()
	const bound = 1.15
	arms := run(t, 60, nil, arm{"budget-transfer", []string{"funding.guarantee_return=true"}}, arm{scenario: "budget-transfer"})
	with, without := total(arms[0], "medical_posts_removed"), total(arms[1], "medical_posts_removed")
	value, low, high := ratio(with, without)
	t.Logf("conversions, with a guarantee over without: %.2f [%.2f, %.2f], bound at least %.2f; direction in %.0f%% of prior draws",
		value, low, high, bound, 100*share(len(with), func(i int) bool { return with[i] > without[i] }))
	if low < bound {
		t.Error("does not hold")
	}
}

// Conversions are refused despite long vacancies and costly locums (Drennan):
// among services with a mean vacancy over 15% in training grades for twelve
// months, conversions are refused at least half the time, and at least twice
// as often as new-money posts in the same services.
func TestFactLongVacanciesDoNotSuffice(t *testing.T) {
	t.Parallel()
	const long, half, twice = 0.15, 0.5, 2.0
	// Each run writes to its own place, so workers do not meet.
	var asked, refused [2][factReplicates]float64
	routes := [2]model.Route{model.RouteTransfer, model.RouteNewMoney}
	watch := func(run sim.Run, proposal *model.Proposal) {
		if proposal.Unit.Network || proposal.Vacancy <= long {
			return
		}
		for _, attempt := range proposal.Attempts {
			if attempt.Route == routes[run.Point] {
				asked[run.Point][run.Replicate]++
				if !attempt.Consented {
					refused[run.Point][run.Replicate]++
				}
			}
		}
	}
	run(t, 60, watch, arm{scenario: "budget-transfer"}, arm{scenario: "new-money"})
	conversions, low, high := ratio(refused[0][:], asked[0][:])
	times, timesLow, timesHigh := interval(factReplicates, func(r []int) float64 {
		return mean(refused[0][:], r) / mean(asked[0][:], r) / (mean(refused[1][:], r) / mean(asked[1][:], r))
	})
	t.Logf("conversions refused: %.2f [%.2f, %.2f], bound at least %.1f; times as often as new money: %.2f [%.2f, %.2f], bound at least %.1f",
		conversions, low, high, half, times, timesLow, timesHigh, twice)
	if math.IsNaN(times) || low < half || timesLow < twice {
		t.Error("does not hold")
	}
}
