package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"skillmix/sim/store"
)

func newStatus(p *program) *cobra.Command {
	return &cobra.Command{
		Use:   "status FOLDER...",
		Short: "Tell how far results and their shards are, and how to go on",
		Long: "Tells of a result, be it whole, unfinished or in shards, what is made and what is missing, and\n" +
			"gives the command that makes the rest. FOLDER is what --out named.",
		Example: "  skillmix status results/mine",
		Args:    atLeastOne("status takes the folders that --out named"),
		RunE: func(_ *cobra.Command, args []string) error {
			for _, target := range args {
				if err := p.status(target); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

// status tells of one result.
func (p *program) status(target string) error {
	target = strings.TrimSuffix(strings.TrimSuffix(filepath.Clean(target), ".unfinished"), shardsFolder(""))
	var text strings.Builder
	found := 0
	if _, err := os.Stat(filepath.Join(target, store.ManifestName)); err == nil {
		manifest, err := store.ReadManifest(target)
		if err != nil {
			return err
		}
		found++
		fmt.Fprintf(&text, "%s: whole, %s\n", target, runsInWords(manifest.Runs.Planned, manifest.Runs.Failed))
	}
	unfinished, err := store.ReadUnfinished(target)
	switch {
	case err == nil:
		found++
		fmt.Fprintf(&text, "%s: unfinished, %s\n", target, progressOf(unfinished))
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	if _, err := os.Stat(shardsFolder(target)); err == nil {
		found++
		if err := statusOfShards(&text, target); err != nil {
			return err
		}
	}
	if found == 0 {
		return &store.ReadError{Path: target, Cause: errors.New("there is no result of this name, whole, unfinished or in shards")}
	}
	_, err = p.stdout.Write([]byte(text.String()))
	return err
}

// progressOf tells how far an unfinished result is and how to go on.
func progressOf(u *store.Unfinished) string {
	return fmt.Sprintf("%d of %d parts made. To go on:\n  %s", u.Made, u.Parts, commandLine(u.Command[min(1, len(u.Command)):]))
}

// runsInWords counts runs, and those of them that failed.
func runsInWords(runs, failed int) string {
	text := fmt.Sprintf("%d %s", runs, plural(runs, "run"))
	if failed > 0 {
		text += fmt.Sprintf(", of which %d failed", failed)
	}
	return text
}

// statusOfShards tells which shards are whole, unfinished and missing.
func statusOfShards(text *strings.Builder, target string) error {
	shards, err := shardsIn(shardsFolder(target))
	if err != nil {
		return err
	}
	entries, err := os.ReadDir(shardsFolder(target))
	if err != nil {
		return err
	}
	for _, entry := range entries {
		name, isUnfinished := strings.CutSuffix(entry.Name(), ".unfinished")
		if !isUnfinished {
			continue
		}
		if u, err := store.ReadUnfinished(filepath.Join(shardsFolder(target), name)); err == nil {
			fmt.Fprintf(text, "%s: shard %s: unfinished, %s\n", target, strings.Replace(name, "-of-", "/", 1), progressOf(u))
		}
	}
	if len(shards) == 0 {
		fmt.Fprintf(text, "%s: no shard is whole\n", target)
		return nil
	}
	count, runs, failed := shards[0].manifest.Shard.Count, 0, 0
	for _, shard := range shards {
		runs, failed = runs+shard.manifest.Runs.Planned, failed+shard.manifest.Runs.Failed
	}
	fmt.Fprintf(text, "%s: %d of %d shards whole, %s\n", target, len(shards), count, runsInWords(runs, failed))
	missing := (*missingError)(nil)
	switch err := fitting(shards); {
	case errors.As(err, &missing):
		fmt.Fprintf(text, "missing: %s\n%s\n", arrayList(missing.missing), missing.howTo())
	case err != nil:
		return err
	default:
		fmt.Fprintf(text, "all are there. Put them together:\n  skillmix merge %s\n", quotedWord(shardsFolder(target)))
	}
	return nil
}
