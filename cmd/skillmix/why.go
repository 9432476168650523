package main

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"skillmix/sim/store"
)

// whyOptions are the flags of why.
type whyOptions struct {
	between         string // two scenarios of the result, separated by a comma
	out             string
	reps, replicate wholeNumber
	jobs            wholeNumber
	unit            string // code of a service or a network
	flips           bool
	json, quiet     bool
	force           bool
}

func newWhy(p *program) *cobra.Command {
	options := whyOptions{
		reps:      wholeNumber{least: 2, most: 100_000},
		replicate: wholeNumber{most: 1_000_000},
		jobs:      wholeNumber{value: cores(), least: 1, most: 100_000},
	}
	command := &cobra.Command{
		Use:   "why FOLDER",
		Short: "Tell why two scenarios of a result differ",
		Long: "Tells of a finished comparison which gates proposals failed, and parts the gap between two of its\n" +
			"scenarios over barriers, by running them again with gates held open. With --flips it lists the units\n" +
			"that adopt in one world and not in the other under the same luck, with --unit it tells the story of\n" +
			"one of them. What it makes is kept in FOLDER.why; the result itself is only read.",
		Example: "  skillmix why results/new-money-budget-transfer-0123456789ab\n" +
			"  skillmix why answer --flips\n" +
			"  skillmix why answer --unit MET-A13/critical-care/2 --replicate 3",
		Args: exactly(1, "why takes the folder of one result"),
		RunE: func(command *cobra.Command, args []string) error {
			return p.why(command.Context(), args[0], options)
		},
	}
	flags := command.Flags()
	flags.SortFlags = false
	flags.StringVar(&options.between, "between", "", "compare these two `scenarios` of the result, as a,b (default: the first two)")
	flags.BoolVar(&options.flips, "flips", false, "list the units that adopt in one of the two and not in the other")
	flags.StringVar(&options.unit, "unit", "", "tell the story of the unit with this `code`")
	flags.Var(&options.replicate, "replicate", "with --flips and --unit: which replicate")
	flags.Var(&options.reps, "reps", "pairs that are run again with gates held open (default: 16, or all if there are fewer)")
	flags.StringVar(&options.out, "out", "", "write to this `folder` (default: FOLDER.why)")
	flags.Var(&options.jobs, "jobs", "runs at the same time; does not change results")
	flags.BoolVar(&options.force, "force", false, "replace an answer that was made from other inputs")
	flags.BoolVar(&options.json, "json", false, "write JSON, in the shape that docs/json.md describes")
	flags.BoolVar(&options.quiet, "quiet", false, "show no progress")
	flags.Lookup("reps").DefValue = ""
	return command
}

// A question is a finished result about which more is asked.
type question struct {
	*plan
	options  whyOptions
	folder   string
	manifest *store.Manifest
	worlds   []int // the two compared, or the one there is, by index of scenario
}

// why reads a finished result and answers what is asked about it.
func (p *program) why(ctx context.Context, folder string, options whyOptions) error {
	p.busy("reading", options.quiet)
	asked, err := newQuestion(folder, options)
	if err != nil {
		return err
	}
	switch {
	case options.unit != "":
		return p.whyUnit(ctx, asked)
	case options.flips:
		return p.whyFlips(ctx, asked)
	}
	return p.whyLedger(ctx, asked)
}

// newQuestion checks that a result can be asked.
func newQuestion(folder string, options whyOptions) (*question, error) {
	switch {
	case options.unit != "" && options.flips:
		return nil, usage("--flips lists units and --unit tells of one: give one of them")
	case options.reps.given && (options.unit != "" || options.flips):
		return nil, usage("--reps is of the ledger; --flips and --unit look at one --replicate")
	case options.replicate.given && options.unit == "" && !options.flips:
		return nil, usage("--replicate is of --flips and --unit; the ledger is over --reps pairs")
	}
	folder = filepath.Clean(folder)
	manifest, err := store.ReadManifest(folder)
	if err != nil {
		return nil, err
	}
	if manifest.Shard != nil {
		return nil, usage("%s is a shard: merge the shards first", folder)
	}
	if options.out == "" {
		if options.out, err = besideFolder(folder, ".why"); err != nil {
			return nil, err
		}
	}
	plan, err := rebuild(folder, manifest, folder)
	if err != nil {
		return nil, err
	}
	if plan.points.sweep != nil {
		return nil, usage("%s varies %s over %d points: why compares two worlds without a sweep; run the point of interest by itself", folder, strings.Join(plan.points.names(), ", "), plan.points.len())
	}
	q := &question{plan: plan, options: options, folder: folder, manifest: manifest}
	q.worlds, err = q.pick()
	return q, err
}

// besideFolder returns the name of a folder with an ending behind it. Of one that is named
// by dots alone, as the working folder is, that is its own name beside it.
func besideFolder(folder, ending string) (string, error) {
	if name := filepath.Base(folder); name != "." && name != ".." {
		return folder + ending, nil
	}
	whole, err := filepath.Abs(folder)
	if err != nil {
		return "", err
	}
	return filepath.Join(folder, "..", filepath.Base(whole)+ending), nil
}

// pick finds the scenarios that are compared.
func (q *question) pick() ([]int, error) {
	names := q.names()
	if q.options.between == "" {
		return []int{0, 1}[:min(2, len(names))], nil
	}
	var worlds []int
	for _, name := range strings.Split(q.options.between, ",") {
		at := slices.Index(names, strings.TrimSpace(name))
		if at < 0 {
			return nil, usage("--between: there is no scenario %q in the result; there are %s", strings.TrimSpace(name), strings.Join(names, ", "))
		}
		worlds = append(worlds, at)
	}
	if len(worlds) != 2 || worlds[0] == worlds[1] {
		return nil, usage("--between takes two scenarios, as a,b")
	}
	return worlds, nil
}
