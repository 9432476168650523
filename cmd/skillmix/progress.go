package main

import (
	"fmt"
	"os"

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

// hello says at once that something happens: reading and drawing organisations can
// take a moment. The bar writes over it.
func (p *program) hello(quiet bool) {
	if file := p.terminal(quiet); file != nil {
		fmt.Fprint(file, "preparing ...\r")
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
