package main

import (
	"context"
	"math"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"skillmix/sim/store"
)

// defaultSeed is the seed of a bare run: never a random one, so that the same
// command gives the same answer.
const defaultSeed = 1

// runOptions are the flags of run.
type runOptions struct {
	out              string
	reps, seed, jobs wholeNumber
	overrules        []string // key=value
	fixed, force     bool
	quiet            bool
}

func newRun(p *program) *cobra.Command {
	options := runOptions{
		reps: wholeNumber{least: 1, most: 100_000},
		seed: wholeNumber{value: defaultSeed, most: math.MaxUint64},
		jobs: wholeNumber{value: uint64(runtime.GOMAXPROCS(0)), least: 1, most: 100_000},
	}
	command := &cobra.Command{
		Use:   "run SCENARIO...",
		Short: "Run scenarios, paired, and write the finding, tables, charts and a report",
		Long: "Runs one to four scenarios, each a built-in name or a file, and writes a folder with a\n" +
			"report, charts, tables and a manifest. Each scenario is run twice as often as --reps says:\n" +
			"with judged values drawn from their ranges, which tables and charts describe, and with\n" +
			"judged values held at their defaults, for a range over chance alone.",
		Example: "  skillmix run new-money budget-transfer\n" +
			"  skillmix run mine.toml --reps 200 --out answer\n" +
			"  skillmix run new-money budget-transfer --set population.preset=classroom --reps 8",
		Args: atLeastOne("run takes one to four scenarios: built-in names (see skillmix list) or files"),
		RunE: func(command *cobra.Command, args []string) error { return p.run(command.Context(), args, options) },
	}
	flags := command.Flags()
	flags.SortFlags = false
	flags.StringVar(&options.out, "out", "", "write to this `folder` (default results/<names>-<hash of inputs>)")
	flags.Var(&options.reps, "reps", "replicates of each scenario (default: what the first scenario says)")
	flags.Var(&options.seed, "seed", "seed of all chance")
	flags.StringArrayVar(&options.overrules, "set", nil, "overrule a key of all scenarios, as `key=value`; may be repeated")
	flags.Var(&options.jobs, "jobs", "runs at the same time; does not change results")
	flags.BoolVar(&options.fixed, "fixed", false, "hold judged values at their defaults; vary chance alone")
	flags.BoolVar(&options.force, "force", false, "replace a result that was made from other inputs")
	flags.BoolVar(&options.quiet, "quiet", false, "show no progress")
	flags.Lookup("reps").DefValue = ""
	return command
}

// run checks everything, then simulates, then writes. Until the last step the
// result has no name, and if any step fails nothing is left of it.
func (p *program) run(ctx context.Context, references []string, options runOptions) error {
	started := time.Now().UTC()
	plan, err := newPlan(references, options)
	if err != nil {
		return err
	}
	folder, err := store.Open(plan.out, plan.inputs, plan.force)
	if err != nil {
		return err
	}
	defer folder.Abort()
	result, err := p.simulate(ctx, plan)
	if err != nil {
		return err
	}
	told, err := tell(result)
	if err != nil {
		return err
	}
	if err := plan.write(folder, result, told); err != nil {
		return err
	}
	manifest := plan.manifest(told, folder.Files())
	manifest.Execution = store.Execution{
		Started: started, Finished: time.Now().UTC(),
		Command: append([]string{"skillmix"}, p.args...),
		CPUs:    runtime.NumCPU(), Jobs: int(plan.jobs.value),
	}
	if err := folder.Write(store.ManifestName, manifest.Write); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := folder.Commit(); err != nil {
		return err
	}
	return p.print(plan, told)
}
