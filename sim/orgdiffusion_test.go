package sim_test

import (
	"context"
	"fmt"
	"math"

	"skillmix/sim"
)

// The purposes of the diffusion: what its random numbers decide.
const (
	acquaintance sim.Purpose = iota
	evaluation
	success
	proposal
	consent
	departure
)

// Rates are the inputs of a diffusion, each for a month.
type rates struct {
	campaign   float64 // share of the missing awareness that comes without peers, 0 to 1
	imitation  float64 // share that comes besides where all peers have posts, 0 to 1
	forgetting float64 // share of awareness that is lost, 0 to 1
	evaluation float64 // chance that a post is evaluated, 0 to 1
	success    float64 // chance that it is found a success, 0 to 1
	retention  float64 // share of evidence that still counts, 0 to 1
	proposal   float64 // chance of a proposal where awareness is full, 0 to 1
	income     float64 // posts that can be paid for, 0 or more
	persuasion float64 // share of the way that resistance goes to what evidence says, 0 to 1
	departure  float64 // chance that a post is given up, 0 to 1
}

// usual are the rates of the reference task. Evidence halves in three years.
var usual = rates{
	campaign: 0.002, imitation: 0.03, forgetting: 0.002,
	evaluation: 0.02, success: 0.7, retention: math.Pow(0.5, 1.0/36),
	proposal: 0.05, income: 0.02, persuasion: 0.01, departure: 0.01,
}

// An organisation may set up posts of a new kind.
type organisation struct {
	peers      [6]int32 // indices of the organisations that it looks at
	posts      int32
	awareness  float64 // of the new kind, 0 to 1
	resistance float64 // 0 to 1
	budget     float64 // posts that it could pay for
	successes  float64 // evaluated, faded
	failures   float64 // evaluated, faded
}

// exposure returns the share of the peers that had posts, 0 to 1. It is
// written out because a loop would take a quarter of the time of a run.
func (o *organisation) exposure(had []uint8) float64 {
	p := &o.peers
	return float64(had[p[0]]+had[p[1]]+had[p[2]]+had[p[3]]+had[p[4]]+had[p[5]]) / 6
}

// belief returns the chance of success that the organisation expects, 0 to 1:
// the mean of a beta distribution that is uniform before there is evidence.
func (o *organisation) belief() float64 {
	a, b := 1+o.successes, 1+o.failures
	return a / (a + b)
}

// willingness returns the chance of consent to a proposal, 0 to 1: a logit
// model, in which the standard deviation of belief counts as doubt.
func (o *organisation) willingness(exposure float64) float64 {
	a, b := 1+o.successes, 1+o.failures
	doubt := math.Sqrt(a * b / ((a + b) * (a + b) * (a + b + 1)))
	x := -1 - 2*(o.resistance-0.5) + 3*(o.belief()-0.5) - 2*doubt + 1.5*exposure
	return 1 / (1 + math.Exp(-x))
}

// A diffusion is a model: organisations that set up posts after a look at
// their peers, their evidence and their money. They are structs in a slice,
// made once for all replicates of a worker, so that a month allocates nothing.
type diffusion struct {
	rates           rates
	luck            sim.Chance
	organisations   []organisation
	had             []uint8 // 1 for posts at the end of last month: nobody sees this month's
	posts, adopters int     // adopters are organisations with posts
}

// Step takes every organisation through a month.
func (d *diffusion) Step(month sim.Month) {
	evaluated, succeeded := d.luck.Draws(evaluation, month), d.luck.Draws(success, month)
	proposed, agreed := d.luck.Draws(proposal, month), d.luck.Draws(consent, month)
	left := d.luck.Draws(departure, month)
	r := &d.rates
	for i := range d.organisations {
		o, name := &d.organisations[i], uint64(i) // of codes, sim.EntityKey makes names
		exposure := o.exposure(d.had)
		o.awareness += (1-o.awareness)*(r.campaign+r.imitation*exposure) - r.forgetting*o.awareness
		if o.posts > 0 && evaluated.Bernoulli(name, r.evaluation*float64(o.posts)) {
			if succeeded.Bernoulli(name, r.success) {
				o.successes++
			} else {
				o.failures++
			}
		}
		o.successes *= r.retention
		o.failures *= r.retention
		// A number that is not asked for shifts no other, so cheap gates come first.
		if proposed.Bernoulli(name, r.proposal*o.awareness) && o.budget >= 1 && agreed.Bernoulli(name, o.willingness(exposure)) {
			o.posts++
			o.budget--
		}
		o.budget += r.income
		if o.posts > 0 {
			o.resistance += r.persuasion * (1 - o.belief() - o.resistance)
			for post := o.posts; post > 0; post-- {
				if left.Bernoulli(sim.Sub(name, uint64(post)), r.departure) {
					o.posts--
				}
			}
		}
	}
	d.count()
}

// count notes who has posts: what peers see next month, and what is observed.
func (d *diffusion) count() {
	posts, adopters := 0, 0 // sums in fields would wait for memory
	for i := range d.organisations {
		posts += int(d.organisations[i].posts)
		d.had[i] = uint8(min(d.organisations[i].posts, 1))
		adopters += int(d.had[i])
	}
	d.posts, d.adopters = posts, adopters
}

// The columns of a record are means over organisations. Each month it has how
// far posts have spread, each March the state behind.
var diffusionColumns = []sim.Column{
	{Name: "posts", Unit: "posts", Kind: sim.Mean, Meaning: "posts held"},
	{Name: "adopters", Unit: "share", Kind: sim.Ratio, Meaning: "organisations with posts"},
	{Name: "successes", Unit: "evaluations", Kind: sim.Mean, Meaning: "evidence for posts, faded"},
	{Name: "failures", Unit: "evaluations", Kind: sim.Mean, Meaning: "evidence against posts, faded"},
	{Name: "resistance", Unit: "0 to 1", Kind: sim.Mean, Meaning: "resistance to posts"},
	{Name: "awareness", Unit: "0 to 1", Kind: sim.Mean, Meaning: "awareness of posts"},
}
var diffusionGroups = []sim.Group{
	{Setting: "spread", Name: "all", Columns: []int{0, 1}},
	{Setting: "state", Name: "all", Cadence: sim.Yearly, Columns: []int{2, 3, 4, 5}},
}

// Observe writes the month into row.
func (d *diffusion) Observe(row *sim.Row) {
	n := float64(len(d.organisations))
	row.Set(0, 0, float64(d.posts)/n)
	row.Set(0, 1, float64(d.adopters)/n)
	if !row.Wants(1) {
		return
	}
	var successes, failures, resistance, awareness float64
	for i := range d.organisations {
		o := &d.organisations[i]
		successes += o.successes
		failures += o.failures
		resistance += o.resistance
		awareness += o.awareness
	}
	row.Set(1, 2, successes/n)
	row.Set(1, 3, failures/n)
	row.Set(1, 4, resistance/n)
	row.Set(1, 5, awareness/n)
}

// A founder is a worker: it founds one world after the other in one place.
type founder struct {
	seed   uint64
	points []rates
	peers  [][6]int32 // shared by all workers, which only read it
	world  diffusion
}

// Start founds the world of a run as it stands before its first month.
func (f *founder) Start(run sim.Run) (sim.Model, error) {
	d := &f.world
	d.rates, d.luck = f.points[run.Point], sim.NewChance(f.seed, run.Replicate)
	if d.organisations == nil {
		d.organisations, d.had = make([]organisation, len(f.peers)), make([]uint8, len(f.peers))
	}
	frac := func(x float64) float64 { return x - math.Floor(x) }
	for i := range d.organisations {
		d.organisations[i] = organisation{
			peers:      f.peers[i],
			awareness:  0.02 + 0.10*frac(float64(i+1)*0.6180339887498949),
			resistance: 0.2 + 0.6*frac(float64(i+1)*0.4142135623730951),
			budget:     frac(float64(i+1) * 0.7320508075688772),
		}
		if i%50 == 0 {
			d.organisations[i].posts = 1
		}
	}
	d.count()
	return d, nil
}

// acquaint puts n organisations, 500 or more, in a circle by lot: each looks at
// six and is looked at by six. At powers of three no peer looks at another.
func acquaint(n int) [][6]int32 {
	place := sim.NewChance(1, 0).Draws(acquaintance, sim.Always)
	circle := make([]int32, n)
	for i := range circle {
		other := int(place.Uniform(uint64(i)) * float64(i+1))
		circle[i], circle[other] = circle[other], int32(i)
	}
	peers := make([][6]int32, n)
	for at, i := range circle {
		for k, distance := range [6]int{1, 3, 9, 27, 81, 243} {
			peers[i][k] = circle[(at+distance)%n]
		}
	}
	return peers
}

// A model that is not the NHS, to be copied: what would the spread of posts be
// if organisations did not look at each other?
func Example_diffusion() {
	layout, err := sim.NewLayout(diffusionColumns, diffusionGroups)
	if err != nil {
		panic(err)
	}
	alone, peers := usual, acquaint(2500)
	alone.imitation = 0
	experiment := &sim.Experiment{
		Layout: layout, Start: sim.MonthOf(2019, 4), Months: 120, Points: 2, Replicates: 20,
		NewWorker: func() sim.Worker { return &founder{seed: 1, points: []rates{usual, alone}, peers: peers} },
	}
	records, err := sim.Execute(context.Background(), experiment, 2, nil)
	if err != nil {
		panic(err)
	}
	var adopters [2][]float64
	for i, record := range records {
		share, _ := record.Value(record.Months()-1, 0, 1)
		point := experiment.Run(i).Point
		adopters[point] = append(adopters[point], 100*share)
	}
	spread, less := sim.Summarize(adopters[0]), sim.Summarize(sim.Paired(adopters[0], adopters[1]))
	fmt.Printf("after ten years %.1f%% have posts (80%% of runs %.1f to %.1f)\n", spread.Mean, spread.P10, spread.P90)
	fmt.Printf("unaware of peers, %.1f points fewer; resolved: %v\n", less.Mean, less.Resolved())
	// Output:
	// after ten years 14.7% have posts (80% of runs 13.8 to 15.6)
	// unaware of peers, 3.9 points fewer; resolved: true
}
