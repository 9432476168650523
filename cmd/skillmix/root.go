package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"skillmix/sim"
)

// Run is the whole program: it takes the words behind its name, writes data
// to stdout and all else to stderr, and returns the exit code.
func Run(args []string, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	// After the first signal the next one has its usual effect, so that a
	// second Ctrl-C leaves at once.
	context.AfterFunc(ctx, stop)
	return runIn(ctx, args, stdout, stderr)
}

// runIn is Run until ctx ends.
func runIn(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	return (&program{args: args, stdout: stdout, stderr: stderr, getenv: os.Getenv}).runIn(ctx)
}

func (p *program) runIn(ctx context.Context) int {
	root := newRoot(p)
	root.SetArgs(p.args)
	root.SetOut(p.stdout)
	root.SetErr(p.stderr)
	err := root.ExecuteContext(ctx)
	code := exitCode(err)
	if err != nil {
		fmt.Fprintln(p.stderr, "skillmix:", complaint(err))
	}
	return code
}

// A program is what all verbs share.
type program struct {
	args           []string
	stdout, stderr io.Writer
	getenv         func(string) string
	// wrap, if not nil, stands between the pool of workers and the model's: tests see
	// runs begin, and let some fail.
	wrap func(sim.Worker) sim.Worker
}

func newRoot(p *program) *cobra.Command {
	root := &cobra.Command{
		Use:   "skillmix",
		Short: "Simulate skill-mix change in NHS organisations",
		Long: "skillmix simulates how NHS trusts and primary care networks take up new clinical roles,\n" +
			"and compares worlds that fund them differently.",
		Example: "  skillmix run new-money budget-transfer      compare two ways of funding\n" +
			"  skillmix list                               the built-in scenarios\n" +
			"  skillmix new mine.toml --from new-money     a file of your own, to change\n" +
			"  skillmix check mine.toml                    every error of a file at once",
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.ArbitraryArgs,
		RunE: func(command *cobra.Command, args []string) error {
			if len(args) == 0 {
				return command.Help()
			}
			return unknownVerb(command, args[0])
		},
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return &usageError{err.Error()} })
	root.SuggestionsMinimumDistance = 2
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(newRun(p), newList(p), newShow(p), newNew(p), newCheck(p), newSchema(p), newMerge(p), newStatus(p), newReproduce(p), newWhy(p), newFacts(p), newCalibrate(p), newVersion(p))
	root.SetHelpTemplate(root.HelpTemplate() + exitCodes)
	return root
}

// unknownVerb is the error for a first word that is no verb.
func unknownVerb(root *cobra.Command, word string) error {
	if near := root.SuggestionsFor(word); len(near) > 0 {
		return usage("there is no verb %q; did you mean %s?", word, strings.Join(near, " or "))
	}
	return usage("there is no verb %q", word)
}
