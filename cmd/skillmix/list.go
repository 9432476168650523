package main

import (
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"skillmix/scenarios"
)

func newList(p *program) *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "List the built-in scenarios",
		Args:  exactly(0, "list takes no arguments"),
		RunE: func(*cobra.Command, []string) error {
			table := tabwriter.NewWriter(p.stdout, 0, 0, 2, ' ', 0)
			for _, scenario := range scenarios.List() {
				fmt.Fprintf(table, "%s\t%s\n", scenario.Name, scenario.Summary)
			}
			return table.Flush()
		},
	}
}

// exactly refuses any other number of arguments.
func exactly(n int, message string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) != n {
			return usage("%s", message)
		}
		return nil
	}
}

// atLeastOne refuses a verb without arguments.
func atLeastOne(message string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return usage("%s", message)
		}
		return nil
	}
}
