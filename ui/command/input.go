package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/term"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/stream"
	"lotse/flows/words"
	"lotse/ui/file"
	"lotse/ui/tty"
)

// descriptor is a stream with a file descriptor, which may be a terminal.
type descriptor interface{ Fd() uintptr }

// onTerminal reports whether a stream is a terminal.
func onTerminal(stream any) bool {
	d, ok := stream.(descriptor)
	return ok && term.IsTerminal(d.Fd())
}

// interactive reports whether a person sits at both ends and may be asked.
func (c *call) interactive() bool {
	return !c.flags.json && !c.flags.noInput && onTerminal(c.In) && onTerminal(c.Out)
}

// canAsk reports whether a person can be asked on stdin: stderr shows what for.
func (c *call) canAsk() bool { return !c.flags.noInput && onTerminal(c.In) && onTerminal(c.Err) }

// waiting runs a read that cannot be interrupted, and gives up on it when ctx
// ends.
func waiting[T any](ctx context.Context, read func() (T, error)) (T, error) {
	type result struct {
		value T
		err   error
		bug   *flows.Bug
	}
	done := make(chan result, 1)
	go func() {
		var r result
		r.bug = flows.Try(func() { r.value, r.err = read() })
		done <- r
	}()
	select {
	case r := <-done:
		flows.Throw(r.bug)
		return r.value, r.err
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}

// readAll reads the text of r, up to limit bytes. A byte order mark is the
// stream's.
func readAll(ctx context.Context, r io.Reader, limit int) ([]byte, error) {
	return waiting(ctx, func() ([]byte, error) { return limited(stream.Reader(r), limit) })
}

// ask asks for a secret on the terminal, without echo.
func (c *call) ask(ctx context.Context, prompt string) (run.Secret, error) {
	return c.hidden(ctx, prompt+": ")
}

// hidden asks with a prompt that is shown as it is.
func (c *call) hidden(ctx context.Context, prompt string) (run.Secret, error) {
	if !c.canAsk() {
		return run.Secret{}, flows.Refuse(flows.ErrSealed, nil, "cmd.is_sealed")
	}
	typed, err := c.withoutEcho(ctx, flows.CleanLine(prompt))
	if err != nil {
		return run.Secret{}, err
	}
	if typed = stream.Text(typed); len(typed) > flows.MaxSecret {
		return run.Secret{}, tooLong()
	}
	return run.NewSecret(typed), nil
}

// withoutEcho prompts and reads a line that is not seen. The echo is on again
// whatever happens, also while the program is stopped; when it goes on, the prompt
// is there again and what was typed still counts.
func (c *call) withoutEcho(ctx context.Context, prompt string) (typed []byte, err error) {
	fd := c.In.(descriptor).Fd()
	before, err := term.MakeRaw(fd)
	if err != nil {
		return nil, fmt.Errorf("turn the echo off: %w", err)
	}
	ask := func() {
		_, _ = term.MakeRaw(fd) // as it did before
		fmt.Fprint(c.Err, prompt)
	}
	end := tty.WatchStops(func() {
		_ = term.Restore(fd, before)
		fmt.Fprintln(c.Err)
		tty.Stop()
	}, ask) // it goes on after every stop
	defer func() {
		end()
		err = errors.Join(err, term.Restore(fd, before))
		fmt.Fprintln(c.Err)
	}()
	// The prompt comes when the echo is off: who types at once is not seen.
	ask()
	return waiting(ctx, func() ([]byte, error) { return readTyped(c.In, flows.MaxSecret) })
}

// The keys that end or mend a line.
const (
	keyStop      = 0x1a
	keyInterrupt = 0x03
	keyQuit      = 0x1c
	keyEnd       = 0x04
	keyBackspace = 0x08
	keyClear     = 0x15
	keyDelete    = 0x7f
)

// readTyped reads a line from a terminal in raw mode. It stops soon after the
// limit.
func readTyped(r io.Reader, limit int) ([]byte, error) {
	var line []byte
	for one := make([]byte, 1); len(line) <= limit; {
		if _, err := io.ReadFull(r, one); err != nil {
			return nil, fmt.Errorf("read from the terminal: %w", err)
		}
		switch one[0] {
		case '\r', '\n':
			return line, nil
		case keyInterrupt, keyQuit:
			return nil, context.Canceled
		case keyEnd:
			if len(line) == 0 {
				return nil, io.ErrUnexpectedEOF
			}
			return line, nil
		case keyBackspace, keyDelete:
			_, n := utf8.DecodeLastRune(line)
			line = line[:len(line)-n]
		case keyClear:
			line = line[:0]
		case keyStop:
			tty.AskToStop()
		default:
			line = append(line, one[0])
		}
	}
	return line, nil
}

// confirm asks a question, said already, for a word on the terminal; it is false
// where nobody can be asked.
func (c *call) confirm(ctx context.Context, question, word string) (bool, error) {
	if !c.canAsk() {
		return false, nil
	}
	fmt.Fprintf(c.Err, "%s\n%s ", flows.Clean(question), c.text("cmd.type_word", "word", word))
	line, err := waiting(ctx, func() (string, error) { return readLine(c.In) })
	if err != nil && !errors.Is(err, io.EOF) {
		return false, err
	}
	return strings.TrimSpace(line) == word, nil
}

// readLine reads up to the end of a line, byte by byte, so that nothing behind
// it is taken.
func readLine(r io.Reader) (string, error) {
	var line []byte
	for one := make([]byte, 1); len(line) < 1024; {
		n, err := r.Read(one)
		if n == 1 && one[0] == '\n' {
			return string(line), nil
		}
		line = append(line, one[:n]...)
		if err != nil {
			return string(line), err
		}
	}
	return string(line), nil
}

// secretFrom reads a secret from a stream or, without echo, from a terminal. The
// end of the line is not part of it. What in it nobody sees is said.
func (c *call) secretFrom(ctx context.Context, r io.Reader, what string) (run.Secret, error) {
	read := c.piped
	if onTerminal(r) {
		read = func(ctx context.Context, _ io.Reader, what string) (run.Secret, error) { return c.ask(ctx, what) }
	}
	secret, err := read(ctx, r, what)
	if err != nil {
		return secret, err
	}
	if p, found := flows.UnseenProblem(string(secret.Reveal())); found {
		fmt.Fprintln(c.Err, words.Say(c.lang(), p.Message))
	}
	return secret, nil
}

// piped reads a secret from a stream.
func (c *call) piped(ctx context.Context, r io.Reader, what string) (run.Secret, error) {
	data, err := readAll(ctx, r, flows.MaxSecret+len("\r\n"))
	if errors.Is(err, errTooLarge) {
		return run.Secret{}, tooLong()
	}
	if err != nil {
		return run.Secret{}, fmt.Errorf("read %s: %w", what, err)
	}
	value := bytes.TrimSuffix(bytes.TrimSuffix(data, []byte("\n")), []byte("\r"))
	if len(value) > flows.MaxSecret {
		return run.Secret{}, tooLong()
	}
	if len(value) == 0 {
		return run.Secret{}, usage("cmd.empty_stdin", "what", what)
	}
	if len(value) < len(data) {
		c.talk("cmd.line_end", "what", what)
	}
	return run.NewSecret(value), nil
}

// tooLong refuses a secret over the limit.
func tooLong() error {
	return flows.Refuse(flows.ErrLimit, nil, "cmd.secret_long")
}

// passphraseFrom reads a passphrase from a file descriptor.
func (c *call) passphraseFrom(ctx context.Context, fd int) (run.Secret, error) {
	return c.secretOf(ctx, fd, "cmd.the_passphrase")
}

// secretOf reads a secret, which what names, from a file descriptor.
func (c *call) secretOf(ctx context.Context, fd int, what string) (run.Secret, error) {
	f := file.OpenDescriptor(fd)
	if f == nil {
		return run.Secret{}, usage("cmd.no_descriptor", "fd", fd)
	}
	return c.secretFrom(ctx, f, c.text(what))
}
