package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"skillmix/answer"
	"skillmix/model/population"
	"skillmix/scenarios"
	"skillmix/sim"
)

func newCheck(p *program) *cobra.Command {
	var (
		sets        []string
		all, asJSON bool
	)
	command := &cobra.Command{
		Use:   "check SCENARIO...",
		Short: "Report every error of scenario files, or what a run of them would be",
		Long: "Tells everything that is wrong in scenario files at once, with line, column and marks under the\n" +
			"place; or, of a file that can be run, each value that is not a default and where it comes from, and\n" +
			"what a run would take.",
		Example: "  skillmix check mine.toml\n" +
			"  skillmix check new-money --set funding.offered=10000\n" +
			"  skillmix check mine.toml --all       every value, defaults too\n" +
			"  skillmix check mine.toml --json      for other programs",
		Args: atLeastOne("check takes one or more scenario files or names"),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.check(args, sets, all, asJSON)
		},
	}
	command.Flags().BoolVar(&all, "all", false, "tell every value, defaults too")
	command.Flags().StringArrayVar(&sets, "set", nil, "overrule a key of the scenarios, as `key=value`; may be repeated")
	command.Flags().BoolVar(&asJSON, "json", false, "write JSON, in the shape that docs/json.md describes")
	return command
}

// check tells the plan of each scenario that can be run, and returns all that is wrong
// with the others.
func (p *program) check(references, sets []string, all, asJSON bool) error {
	var failures []error
	document := jsonChecks{Version: jsonVersion, Verb: "check"}
	for _, reference := range references {
		found, err := checkOne(reference, sets)
		entry := jsonCheck{Reference: reference, OK: err == nil, Problems: []jsonProblem{}}
		switch {
		case err != nil:
			failures = append(failures, err)
			entry.Problems = problemsOf(err)
		case asJSON:
			entry.Plan = found.plan(all)
		default:
			if err := found.print(p.stdout, all); err != nil {
				return err
			}
		}
		document.Scenarios = append(document.Scenarios, entry)
	}
	if document.OK = len(failures) == 0; asJSON {
		if err := p.writeJSON(document); err != nil {
			return err
		}
	}
	return joined(failures)
}

// A checked scenario can be run.
type checked struct {
	reference string
	scenario  *scenarios.Scenario
	values    []scenarios.Value
	people    *population.Population
	foreseen  forecast
}

// checkOne makes everything of a scenario that a run needs, but no run.
func checkOne(reference string, sets []string) (*checked, error) {
	scenario, values, err := scenarios.Trace(reference, sets)
	if err != nil {
		return nil, err
	}
	given := scenario.People()
	people := given.Given
	if people == nil {
		if people, err = population.Draw(scenario.Preset, defaultSeed); err != nil {
			return nil, err
		}
	}
	experiment, err := newExperiment([]*scenarios.Scenario{scenario}, given, defaultSeed, 1, true)
	if err != nil {
		return nil, err
	}
	if _, err := answer.FindHeadline(experiment.Layout, scenario.Headline); err != nil {
		return nil, err
	}
	foreseen, err := foresee(scenario, people, experiment, pointsOf(scenario))
	return &checked{reference, scenario, values, people, foreseen}, err
}

// last is the last month.
func (c *checked) last() sim.Month {
	return c.scenario.Settings.Start + sim.Month(c.scenario.Settings.Months) - 1
}

// runs counts those of a bare run, in both sets.
func (c *checked) runs() int { return 2 * c.scenario.Replicates * pointsOf(c.scenario) }

// print tells the plan for people.
func (c *checked) print(w io.Writer, all bool) error {
	scenario, people := c.scenario, c.people
	_, err := fmt.Fprintf(w, "%s: ok\n%s"+
		"  population  %s: %d areas, %d trusts with %d services, %d networks with %d practices\n"+
		"%s%s"+
		"  time        %s to %s, %d months\n"+
		"  runs        %d: %d replicates, with judged values drawn and with judged values held\n"+
		"%s%s"+
		"  judged      %d values rest on judgement\n%s",
		c.reference, valueLines(c.values, all),
		scenario.People().Preset, len(people.Areas), len(people.Trusts), people.Services(), len(people.PCNs), people.Practices(),
		ownFiles(scenario, people), otherRoles(scenario),
		scenario.Settings.Start, c.last(), scenario.Settings.Months,
		c.runs(), scenario.Replicates,
		worlds(scenario), c.foreseen.lines(),
		scenario.Judged(), unusual(scenario))
	return err
}

// valueLines tells values and where they come from: those that are not defaults,
// or all.
func valueLines(values []scenarios.Value, all bool) string {
	var text strings.Builder
	lines := tabwriter.NewWriter(&text, 0, 0, 2, ' ', 0)
	defaults := 0
	for _, value := range values {
		from := value.From
		if from == "" {
			if defaults++; !all {
				continue
			}
			from = "default"
		}
		fmt.Fprintf(lines, "  %s\t%s\t%s\n", value.Key, shortened(value.Text), from)
	}
	_ = lines.Flush() // into memory
	if !all {
		fmt.Fprintf(&text, "  the other %d values are defaults: --all tells them\n", defaults)
	}
	return text.String() + "\n"
}

// mostOfValue is how many characters of a value are told.
const mostOfValue = 70

func shortened(text string) string {
	if runes := []rune(text); len(runes) > mostOfValue {
		return string(runes[:mostOfValue]) + "..."
	}
	return text
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

// unusual tells values that are perhaps slips, a line for each.
func unusual(scenario *scenarios.Scenario) string {
	var lines strings.Builder
	for _, value := range scenario.Unusual() {
		fmt.Fprintf(&lines, "  unusual     %s\n", value)
	}
	return lines.String()
}

// worlds tells the combinations of a grid, or the points of a sweep.
func worlds(scenario *scenarios.Scenario) string {
	switch points := pointsOf(scenario); {
	case scenario.Sample.Points > 0:
		keys := make([]string, 0, len(scenario.Vary))
		for _, lever := range scenario.Vary {
			keys = append(keys, lever.Key)
		}
		if n := len(scenario.Sample.Judged); n > 0 {
			keys = append(keys, fmt.Sprintf("%d judged %s", n, plural(n, "value")))
		}
		return fmt.Sprintf("  varies      %s at %d points, %s\n", strings.Join(keys, ", "), points, sim.Methods[scenario.Sample.Method])
	case points > mostSpelled:
		return fmt.Sprintf("  varies      %d points; up to %d would be worlds of their own in a chart\n", points, mostSpelled)
	case points > 1:
		names := make([]string, 0, mostSpelled)
		for _, variant := range scenario.Variants() {
			names = append(names, variant.Name)
		}
		return fmt.Sprintf("  varies      %d worlds: %s\n", points, strings.Join(names, ", "))
	}
	return ""
}

// pointsOf returns how many worlds or points a scenario has.
func pointsOf(scenario *scenarios.Scenario) int {
	return max(scenario.GridPoints(), scenario.Sample.Points)
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
