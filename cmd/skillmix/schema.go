package main

import (
	"github.com/spf13/cobra"

	"skillmix/scenarios"
)

func newSchema(p *program) *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of scenario files, for editors",
		Long: "Prints the JSON Schema (draft 2020-12) of scenario files. An editor with a TOML language server\n" +
			"completes and checks a file whose first line is #:schema with the schema's path.",
		Example: "  skillmix schema > skillmix.schema.json",
		Args:    exactly(0, "schema takes no arguments"),
		RunE: func(*cobra.Command, []string) error {
			_, err := p.stdout.Write(scenarios.Schema())
			return err
		},
	}
}
