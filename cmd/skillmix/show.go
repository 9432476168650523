package main

import (
	"github.com/spf13/cobra"

	"skillmix/scenarios"
)

func newShow(p *program) *cobra.Command {
	return &cobra.Command{
		Use:     "show NAME",
		Short:   "Print a built-in scenario, commented",
		Example: "  skillmix show new-money > mine.toml",
		Args:    exactly(1, "show takes the name of one built-in scenario; skillmix list names them"),
		RunE: func(_ *cobra.Command, args []string) error {
			text, err := scenarios.Source(args[0])
			if err != nil {
				return err
			}
			_, err = p.stdout.Write(text)
			return err
		},
	}
}
