package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"

	"github.com/charmbracelet/x/term"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/stream"
)

// ask asks for a secret on the terminal, without echo.
func (c *call) ask(ctx context.Context, prompt string) (run.Secret, error) {
	return c.hidden(ctx, prompt+": ")
}

// hidden asks with a prompt that is shown as it is. However it ends, by a key, by
// ctx, by a signal or by a panic, the terminal is as it was before; it is while the
// program is stopped, too.
func (c *call) hidden(ctx context.Context, prompt string) (run.Secret, error) {
	if !c.canAsk() {
		return run.Secret{}, flows.Refuse(flows.ErrSealed, nil, "cmd.is_sealed")
	}
	m := &mask{fd: c.In.(descriptor).Fd(), out: c.Err, prompt: flows.CleanLine(prompt), stopped: make(chan os.Signal, 1)}
	defer signal.Stop(m.stopped)
	if err := m.on(); err != nil {
		return run.Secret{}, err
	}
	defer m.off() //nolint:errcheck // after a panic; else it is off by then
	typed, err := m.read(ctx, c.In)
	if err = errors.Join(err, m.off()); err != nil {
		return run.Secret{}, err
	}
	if typed = stream.Text(typed); len(typed) > flows.MaxSecret {
		return run.Secret{}, tooLong()
	}
	return run.NewSecret(typed), nil
}

// mask is a prompt on a terminal whose echo is off.
type mask struct {
	fd     uintptr
	out    io.Writer
	prompt string
	before *term.State // nil: it is as it was

	stopped chan os.Signal
}

// on turns the echo off, when it cannot be stopped so any more, and then prompts:
// who types at once is not seen.
func (m *mask) on() error {
	signal.Notify(m.stopped, stops...)
	before, err := term.MakeRaw(m.fd)
	if err != nil {
		return fmt.Errorf("turn the echo off: %w", err)
	}
	m.before = before
	fmt.Fprint(m.out, m.prompt)
	return nil
}

// off gives the terminal back. Twice is no error.
func (m *mask) off() error {
	if m.before == nil {
		return nil
	}
	before := m.before
	m.before = nil
	if err := term.Restore(m.fd, before); err != nil {
		return fmt.Errorf("turn the echo on: %w", err)
	}
	fmt.Fprintln(m.out)
	return nil
}

// read reads what is typed, until it is entered or ctx ends, as it does at every
// signal that ends the program.
func (m *mask) read(ctx context.Context, in io.Reader) ([]byte, error) {
	read := make(chan func() ([]byte, error), 1)
	go func() {
		typed, err := readTyped(in, flows.MaxSecret)
		read <- func() ([]byte, error) { return typed, err }
	}()
	for {
		select {
		case typed := <-read:
			return typed()
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-m.stopped:
			if err := m.off(); err != nil {
				return nil, err
			}
			pause()
			if err := m.on(); err != nil {
				return nil, err
			}
		}
	}
}
