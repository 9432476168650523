package main

import (
	"fmt"
	"math"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/pflag"
)

// defaultSeed is the seed of a bare run: never a random one, so that the same
// command gives the same answer.
const defaultSeed = 1

// runOptions are the flags of run.
type runOptions struct {
	out                        string
	reps, seed, jobs, maxReps  wholeNumber
	shards                     wholeNumber
	precision                  positive
	overrules                  []string // key=value
	shard                      string
	detail, onError, emit      choice
	fixed, force, quiet, twins bool
	json                       bool
}

func newRunOptions() *runOptions {
	return &runOptions{
		reps:    wholeNumber{least: 1, most: 1_000_000},
		seed:    wholeNumber{value: defaultSeed, most: math.MaxUint64},
		jobs:    wholeNumber{value: cores(), least: 1, most: 100_000},
		maxReps: wholeNumber{value: 4096, least: 2, most: 1_000_000},
		shards:  wholeNumber{least: 1, most: mostShards},
		detail:  choice{value: detailMonth, of: []string{detailYear, detailMonth, detailUnits}},
		onError: choice{value: onErrorStop, of: []string{onErrorStop, onErrorSkip}},
		emit:    choice{of: []string{emitSlurm, emitKubernetes}},
	}
}

// cores is how many runs are made at the same time by default: what the machine
// gives to the program, or what Slurm gives to a task.
func cores() uint64 {
	if n, err := strconv.ParseUint(os.Getenv("SLURM_CPUS_PER_TASK"), 10, 16); err == nil && n > 0 {
		return n
	}
	return uint64(runtime.GOMAXPROCS(0))
}

// How much is kept of each run.
const (
	detailYear  = "year"
	detailMonth = "month"
	detailUnits = "units"
)

// What a run that fails does to the others.
const (
	onErrorStop = "stop"
	onErrorSkip = "skip"
)

func (o *runOptions) declare(flags *pflag.FlagSet) {
	flags.SortFlags = false
	flags.StringVar(&o.out, "out", "", "write to this `folder` (default results/<names>-<hash of inputs>)")
	flags.Var(&o.reps, "reps", "replicates of each scenario (default: what the first scenario says)")
	flags.Var(&o.precision, "precision", "go on until the 95% interval of the mean headline difference is within so much of it, to either side")
	flags.Var(&o.maxReps, "max-reps", "with --precision: stop here in any case, with exit code 6")
	flags.Var(&o.seed, "seed", "seed of all chance")
	flags.StringArrayVar(&o.overrules, "set", nil, "overrule a key of all scenarios, as `key=value`; may be repeated")
	flags.BoolVar(&o.fixed, "fixed", false, "hold judged values at their defaults; vary chance alone")
	flags.Var(&o.detail, "detail", "what is kept of each run: year (each setting at the end of financial years), month (every month and group), units (services and networks at the end too)")
	flags.BoolVar(&o.twins, "csv", false, "write each table in Parquet as CSV too")
	flags.Var(&o.onError, "on-error", "when a run fails: stop, or skip it and end with exit code 5")
	flags.Var(&o.jobs, "jobs", "runs at the same time; does not change results")
	flags.StringVar(&o.shard, "shard", "", "make only shard `K/N` of the runs, from 0/N on; see skillmix merge")
	flags.Var(&o.shards, "shards", "how many shards there are, where the scheduler tells only which one it is")
	flags.Var(&o.emit, "emit", "print a job file for so many --shards and run nothing: slurm or k8s")
	flags.BoolVar(&o.force, "force", false, "replace a result that was made from other inputs")
	flags.BoolVar(&o.json, "json", false, "write JSON, in the shape that docs/json.md describes")
	flags.BoolVar(&o.quiet, "quiet", false, "show no progress")
	for _, name := range []string{"reps", "precision", "shards", "emit"} {
		flags.Lookup(name).DefValue = ""
	}
}

// A choice is a flag that takes one of some words.
type choice struct {
	value string
	of    []string
}

func (c *choice) String() string { return c.value }

// Type names the value in help.
func (c *choice) Type() string { return strings.Join(c.of, "|") }

// Set implements pflag.Value.
func (c *choice) Set(text string) error {
	if !slices.Contains(c.of, text) {
		return fmt.Errorf("%q is not one of %s", text, strings.Join(c.of, ", "))
	}
	c.value = text
	return nil
}

// positive is a flag that takes a number above zero.
type positive struct {
	value float64
	given bool
}

func (p *positive) String() string { return strconv.FormatFloat(p.value, 'g', -1, 64) }

// Type names the value in help.
func (p *positive) Type() string { return "number" }

// Set implements pflag.Value.
func (p *positive) Set(text string) error {
	value, err := strconv.ParseFloat(text, 64)
	if err != nil || !(value > 0) || math.IsInf(value, 0) {
		return fmt.Errorf("%q is not a number above 0", text)
	}
	p.value, p.given = value, true
	return nil
}
