package main

import (
	"fmt"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress shows on a terminal how many runs are done, how many failed, how fast it
// goes and how long it will take, and elsewhere nothing.
type progress struct{ bar *progressbar.ProgressBar }

// terminal returns stderr if it is one on which progress may be shown.
func (p *program) terminal(quiet bool) *os.File {
	file, ok := p.stderr.(*os.File)
	if !ok || quiet || !term.IsTerminal(int(file.Fd())) {
		return nil
	}
	return file
}

// busy says at once what is being done where it can take a moment. What is said next
// writes over it.
func (p *program) busy(what string, quiet bool) {
	if file := p.terminal(quiet); file != nil {
		fmt.Fprintf(file, "%-24s\r", what+" ...")
	}
}

func (p *program) newBar(runs int, quiet bool) progress {
	file := p.terminal(quiet)
	if file == nil {
		return progress{}
	}
	bar := progressbar.NewOptions(runs,
		progressbar.OptionSetWriter(file),
		progressbar.OptionSetDescription("runs"),
		progressbar.OptionShowCount(),
		progressbar.OptionShowIts(),
		progressbar.OptionSetItsString("runs"),
		progressbar.OptionSetPredictTime(true),
		progressbar.OptionThrottle(50*time.Millisecond),
		progressbar.OptionClearOnFinish(),
	)
	_ = bar.RenderBlank()
	return progress{bar}
}

// Errors of the bar are dropped: it is only a comfort.

func (p progress) set(done, failed int) {
	if p.bar == nil {
		return
	}
	if failed > 0 {
		p.bar.Describe(fmt.Sprintf("runs (%d failed)", failed))
	}
	_ = p.bar.Set(done)
}

func (p progress) clear() {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}
