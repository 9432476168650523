package main

import (
	"context"
	"fmt"
	"math"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"skillmix/answer/facts"
	"skillmix/scenarios"
)

// factOptions are the flags of facts.
type factOptions struct {
	reps, seed, jobs             wholeNumber
	ablate, json, quiet, listing bool
}

// A factsError tells of facts that were expected to hold and do not.
type factsError struct{ ids []string }

func (e *factsError) Error() string {
	if len(e.ids) == 1 {
		return "1 fact does not hold: " + e.ids[0]
	}
	return fmt.Sprintf("%d facts do not hold: %s", len(e.ids), strings.Join(e.ids, ", "))
}

func newFacts(p *program) *cobra.Command {
	options := factOptions{
		reps: wholeNumber{least: 2, most: 100_000},
		seed: wholeNumber{value: defaultSeed, most: math.MaxUint64},
		jobs: wholeNumber{value: uint64(runtime.GOMAXPROCS(0)), least: 1, most: 100_000},
	}
	command := &cobra.Command{
		Use:   "facts [NAME|FILE]...",
		Short: "Run the findings that the model is held to, and judge them",
		Long: "Runs facts, findings of studies turned into experiments, and tells which hold: all that are\n" +
			"built in, or those named; a file of your own works the same way. Judged values are drawn from\n" +
			"their ranges, the same in every arm. A fact holds when the interval of each effect is within\n" +
			"its bounds. A fact marked as open is known not to hold, for the reason that its file gives.",
		Example: "  skillmix facts                              all facts\n" +
			"  skillmix facts champions silos --ablate     two of them, and without what they rest on\n" +
			"  skillmix facts mine.toml --reps 200",
		RunE: func(command *cobra.Command, args []string) error { return p.facts(command.Context(), args, options) },
	}
	flags := command.Flags()
	flags.SortFlags = false
	flags.BoolVar(&options.ablate, "ablate", false, "run each again without each group of mechanisms that it rests on, where it should fail")
	flags.BoolVar(&options.json, "json", false, "write JSON, in the shape that docs/json.md describes")
	flags.BoolVar(&options.listing, "list", false, "list the built-in facts and run nothing")
	flags.Var(&options.reps, "reps", "replicates of each arm (default: what each fact says)")
	flags.Var(&options.seed, "seed", "seed of all chance")
	flags.Var(&options.jobs, "jobs", "runs at the same time; does not change results")
	flags.BoolVar(&options.quiet, "quiet", false, "show no progress")
	flags.Lookup("reps").DefValue = ""
	return command
}

// facts checks every fact, then runs them all, then tells.
func (p *program) facts(ctx context.Context, references []string, options factOptions) error {
	if len(references) == 0 {
		references = scenarios.FactNames()
	}
	if options.listing {
		return p.listFacts(references)
	}
	plan, err := newFactPlan(references, options)
	if err != nil {
		return err
	}
	outcomes, err := facts.Examine(plan.facts(), options.ablate, func(trials []facts.Trial) ([]facts.Sample, error) {
		return p.runTrials(ctx, plan, trials)
	})
	if err != nil {
		return err
	}
	if options.json {
		err = facts.WriteJSON(p.stdout, outcomes, options.seed.value)
	} else {
		err = facts.WriteText(p.stdout, outcomes)
	}
	if failures := facts.Failures(outcomes); err == nil && len(failures) > 0 {
		return &factsError{failures}
	}
	return err
}

// listFacts names facts with what they claim.
func (p *program) listFacts(references []string) error {
	var failures []error
	for _, reference := range references {
		fact, err := scenarios.LoadFact(reference)
		if err != nil {
			failures = append(failures, err)
			continue
		}
		if _, err := fmt.Fprintf(p.stdout, "%-30s %s\n", fact.ID, fact.Claim); err != nil {
			return err
		}
	}
	return joined(failures)
}
