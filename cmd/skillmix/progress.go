package main

import (
	"os"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress shows on a terminal how many runs are done, and elsewhere nothing.
type progress struct{ bar *progressbar.ProgressBar }

func (p *program) newProgress(plan *plan) progress { return p.newBar(plan.runs(), plan.quiet) }

// newBar is newProgress for any number of runs.
func (p *program) newBar(runs int, quiet bool) progress {
	file, ok := p.stderr.(*os.File)
	if !ok || quiet || !term.IsTerminal(int(file.Fd())) {
		return progress{}
	}
	return progress{progressbar.NewOptions(runs,
		progressbar.OptionSetWriter(file),
		progressbar.OptionSetDescription("runs"),
		progressbar.OptionShowCount(),
		progressbar.OptionSetPredictTime(true),
		progressbar.OptionClearOnFinish(),
	)}
}

// Errors of the bar are dropped: it is only a comfort.

func (p progress) set(done int) {
	if p.bar != nil {
		_ = p.bar.Set(done)
	}
}

func (p progress) clear() {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}
