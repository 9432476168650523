package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"skillmix/sim/store"
)

func newMerge(p *program) *cobra.Command {
	var (
		out          string
		force, quiet bool
	)
	command := &cobra.Command{
		Use:   "merge FOLDER...",
		Short: "Put the shards of a run together into one result",
		Long: "Puts shards that skillmix run --shard made together, in any order: folders of single shards, or\n" +
			"folders that hold them. The result has the same bytes as that of a run in one place. Shards of\n" +
			"other inputs or another build are refused; if some are missing, the commands that make them are told.",
		Example: "  skillmix merge results/mine.shards\n" +
			"  skillmix merge from-one-cluster/*-of-00400 from-another/*-of-00400 --out answer",
		Args: atLeastOne("merge takes the folders of shards, or a folder that holds them"),
		RunE: func(command *cobra.Command, args []string) error {
			return p.merge(command.Context(), args, out, force, quiet)
		},
	}
	flags := command.Flags()
	flags.StringVar(&out, "out", "", "write to this `folder` (default: that of the shards without .shards)")
	flags.BoolVar(&force, "force", false, "replace a result that was made from other inputs")
	flags.BoolVar(&quiet, "quiet", false, "show no progress")
	return command
}

// A finishedShard is one that is there.
type finishedShard struct {
	folder   string
	manifest *store.Manifest
}

// merge gathers shards, checks that they fit and are all there, and finishes their
// result.
func (p *program) merge(ctx context.Context, folders []string, out string, force, quiet bool) error {
	shards, err := findShards(folders)
	if err != nil {
		return err
	}
	if out == "" {
		parent := filepath.Dir(filepath.Clean(shards[0].folder))
		name, fits := strings.CutSuffix(parent, shardsFolder(""))
		if !fits {
			return usage("the shards are not in a folder NAME%s: say with --out where the result goes", shardsFolder(""))
		}
		out = name
	}
	if err := fitting(shards); err != nil {
		return err
	}
	first := shards[0]
	plan, err := rebuild(first.folder, first.manifest, out)
	if err != nil {
		return err
	}
	plan.force, plan.quiet = force, quiet
	plan.identity.Program = first.manifest.Execution.Program
	making, err := p.begin(plan, out, whole)
	if making == nil {
		return err
	}
	defer making.leave()
	done := 0
	for _, shard := range shards {
		if err := ctx.Err(); err != nil {
			return making.interrupted(err)
		}
		if err := making.folder.Import(shard.folder, shard.manifest); err != nil {
			return making.interrupted(err)
		}
		done += shard.manifest.Runs.Planned
		making.bar.set(min(done, making.planned), 0)
	}
	told, err := making.finish(ctx, plan.design.Replicates)
	if err != nil {
		return making.interrupted(err)
	}
	if err := p.print(plan, told); err != nil {
		return err
	}
	if told.failed > 0 {
		return &failedRunsError{told.failed}
	}
	return nil
}

// findShards reads the manifests of shards, by their index. A folder without a manifest
// holds shards.
func findShards(folders []string) (shards []finishedShard, err error) {
	for _, folder := range folders {
		inside, err := shardsIn(folder)
		if err != nil {
			return nil, err
		}
		shards = append(shards, inside...)
	}
	if len(shards) == 0 {
		return nil, &store.ReadError{Path: strings.Join(folders, ", "), Cause: errors.New("it holds no finished shard")}
	}
	slices.SortStableFunc(shards, func(a, b finishedShard) int { return a.manifest.Shard.Index - b.manifest.Shard.Index })
	return shards, nil
}

// shardsIn reads the manifests of shards in a folder, or that of the folder. Those that
// are not finished are passed over: they will be missing.
func shardsIn(folder string) ([]finishedShard, error) {
	if strings.HasSuffix(filepath.Clean(folder), ".unfinished") {
		return nil, nil
	}
	if _, err := os.Stat(filepath.Join(folder, store.ManifestName)); err == nil {
		manifest, err := store.ReadManifest(folder)
		if err != nil {
			return nil, err
		}
		if manifest.Shard == nil {
			return nil, &store.ReadError{Path: folder, Cause: errors.New("it is a whole result, not a shard of one")}
		}
		return []finishedShard{{folder, manifest}}, nil
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, &store.ReadError{Path: folder, Cause: errors.Unwrap(err)}
	}
	var shards []finishedShard
	for _, entry := range entries {
		if entry.IsDir() && !strings.HasSuffix(entry.Name(), ".unfinished") {
			manifest, err := store.ReadManifest(filepath.Join(folder, entry.Name()))
			if err != nil {
				return nil, err
			}
			if manifest.Shard == nil {
				return nil, &store.ReadError{Path: filepath.Join(folder, entry.Name()), Cause: errors.New("it is a whole result, not a shard of one")}
			}
			shards = append(shards, finishedShard{filepath.Join(folder, entry.Name()), manifest})
		}
	}
	return shards, nil
}

// fitting fails unless the shards are all those of one result.
func fitting(shards []finishedShard) error {
	first := shards[0]
	there := map[int]bool{}
	for _, shard := range shards {
		for _, shared := range []struct{ what, a, b string }{
			{"other inputs", first.manifest.Inputs, shard.manifest.Inputs},
			{"another number of shards", strconv.Itoa(first.manifest.Shard.Count), strconv.Itoa(shard.manifest.Shard.Count)},
			{"another build of skillmix", first.manifest.Execution.Program, shard.manifest.Execution.Program},
		} {
			if shared.a != shared.b {
				return &store.ReadError{Path: shard.folder, Cause: fmt.Errorf("it does not belong to %s: %s (%.12s, not %.12s)", first.folder, shared.what, shared.b, shared.a)}
			}
		}
		there[shard.manifest.Shard.Index] = true
	}
	var missing []int
	for index := range first.manifest.Shard.Count {
		if !there[index] {
			missing = append(missing, index)
		}
	}
	if len(missing) > 0 {
		return &missingError{missing, first.manifest.Shard.Count, first.manifest.Execution.Command}
	}
	return nil
}

// missingError says which shards of a result are not there.
type missingError struct {
	missing []int
	count   int
	command []string // that made one of the others
}

// Error says which, and how to make them.
func (e *missingError) Error() string {
	return fmt.Sprintf("%d of %d shards are missing: %s\n%s", len(e.missing), e.count, arrayList(e.missing), e.howTo())
}

// howTo gives the commands that make them: here, one after the other, and as an array
// of the job file.
func (e *missingError) howTo() string {
	p := &program{args: e.command[min(1, len(e.command)):]}
	words := shardLine(p.withoutFlags("shard", "shards"), fmt.Sprintf("$k/%d", e.count))
	list := make([]string, len(e.missing))
	for i, index := range e.missing {
		list[i] = strconv.Itoa(index)
	}
	return fmt.Sprintf("Make them here:\n  for k in %s; do %s; done\nor as an array, with the job file that --emit printed:\n  --array=%s",
		strings.Join(list, " "), words, arrayList(e.missing))
}

// arrayList writes numbers as schedulers take them: 0,2-5,9.
func arrayList(numbers []int) string {
	var parts []string
	for i := 0; i < len(numbers); {
		j := i
		for j+1 < len(numbers) && numbers[j+1] == numbers[j]+1 {
			j++
		}
		if j > i {
			parts = append(parts, fmt.Sprintf("%d-%d", numbers[i], numbers[j]))
		} else {
			parts = append(parts, strconv.Itoa(numbers[i]))
		}
		i = j + 1
	}
	return strings.Join(parts, ",")
}
