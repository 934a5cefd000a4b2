// Package desk is the full screen: the list of runs, the wizard that walks one,
// and the overlays over it. It is the only tea.Model; its parts are plain structs
// with imperative methods, and the focus moves inside Update, so that keys typed
// ahead reach the right widget. It imports flows, flows/run and the other packages
// of ui, never storage.
package desk

import (
	"context"
	"errors"
	"fmt"
	"os"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"lotse/flows"
	"lotse/ui/face"
	"lotse/ui/tty"
)

// Config is what the screen starts with.
type Config = face.Screen

// Result is how the screen ended.
type Result struct {
	Code  int      // exit code
	Lines []string // what stays in the scrollback: done, open, how to go on
}

const (
	codeDone        = face.Done
	codeFailed      = face.Failed
	codeInterrupted = face.Interrupted
)

// Run shows the screen until the person leaves it. It always restores the
// terminal; after a bug of the program the error is a *flows.Bug.
func Run(ctx context.Context, cfg Config) (Result, error) {
	m := newModel(ctx, cfg)
	defer close(m.gone)
	var p *tea.Program
	if cfg.In != nil {
		resized := func() { p.Send(tea.RequestWindowSize()) }
		cfg.In = tty.NewReader(cfg.In, func() { p.Send(leaveMsg{}) }, resized, func(b *flows.Bug) { p.Send(crashMsg{b}) })
	}
	kept := keepTerminal(&cfg)
	p = tea.NewProgram(m.played(), options(ctx, cfg)...)
	m.send = p.Send
	stop := catchSignals(p)
	defer stop()
	defer tty.WatchStops(func() { p.Send(stopMsg{kept.stop}) }, func() { p.Send(stopMsg{kept.again}) })()
	var err error
	if bug := flows.Try(func() { _, err = p.Run() }); bug != nil {
		m.crashed = bug
		kept.takeBack(p.Kill)
	}
	kept.titleBack()
	m.endLoan()
	m.endPresence()
	switch {
	case m.crashed != nil:
		return m.wreck(), face.Crashed(m.crashed)
	case m.failed != nil:
		return Result{Code: codeFailed}, m.failed
	case err != nil && !errors.Is(err, tea.ErrInterrupted):
		// A terminal that takes no more ends it before what was typed is saved.
		return m.wreck(), fmt.Errorf("show the screen: %w", err)
	}
	return Result{Code: m.code, Lines: m.farewell()}, nil
}

func options(ctx context.Context, cfg Config) []tea.ProgramOption {
	opts := []tea.ProgramOption{
		tea.WithContext(context.WithoutCancel(ctx)), // signals are ours: they save first
		tea.WithFPS(120),         // halves the wait for the first frame and for every key
		tea.WithoutCatchPanics(), // its catcher prints values
		tea.WithoutSignalHandler(),
	}
	if cfg.In != nil {
		opts = append(opts, tea.WithInput(cfg.In))
	}
	if cfg.Out != nil {
		opts = append(opts, tea.WithOutput(cfg.Out))
	}
	if cfg.NoColor {
		opts = append(opts, tea.WithColorProfile(colorprofile.ASCII))
	}
	return opts
}

// catchSignals turns signals into messages, so that input is saved before the
// screen closes. Signals stay caught after that: a second ctrl+c must not
// interrupt a write.
func catchSignals(p *tea.Program) (stop func()) {
	sig := make(chan os.Signal, 4)
	tty.NotifyEnding(sig)
	done := make(chan struct{})
	go func() {
		for {
			select {
			case <-sig:
				p.Send(leaveMsg{})
			case <-done:
				return
			}
		}
	}()
	return func() { close(done) }
}

// guarded makes a command that shuts the screen down in order when it panics.
// Bubble Tea runs commands in goroutines of their own, where nothing else
// could recover.
func guarded(f func() tea.Msg) tea.Cmd {
	return func() (msg tea.Msg) {
		defer func() {
			if b := flows.Recovered(recover()); b != nil {
				msg = crashMsg{b}
			}
		}()
		return f()
	}
}
