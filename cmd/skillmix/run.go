package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"skillmix/sim/store"
)

func newRun(p *program) *cobra.Command {
	options := newRunOptions()
	command := &cobra.Command{
		Use:   "run SCENARIO...",
		Short: "Run scenarios, paired, and write the finding, tables, charts and a report",
		Long: "Runs one to eight scenarios, each a built-in name or a file, and writes a folder with a\n" +
			"report, charts, tables and a manifest. Each scenario is run twice as often as --reps says:\n" +
			"with judged values drawn from their ranges, which tables and charts describe, and with\n" +
			"judged values held at their defaults, for a range over chance alone.\n\n" +
			"Whatever ends a run, what is made of it is kept beside the folder, under its name and\n" +
			".unfinished, and the same command goes on from there. A result that is there already is\n" +
			"checked and not made again.",
		Example: "  skillmix run new-money budget-transfer\n" +
			"  skillmix run mine.toml --reps 200 --out answer\n" +
			"  skillmix run new-money budget-transfer --precision 0.05\n" +
			"  skillmix run new-money budget-transfer --set population.preset=classroom --reps 8\n" +
			"  skillmix run mine.toml --reps 10000 --shards 40 --emit slurm > job.sh",
		Args: atLeastOne("run takes one to eight scenarios: built-in names (see skillmix list) or files"),
		RunE: func(command *cobra.Command, args []string) error { return p.run(command.Context(), args, options) },
	}
	options.declare(command.Flags())
	return command
}

// run checks everything, then makes runs, then tells of them. Until the last step
// the result has no name.
func (p *program) run(ctx context.Context, references []string, options *runOptions) error {
	p.busy("preparing", options.quiet)
	plan, err := newPlan(references, *options)
	if err != nil {
		return err
	}
	if err := plan.precisionFits(); err != nil {
		return err
	}
	if options.emit.value != "" {
		return p.emit(plan)
	}
	shard, from, err := plan.pickShard(p.getenv)
	if err != nil {
		return err
	}
	if from != "" {
		p.note("shard %s, from %s", shard, from)
	}
	if shard.asked {
		if plan.precision.given {
			return usage("--precision needs all runs together to know when to stop; give --reps with shards")
		}
		return p.runShard(ctx, plan, shard)
	}
	return p.runWhole(ctx, plan)
}

// runWhole makes a result in one place.
func (p *program) runWhole(ctx context.Context, plan *plan) error {
	making, err := p.begin(plan, plan.out, whole)
	if making == nil {
		return err
	}
	defer making.leave()
	replicates := plan.design.Replicates
	if plan.precision.given {
		replicates, err = making.untilPrecise(ctx)
	} else {
		err = making.runs(ctx, plan.sweep.Parts(), 1)
	}
	if err != nil {
		return making.interrupted(err)
	}
	told, err := making.finish(ctx, replicates)
	if err != nil {
		return making.interrupted(err)
	}
	if err := p.print(plan, told); err != nil {
		return err
	}
	if told.failed > 0 {
		return &failedRunsError{told.failed}
	}
	if plan.precision.given && !told.reached {
		return &imprecise{plan.precision.value, told.precision, replicates}
	}
	return nil
}

// runShard makes the parts of a shard.
func (p *program) runShard(ctx context.Context, plan *plan, shard shard) error {
	making, err := p.begin(plan, shard.folder(plan.out), shard)
	if making == nil {
		return err
	}
	defer making.leave()
	if err := making.runs(ctx, plan.sweep.Parts(), shard.count); err != nil {
		return making.interrupted(err)
	}
	manifest := plan.manifest(nil, making.folder.Files())
	manifest.Shard = &store.Shard{Index: shard.index, Count: shard.count}
	job := making.job(plan.sweep.Parts(), shard.count)
	_, runs := job.Whole()
	failed, err := job.Failed()
	if err != nil {
		return making.interrupted(err)
	}
	manifest.Runs = store.RunCounts{Planned: runs, Done: runs - failed, Failed: failed}
	if err := plan.writeScenarios(making.folder); err != nil {
		return making.interrupted(err)
	}
	manifest.Files = making.folder.Files()
	manifest.Execution = p.execution(plan, making.started)
	if err := making.folder.Commit(manifest); err != nil {
		return making.interrupted(err)
	}
	if plan.json {
		return p.printShard(shard.folder(plan.out), manifest)
	}
	_, err = fmt.Fprintf(p.stdout, "Shard    %s: %s\nWrote    %s\nNext     skillmix merge %s\n",
		shard, runsInWords(runs, failed), shard.folder(plan.out), quotedWord(shardsFolder(plan.out)))
	return err
}
