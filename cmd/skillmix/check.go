package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"skillmix/answer"
	"skillmix/model/population"
	"skillmix/scenarios"
	"skillmix/sim"
)

func newCheck(p *program) *cobra.Command {
	var sets []string
	command := &cobra.Command{
		Use:     "check SCENARIO...",
		Short:   "Report every error of scenario files, or what a run of them would be",
		Example: "  skillmix check mine.toml\n  skillmix check new-money --set funding.offered=10000",
		Args:    atLeastOne("check takes one or more scenario files or names"),
		RunE: func(_ *cobra.Command, args []string) error {
			var failures []error
			for _, reference := range args {
				if err := p.check(reference, sets); err != nil {
					failures = append(failures, err)
				}
			}
			return joined(failures)
		},
	}
	command.Flags().StringArrayVar(&sets, "set", nil, "overrule a key of the scenarios, as `key=value`; may be repeated")
	return command
}

// check prints the plan of one scenario, or returns all that is wrong with it.
func (p *program) check(reference string, sets []string) error {
	scenario, err := scenarios.Load(reference, sets)
	if err != nil {
		return err
	}
	given := scenario.People()
	people := given.Given
	if people == nil {
		if people, err = population.Draw(scenario.Preset, defaultSeed); err != nil {
			return err
		}
	}
	experiment, err := newExperiment([]*scenarios.Scenario{scenario}, given, defaultSeed, 1, true)
	if err != nil {
		return err
	}
	if err := answer.CheckHeadline(experiment.Layout, scenario.Headline); err != nil {
		return err
	}
	last := scenario.Settings.Start + sim.Month(scenario.Settings.Months) - 1
	_, err = fmt.Fprintf(p.stdout, "%s: ok\n"+
		"  population  %s: %d areas, %d trusts with %d services, %d networks with %d practices\n"+
		"%s%s"+
		"  time        %s to %s, %d months\n"+
		"  runs        %d: %d replicates, with judged values drawn and with judged values held\n"+
		"  judged      %d values rest on judgement\n",
		reference,
		given.Preset, len(people.Areas), len(people.Trusts), people.Services(), len(people.PCNs), people.Practices(),
		ownFiles(scenario, people), otherRoles(scenario),
		scenario.Settings.Start, last, scenario.Settings.Months,
		2*scenario.Replicates, scenario.Replicates,
		scenario.Judged())
	return err
}

// ownFiles tells what was read of a user's own organisations, a line for each
// file, and of areas that have one kind of organisation only: they are often a
// sign that two files name areas differently.
func ownFiles(scenario *scenarios.Scenario, people *population.Population) string {
	var lines strings.Builder
	for i := range scenario.Files {
		file := &scenario.Files[i]
		fmt.Fprintf(&lines, "  file        %s: %d rows read, %d left out as incomplete\n", file.Path, file.Rows, file.LeftOut)
	}
	if len(scenario.Files) > 1 {
		both, trusts, networks := people.Shared()
		fmt.Fprintf(&lines, "  areas       %d with trusts and networks, %d with trusts only, %d with networks only\n", both, trusts, networks)
	}
	return lines.String()
}

// otherRoles tells which roles are not the usual ones, a line for each way.
func otherRoles(scenario *scenarios.Scenario) string {
	changed, added := scenario.ChangedRoles()
	var lines strings.Builder
	for _, way := range []struct {
		what  string
		names []string
	}{{"changed", changed}, {"added", added}, {"off the scheme's list", scenario.RolesOffList()}} {
		if len(way.names) > 0 {
			fmt.Fprintf(&lines, "  roles       %s: %s\n", way.what, strings.Join(way.names, ", "))
		}
	}
	return lines.String()
}

// joined makes one error of several; each line is said once, since several
// scenarios complain of the same option in the same words.
func joined(failures []error) error {
	seen := map[string]bool{}
	var distinct []error
	for _, failure := range failures {
		if !seen[failure.Error()] {
			seen[failure.Error()] = true
			distinct = append(distinct, failure)
		}
	}
	return errors.Join(distinct...)
}
