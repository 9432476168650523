package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"skillmix/sim/store"
)

// tolerance is how far, in proportion, a number may be from that of a machine of
// another kind. Such machines round the last bits of products and functions
// otherwise; a larger difference is one in what happened.
const tolerance = 1e-9

func newReproduce(p *program) *cobra.Command {
	var (
		jobs  = wholeNumber{value: cores(), least: 1, most: 100_000}
		quiet bool
	)
	command := &cobra.Command{
		Use:   "reproduce FOLDER",
		Short: "Make a result again and say whether it is identical",
		Long: "Makes a result again from its own scenario files and manifest, beside it, and compares every file.\n" +
			"It says that they are identical, or names the first cell that differs and ends with code 7. On a\n" +
			"machine of another kind than that of the result (see build in manifest.json) the numbers of runs may\n" +
			fmt.Sprintf("differ by one part in %.0e, since such machines round otherwise. What was made is removed afterwards.", 1/tolerance),
		Example: "  skillmix reproduce results/new-money-budget-transfer-0123456789ab",
		Args:    exactly(1, "reproduce takes the folder of one result"),
		RunE: func(command *cobra.Command, args []string) error {
			return p.reproduce(command.Context(), args[0], jobs, quiet)
		},
	}
	command.Flags().Var(&jobs, "jobs", "runs at the same time; does not change results")
	command.Flags().BoolVar(&quiet, "quiet", false, "show no progress")
	return command
}

// differsError is a result that was not reproduced.
type differsError struct{ message string }

func (e *differsError) Error() string { return e.message }

// reproduce makes a result again and compares it.
func (p *program) reproduce(ctx context.Context, folder string, jobs wholeNumber, quiet bool) (err error) {
	manifest, err := store.ReadManifest(folder)
	if err != nil {
		return err
	}
	if manifest.Shard != nil {
		return usage("%s is a shard: merge the shards and reproduce the result", folder)
	}
	again := filepath.Clean(folder) + ".again"
	if _, err := os.Stat(again); err == nil {
		return &store.TargetError{Path: again, Cause: errors.New("it is in the way: move it, or remove it")}
	}
	damaged := damagedPart(folder, manifest)
	if damaged != "" {
		p.note("%s is not as it was written", damaged)
	}
	plan, err := rebuild(folder, manifest, again)
	if err != nil {
		return err
	}
	if build := store.CurrentBuild(version); build.Version != manifest.Build.Version || build.Commit != manifest.Build.Commit {
		p.note("made by skillmix %s (commit %s), and made again by %s (commit %s)", manifest.Build.Version, manifest.Build.Commit, build.Version, build.Commit)
	}
	plan.jobs, plan.quiet = jobs, quiet
	plan.onError.value = onErrorSkip // a run that failed is to fail again
	silent := *p
	silent.stdout = nowhere{}
	var failed *failedRunsError
	var vague *imprecise
	if err := silent.runWhole(ctx, plan); err != nil && !errors.As(err, &failed) && !errors.As(err, &vague) {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(again)) }()
	made, err := store.ReadManifest(again)
	if err != nil {
		return err
	}
	near := 0.0
	if otherKind(manifest.Build) {
		near = tolerance
	}
	difference, err := compareResults(plan, folder, manifest, again, made, near)
	if unreadable := (*store.ReadError)(nil); damaged != "" && errors.As(err, &unreadable) {
		return &differsError{fmt.Sprintf("%s is damaged: %s is not as it was written, and cannot be read", folder, damaged)}
	}
	if err != nil {
		return err
	}
	if difference != "" {
		return &differsError{folder + " is not reproduced: " + difference}
	}
	_, err = fmt.Fprintln(p.stdout, verdictOf(manifest, near))
	return err
}

// damagedPart names the first part that is other than it was written.
func damagedPart(folder string, manifest *store.Manifest) string {
	for _, file := range manifest.Files {
		if strings.HasSuffix(file.Name, ".parquet") && !store.Intact(folder, file) {
			return file.Name
		}
	}
	return ""
}

// verdictOf says what was found equal.
func verdictOf(manifest *store.Manifest, near float64) string {
	what := fmt.Sprintf("%d runs, %d files", manifest.Runs.Planned, len(manifest.Files))
	if near == 0 {
		return "identical: " + what + ", every byte but for times, command line and machine"
	}
	return fmt.Sprintf("reproduced: %s; made on %s/%s %s, so the numbers of runs were compared within one part in %.0e",
		what, manifest.Build.OS, manifest.Build.Arch, manifest.Build.GOAMD64, 1/near)
}

// otherKind reports whether numbers may be rounded otherwise than on this machine.
func otherKind(build store.Build) bool {
	return build.Arch != runtime.GOARCH || build.GOAMD64 != store.CurrentBuild(version).GOAMD64
}

// nowhere takes what nobody wants to read.
type nowhere struct{}

func (nowhere) Write(p []byte) (int, error) { return len(p), nil }
