package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"skillmix/sim/store"
)

// version of the program, as its change log names it.
const version = "0.1.0"

func newVersion(p *program) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  exactly(0, "version takes no arguments"),
		RunE: func(*cobra.Command, []string) error {
			build := store.CurrentBuild(version)
			_, err := fmt.Fprintf(p.stdout, "skillmix %s (commit %s, %s, %s/%s)\n", build.Version, build.Commit, build.Go, build.OS, build.Arch)
			return err
		},
	}
}
