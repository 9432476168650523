package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"skillmix/scenarios"
)

// schemaName is what the schema is called beside a user's files.
const schemaName = "skillmix.schema.json"

func newNew(p *program) *cobra.Command {
	var from string
	command := &cobra.Command{
		Use:   "new FILE",
		Short: "Write a short scenario file to change, which differs from another one",
		Long: "Writes a scenario file that differs in nothing yet from the one named by --from. Comments show\n" +
			"what may be changed, and mark what needs your own evidence. A file that exists is left alone.",
		Example: "  skillmix new mine.toml --from new-money\n  skillmix new half.toml --from mine.toml",
		Args:    exactly(1, "new takes the name of the file to write"),
		RunE:    func(_ *cobra.Command, args []string) error { return p.startScenario(args[0], from) },
	}
	command.Flags().StringVar(&from, "from", "baseline", "the `scenario` from which the file differs: a built-in's name or a file")
	return command
}

// startScenario writes a new file.
func (p *program) startScenario(file, from string) error {
	if !strings.EqualFold(filepath.Ext(file), ".toml") {
		return usage("%s: a scenario file ends in .toml", file)
	}
	parent, err := scenarios.Load(from, nil)
	if err != nil {
		return err
	}
	reference := from
	if !builtIn(from) {
		if reference, err = filepath.Rel(filepath.Dir(file), from); err != nil {
			return usage("the file of --from must be on the same drive as the new one: %v", err)
		}
		reference = filepath.ToSlash(reference)
	}
	name := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	text := scenarios.Starter(parent, reference, name, "./"+schemaName)
	if err := createNew(file, text); err != nil {
		return err
	}
	_, err = fmt.Fprintf(p.stdout, "Wrote %s\nNext  skillmix schema > %s     for editors that check TOML\n      skillmix check %s\n      skillmix run %s %s\n",
		file, filepath.Join(filepath.Dir(file), schemaName), file, from, file)
	return err
}

func builtIn(name string) bool {
	return slices.ContainsFunc(scenarios.List(), func(info scenarios.Info) bool { return info.Name == name })
}

// createNew writes a file that must not exist yet, whole or not at all.
func createNew(file string, content []byte) error {
	switch _, err := os.Lstat(file); {
	case err == nil:
		return &fs.PathError{Op: "new", Path: file, Err: errors.New("is there already and was left alone")}
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	return writeWhole(file, content)
}
